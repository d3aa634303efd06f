#include "db/wanted.hpp"

#include <algorithm>

#include "workflows/text/utf8.hpp"

namespace db {
namespace {

constexpr std::size_t places_in_a_line = 64;

}  // namespace

Arguments wanted(const std::set<std::string>& keys) {
    std::size_t width = 1;
    for (const auto& key : keys)
        width = std::max(width, workflows::text::characters(key));
    std::string text;
    for (const auto& key : keys)
        text += key + std::string(width - workflows::text::characters(key), ' ');
    return {{"keys", text},
            {"width", width},
            {"line", width * places_in_a_line},
            {"length", width * keys.size()}};
}

Arguments wanted(const std::vector<std::string>& keys) {
    return wanted(std::set<std::string>(keys.begin(), keys.end()));
}

}  // namespace db
