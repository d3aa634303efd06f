// Queries and urlencoded bodies, and the forms made of them.
#include "server/web/form.hpp"

#include <algorithm>
#include <cstddef>

#include "server/base/limits.hpp"
#include "server/web/words.hpp"
#include "workflows/text/percent.hpp"
#include "workflows/text/words.hpp"

namespace server::web {

namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;

Error undecodable() {
    return workflows::invalid("", words::the_form_or_the_web_address);
}

}  // namespace

Result<net::NameValues> parse_urlencoded(std::string_view text) {
    net::NameValues values;
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

std::string Form::get(std::string_view name) const {
    const std::string* value = values_.find(name);
    return value == nullptr ? std::string() : *value;
}

std::vector<std::string> Form::all(std::string_view name) const {
    std::vector<std::string> found;
    for (const auto& [own, value] : values_)
        if (own == name) found.push_back(value);
    return found;
}

bool Form::has(std::string_view name) const {
    return values_.find(name) != nullptr;
}

Result<Form> read_form(std::string_view body, std::string_view content_type) {
    constexpr std::string_view urlencoded = "application/x-www-form-urlencoded";
    std::string type(content_type.substr(0, content_type.find_first_of("; \t")));
    if (workflows::text::lower(type) != urlencoded)
        return workflows::invalid("", words::this_page_does_not_accept_forms);
    Result<net::NameValues> values = parse_urlencoded(body);
    if (!values) return values.error();
    return Form(std::move(*values));
}

}  // namespace server::web
