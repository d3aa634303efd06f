// The quarter's digest as a page to read or print, as CSV and as JSON.
#include <boost/json.hpp>

#include "server/digest/digest_queries.hpp"
#include "server/digest/handlers.hpp"
#include "server/digest/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/csv.hpp"

namespace server::digest {
namespace {

using templates::View;

std::string iso_or_empty(const std::optional<workflows::Day>& day) {
    return day ? workflows::iso(*day) : std::string();
}
std::string words_or_no(const std::optional<workflows::Day>& day) {
    return day ? workflows::weekday_date(*day) : std::string("Not yet");
}

DigestScope scope_of(const web::Context& context, const db::ReadTx& tx) {
    const auto today = context.today(tx);
    return {base::own_boards(context.viewer), today, quarter_of(today).begins()};
}

std::string count_words(const std::vector<DigestRow>& rows) {
    const auto [open, feedback, escalated] = count_of(rows);
    return words::digest_counts(static_cast<int>(open), static_cast<int>(feedback),
                                static_cast<int>(escalated));
}

void add_section(View& view, const DigestSection& section, const std::vector<DigestRow>& rows) {
    auto& part = view.add("tables");
    part.set("section_heading", rows.empty() ? section.title : std::string_view());
    part.set("section_words", rows.empty() ? words::nothing_open : "").no_section("table");
    if (rows.empty()) return;
    auto& table =
        templates::table_section(part, words::section_counts(section.title, count_words(rows)),
                                 {{.text = "Reference"},
                                  {.text = "Subject"},
                                  {.text = "Boards"},
                                  {.text = "Status"},
                                  {.text = "Raised"},
                                  {.text = "Feedback received"},
                                  {.text = "Escalated"}});
    for (const auto& row : rows)
        templates::add_table_row(
            table,
            {{.text = row.reference, .href = row.href, .kind = templates::CellKind::row_head},
             {.text = row.about},
             {.text = row.boards},
             {.text = row.state},
             {.text = workflows::weekday_date(row.since)},
             {.text = words_or_no(row.feedback)},
             {.text = words_or_no(row.escalated)}});
}

}  // namespace

Result<net::Response> show_digest(const web::Context& context, db::ReadTx& tx) {
    const auto scope = scope_of(context, tx);
    View view;
    view.set("caption", quarter_of(scope.today).words());
    view.set("heading", words::digest_heading);
    view.set("lead", words::digest_lead(workflows::long_date(scope.today)));
    view.set("button_href", "").set("button_text", "").set("empty", "");
    view.list("tables").list("links").flag("has_links", true);
    for (const auto& section : digest_sections())
        add_section(view, section, section.rows(tx, scope));
    view.add("links").set("text", words::digest_csv).set("href", web::href(routes::digest_csv));
    view.add("links").set("text", "Issues between boards").set("href", web::href(routes::issues));
    view.add("links").set("text", "Safeguarding concerns").set("href", web::href(routes::concerns));
    auto layout = web::layout_facts(context, "Quarterly digest");
    layout.breadcrumbs = {{"Joint working", web::href(routes::between_boards)}};
    layout.alternates = {
        {"application/json", "Quarterly digest (JSON)", web::href(routes::digest_json)},
        {"text/csv", words::digest_csv, web::href(routes::digest_csv)}};
    return web::html_response(context, "pages/matters.html", layout, view);
}

Result<net::Response> show_digest_csv(const web::Context& context, db::ReadTx& tx) {
    auto text = workflows::text::csv_line({"section", "reference", "about", "boards", "state",
                                           "open", "raised_on", "feedback_on", "taken_further_on"});
    const auto scope = scope_of(context, tx);
    for (const auto& section : digest_sections()) {
        for (const auto& row : section.rows(tx, scope))
            text += workflows::text::csv_line(
                {section.name, row.reference, row.about, row.boards, row.state,
                 row.open ? "yes" : "no", workflows::iso(row.since), iso_or_empty(row.feedback),
                 iso_or_empty(row.escalated)});
    }
    return web::text_response(std::move(text), "text/csv; charset=utf-8");
}

Result<net::Response> show_digest_json(const web::Context& context, db::ReadTx& tx) {
    const auto scope = scope_of(context, tx);
    boost::json::object out{{"quarter", quarter_of(scope.today).key()},
                            {"as_of", workflows::iso(scope.today)}};
    for (const auto& section : digest_sections()) {
        auto& rows = out[section.name].emplace_array();
        for (const auto& row : section.rows(tx, scope))
            rows.push_back({{"reference", row.reference},
                            {"about", row.about},
                            {"boards", row.boards},
                            {"state", row.state},
                            {"open", row.open},
                            {"raised_on", workflows::iso(row.since)},
                            {"feedback_on", iso_or_empty(row.feedback)},
                            {"taken_further_on", iso_or_empty(row.escalated)}});
    }
    return web::json_response(boost::json::serialize(out));
}

}  // namespace server::digest
