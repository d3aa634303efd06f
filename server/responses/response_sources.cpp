#include "server/responses/response_sources.hpp"

#include <algorithm>
#include <set>

#include "db/agenda.hpp"
#include "db/boards.hpp"
#include "db/circulations.hpp"
#include "db/county.hpp"
#include "db/meetings.hpp"
#include "db/obligations.hpp"
#include "db/report_owners.hpp"
#include "db/requests.hpp"
#include "server/responses/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/timetable/timetable.hpp"

namespace server::responses {
namespace {

using workflows::ResponseSource;

SourceFacts of_item(const db::AgendaItemRow& item, const db::MeetingRow& meeting,
                    const std::optional<db::RequestRow>& request) {
    SourceFacts facts{ResponseSource::item,
                      item.id,
                      item.title,
                      item.visibility,
                      meeting.board + ", " + meeting.planned.words(),
                      web::href(routes::meeting, meeting.id),
                      {meeting.board}};
    if (request) facts.askers.push_back(request->request.from_board);
    return facts;
}

std::optional<SourceFacts> item_called(db::ReadTx& tx, const std::string& id) {
    const auto item = db::find_item(tx, id);
    const auto meeting = item ? db::find_meeting(tx, item->meeting) : std::nullopt;
    if (!meeting) return std::nullopt;
    return of_item(*item, *meeting,
                   item->request.empty() ? std::nullopt : db::find_request(tx, item->request));
}

std::optional<SourceFacts> circulation_called(db::ReadTx& tx, const std::string& id) {
    const auto row = db::find_circulation(tx, id);
    if (!row) return std::nullopt;
    return SourceFacts{ResponseSource::circulation,
                       id,
                       row->document,
                       workflows::Visibility::members,
                       row->version_label,
                       web::href(routes::circulation, id),
                       {row->owner}};
}

std::optional<SourceFacts> request_called(db::ReadTx& tx, const std::string& id) {
    const auto row = db::find_request(tx, id);
    if (!row) return std::nullopt;
    const auto& r = row->request;
    return SourceFacts{ResponseSource::request,
                       id,
                       r.title,
                       workflows::Visibility::members,
                       r.from_board + " to " + r.to_board,
                       web::href(routes::request, id),
                       {r.from_board, r.to_board}};
}

std::optional<SourceFacts> obligation_called(db::ReadTx& tx, const std::string& id) {
    const auto row = db::find_obligation(tx, id);
    if (!row) return std::nullopt;
    return SourceFacts{ResponseSource::obligation,
                       id,
                       row->what.report + " " + std::to_string(row->year),
                       workflows::Visibility::members,
                       words::for_board(row->what.board),
                       web::href(routes::obligation, row->id),
                       db::owners_of_report(tx, row->what.report, row->year)};
}

}  // namespace

std::string SourceFacts::name() const {
    return std::string(workflows::to_text(kind)) + ":" + id;
}

std::vector<std::string> SourceFacts::askers_of(const base::Viewer& viewer) const {
    const auto own = base::own_boards(viewer);
    std::vector<std::string> boards;
    for (const auto& board : askers) {
        const bool known = std::find(boards.begin(), boards.end(), board) != boards.end();
        if (own.contains(board) && !known) boards.push_back(board);
    }
    return boards;
}

std::optional<SourceFacts> find_source(db::ReadTx& tx, std::string_view name) {
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto kind = workflows::from_text<ResponseSource>(name.substr(0, colon));
    const std::string id(name.substr(colon + 1));
    if (kind == ResponseSource::item) return item_called(tx, id);
    if (kind == ResponseSource::circulation) return circulation_called(tx, id);
    if (kind == ResponseSource::request) return request_called(tx, id);
    if (kind == ResponseSource::obligation) return obligation_called(tx, id);
    return std::nullopt;
}

std::vector<SourceFacts> sources_of(db::ReadTx& tx, const base::Viewer& viewer,
                                    workflows::Day today) {
    const auto boards = base::own_boards(viewer);
    if (boards.empty()) return {};
    auto meetings = db::list_meetings(tx, {.boards = boards,
                                           .from = today - std::chrono::weeks(weeks_back_max),
                                           .reader = {.person = viewer.person}});
    std::erase_if(meetings, [](const auto& meeting) {
        return meeting.state == workflows::MeetingState::cancelled;
    });
    std::ranges::stable_sort(meetings, {}, &db::MeetingRow::board);
    std::set<std::string> ids;
    for (const auto& meeting : meetings)
        ids.insert(meeting.id);
    const auto items = db::list_items(tx, ids);
    std::set<std::string> asked;
    for (const auto& [meeting, own] : items)
        for (const auto& item : own)
            if (!item.request.empty()) asked.insert(item.request);
    const auto requests = db::find_requests(tx, asked);
    std::vector<SourceFacts> sources;
    for (const auto& meeting : meetings) {
        const auto own = items.find(meeting.id);
        if (own == items.end()) continue;
        for (const auto& item : own->second) {
            if (item.struck) continue;
            const auto request = requests.find(item.request);
            sources.push_back(
                of_item(item, meeting,
                        request == requests.end() ? std::nullopt : std::optional(request->second)));
        }
    }
    return sources;
}

std::vector<std::string> boards_meant(db::ReadTx& tx, const std::string& board_or_group,
                                      workflows::Day day) {
    const std::vector<workflows::TimetableCell> cells{{.board_or_group = board_or_group}};
    std::vector<std::string> boards;
    for (const auto& each :
         workflows::expand(cells, db::list_groups(tx), db::list_successions(tx), day)) {
        if (db::find_board(tx, each.board)) boards.push_back(each.board);
    }
    return boards;
}

}  // namespace server::responses
