// Deadlines from a meeting's date, each with the days that were counted.
#include "workflows/meetings/deadlines.hpp"

#include <utility>

#include "workflows/meetings/words.hpp"

namespace workflows {

namespace {

/// A reader checks up to this many days one by one; longer lists are drawn together.
constexpr std::size_t listed_days_max = 7;

std::string without_year_of(Day day, Day other) {
    return year_of(day) == year_of(other) ? weekday_day_and_month(day) : weekday_date(day);
}

enum class Unit { working_days, clear_days };

/// "5 clear days before Thu 15 Nov".
std::string rule(const Deadline& deadline, int days, Unit unit, Day meeting) {
    const auto date = without_year_of(meeting, *deadline.day);
    if (deadline.kind == Deadline::minutes_due)
        return meetings::words::working_days_after(days, date);
    return unit == Unit::clear_days ? meetings::words::clear_days_before(days, date)
                                    : meetings::words::working_days_before(days, date);
}

std::string words(const Deadline& deadline, int days, Unit unit, Day meeting) {
    const bool is_short = deadline.counted.size() <= listed_days_max;
    const auto date = weekday_date(*deadline.day);
    const auto how = rule(deadline, days, unit, meeting);
    const auto counted = is_short ? list_days(deadline.counted) : list_day_ranges(deadline.counted);
    const auto skipped =
        is_short ? list_skipped(deadline.skipped) : list_skipped_briefly(deadline.skipped);
    if (counted.empty() && skipped.empty()) return meetings::words::deadline_on(date, how);
    if (skipped.empty()) return meetings::words::deadline_counted(date, how, counted);
    if (counted.empty()) return meetings::words::deadline_skipped(date, how, skipped);
    return meetings::words::deadline_counted_and_skipped(date, how, counted, skipped);
}

Deadline by_working_days(Deadline::Kind kind, Day meeting, int days, WorkingDays walked) {
    Deadline deadline{kind, walked.day, std::move(walked.counted), std::move(walked.skipped), {}};
    deadline.words = words(deadline, days, Unit::working_days, meeting);
    return deadline;
}

Deadline agenda_out_by(Day meeting, int days, const Holidays& holidays, Profile profile) {
    ClearDays answer = latest_publication(meeting, days, holidays, profile);
    Deadline deadline{Deadline::agenda_out,
                      answer.latest_publication,
                      std::move(answer.counted),
                      std::move(answer.skipped),
                      {}};
    deadline.words = words(deadline, days, Unit::clear_days, meeting);
    return deadline;
}

std::vector<Deadline> not_known_yet() {
    std::vector<Deadline> all;
    for (Deadline::Kind kind : {Deadline::requests_close, Deadline::papers_due,
                                Deadline::agenda_out, Deadline::minutes_due}) {
        all.push_back({kind, std::nullopt, {}, {}, meetings::words::when_the_date_is_set});
    }
    return all;
}

}  // namespace

std::string_view deadline_name(Deadline::Kind kind) {
    switch (kind) {
        case Deadline::requests_close:
            return meetings::words::deadline_for_agenda_requests;
        case Deadline::papers_due:
            return meetings::words::deadline_for_reports;
        case Deadline::agenda_out:
            return meetings::words::agenda_published;
        case Deadline::minutes_due:
            return meetings::words::draft_minutes_due;
    }
    return "";
}

std::vector<Deadline> deadlines(const PlannedDate& meeting, const LeadTimes& lead_times,
                                const Holidays& holidays, Profile profile) {
    std::optional<Day> day = meeting.day();
    if (!day) {
        return not_known_yet();
    }
    return {
        by_working_days(Deadline::requests_close, *day, lead_times.requests_close_days,
                        working_days_before(*day, lead_times.requests_close_days, holidays)),
        by_working_days(Deadline::papers_due, *day, lead_times.papers_due_days,
                        working_days_before(*day, lead_times.papers_due_days, holidays)),
        agenda_out_by(*day, lead_times.agenda_out_clear_days, holidays, profile),
        by_working_days(Deadline::minutes_due, *day, lead_times.minutes_due_days,
                        working_days_after(*day, lead_times.minutes_due_days, holidays)),
    };
}

}  // namespace workflows
