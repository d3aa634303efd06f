#include "server/meetings/day_warnings.hpp"

#include "db/agenda_versions.hpp"
#include "db/boards.hpp"
#include "db/meeting_lists.hpp"
#include "server/meetings/clash_queries.hpp"
#include "server/meetings/notice.hpp"
#include "server/meetings/words.hpp"

namespace server::meetings {
namespace {

// LGA 1972 s.100B(3): what is published counts anew for another day.
std::string short_notice_words(const base::App& app, db::ReadTx& tx, workflows::Day day,
                               const std::string& moved) {
    auto meeting = db::find_meeting(tx, moved);
    if (!meeting) return "";
    const auto version = db::published_agenda(tx, moved, meeting->published);
    const auto board = db::find_board(tx, meeting->board);
    if (!version || !board) return "";
    meeting->planned = workflows::PlannedDate(day);
    const auto notice = notice_of(app, tx, *meeting, *board, version->published_at);
    if (!notice.late()) return "";
    const auto date = workflows::long_date(day);
    return meeting->held_in == workflows::HeldIn::private_
               ? words::short_notice(notice.days_given, notice.days_needed, date)
               : words::short_notice_with_public_reason(notice.days_given, notice.days_needed,
                                                        date);
}

}  // namespace

DayWarnings warnings_of(const base::App& app, db::ReadTx& tx, workflows::Day day,
                        const std::string& board, const std::string& moved) {
    DayWarnings warnings;
    const auto holidays = app.holidays(tx);
    if (const auto* reason = holidays.reason(day)) warnings.not_working = *reason;
    db::MeetingFilter filter;
    filter.board = board;
    filter.from = filter.to = day;
    filter.reader = db::service_reader();  // of the board whose secretariat asks
    for (const auto& other : db::list_meetings(tx, filter)) {
        warnings.board_meets_too =
            warnings.board_meets_too ||
            (other.planned.day() && other.state != workflows::MeetingState::cancelled &&
             other.id != moved);
    }
    warnings.clashes = clashes_of_date(tx, day, board, moved);
    if (!moved.empty()) warnings.short_notice = short_notice_words(app, tx, day, moved);
    return warnings;
}

}  // namespace server::meetings
