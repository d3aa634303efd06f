#include "server/meetings/notice.hpp"

#include "server/meetings/deadline_words.hpp"
#include "workflows/text/words.hpp"

namespace server::meetings {

Notice notice_of(const base::App& app, db::ReadTx& tx, const db::MeetingRow& meeting,
                 const workflows::Board& board, workflows::Instant published) {
    const auto holidays = app.holidays(tx);
    const auto profile = profile_of(board);
    const auto at = workflows::to_local(published, board.zone);
    Notice notice;
    notice.count.days = board.agenda_out_clear_days;
    notice.count.profile = profile;
    notice.count.meeting = meeting.planned.day();
    notice.count.published = at.day;
    const auto from = workflows::publication_day(at.day, {at.time.hour, at.time.minute},
                                                 office_closes, holidays, profile);
    if (from != at.day) notice.count.treated_as = from;
    auto counted = workflows::clear_days(from, meeting.planned.day().value(), holidays, profile);
    notice.count.counted = std::move(counted.counted);
    notice.count.skipped = std::move(counted.skipped);
    notice.days_given = static_cast<int>(notice.count.counted.size());
    notice.days_needed = board.agenda_out_clear_days;
    return notice;
}

std::string clear_days_words(int days) {
    return workflows::text::counted(days, "clear day", "clear days");
}

}  // namespace server::meetings
