// Reminders by the clock: what goes when, for lists, and the job that sends what is due.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "workflows/overview/reminders.hpp"

namespace server::letters {

/// What the scheduler would do from `at` on, as the county stands now: everything to be sent within
/// `days` days (0: the rest of that day), what is late, what was sent or is over of the two weeks
/// before. In the order of time. `days` at most due_days_max; more is cut.
std::vector<workflows::DueReminder> due(base::App& app, db::ReadTx& tx, workflows::Instant at,
                                        int days);
inline constexpr int due_days_max = 366;
inline constexpr int due_days_shown_before = 14;

/// Words for a list: "Paper due Thu 1 Nov 2018: Annual report, HWB". What they are about is read
/// once for all of them.
class ReminderSummaries {
  public:
    ReminderSummaries(db::ReadTx& tx, const std::vector<workflows::DueReminder>& reminders);
    std::string of(const workflows::DueReminder& reminder) const;

  private:
    std::map<std::string, db::MeetingRow> meetings_;
};

struct ReminderReport {
    int letters = 0;    // queued
    int reminders = 0;  // recorded as sent; a post without a usable address gets no letter
    bool more = false;  // there are more: come again at once
};
/// Sends what is due now. The letters and the record that they went are one transaction, so a
/// repeat, a second start or a clock set back sends nothing twice; a tick that was missed is caught
/// up by the next. When nothing can have come due since the last look, reads nothing. Looks while
/// others write; what was found is looked at again, alone, when nobody else can.
ReminderReport run_due(base::App& app);
/// The second half of it: of `found` what is still to be sent.
ReminderReport send_due(base::App& app, const std::vector<workflows::DueReminder>& found);

}  // namespace server::letters
