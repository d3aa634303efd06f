#include "server/web/form.hpp"

#include "server/net/urlencoded.hpp"
#include "server/web/words.hpp"
#include "workflows/text/words.hpp"

namespace server::web {

using workflows::Result;

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
    Result<net::NameValues> values = net::parse_urlencoded(body);
    if (!values) return values.error();
    return Form(std::move(*values));
}

}  // namespace server::web
