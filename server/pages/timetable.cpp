// The yearly reporting timetable as a matrix: which report reaches which board, when, and for what.
#include "server/timetable.hpp"

#include <map>

#include "db/boards.hpp"
#include "server/page.hpp"
#include "server/pages/pages.hpp"
#include "server/pages/request_parts.hpp"

namespace server::pages {
namespace {

using templates::View;
void add_cell(View& row, const Timetable& timetable, const std::string& report,
              const std::string& board) {
    View& cell = row.add("cells");
    cell.list("marks");
    for (const auto& each : timetable.obligations) {
        if (each.report != report || each.board != board) continue;
        cell.add("marks")
            .set("purpose", workflows::to_text(each.purpose))
            .set("word", purpose_word(each.purpose))
            .set("season", capitalised(workflows::to_words(each.season)));
    }
    cell.flag("empty", cell.find("marks")->rows.empty());
}

void add_successions(View& view, db::ReadTx& tx, const Timetable& timetable, workflows::Day today) {
    view.list("successions");
    const auto successions = db::list_successions(tx);
    for (const auto& board : timetable.boards) {
        const auto holder = workflows::holder(board, successions, today);
        if (holder == board) continue;
        view.add("successions").set("text", "What reached " + board + " now reaches " + holder);
    }
    view.flag("has_successions", !view.find("successions")->rows.empty());
}

Result<std::optional<int>> asked_year(const Context& context) {
    return read_timetable_year(context.request.query_value("year"));
}

std::string query_of(const Timetable& timetable) {
    return timetable.year ? "?year=" + std::to_string(*timetable.year) : std::string();
}

void add_matrix(View& view, const Timetable& timetable,
                const std::map<std::string, workflows::Board>& boards) {
    view.list("boards").list("reports");
    for (const auto& code : timetable.boards) {
        const auto found = boards.find(code);
        const bool known = found != boards.end();
        view.add("boards")
            .set("code", code)
            .set("name", known ? found->second.name : code)
            .set("href", known ? "/boards/" + found->second.slug : "");
    }
    for (const auto& report : timetable.reports) {
        View& row = view.add("reports");
        row.set("report", report).list("cells");
        for (const auto& code : timetable.boards)
            add_cell(row, timetable, report, code);
    }
}

}  // namespace

Result<Response> show_timetable(const Context& context, db::ReadTx& tx) {
    const auto year = asked_year(context);
    if (!year) return year.error();
    const auto timetable = load_timetable(tx, *year);
    std::map<std::string, workflows::Board> boards;
    for (auto& board : db::list_boards(tx))
        boards.emplace(board.code, board);
    View view;
    view.set("counts", counts_words(timetable)).set("query", query_of(timetable));
    add_matrix(view, timetable, boards);
    add_successions(view, tx, timetable, context.today(tx));
    const auto heading =
        "Reporting timetable" + (*year ? " of " + std::to_string(**year) : std::string());
    view.set("heading", heading);
    view.set("this_year", *year ? "" : std::to_string(workflows::year_of(context.today(tx))));
    auto layout = layout_facts(context, heading);
    layout.wide = true;
    layout.alternates.push_back(
        {"application/json", "The timetable as data", "/timetable.json" + query_of(timetable)});
    std::vector<std::string> tags{"timetable"};
    for (const auto& code : timetable.boards)
        tags.push_back("board:" + code);
    // Of the years that anybody may ask for none is kept.
    if (!context.viewer.signed_in() && !*year) context.cache_publicly(std::move(tags));
    return html_response(context, "pages/timetable.html", layout, view);
}

Result<Response> show_timetable_json(const Context& context, db::ReadTx& tx) {
    const auto year = asked_year(context);
    if (!year) return year.error();
    return json_response(timetable_json(load_timetable(tx, *year)));
}

Result<Response> show_timetable_csv(const Context& context, db::ReadTx& tx) {
    const auto year = asked_year(context);
    if (!year) return year.error();
    return text_response(timetable_csv(load_timetable(tx, *year)), "text/csv; charset=utf-8");
}

}  // namespace server::pages
