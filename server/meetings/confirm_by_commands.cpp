#include "server/meetings/confirm_by_commands.hpp"

#include "db/boards.hpp"
#include "db/cadence.hpp"
#include "server/meetings/confirm_by.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::meetings {
namespace {

constexpr int days_to_confirm = 5;  // working days, of a meeting that is planned late

}  // namespace

void leave_time_to_confirm(db::WriteTx& tx, const db::MeetingRow& meeting,
                           const workflows::Holidays& holidays) {
    const auto board = db::find_board(tx, meeting.board);
    const auto usual = board ? confirm_by(tx, meeting, *board, holidays) : std::nullopt;
    if (!usual) return;
    const auto today = db::county_day(tx);
    auto day = workflows::working_days_after(today, days_to_confirm, holidays).day;
    if (*usual >= day) return;
    if (const auto meets = meeting.planned.day()) day = std::min(day, *meets);
    db::save_confirm_by(tx, meeting.id, meeting.planned, day);
}

}  // namespace server::meetings
