// Clear days between publishing an agenda and its meeting, and steps by working days.
//
// Clear days exclude the day of publication and the day of the meeting (R v Swansea CC ex parte
// Elitestone [1993] 46 EG 181); Local Government Act 1972 section 100A(6) and 100B(3) ask for five.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workflows/core/bank_holidays.hpp"
#include "workflows/core/date.hpp"
#include "workflows/core/day_lists.hpp"

namespace workflows {

/// Which days count.
enum class Profile {
    va_working,  // Part VA: neither weekends nor bank holidays
    calendar     // every civil day, as practice counts the 28 days of SI 2012/2089
};

/// More days than any rule asks for; bounds what a user can make us count.
constexpr int clear_days_max = 366;

std::string_view profile_name(Profile profile);  // "va_working", "calendar"
std::optional<Profile> find_profile(std::string_view name);

/// The days strictly between two days: each is in `counted` or in `skipped`.
struct Count {
    using Skipped = SkippedDay;
    Day from;
    Day to;
    std::vector<Day> counted;
    std::vector<Skipped> skipped;
};

/// Nothing is counted where `to` is not after `from`.
Count clear_days(Day from, Day to, const Holidays& holidays, Profile profile = Profile::va_working);

/// An answer with its reasons. Asked by the meeting, it holds `meeting` and `latest_publication`;
/// asked by the publication, `published`, `earliest_meeting` and, where the publication was on a
/// day that does not count, `treated_as`.
struct ClearDays {
    int days = 0;
    Profile profile = Profile::va_working;
    std::optional<Day> meeting;
    std::optional<Day> latest_publication;
    std::optional<Day> published;
    std::optional<Day> treated_as;  // the next day that counts: published on this day in law
    std::optional<Day> earliest_meeting;
    std::vector<Day> counted;  // with `skipped`: every day between publication and meeting
    std::vector<SkippedDay> skipped;

    /// "Clear days: Fri 27, Mon 30, Tue 31 Mar = 3. (Good Friday 3 Apr and weekends do not count.)"
    std::string words() const;
    /// "Publish by Thu 26 Mar 2026 for a meeting on Tue 7 Apr 2026, 5 clear days later."
    std::string verdict() const;
};

/// The last day on which papers may come out for a meeting on `meeting`, `days` clear days before
/// it; 0 is the last working day before. `days` is 0..clear_days_max.
ClearDays latest_publication(Day meeting, int days, const Holidays& holidays,
                             Profile profile = Profile::va_working);

/// The first day that may be met on after publishing on `published`.
ClearDays earliest_meeting(Day published, int days, const Holidays& holidays,
                           Profile profile = Profile::va_working);

/// The day that a publication counts for: the next day that counts, where it came on a day that
/// does not count, or on or after `cut_off` (the office has closed).
Day publication_day(Day day, TimeOfDay time, TimeOfDay cut_off, const Holidays& holidays,
                    Profile profile = Profile::va_working);

/// Where a walk by working days ends, and what it passed. `day` is a working day: the last of
/// `counted`, or after no step the start itself, moved on to a working day.
struct WorkingDays {
    Day day;
    std::vector<Day> counted;         // by time; without the start, with `day`
    std::vector<SkippedDay> skipped;  // by time
};

WorkingDays working_days_before(Day day, int steps, const Holidays& holidays);
WorkingDays working_days_after(Day day, int steps, const Holidays& holidays);

}  // namespace workflows
