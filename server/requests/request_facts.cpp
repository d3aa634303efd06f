// What a request is decided by: who asks, which meeting it is about, what the timetable has
// already.
#include "db/boards.hpp"
#include "db/county.hpp"
#include "db/meetings.hpp"
#include "server/boards/board_business.hpp"
#include "server/requests/request_commands.hpp"
#include "workflows/meetings/deadlines.hpp"

namespace server::requests {

std::optional<workflows::RequestMeeting> request_meeting(const base::App& app, db::ReadTx& tx,
                                                         const std::string& id) {
    const auto meeting = id.empty() ? std::nullopt : db::find_meeting(tx, id);
    if (!meeting) return std::nullopt;
    return request_meeting(*meeting, db::find_board(tx, meeting->board), app.holidays(tx));
}

workflows::RequestMeeting request_meeting(const db::MeetingRow& meeting,
                                          const std::optional<workflows::Board>& board,
                                          const workflows::Holidays& holidays) {
    workflows::RequestMeeting facts;
    facts.board = meeting.board;
    facts.state = meeting.state;
    facts.date = meeting.planned;
    facts.agenda_published = meeting.published > 0;
    facts.takes_items = boards::carries_business(meeting);
    workflows::LeadTimes lead_times;
    if (board) lead_times.requests_close_days = board->requests_close_days;
    facts.requests_close = workflows::deadlines(meeting.planned, lead_times,
                                                holidays)[workflows::Deadline::requests_close]
                               .day;
    return facts;
}

std::vector<std::string> timetable_hints(db::ReadTx& tx, const workflows::AgendaRequest& request,
                                         workflows::Day today) {
    const auto obligations = workflows::expand(db::list_timetable(tx), db::list_groups(tx),
                                               db::list_successions(tx), today);
    const auto board = db::find_board(tx, request.to_board);
    std::vector<std::string> hints;
    for (const auto& each :
         workflows::already_in_timetable(request.title, request.to_board, obligations))
        hints.push_back(workflows::timetable_hint(each, board ? board->name : each.board));
    return hints;
}

}  // namespace server::requests
