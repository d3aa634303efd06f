#include "server/demo/page_forms.hpp"

#include <string_view>

namespace server::demo {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string attribute(std::string_view tag, std::string_view name) {
    const auto start = tag.find(" " + std::string(name) + "=\"");
    if (start == std::string_view::npos) return {};
    const auto from = start + name.size() + 3;
    return unescaped(std::string(tag.substr(from, tag.find('"', from) - from)));
}

bool has_flag(std::string_view tag, std::string_view flag) {
    return tag.find(" " + std::string(flag)) != std::string_view::npos;
}

void add_input(Pairs& fields, std::string_view tag) {
    const auto type = attribute(tag, "type");
    const auto name = attribute(tag, "name");
    const bool box = type == "checkbox" || type == "radio";
    if (name.empty() || type == "file" || (box && !has_flag(tag, "checked"))) return;
    fields.emplace_back(name, attribute(tag, "value"));
}

void add_select(Pairs& fields, std::string_view tag, std::string_view inside) {
    std::string chosen;
    bool first = true;
    for (auto at = inside.find("<option"); at != std::string_view::npos;
         at = inside.find("<option", at + 1)) {
        const auto option = inside.substr(at, inside.find('>', at) - at);
        if (first || has_flag(option, "selected")) chosen = attribute(option, "value");
        first = false;
    }
    fields.emplace_back(attribute(tag, "name"), chosen);
}

Pairs fields_of(std::string_view form) {
    Pairs fields;
    for (auto at = form.find('<'); at != std::string_view::npos; at = form.find('<', at + 1)) {
        const auto tag = form.substr(at, form.find('>', at) - at);
        if (tag.starts_with("<input")) add_input(fields, tag);
        if (tag.starts_with("<button") && !attribute(tag, "name").empty()) continue;
        if (tag.starts_with("<textarea")) {
            const auto from = form.find('>', at) + 1;
            auto text =
                unescaped(std::string(form.substr(from, form.find("</textarea>", from) - from)));
            if (text.starts_with('\n')) text.erase(0, 1);
            fields.emplace_back(attribute(tag, "name"), text);
        }
        if (tag.starts_with("<select")) {
            const auto from = form.find('>', at) + 1;
            add_select(fields, tag, form.substr(from, form.find("</select>", from) - from));
        }
    }
    return fields;
}

}  // namespace

std::string unescaped(std::string text) {
    constexpr std::pair<std::string_view, char> entities[] = {
        {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}};
    for (const auto& [entity, character] : entities) {
        for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1)) {
            text.replace(at, entity.size(), 1, character);
        }
    }
    return text;
}

std::optional<Pairs> form_fields(const std::string& page, const std::string& action) {
    for (auto at = page.find("<form"); at != std::string::npos; at = page.find("<form", at + 1)) {
        const auto tag = std::string_view(page).substr(at, page.find('>', at) - at);
        if (attribute(tag, "action") != action) continue;
        return fields_of(std::string_view(page).substr(at, page.find("</form>", at) - at));
    }
    return std::nullopt;
}

}  // namespace server::demo
