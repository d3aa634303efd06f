// The life of one report of the timetable in a year: whose it is, who writes it, which boards deal
// with it and when.
#include <algorithm>
#include <set>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "db/report_owners.hpp"
#include "server/timetable/obligation_subject.hpp"
#include "server/timetable/timetable_handlers.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::timetable {
namespace {

using templates::Choice;
using workflows::Action;
using workflows::Day;

db::ReportSetting setting_of(db::ReadTx& tx, const std::string& report) {
    for (auto& setting : db::list_report_settings(tx))
        if (setting.report == report) return setting;
    return {report, {}, {}, 0};
}

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
        return context.viewer.chairs(board) || context.viewer.has_seat(board, "secretariat");
    };
    const bool owner = std::any_of(owners.begin(), owners.end(), speaks);
    auto& table = page.table("Boards in the order of their turn", {{.text = "Board"},
                                                                   {.text = "Asked"},
                                                                   {.text = "Season"},
                                                                   {.text = "State"},
                                                                   {.text = "How it stands"}});
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
        page.heading("Boards out of order");
        page.list(findings);
    }
    for (const auto& row : grid.contradictions) {
        if (row.what.report != report) continue;
        page.heading("Where the sources contradict each other");
        page.paragraph(row.what.words);
        std::vector<templates::Crumb> sources;
        for (const auto& source : row.what.sources)
            sources.push_back({source.clause + ": " + source.says, ""});
        page.list(sources);
        if (row.settled_at) page.paragraph("Settled: " + row.reason);
    }
}

/// Who sits on one of them today.
std::set<std::string> people_of(db::ReadTx& tx, const std::vector<std::string>& boards, Day day) {
    std::set<std::string> people;
    for (const auto& board : boards)
        for (const auto& seat : db::list_memberships(tx, board))
            if (db::sits_on(seat.membership, day)) people.insert(seat.person.key);
    return people;
}

void add_form(web::BlockPage& page, const web::Context& context, db::ReadTx& tx,
              const db::ReportSetting& setting) {
    std::vector<Choice> boards{{.value = "", .label = "The board that agrees it first"}};
    for (const auto& board : db::list_boards(tx))
        boards.push_back({.value = board.code, .label = board.name});
    std::vector<Choice> people{{.value = "", .label = "The lead officer of that board"}};
    const auto owners =
        db::owners_of_report(tx, setting.report, workflows::year_of(context.today(tx)));
    const auto own = people_of(tx, owners, context.today(tx));
    for (const auto& person : db::list_people(tx))
        if (own.contains(person.key) || person.key == setting.author)
            people.push_back({.value = person.key, .label = person.post});
    page.heading("Change whose report it is");
    auto& form = page.form(web::form_facts(context, report_path(setting.report), "Save"));
    form.add("fields", templates::hidden_field("version", std::to_string(setting.version)));
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"owner", "Board", setting.owner}), boards));
    form.add(
        "fields",
        templates::select_field(
            web::typed_field(context, {"author", "Author", setting.author,
                                       "Is asked for the paper when a board puts the report on an "
                                       "agenda. Has a seat on the board whose report it is."}),
            people));
    form.add("fields",
             templates::checkbox_field(
                 web::typed_field(context, {"give_away", "Is another board to have the report?"}),
                 "Yes, it is given away, and the other board decides on it from now on", false));
    page.layout().errors = web::error_links_of(context, form);
}

int year_or_this(const web::Context& context, const db::ReadTx& tx) {
    const auto year = read_timetable_year(context.request.query_value("year"));
    return year && *year ? **year : workflows::year_of(context.today(tx));
}

}  // namespace

Result<net::Response> show_report(const web::Context& context, db::ReadTx& tx) {
    const auto report = find_report(tx, context.param("report"));
    if (!report) return workflows::not_found("There is no such report in the timetable.");
    const int year = year_or_this(context, tx);
    const auto grid = load_grid(context.app, tx, year);
    const auto owners = db::owners_of_report(tx, *report, year);
    web::BlockPage page(context, *report);
    page.crumb("Reporting timetable",
               web::href(routes::timetable) + "?year=" + std::to_string(year));
    page.caption("Reporting timetable of " + std::to_string(year));
    std::string names;
    for (const auto& owner : owners)
        names += (names.empty() ? "" : ", ") + owner;
    std::vector<templates::SummaryRow> facts{
        {"Whose report", names.empty() ? "No board agrees it" : names, {}, {}}};
    const bool edits = workflows::allowed(Action::edit_report, context.relations);
    if (edits) {
        const auto author =
            db::find_person(tx, author_of_report(tx, *report, owners, context.today(tx)));
        facts.push_back({"Author", author ? author->post : "Nobody yet", {}, {}});
    }
    page.summary(facts);
    add_life(page, context, grid, *report, owners);
    add_sources(page, grid, *report);
    if (edits) add_form(page, context, tx, setting_of(tx, *report));
    page.link("The year before", report_path(*report) + "?year=" + std::to_string(year - 1));
    page.link("The year after", report_path(*report) + "?year=" + std::to_string(year + 1));
    return page.finish();
}

namespace {

std::string words_of(const std::vector<std::string>& owners, const std::string& author) {
    std::string words;
    for (const auto& owner : owners)
        words += (words.empty() ? "" : ", ") + owner;
    return (words.empty() ? "nobody" : words) + " / " + (author.empty() ? "lead officer" : author);
}

// The policy let only the present owners and administrators come so far (protocol 4.4): what is
// left to ask is whether they mean it, and whether the author belongs to the board.
Result<void> check_change(const web::Context& context, db::ReadTx& tx,
                          const db::ReportSetting& setting, const std::vector<std::string>& before,
                          const std::vector<std::string>& after) {
    const auto& form = context.form();
    if (after != before && form.get("give_away") != "yes")
        return workflows::invalid("give_away",
                                  "Tick this to say that the report goes to another board.");
    if (setting.author.empty()) return {};
    const auto people = people_of(tx, after, context.today(tx));
    if (!people.contains(setting.author))
        return workflows::invalid("author",
                                  "Choose somebody who sits on the board whose report "
                                  "it is.");
    return {};
}

}  // namespace

Result<web::Location> edit_report(const web::Context& context, db::WriteTx& tx) {
    const auto report = find_report(tx, context.param("report"));
    if (!report) return workflows::not_found("There is no such report in the timetable.");
    const auto& form = context.form();
    const int year = workflows::year_of(context.today(tx));
    auto setting = setting_of(tx, *report);
    const auto before = db::owners_of_report(tx, *report, year);
    const auto was = words_of(before, setting.author);
    setting.owner = form.get("owner");
    setting.author = form.get("author");
    if (!setting.owner.empty() && !db::find_board(tx, setting.owner))
        return workflows::invalid("owner", "Choose a board from the list.");
    const auto after = setting.owner.empty() ? db::owners_by_cells(tx, *report, year)
                                             : std::vector<std::string>{setting.owner};
    if (auto good = check_change(context, tx, setting, before, after); !good) return good.error();
    if (form.get("version") != std::to_string(setting.version)) setting.version = -1;
    if (const auto saved = db::save_report_setting(tx, setting); !saved) return saved.error();
    db::append_audit(tx, {"timetable.report", "report:" + report_slug(*report),
                          before.empty() ? setting.owner : before.front(),
                          *report + ": from " + was + " to " + words_of(after, setting.author)});
    return report_path(*report) + "?done=saved";
}

}  // namespace server::timetable
