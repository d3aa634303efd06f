#include "server/meetings/deadline_words.hpp"

namespace server::meetings {

workflows::Profile profile_of(const workflows::Board& board) {
    return workflows::find_profile(board.clear_days_profile)
        .value_or(workflows::Profile::va_working);
}

std::vector<workflows::Deadline> deadlines_of(const db::MeetingRow& meeting,
                                              const workflows::Board& board,
                                              const workflows::Holidays& holidays) {
    const workflows::LeadTimes lead_times{board.requests_close_days, board.papers_due_days,
                                          board.agenda_out_clear_days, board.minutes_due_days};
    return workflows::deadlines(meeting.planned, lead_times, holidays, profile_of(board));
}

std::optional<workflows::Day> deadline_day(const db::MeetingRow& meeting,
                                           const workflows::Board& board,
                                           workflows::Deadline::Kind kind,
                                           const workflows::Holidays& holidays) {
    const workflows::LeadTimes lead_times{board.requests_close_days, board.papers_due_days,
                                          board.agenda_out_clear_days, board.minutes_due_days};
    const auto profile = workflows::find_profile(board.clear_days_profile);
    for (const auto& deadline :
         workflows::deadlines(meeting.planned, lead_times, holidays, profile.value())) {
        if (deadline.kind == kind) return deadline.day;
    }
    return std::nullopt;
}

}  // namespace server::meetings
