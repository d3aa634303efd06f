// Clear days and working-day steps, by walking the calendar a day at a time.
#include "workflows/core/clear_days.hpp"

#include <algorithm>
#include <utility>

#include "workflows/core/words.hpp"
#include "workflows/text/words.hpp"

namespace workflows {

namespace {

enum class Walk { back = -1, forward = 1 };

/// Why a day does not count, or null.
const std::string* reason_not_counted(Day day, const Holidays& holidays, Profile profile) {
    return profile == Profile::calendar ? nullptr : holidays.reason(day);
}

Day next(Day day, Walk direction) {
    return day + std::chrono::days{static_cast<int>(direction)};
}

/// `day` itself, or the nearest day in `direction` that counts.
Day roll(Day day, Walk direction, const Holidays& holidays, Profile profile) {
    while (reason_not_counted(day, holidays, profile) != nullptr) {
        day = next(day, direction);
    }
    return day;
}

/// The day that counts beyond `days` counted days from `start`. One day further than the last
/// counted day is the answer, rolled on, since nobody publishes or meets on a day that is no
/// working day.
Day beyond(Day start, int days, Walk direction, const Holidays& holidays, Profile profile) {
    Day day = start;
    for (int counted = 0; counted < days;) {
        day = next(day, direction);
        counted += reason_not_counted(day, holidays, profile) == nullptr ? 1 : 0;
    }
    return roll(next(day, direction), direction, holidays, profile);
}

WorkingDays walk(Day start, int count, Walk direction, const Holidays& holidays) {
    WorkingDays result{start, {}, {}};
    int left = count;
    while (left > 0 || !holidays.is_working_day(result.day)) {
        if (result.day != start && !holidays.is_working_day(result.day)) {
            result.skipped.push_back({result.day, *holidays.reason(result.day)});
        }
        result.day = next(result.day, direction);
        if (holidays.is_working_day(result.day) && left > 0) {
            result.counted.push_back(result.day);
            --left;
        }
    }
    if (direction == Walk::back) {
        std::reverse(result.counted.begin(), result.counted.end());
        std::reverse(result.skipped.begin(), result.skipped.end());
    }
    return result;
}

void explain(ClearDays& answer, Day from, Day to, const Holidays& holidays) {
    Count count = clear_days(from, to, holidays, answer.profile);
    answer.counted = std::move(count.counted);
    answer.skipped = std::move(count.skipped);
}

std::string clear_days_words(int days) {
    return text::counted(days, "clear day", "clear days");
}

}  // namespace

std::string_view profile_name(Profile profile) {
    return profile == Profile::calendar ? "calendar" : "va_working";
}

std::optional<Profile> find_profile(std::string_view name) {
    for (Profile profile : {Profile::va_working, Profile::calendar}) {
        if (profile_name(profile) == name) {
            return profile;
        }
    }
    return std::nullopt;
}

Count clear_days(Day from, Day to, const Holidays& holidays, Profile profile) {
    Count count{from, to, {}, {}};
    for (Day day = from + std::chrono::days{1}; day < to; day += std::chrono::days{1}) {
        if (const std::string* reason = reason_not_counted(day, holidays, profile)) {
            count.skipped.push_back({day, *reason});
        } else {
            count.counted.push_back(day);
        }
    }
    return count;
}

ClearDays latest_publication(Day meeting, int days, const Holidays& holidays, Profile profile) {
    ClearDays answer;
    answer.days = days;
    answer.profile = profile;
    answer.meeting = meeting;
    answer.latest_publication = beyond(meeting, days, Walk::back, holidays, profile);
    explain(answer, *answer.latest_publication, meeting, holidays);
    return answer;
}

ClearDays earliest_meeting(Day published, int days, const Holidays& holidays, Profile profile) {
    ClearDays answer;
    answer.days = days;
    answer.profile = profile;
    answer.published = published;
    Day from = roll(published, Walk::forward, holidays, profile);
    if (from != published) {
        answer.treated_as = from;
    }
    answer.earliest_meeting = beyond(from, days, Walk::forward, holidays, profile);
    explain(answer, from, *answer.earliest_meeting, holidays);
    return answer;
}

std::string ClearDays::words() const {
    const auto text = counted.empty()
                          ? std::string(core::words::no_clear_days)
                          : core::words::clear_days_counted(list_weekdays(counted), counted.size());
    if (skipped.empty()) {
        return text;
    }
    bool one_holiday = skipped.size() == 1 && !is_weekend(skipped[0].day);
    const auto left_out = text::capitalised(list_skipped_briefly(skipped));
    return one_holiday ? core::words::one_does_not_count(text, left_out)
                       : core::words::these_do_not_count(text, left_out);
}

std::string ClearDays::verdict() const {
    if (meeting && latest_publication) {
        return core::words::publish_by(weekday_date(*latest_publication), weekday_date(*meeting),
                                       clear_days_words(days));
    }
    if (!published || !earliest_meeting) {
        return "";
    }
    const auto given = weekday_date(*published);
    const auto first = weekday_date(*earliest_meeting);
    if (treated_as)
        return core::words::in_time_for_when_treated_as(given, weekday_date(*treated_as), first,
                                                        clear_days_words(days));
    return core::words::in_time_for(given, first, clear_days_words(days));
}

Day publication_day(Day day, TimeOfDay time, TimeOfDay cut_off, const Holidays& holidays,
                    Profile profile) {
    Day from = time < cut_off ? day : next(day, Walk::forward);
    return roll(from, Walk::forward, holidays, profile);
}

WorkingDays working_days_before(Day day, int count, const Holidays& holidays) {
    return walk(day, count, Walk::back, holidays);
}

WorkingDays working_days_after(Day day, int count, const Holidays& holidays) {
    return walk(day, count, Walk::forward, holidays);
}

}  // namespace workflows
