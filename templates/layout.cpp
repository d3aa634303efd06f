// Turns the facts around a page into the view of layout/page.html.
#include "templates/layout.hpp"

#include "templates/assets.hpp"

namespace templates {
namespace {

void add_line(View& navigation, const std::vector<NavigationItem>& items) {
    if (items.empty()) return;
    View& line = navigation.add("lines");
    for (const NavigationItem& item : items) {
        View& row = line.add("items");
        row.set("text", item.text).set("href", item.href).flag("current", item.current);
    }
}

void set_navigation(View& view, const LayoutFacts& facts) {
    view.no_section("navigation").no_section("breadcrumbs");
    if (!facts.navigation.empty() || !facts.staff_navigation.empty()) {
        View& navigation = view.section("navigation");
        add_line(navigation, facts.navigation);
        add_line(navigation, facts.staff_navigation);
    }
    for (const Crumb& crumb : facts.breadcrumbs) {
        View& row = view.section("breadcrumbs").add("crumbs");
        row.set("text", crumb.text).set("href", crumb.href);
    }
}

void set_person(View& view, const LayoutFacts& facts) {
    view.flag("signed_in", facts.signed_in).set("person_name", facts.person_name);
    view.set("csrf_token", facts.csrf_token).set("sign_out_action", facts.sign_out_action);
    view.set("sign_in_href", facts.sign_in_href);
    view.set("demo_day", "");  // set by who has a clock: server/web/page.cpp
    view.flag("demo", facts.demo).set("demo_action", facts.demo_action).list("demo_people");
    for (const Choice& person : facts.demo_people) {
        View& row = view.add("demo_people");
        row.set("value", person.value).set("label", person.label).flag("chosen", person.chosen);
    }
}

void set_messages(View& view, const LayoutFacts& facts) {
    view.set("success_message", facts.success_message).no_section("error_summary");
    for (const ErrorLink& error : facts.errors) {
        View& row = view.section("error_summary").add("errors");
        row.set("text", error.text).set("href", error.href);
    }
}

void set_head(View& view, const LayoutFacts& facts) {
    const std::string_view module = asset_href("app.mjs");
    view.set("page_title", page_title(facts)).flag("hidden_from_search", facts.hidden_from_search);
    view.set("icon_href", asset_href("icon.svg")).set("style_href", asset_href("app.css"));
    view.flag("scripts", !module.empty()).set("module_href", module);
    view.set("script_on_href", asset_href("js-on.js")).list("alternates");
    for (const Alternate& alternate : facts.alternates) {
        View& row = view.add("alternates");
        row.set("type", alternate.type).set("title", alternate.title).set("href", alternate.href);
    }
}

}  // namespace

std::string page_title(const LayoutFacts& facts) {
    std::string title = facts.errors.empty() ? "" : "Error: ";
    title += facts.title;
    if (!facts.title.empty()) title += " – ";
    if (!facts.board_name.empty()) title += facts.board_name + " – ";
    return title.append(service_name);
}

View layout_view(const LayoutFacts& facts) {
    View view;
    view.set("service_name", service_name).set("county_name", facts.county_name);
    view.flag("wide", facts.wide);
    set_head(view, facts);
    set_person(view, facts);
    set_navigation(view, facts);
    set_messages(view, facts);
    return view;
}

}  // namespace templates
