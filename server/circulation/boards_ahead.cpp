#include "server/circulation/boards_ahead.hpp"

#include <algorithm>

#include "db/boards.hpp"
#include "server/boards/board_business.hpp"
#include "server/circulation/stop_facts.hpp"

namespace server::circulation {

BoardsAhead::BoardsAhead(const base::App& app, db::ReadTx& tx, const std::set<std::string>& boards)
    : today_(county_today(tx)),
      holidays_(app.holidays(tx)),
      successions_(db::list_successions(tx)),
      boards_(db::boards_by_code(tx)) {
    auto wanted = boards;
    for (const auto& board : boards)
        wanted.insert(holder(board));
    if (wanted.empty()) return;
    for (auto& meeting :
         boards::list_business_meetings(tx, {.boards = wanted,
                                            .from = today_,
                                            .to = std::nullopt,
                                            .open_dates = db::OpenDates::included})) {
        if (!workflows::is_to_come(meeting.state)) continue;
        auto& own = meetings_[meeting.board];
        own.push_back(std::move(meeting));
    }
}

std::string BoardsAhead::holder(const std::string& board) const {
    return workflows::holder(board, successions_, today_);
}

const std::vector<db::MeetingRow>& BoardsAhead::meetings_of(const std::string& board) const {
    static const std::vector<db::MeetingRow> none;
    const auto own = meetings_.find(board);
    return own == meetings_.end() ? none : own->second;
}

workflows::BoardReach BoardsAhead::reach(const std::string& code) const {
    workflows::BoardReach reach;
    const auto board = boards_.find(code);
    if (board == boards_.end()) return reach;
    reach.clear_days = board->second.agenda_out_clear_days;
    const auto profile = workflows::find_profile(board->second.clear_days_profile);
    reach.profile = profile.value_or(workflows::Profile::va_working);
    for (const auto& meeting : meetings_of(code))
        if (meeting.planned.day()) reach.meetings.push_back(*meeting.planned.day());
    std::ranges::sort(reach.meetings);
    return reach;
}

std::optional<workflows::ClearDays> BoardsAhead::papers_count(const db::StopRow& stop) const {
    const auto board = boards_.find(stop.board);
    if (board == boards_.end()) return std::nullopt;
    return circulation::papers_count(board->second, stop, holidays_);
}

}  // namespace server::circulation
