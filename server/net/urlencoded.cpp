#include "server/net/urlencoded.hpp"

#include <algorithm>
#include <cstddef>

#include "server/base/limits.hpp"
#include "server/net/words.hpp"
#include "workflows/text/percent.hpp"

namespace server::net {
namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;

Error undecodable() {
    return workflows::invalid("", words::the_form_or_the_web_address);
}

}  // namespace

Result<NameValues> parse_urlencoded(std::string_view text) {
    NameValues values;
    while (!text.empty()) {
        const std::size_t end = text.find('&');
        const std::string_view pair = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (pair.empty()) continue;
        if (values.size() == base::limits::form_fields_max)
            return Error{Code::too_large, words::the_form_has_too_many_fields};
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = workflows::text::percent_decode(pair.substr(0, equals),
                                                    workflows::text::Plus::is_space);
        auto value = workflows::text::percent_decode(pair.substr(std::min(equals + 1, pair.size())),
                                                     workflows::text::Plus::is_space);
        if (!name || !value) return undecodable();
        values.emplace(std::move(*name), std::move(*value));
    }
    return values;
}

}  // namespace server::net
