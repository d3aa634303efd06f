#include "tests/harness/page.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "server/demo/page_forms.hpp"
#include "server/site/site.hpp"
#include "server/web/router.hpp"

namespace tests {
namespace {

bool is_route(server::web::Verb verb, const std::string& address) {
    const auto path = std::string_view(address).substr(0, address.find_first_of("?#"));
    return server::web::match_route(server::site::routes(), verb, path).has_value();
}

std::vector<std::string> attributes(const std::string& html, const std::string& name) {
    std::vector<std::string> values;
    const auto start = " " + name + "=\"";
    for (auto at = html.find(start); at != std::string::npos; at = html.find(start, at + 1)) {
        const auto from = at + start.size();
        values.push_back(server::demo::unescaped(html.substr(from, html.find('"', from) - from)));
    }
    return values;
}

// Without a query of its own, `address` is also meant by a link that has one.
bool is_link_to(const std::string& href, const std::string& address) {
    if (!href.starts_with(address)) return false;
    if (href.size() == address.size()) return true;
    const char next = href[address.size()];
    return next == '#' || (next == '?' && address.find('?') == std::string::npos);
}

bool has_values(const Fields& form, const Fields& values) {
    return std::all_of(values.begin(), values.end(), [&](const auto& value) {
        return std::find(form.begin(), form.end(), value) != form.end();
    });
}

bool has_form(const std::string& html, const std::string& action, const Fields& values) {
    for (auto at = html.find("<form"); at != std::string::npos; at = html.find("<form", at + 1)) {
        const auto form = html.substr(at, html.find("</form>", at) - at);
        const auto fields = server::demo::form_fields(form, action);
        if (fields && has_values(*fields, values)) return true;
    }
    return false;
}

bool has_link(const std::string& html, const std::string& address) {
    const auto links = attributes(html, "href");
    return std::any_of(links.begin(), links.end(),
                       [&](const auto& href) { return is_link_to(href, address); });
}

}  // namespace

std::string Page::location() const {
    const auto found = headers.find("location");
    return found == headers.end() ? "" : found->second;
}

bool Page::offers(const std::string& action, const Fields& values) const {
    EXPECT_TRUE(is_route(server::web::Verb::post, action)) << "no form can post to " << action;
    return has_form(body, action, values);
}

bool Page::links_to(const std::string& address) const {
    EXPECT_TRUE(is_route(server::web::Verb::page, address)) << "there is no page " << address;
    return has_link(body, address);
}

bool Page::leads_to(const std::string& address) const {
    EXPECT_TRUE(is_route(server::web::Verb::page, address) ||
                is_route(server::web::Verb::post, address))
        << "neither a page nor a form has the address " << address;
    return has_link(body, address) || has_form(body, address, {});
}

bool Page::leads_below(const std::string& folder) const {
    const auto known = server::site::routes();
    EXPECT_TRUE(
        std::any_of(known.begin(), known.end(),
                    [&](const auto& row) { return row.address.pattern.starts_with(folder); }))
        << "no address begins with " << folder;
    auto all = attributes(body, "href");
    const auto actions = attributes(body, "action");
    all.insert(all.end(), actions.begin(), actions.end());
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& address) { return address.starts_with(folder); });
}

bool Page::asks_for(const std::string& field) const {
    const auto names = attributes(body, "name");
    return std::find(names.begin(), names.end(), field) != names.end();
}

bool Page::shows_day(const std::string& day) const {
    const auto days = attributes(body, "datetime");
    return std::any_of(days.begin(), days.end(),
                       [&](const auto& shown) { return shown.starts_with(day); });
}

}  // namespace tests
