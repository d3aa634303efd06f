// By when a provisional date is to be confirmed, and the nag that says so (protocol 7.3, "tbc").
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/cadence.hpp"
#include "db/meetings.hpp"
#include "server/letters/deadlines.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/bank_holidays.hpp"

namespace server::meetings {

/// The day that was chosen for this date, else the day on which requests for its agenda close: from
/// then on chairs of other boards count on the date. A month is settled before requests close for
/// its first day. Nothing for a meeting that is not provisional or has no month.
std::optional<workflows::Day> confirm_by(db::ReadTx& tx, const db::MeetingRow& meeting,
                                         const workflows::Board& board,
                                         const workflows::Holidays& holidays);
/// The same of many meetings: the chosen days are read once.
class ConfirmDays {
  public:
    ConfirmDays(db::ReadTx& tx, const std::vector<db::MeetingRow>& meetings);
    /// `meeting` is one of those.
    std::optional<workflows::Day> of(const db::MeetingRow& meeting, const workflows::Board& board,
                                     const workflows::Holidays& holidays) const;

  private:
    std::map<std::string, db::ConfirmDay> chosen_;
};
/// "To be confirmed by Tuesday 8 January 2019", or empty.
std::string confirm_by_words(const std::optional<workflows::Day>& day);

/// The secretariat of the board is reminded until the meeting is confirmed, moved or cancelled.
void add_confirm_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                        std::vector<workflows::Duty>& duties);

}  // namespace server::meetings
