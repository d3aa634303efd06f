#include "workflows/text/percent.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/pct_string_view.hpp>

#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows::text {
namespace {

namespace urls = boost::urls;

struct Kept {
    std::string_view signs;
    bool operator()(char c) const {
        return is_letter(c) || is_digit(c) || signs.find(c) != std::string_view::npos;
    }
};

std::optional<std::string> decoded(std::string_view text, Plus plus) {
    const auto escapes = urls::make_pct_string_view(text);
    if (!escapes) return std::nullopt;
    return escapes->decode(urls::encoding_opts(plus == Plus::is_space));
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, Plus plus) {
    auto plain = decoded(text, plus);
    if (!plain || plain->find('\0') != std::string::npos || !is_utf8(*plain)) return std::nullopt;
    return plain;
}

std::string percent_decode_leniently(std::string_view text) {
    std::string escaped;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool stray = text[at] == '%' && !decoded(text.substr(at, 3), Plus::is_plus);
        escaped += stray ? "%25" : std::string(1, text[at]);
    }
    return *decoded(escaped, Plus::is_plus);
}

std::string percent_encode(std::string_view text, std::string_view kept) {
    return urls::encode(text, Kept{kept});
}

}  // namespace workflows::text
