// Two steps for a whole year of the timetable, each with a page that says what it will do first:
// confirming all proposals of one's boards, and setting up the next year.
#include "server/timetable/obligation_commands.hpp"
#include "server/timetable/timetable_handlers.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::timetable {
namespace {

std::string counted(std::size_t count, const std::string& one) {
    return workflows::text::counted(count, one, one + "s");
}

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
    auto& table =
        page.table("Proposed",
                   {{.text = "Report"}, {.text = "Board"}, {.text = "Asked"}, {.text = "Meeting"}});
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
    web::BlockPage page(context, "Confirm proposed meetings");
    page.caption("Reporting timetable of " + std::to_string(*year));
    page.crumb("Reporting timetable", year_href(routes::timetable, *year));
    if (own.empty()) {
        page.paragraph("No meeting is proposed for your boards that you could confirm.");
        page.link("Back to the timetable", year_href(routes::timetable, *year));
        return page.finish();
    }
    page.lead(counted(own.size(), "report") + " can go onto the agendas of your boards.");
    page.paragraph(
        "Each gets a place on the agenda of its meeting, and its author is asked for the paper by "
        "letter. Each can be put on another meeting later.");
    add_proposals(page, grid, own);
    auto facts = web::form_facts(context, web::href(routes::timetable_proposals),
                                 own.size() == 1
                                     ? "Confirm 1 proposal"
                                     : "Confirm all " + std::to_string(own.size()) + " proposals");
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
    const auto confirmed = confirm_proposals(context, tx, *year, context.form().get("seen"));
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
    web::BlockPage page(context, "Roll the timetable forward to " + text);
    page.crumb("Reporting timetable", year_href(routes::timetable, *year));
    page.lead(counts_words(grid.timetable));
    if (begun > 0) page.paragraph(counted(begun, "obligation") + " of " + text + " exist already.");
    if (wanted == 0) {
        page.paragraph("There is nothing to set up.");
        page.link("The timetable of " + text, year_href(routes::timetable, *year));
        return page.finish();
    }
    page.paragraph(
        "Each is kept from then on, whatever becomes of its board. Nobody is written to, and no "
        "meeting is chosen: that is confirmed afterwards.");
    auto& table = page.table("To be set up", {{.text = "Report"},
                                              {.text = "Board"},
                                              {.text = "Asked"},
                                              {.text = "Season"},
                                              {.text = "How it would stand"}});
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
                                 "Set up " + counted(wanted, "obligation") + " of " + text);
    facts.cancel_href = year_href(routes::timetable, *year);
    page.form(facts).add("fields", templates::hidden_field("year", text));
    return page.finish();
}

Result<web::Location> roll_timetable_forward(const web::Context& context, db::WriteTx& tx) {
    const auto year = chosen_year(context, tx);
    if (!year) return year.error();
    roll_forward(context, tx, *year);
    return year_href(routes::timetable, *year) + "&done=saved";
}

}  // namespace server::timetable
