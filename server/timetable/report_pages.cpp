// The life of one report of the timetable in a year: whose it is, who writes it, which boards deal
// with it and when.
#include <algorithm>

#include "db/boards.hpp"
#include "db/people.hpp"
#include "db/report_owners.hpp"
#include "server/timetable/handlers.hpp"
#include "server/timetable/obligation_subject.hpp"
#include "server/timetable/report_commands.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "server/timetable/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

namespace server::timetable {
namespace {

using templates::Choice;
using workflows::Action;

/// By season, then consulted before agreed before informed: the order of a report's life.
std::vector<std::size_t> life_of(const TimetableGrid& grid, const std::string& report) {
    std::vector<std::size_t> life;
    for (std::size_t i = 0; i < grid.placed.size(); ++i)
        if (grid.placed[i].what.report == report) life.push_back(i);
    const auto key = [&](std::size_t i) {
        const auto& what = grid.placed[i].what;
        const auto month = grid.seasons[static_cast<std::size_t>(what.season)].first_month;
        const int turn = what.purpose == workflows::ReportPurpose::consult ? 0
                         : what.purpose == workflows::ReportPurpose::agree ? 1
                                                                           : 2;
        return std::tuple(month, turn, what.board);
    };
    std::sort(life.begin(), life.end(),
              [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return life;
}

void add_life(web::BlockPage& page, const web::Context& context, const TimetableGrid& grid,
              const std::string& report, const std::vector<std::string>& owners) {
    const auto speaks = [&](const std::string& board) {
        return base::may(context.viewer, workflows::Action::speak_for_board, board);
    };
    const bool owner = std::any_of(owners.begin(), owners.end(), speaks);
    auto& table = page.table(words::boards_in_order, {{.text = "Board"},
                                                      {.text = "Purpose"},
                                                      {.text = "Season"},
                                                      {.text = "State"},
                                                      {.text = "Status"}});
    for (const auto i : life_of(grid, report)) {
        const auto& what = grid.placed[i].what;
        const bool sits = std::any_of(context.viewer.seats.begin(), context.viewer.seats.end(),
                                      [&](const auto& seat) { return seat.board == what.board; });
        templates::add_table_row(
            table, {{.text = what.board,
                     .href = sits || owner ? obligation_path(grid.rows[i]) : std::string(),
                     .kind = templates::CellKind::row_head},
                    {.text = std::string(workflows::to_words(what.purpose))},
                    {.text = std::string(workflows::to_words(what.season))},
                    {.text = cell_words(grid, i)},
                    {.text = grid.status[i].words}});
    }
}

void add_sources(web::BlockPage& page, const TimetableGrid& grid, const std::string& report) {
    std::vector<templates::Crumb> findings;
    for (const auto& finding : grid.findings)
        if (grid.placed[finding.pair.then].what.report == report)
            findings.push_back({finding.words, ""});
    if (!findings.empty()) {
        page.heading(words::boards_out_of_order);
        page.list(findings);
    }
    for (const auto& row : grid.contradictions) {
        if (row.what.report != report) continue;
        page.heading(words::inconsistencies);
        page.paragraph(row.what.words);
        std::vector<templates::Crumb> sources;
        for (const auto& source : row.what.sources)
            sources.push_back({source.clause + ": " + source.says, ""});
        page.list(sources);
        if (row.settled_at) page.paragraph(words::resolved(row.reason));
    }
}

void add_form(web::BlockPage& page, const web::Context& context, db::ReadTx& tx,
              const db::ReportSetting& setting) {
    std::vector<Choice> boards{{.value = "", .label = words::default_lead_board}};
    for (const auto& board : db::list_boards(tx))
        boards.push_back({.value = board.code, .label = board.name});
    std::vector<Choice> people{{.value = "", .label = words::default_author}};
    const auto owners =
        db::owners_of_report(tx, setting.report, workflows::year_of(context.today(tx)));
    const auto own = people_of(tx, owners, context.today(tx));
    for (const auto& person : db::list_people(tx))
        if (own.contains(person.key) || person.key == setting.author)
            people.push_back({.value = person.key, .label = person.post});
    page.heading(words::change_lead_board);
    auto& form = page.form(web::form_facts(context, report_path(setting.report), "Save"));
    form.add("fields", templates::hidden_field("version", std::to_string(setting.version)));
    form.add("fields",
             templates::select_field(
                 web::typed_field(context, {"owner", "Lead board", setting.owner}), boards));
    form.add("fields",
             templates::select_field(web::typed_field(context, {"author", "Author", setting.author,
                                                                words::author_hint}),
                                     people));
    form.add("fields",
             templates::checkbox_field(web::typed_field(context, {"give_away", words::transfer}),
                                       words::transfer_yes, false));
    page.layout().errors = web::error_links_of(context, form);
}

int year_or_this(const web::Context& context, const db::ReadTx& tx) {
    const auto year = read_timetable_year(context.request.query_value("year"));
    return year && *year ? **year : workflows::year_of(context.today(tx));
}

}  // namespace

Result<net::Response> show_report(const web::Context& context, db::ReadTx& tx) {
    const auto report = find_report(tx, context.param("report"));
    if (!report) return workflows::not_found(words::no_such_report);
    const int year = year_or_this(context, tx);
    const auto grid = load_grid(context.app, tx, year);
    const auto owners = db::owners_of_report(tx, *report, year);
    web::BlockPage page(context, *report);
    page.crumb("Reporting timetable",
               web::href(routes::timetable) + "?year=" + std::to_string(year));
    page.caption(words::timetable_for(year));
    std::string names;
    for (const auto& owner : owners)
        names += (names.empty() ? "" : ", ") + owner;
    std::vector<templates::SummaryRow> facts{
        {"Lead board", names.empty() ? "No lead board" : names, {}, {}}};
    const bool edits = workflows::allowed(Action::edit_report, context.relations);
    if (edits) {
        const auto author =
            db::find_person(tx, author_of_report(tx, *report, owners, context.today(tx)));
        facts.push_back({"Author", author ? author->post : "Not named yet", {}, {}});
    }
    page.summary(facts);
    add_life(page, context, grid, *report, owners);
    add_sources(page, grid, *report);
    if (edits) add_form(page, context, tx, setting_of(tx, *report));
    page.link("Previous year", report_path(*report) + "?year=" + std::to_string(year - 1));
    page.link("Next year", report_path(*report) + "?year=" + std::to_string(year + 1));
    return page.finish();
}

Result<web::Location> edit_report(const web::Context& context, db::WriteTx& tx) {
    const auto report = find_report(tx, context.param("report"));
    if (!report) return workflows::not_found(words::no_such_report);
    const auto& form = context.form();
    const EditReport command{*report, form.get("owner"), form.get("author"),
                             form.get("give_away") == "yes", form.get("version")};
    if (auto saved = edit_report(web::acting(context, tx), tx, command); !saved)
        return saved.error();
    return report_path(*report) + "?done=saved";
}

}  // namespace server::timetable
