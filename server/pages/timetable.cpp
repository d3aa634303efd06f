// The yearly reporting timetable as a matrix: which report reaches which board, when, and for what.
#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "db/boards.hpp"
#include "db/county.hpp"
#include "server/page.hpp"
#include "server/pages/pages.hpp"
#include "server/pages/request_parts.hpp"

namespace server::pages {
namespace {

using templates::View;
using workflows::Obligation;

struct Timetable {
    std::size_t cells = 0;
    std::vector<Obligation> obligations;  // for single boards, as the protocol names them
    std::vector<std::string> reports;     // in alphabetical order
    std::vector<std::string> boards;      // codes: single boards first, then by group
};

template <class Values>
void add_once(std::vector<std::string>& list, const Values& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// The protocol's own boards: what became of them later stands below the matrix.
Timetable load_timetable(db::ReadTx& tx) {
    Timetable timetable;
    const auto cells = db::list_timetable(tx);
    const auto groups = db::list_groups(tx);
    timetable.cells = cells.size();
    timetable.obligations = workflows::expand(cells, groups, {}, workflows::Day{});
    for (const auto& each : timetable.obligations) {
        add_once(timetable.reports, each.report);
        add_once(timetable.boards, each.board);
    }
    const auto group_of = [&](const std::string& board) {
        const auto found = std::find_if(groups.begin(), groups.end(),
                                        [&](const auto& member) { return member.board == board; });
        return found == groups.end() ? std::string() : found->group;
    };
    std::sort(timetable.boards.begin(), timetable.boards.end(),
              [&](const std::string& a, const std::string& b) {
                  return std::pair(group_of(a), a) < std::pair(group_of(b), b);
              });
    return timetable;
}

std::string_view purpose_word(workflows::ReportPurpose purpose) {
    switch (purpose) {
        case workflows::ReportPurpose::agree:
            return "Agree";
        case workflows::ReportPurpose::consult:
            return "Consult";
        case workflows::ReportPurpose::inform:
            break;
    }
    return "Inform";
}

template <class Enum, class Member>
std::string counted(const Timetable& timetable, Member member, std::string_view (*words)(Enum)) {
    std::string text;
    for (const auto& name : workflows::names<Enum>) {
        const auto count =
            std::count_if(timetable.obligations.begin(), timetable.obligations.end(),
                          [&](const Obligation& each) { return each.*member == name.value; });
        if (count == 0) continue;
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " +
                std::string(words(name.value));
    }
    return text;
}

std::string counts_words(const Timetable& timetable) {
    return std::to_string(timetable.cells) + " cells, " +
           std::to_string(timetable.obligations.size()) + " obligations a year: " +
           counted<workflows::ReportPurpose>(timetable, &Obligation::purpose, purpose_word) + "; " +
           counted<workflows::Season>(timetable, &Obligation::season,
                                      workflows::to_words<workflows::Season>) +
           ".";
}

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

}  // namespace

Result<Response> show_timetable(const Context& context, db::ReadTx& tx) {
    const auto timetable = load_timetable(tx);
    std::map<std::string, workflows::Board> boards;
    for (auto& board : db::list_boards(tx))
        boards.emplace(board.code, board);
    View view;
    view.set("counts", counts_words(timetable));
    view.list("boards").list("reports");
    std::vector<std::string> tags{"timetable"};
    for (const auto& code : timetable.boards) {
        const auto found = boards.find(code);
        const bool known = found != boards.end();
        view.add("boards")
            .set("code", code)
            .set("name", known ? found->second.name : code)
            .set("href", known ? "/boards/" + found->second.slug : "");
        tags.push_back("board:" + code);
    }
    for (const auto& report : timetable.reports) {
        View& row = view.add("reports");
        row.set("report", report).list("cells");
        for (const auto& code : timetable.boards)
            add_cell(row, timetable, report, code);
    }
    add_successions(view, tx, timetable, context.today(tx));
    auto layout = layout_facts(context, "Reporting timetable");
    layout.wide = true;
    layout.alternates.push_back({"application/json", "The timetable as data", "/timetable.json"});
    if (!context.viewer.signed_in()) context.cache_publicly(std::move(tags));
    return html_response(context, "pages/timetable.html", layout, view);
}

Result<Response> show_timetable_json(const Context&, db::ReadTx& tx) {
    const auto timetable = load_timetable(tx);
    boost::json::array obligations;
    for (const auto& each : timetable.obligations)
        obligations.push_back({{"report", each.report},
                               {"board", each.board},
                               {"purpose", workflows::to_text(each.purpose)},
                               {"season", workflows::to_text(each.season)}});
    return json_response(boost::json::serialize(boost::json::object{
        {"cells", timetable.cells},
        {"boards", boost::json::array(timetable.boards.begin(), timetable.boards.end())},
        {"reports", boost::json::array(timetable.reports.begin(), timetable.reports.end())},
        {"obligations", obligations}}));
}

}  // namespace server::pages
