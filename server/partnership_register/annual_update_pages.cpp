// The Annual Partnerships Update: a draft for officers, then published once a person says so, and
// from then on kept as it was.
#include <algorithm>

#include "db/register.hpp"
#include "server/base/app.hpp"
#include "server/partnership_register/annual_update.hpp"
#include "server/partnership_register/annual_update_commands.hpp"
#include "server/partnership_register/register_pages.hpp"
#include "server/partnership_register/return_commands.hpp"
#include "server/partnership_register/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

namespace server::partnership_register {
namespace {

using workflows::Action;

struct Shown {
    AnnualUpdate update;
    int number = 0;  // 0: a draft
    workflows::Instant at{};
    std::string status;  // "Published Friday 30 November 2018"; empty: a draft
};

bool is_officer(const web::Context& context) {
    return workflows::allowed(Action::read_officers_agenda, context.relations);
}

std::string href_of(int year) {
    return web::href(routes::annual_update, year);
}

Shown published(const db::AnnualUpdateRow& row) {
    const auto day = workflows::to_local(row.published_at, workflows::county_zone).day;
    return {parse_update(row.content), row.number, row.published_at,
            words::published_on(workflows::long_date(day))};
}

Shown draft(const web::Context& context, db::ReadTx& tx, int year) {
    return {make_update(tx, year, context.app.county_name, context.today(tx)), 0, tx.now(), ""};
}

// The newest published one for everybody; officers see the draft when nothing is published, or
// when they ask for it.
Result<Shown> shown_of(const web::Context& context, db::ReadTx& tx) {
    const auto year = read_return_year(context.param("year"));
    if (!year) return year.error();
    const auto rows = db::list_annual_updates(tx, *year);
    const bool wants_draft = context.request.query_value("draft") == "yes" || context.error();
    if (is_officer(context) && (rows.empty() || wants_draft)) return draft(context, tx, *year);
    if (rows.empty()) return workflows::not_found(words::no_update);
    return published(rows.front());
}

void add_facts(templates::View& view, const std::vector<templates::ReportFact>& facts) {
    view.list("summary");
    for (const auto& fact : facts) {
        if (!fact.words.empty()) templates::add_summary(view, {fact.label, fact.words, "", ""});
    }
}

void add_text(templates::View& section, const templates::ReportText& text) {
    auto& row = section.add("texts").set("text_heading", text.heading).list("paragraphs");
    std::string_view rest = text.text;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        if (end != 0) row.add("paragraphs").set("text", rest.substr(0, end));
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
}

void add_sections(templates::View& view, const AnnualUpdate& update) {
    view.list("sections");
    for (const auto& part : update.sections) {
        auto& section = view.add("sections").set("title", part.title).list("texts");
        add_facts(section, part.facts);
        for (const auto& text : part.texts)
            add_text(section, text);
    }
}

void add_publication(const web::Context& context, templates::View& view, const Shown& shown,
                     templates::LayoutFacts& layout) {
    const bool may =
        shown.number == 0 && workflows::allowed(Action::chase_register_returns, context.relations);
    view.flag("may_publish", may).no_section("form");
    if (!may) return;
    const auto& update = shown.update;
    auto& form = templates::form_section(
        view, web::form_facts(context, web::href(routes::annual_update_publish, update.year),
                              "Publish update"));
    if (!update.missing.empty()) {
        std::string names;
        for (const auto& name : update.missing)
            names += (names.empty() ? "" : "; ") + name;
        form.add("fields",
                 templates::checkbox_field(
                     web::typed_field(context, {"without", words::returns_not_accepted, "", names}),
                     "Publish without them", false));
    }
    layout.errors = web::error_links_of(context, form);
}

void add_head(const web::Context& context, templates::View& view, const Shown& shown) {
    const auto& update = shown.update;
    const bool is_draft = shown.number == 0;
    view.set("heading", update_title(update)).set("caption", update.county);
    templates::set_tag(view, is_draft ? "Draft for officers" : "", templates::TagColour::yellow);
    view.set("lead", is_draft ? words::draft_lead(workflows::long_date(update.made_on))
                              : shown.status + ".");
    view.set("pdf_href",
             web::href(routes::annual_update_pdf, update.year) + (is_draft ? "?draft=yes" : ""));
    view.set("draft_href",
             is_draft || !is_officer(context) ? "" : href_of(update.year) + "?draft=yes");
}

}  // namespace

Result<net::Response> show_annual_update(const web::Context& context, db::ReadTx& tx) {
    const auto shown = shown_of(context, tx);
    if (!shown) return shown.error();
    templates::View view;
    auto layout = web::layout_facts(context, update_title(shown->update));
    layout.breadcrumbs = {{"Register", web::href(routes::register_of_boards)}};
    add_head(context, view, *shown);
    add_facts(view, shown->update.facts);
    add_sections(view, shown->update);
    add_publication(context, view, *shown, layout);
    if (!context.viewer.signed_in() && context.request.query_value("draft").empty())
        context.cache_publicly({"register"});
    return web::html_response(context, "pages/annual_update.html", layout, view);
}

Result<net::Response> show_annual_update_pdf(const web::Context& context, db::ReadTx& tx) {
    const auto shown = shown_of(context, tx);
    if (!shown) return shown.error();
    const auto report = report_of(shown->update, shown->status, shown->at);
    context.add_header("Content-Disposition", "inline; filename=\"partnerships-update-" +
                                                  std::to_string(shown->update.year) + ".pdf\"");
    return web::text_response(templates::build_report(report), "application/pdf");
}

Result<net::Response> show_annual_update_json(const web::Context& context, db::ReadTx& tx) {
    const auto shown = shown_of(context, tx);
    if (!shown) return shown.error();
    return web::json_response(update_json(shown->update));
}

Result<web::Location> publish_annual_update(const web::Context& context, db::WriteTx& tx) {
    const auto year = read_return_year(context.param("year"));
    if (!year) return year.error();
    const PublishAnnualUpdate command{*year, context.app.county_name,
                                      context.form().get("without") == "yes"};
    if (auto done = publish_annual_update(web::acting(context, tx), tx, command); !done)
        return done.error();
    return href_of(*year) + "?done=update-published";
}

}  // namespace server::partnership_register
