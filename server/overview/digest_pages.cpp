// The quarter's digest as a page to read or print, as CSV and as JSON.
#include <boost/json.hpp>

#include "server/issues/issue_handlers.hpp"
#include "server/overview/digest_queries.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/csv.hpp"

namespace server::overview {
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
    return {web::own_boards(context.viewer), today, quarter_of(today).begins()};
}

std::string count_words(const std::vector<DigestRow>& rows) {
    const auto [open, feedback, escalated] = count_of(rows);
    return std::to_string(open) + " open, feedback received on " + std::to_string(feedback) +
           ", taken further " + std::to_string(escalated);
}

void add_section(View& view, const DigestSection& section, const std::vector<DigestRow>& rows) {
    auto& part = view.add("tables");
    part.set("section_heading", rows.empty() ? section.title : std::string_view());
    part.set("section_words", rows.empty() ? "Nothing is open." : "").no_section("table");
    if (rows.empty()) return;
    auto& table =
        templates::table_section(part, std::string(section.title) + ": " + count_words(rows),
                                 {{.text = "Reference"},
                                  {.text = "About"},
                                  {.text = "Boards"},
                                  {.text = "State"},
                                  {.text = "Raised"},
                                  {.text = "Feedback received"},
                                  {.text = "Taken further"}});
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
    view.set("heading", "What is open between boards");
    view.set("lead", "For the boards that you chair or serve, as of " +
                         workflows::long_date(scope.today) +
                         ". What was settled in this quarter is listed, too.");
    view.set("button_href", "").set("button_text", "").set("empty", "");
    view.list("tables").list("links").flag("has_links", true);
    for (const auto& section : digest_sections())
        add_section(view, section, section.rows(tx, scope));
    view.add("links").set("text", "This digest as CSV").set("href", web::href(routes::digest_csv));
    view.add("links").set("text", "Issues between boards").set("href", web::href(routes::issues));
    view.add("links").set("text", "Safeguarding concerns").set("href", web::href(routes::concerns));
    auto layout = web::layout_facts(context, "Digest of the quarter");
    layout.breadcrumbs = {{"Between the boards", web::href(routes::between_boards)}};
    layout.alternates = {
        {"application/json", "This digest as data", web::href(routes::digest_json)},
        {"text/csv", "This digest as CSV", web::href(routes::digest_csv)}};
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

}  // namespace server::overview
