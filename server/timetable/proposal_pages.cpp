// Two steps for a whole year of the timetable, each with a page that says what it will do first:
// confirming all proposals of one's boards, and setting up the next year.
#include "server/timetable/handlers.hpp"
#include "server/timetable/obligation_commands.hpp"
#include "server/timetable/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/words.hpp"

namespace server::timetable {
namespace {

std::string year_href(const web::Address& page, int year) {
    return web::href(page) + "?year=" + std::to_string(year);
}

/// Of the query, or of the form; this year without either.
Result<int> chosen_year(const web::Context& context, const db::ReadTx& tx) {
    const auto text = context.form().has("year") ? context.form().get("year")
                                                 : context.request.query_value("year");
    const auto year = read_timetable_year(text);
    if (!year) return year.error();
    return year->value_or(workflows::year_of(context.today(tx)));
}

void add_proposals(web::BlockPage& page, const TimetableGrid& grid,
                   const std::vector<std::size_t>& own) {
    auto& table = page.table(
        "Suggested meetings",
        {{.text = "Report"}, {.text = "Board"}, {.text = "Purpose"}, {.text = "Meeting"}});
    for (const auto i : own)
        templates::add_table_row(
            table, {{.text = grid.placed[i].what.report,
                     .href = obligation_path(grid.rows[i]),
                     .kind = templates::CellKind::row_head},
                    {.text = grid.placed[i].what.board},
                    {.text = std::string(workflows::to_words(grid.placed[i].what.purpose))},
                    {.text = grid.proposals[i].meeting->date.words()}});
}

}  // namespace

Result<net::Response> show_proposals(const web::Context& context, db::ReadTx& tx) {
    const auto year = chosen_year(context, tx);
    if (!year) return year.error();
    const auto grid = load_grid(context.app, tx, *year);
    const auto own = own_proposals(grid, context.viewer);
    web::BlockPage page(context, words::confirm_heading);
    page.caption(words::timetable_for(*year));
    page.crumb("Reporting timetable", year_href(routes::timetable, *year));
    if (own.empty()) {
        page.paragraph(words::nothing_to_confirm);
        page.link(words::back_to_timetable, year_href(routes::timetable, *year));
        return page.finish();
    }
    page.lead(words::reports_to_place(own.size()));
    page.paragraph(words::confirm_intro);
    add_proposals(page, grid, own);
    auto facts = web::form_facts(context, web::href(routes::timetable_proposals),
                                 words::confirm_suggestions(own.size()));
    facts.cancel_href = year_href(routes::timetable, *year);
    auto& form = page.form(facts);
    form.add("fields", templates::hidden_field("year", std::to_string(*year)));
    form.add("fields", templates::hidden_field("seen", proposals_seen(grid, own)));
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> confirm_all_proposals(const web::Context& context, db::WriteTx& tx) {
    const auto year = chosen_year(context, tx);
    if (!year) return year.error();
    const auto confirmed = confirm_proposals(context.app, web::acting(context, tx), tx, *year,
                                             context.form().get("seen"));
    if (!confirmed) return confirmed.error();
    return year_href(routes::timetable, *year) + "&done=saved";
}

Result<net::Response> show_roll_forward(const web::Context& context, db::ReadTx& tx) {
    const auto year = chosen_year(context, tx);
    if (!year) return year.error();
    const auto grid = load_grid(context.app, tx, *year);
    std::size_t begun = 0;
    for (const auto& row : grid.rows)
        begun += row.id.empty() ? 0U : 1U;
    const auto wanted = grid.rows.size() - begun;
    const auto text = std::to_string(*year);
    web::BlockPage page(context, words::set_up_year(*year));
    page.crumb("Reporting timetable", year_href(routes::timetable, *year));
    page.lead(counts_words(grid.timetable));
    if (begun > 0) page.paragraph(words::reports_set_up(begun, *year));
    if (wanted == 0) {
        page.paragraph(words::nothing_to_set_up);
        page.link(words::timetable_for(*year), year_href(routes::timetable, *year));
        return page.finish();
    }
    page.paragraph(words::set_up_intro);
    auto& table = page.table(words::reports_heading, {{.text = "Report"},
                                                      {.text = "Board"},
                                                      {.text = "Purpose"},
                                                      {.text = "Season"},
                                                      {.text = "Status"}});
    for (std::size_t i = 0; i < grid.rows.size(); ++i) {
        if (!grid.rows[i].id.empty()) continue;
        const auto& what = grid.placed[i].what;
        templates::add_table_row(table,
                                 {{.text = what.report, .kind = templates::CellKind::row_head},
                                  {.text = what.board},
                                  {.text = std::string(workflows::to_words(what.purpose))},
                                  {.text = std::string(workflows::to_words(what.season))},
                                  {.text = grid.status[i].words}});
    }
    auto facts = web::form_facts(context, web::href(routes::timetable_roll_forward),
                                 words::set_up_reports(wanted, *year));
    facts.cancel_href = year_href(routes::timetable, *year);
    page.form(facts).add("fields", templates::hidden_field("year", text));
    return page.finish();
}

Result<web::Location> roll_timetable_forward(const web::Context& context, db::WriteTx& tx) {
    const auto year = chosen_year(context, tx);
    if (!year) return year.error();
    roll_forward(context.app, tx, *year);
    return year_href(routes::timetable, *year) + "&done=saved";
}

}  // namespace server::timetable
