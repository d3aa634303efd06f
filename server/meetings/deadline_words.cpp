#include "server/meetings/deadline_words.hpp"

namespace server {

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

}  // namespace server
