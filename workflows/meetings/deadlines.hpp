// What must happen by when for one meeting: requests, papers, agenda and minutes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workflows/core/clear_days.hpp"
#include "workflows/core/planned_date.hpp"

namespace workflows {

/// Per board, and the secretary's to change; each 0..clear_days_max.
struct LeadTimes {
    int requests_close_days = 20;   // working days before the meeting
    int papers_due_days = 10;       // working days before the meeting
    int agenda_out_clear_days = 5;  // clear days before the meeting
    int minutes_due_days = 10;      // working days after the meeting
    friend bool operator==(const LeadTimes&, const LeadTimes&) = default;
};

struct Deadline {
    enum Kind { requests_close, papers_due, agenda_out, minutes_due };
    Kind kind = requests_close;
    std::optional<Day> day;  // none while the meeting has no day
    std::vector<Day> counted;
    std::vector<SkippedDay> skipped;
    /// "Wed 7 Nov 2018: 5 clear days before Thu 15 Nov: 8, 9, 12, 13, 14 Nov counted; Sat 10 and
    /// Sun 11 Nov skipped", or "when the day is set".
    std::string words;
};

std::string_view deadline_name(Deadline::Kind kind);  // "Papers due"

/// All four, in the order of Deadline::Kind. The profile decides which days count for the agenda;
/// the other three are always working days.
std::vector<Deadline> deadlines(const PlannedDate& meeting, const LeadTimes& lead_times,
                                const Holidays& holidays, Profile profile = Profile::va_working);

}  // namespace workflows
