#include "server/command_line/settings_file.hpp"

#include <fstream>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::command_line {
namespace {

std::string unquoted(std::string text) {
    const bool quoted = text.size() >= 2 && text.front() == text.back() &&
                        (text.front() == '"' || text.front() == '\'');
    return quoted ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

workflows::Result<std::vector<Setting>> read_settings_file(const std::filesystem::path& file) {
    using workflows::Code;
    using workflows::Error;
    std::ifstream stream(file);
    if (!stream || std::filesystem::is_directory(file))
        return Error{Code::not_found, file.string() + " cannot be read.", "--config"};
    std::vector<Setting> settings;
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number) {
        const auto text = workflows::text::trimmed(line);
        if (text.empty() || text.front() == '#' || text.front() == ';' || text == "[serve]")
            continue;
        const auto equals = text.find('=');
        const auto name = workflows::text::trimmed(text.substr(0, equals));
        if (equals == std::string::npos || name.empty()) {
            return Error{
                Code::invalid,
                file.string() + ":" + std::to_string(number) + ": write a setting as NAME = VALUE.",
                "--config"};
        }
        settings.push_back(
            {number, name, unquoted(workflows::text::trimmed(text.substr(equals + 1)))});
    }
    return settings;
}

}  // namespace server::command_line
