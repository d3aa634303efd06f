// How each stop stands today, and where a document has got to on its way round the boards.
#include "workflows/circulation/circulation.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

StopStatus issued_status(const Stop& stop) {
    StopStatus now{StopLamp::on_time, "Papers are out."};
    if (stop.issued_on) now.words = "Papers went out on " + long_date(*stop.issued_on) + ".";
    if (stop.issued_on && stop.papers_by && *stop.issued_on > *stop.papers_by)
        now = {StopLamp::late, "Papers went out on " + long_date(*stop.issued_on) +
                                   ", after the last day, " + long_date(*stop.papers_by) + "."};
    if (stop.outdated) now.words += " They hold an earlier version.";
    return now;
}

StopStatus assent_status(const Stop& stop, Day today) {
    const std::string day = stop.assent_by ? long_date(*stop.assent_by) : "";
    if (stop.assent_by && today <= *stop.assent_by)
        return {StopLamp::waiting, "The chair is asked to assent in writing by " + day + "."};
    return {StopLamp::late, "No answer came by " + day +
                                ". Silence is not assent: ask again, or take it to a meeting."};
}

// What a stop says that waits for no meeting.
std::optional<StopStatus> away_from_meetings(const Stop& stop, Day today) {
    if (is_refusal(stop.state))
        return StopStatus{
            StopLamp::refused,
            "This blocks the circulation until the outcome is corrected, the document "
            "comes again, or this stop is withdrawn."};
    if (is_outcome(stop.state))
        return StopStatus{StopLamp::done, text::capitalised(to_words(stop.state)) + "."};
    if (stop.state == StopState::withdrawn)
        return StopStatus{StopLamp::withdrawn, "Taken off the way round."};
    if (stop.state == StopState::stale)
        return StopStatus{StopLamp::stale,
                          "The newest version differs materially from the one that it agreed."};
    if (stop.state == StopState::views_stale)
        return StopStatus{StopLamp::stale,
                          "The newest version differs materially from the one that it spoke to."};
    if (stop.state == StopState::assent_asked) return assent_status(stop, today);
    if (!stop.has_meeting)
        return StopStatus{StopLamp::needs_meeting,
                          "It has no meeting. Choose one, or ask its chair for written assent."};
    return std::nullopt;
}

StopStatus planned_status(const Stop& stop, Day today) {
    if (!stop.papers_by) return {StopLamp::on_time, "Papers have not gone out."};
    const Day last = *stop.papers_by;
    if (today > last)
        return {StopLamp::too_late,
                "Papers can no longer go out in time: the last day was " + long_date(last) + "."};
    const std::string by = "Papers must go out by " + long_date(last) + ".";
    const bool due = last - today <= std::chrono::days{papers_due_days};
    return {due ? StopLamp::papers_due : StopLamp::on_time, by};
}

std::string when(const PlannedDate& date) {
    if (const auto day = date.day()) return "on " + long_date(*day);
    if (date.month()) return "in " + date.words();
    return "(date to be confirmed)";
}

void add_names(std::string& words, std::string_view before, std::span<const std::string> names) {
    for (std::size_t i = 0; i < names.size(); ++i)
        words += (i == 0 ? std::string(before) : ", ") + names[i];
    if (!names.empty()) words += ".";
}

/// Waits for a meeting that was cancelled.
bool needs_meeting(const Stop& stop) {
    const bool waits = stop.state == StopState::planned || stop.state == StopState::issued;
    return waits && stop.meeting == MeetingState::cancelled;
}

std::vector<std::string> without_meeting(std::span<const Stop> stops) {
    std::vector<std::string> boards;
    for (const Stop& stop : stops)
        if (needs_meeting(stop)) boards.push_back(stop.board);
    return boards;
}

std::string summary_words(const CirculationSummary& summary, std::span<const Stop> stops) {
    std::string words = "Agreed by " + std::to_string(summary.agreed) + " of " +
                        std::to_string(summary.stops) +
                        (summary.stops == 1 ? " board." : " boards.");
    if (summary.informed > 0)
        words += " " + std::to_string(summary.informed) + " of them to an earlier version.";
    const std::size_t others = summary.done - summary.agreed - summary.not_agreed.size();
    if (others > 0)
        words += " Views given or noted by " + std::to_string(others) +
                 (others == 1 ? " board." : " boards.");
    add_names(words, " Not agreed by ", summary.not_agreed);
    add_names(words, " Agreed an earlier version: ", summary.stale);
    add_names(words, " Gave views on an earlier version: ", summary.views_stale);
    add_names(words, " Asked for written assent: ", summary.asked);
    add_names(words, " Outcome not recorded: ", summary.unrecorded);
    add_names(words, " Without a meeting: ", summary.without_meeting);
    add_names(words, " Meeting cancelled, choose another: ", without_meeting(stops));
    if (summary.withdrawn > 0)
        words += " Withdrawn from " + std::to_string(summary.withdrawn) +
                 (summary.withdrawn == 1 ? " board." : " boards.");
    if (summary.next) {
        const Stop& next = stops[*summary.next];
        words += " Next: " + next.board + " " + when(next.date) + ".";
    }
    return words;
}

void count(CirculationSummary& summary, const Stop& stop) {
    if (stop.state == StopState::withdrawn) {
        ++summary.withdrawn;
        return;
    }
    ++summary.stops;
    if (is_agreement(stop.state)) ++summary.agreed;
    if (is_outcome(stop.state)) ++summary.done;
    if (stop.state == StopState::informed) ++summary.informed;
    if (is_refusal(stop.state)) summary.not_agreed.push_back(stop.board);
    if (stop.state == StopState::stale) summary.stale.push_back(stop.board);
    if (stop.state == StopState::views_stale) summary.views_stale.push_back(stop.board);
    if (stop.state == StopState::assent_asked) summary.asked.push_back(stop.board);
}

}  // namespace

StopStatus status(const Stop& stop, Day today) {
    if (auto settled = away_from_meetings(stop, today)) return *std::move(settled);
    if (stop.meeting == MeetingState::cancelled)
        return {StopLamp::needs_meeting, "The meeting was cancelled. Choose another meeting."};
    const auto day = stop.date.day();
    if (!day) return {StopLamp::day_open, "The last day for papers is known when the day is set."};
    if (*day < today)
        return {StopLamp::late,
                "The board met on " + long_date(*day) + ". No outcome is recorded yet."};
    StopStatus now =
        stop.state == StopState::issued ? issued_status(stop) : planned_status(stop, today);
    if (stop.meeting == MeetingState::provisional) now.words += " The date is provisional.";
    return now;
}

std::optional<Day> due_day(const Stop& stop, Day today) {
    if (stop.state == StopState::assent_asked) return stop.assent_by;
    const auto day = stop.date.day();
    const bool outcome = stop.state == StopState::issued || (day && *day < today);
    return outcome ? day : stop.papers_by;
}

CirculationSummary where_is_it(std::span<const Stop> stops, Day today) {
    CirculationSummary summary;
    bool settled = true;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        const Stop& stop = stops[i];
        settled = settled && is_settled(stop.state);
        count(summary, stop);
        if (stop.state != StopState::planned && stop.state != StopState::issued) continue;
        if (!stop.has_meeting) {
            summary.without_meeting.push_back(stop.board);
            continue;
        }
        if (needs_meeting(stop)) continue;  // nobody met there, and nobody will
        if (stop.date.day() && *stop.date.day() < today) {
            summary.unrecorded.push_back(stop.board);
        } else if (!summary.next || stop.date < stops[*summary.next].date) {
            summary.next = i;
        }
    }
    summary.complete = settled && summary.stops > 0;
    summary.words = summary_words(summary, stops);
    return summary;
}

}  // namespace workflows
