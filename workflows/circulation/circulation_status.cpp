// How each stop stands today, and where a document has got to on its way round the boards.
#include "workflows/circulation/circulation.hpp"
#include "workflows/circulation/words.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

StopStatus issued_status(const Stop& stop) {
    StopStatus now{StopLamp::on_time, circulation_words::papers_issued};
    if (stop.issued_on) now.words = circulation_words::papers_issued_on(*stop.issued_on);
    if (stop.issued_on && stop.papers_by && *stop.issued_on > *stop.papers_by)
        now = {StopLamp::late,
               circulation_words::papers_issued_late(*stop.issued_on, *stop.papers_by)};
    if (stop.outdated) now.words = circulation_words::outdated(now.words);
    return now;
}

StopStatus assent_status(const Stop& stop, Day today) {
    if (!stop.assent_by) return {StopLamp::late, circulation_words::no_reply};
    if (today <= *stop.assent_by)
        return {StopLamp::waiting, circulation_words::assent_needed_by(*stop.assent_by)};
    return {StopLamp::late, circulation_words::no_reply_by(*stop.assent_by)};
}

// What a stop says that waits for no meeting.
std::optional<StopStatus> away_from_meetings(const Stop& stop, Day today) {
    if (is_refusal(stop.state)) return StopStatus{StopLamp::refused, circulation_words::blocks};
    if (is_outcome(stop.state))
        return StopStatus{StopLamp::done, text::capitalised(to_words(stop.state)) + "."};
    if (stop.state == StopState::withdrawn)
        return StopStatus{StopLamp::withdrawn, circulation_words::removed};
    if (stop.state == StopState::stale)
        return StopStatus{StopLamp::stale, circulation_words::agreed_earlier};
    if (stop.state == StopState::views_stale)
        return StopStatus{StopLamp::stale, circulation_words::commented_earlier};
    if (stop.state == StopState::assent_asked) return assent_status(stop, today);
    if (!stop.has_meeting)
        return StopStatus{StopLamp::needs_meeting, circulation_words::without_meeting};
    return std::nullopt;
}

StopStatus planned_status(const Stop& stop, Day today) {
    if (!stop.papers_by) return {StopLamp::on_time, circulation_words::papers_not_issued};
    const Day last = *stop.papers_by;
    if (today > last) return {StopLamp::too_late, circulation_words::papers_too_late(last)};
    const std::string by = circulation_words::papers_due_by(last);
    const bool due = last - today <= std::chrono::days{papers_due_days};
    return {due ? StopLamp::papers_due : StopLamp::on_time, by};
}

std::string next_words(const std::string& board, const PlannedDate& date) {
    if (const auto day = date.day()) return circulation_words::next_on(board, *day);
    if (date.month()) return circulation_words::next_in(board, date.words());
    return circulation_words::next_undated(board);
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
    namespace say = circulation_words;
    std::vector<std::string> sentences = {say::agreed_by(summary.agreed, summary.stops)};
    if (summary.informed > 0) sentences.push_back(say::agreed_earlier_by(summary.informed));
    const std::size_t others = summary.done - summary.agreed - summary.not_agreed.size();
    if (others > 0) sentences.push_back(say::commented_by(others));
    const auto add = [&](const std::vector<std::string>& boards,
                         std::string (*words)(const std::vector<std::string>&)) {
        if (!boards.empty()) sentences.push_back(words(boards));
    };
    add(summary.not_agreed, say::not_agreed_by);
    add(summary.stale, say::agreed_an_earlier_version);
    add(summary.views_stale, say::commented_on_earlier);
    add(summary.asked, say::asked_for_assent);
    add(summary.unrecorded, say::not_recorded);
    add(summary.without_meeting, say::have_no_meeting);
    add(without_meeting(stops), say::meetings_cancelled);
    if (summary.withdrawn > 0) sentences.push_back(say::removed_from(summary.withdrawn));
    if (summary.next) {
        const Stop& next = stops[*summary.next];
        sentences.push_back(next_words(next.board, next.date));
    }
    return text::joined(sentences, " ");
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
        return {StopLamp::needs_meeting, circulation_words::cancelled};
    const auto day = stop.date.day();
    if (!day) return {StopLamp::day_open, circulation_words::no_deadline_yet};
    if (*day < today) return {StopLamp::late, circulation_words::outcome_due(*day)};
    StopStatus now =
        stop.state == StopState::issued ? issued_status(stop) : planned_status(stop, today);
    if (stop.meeting == MeetingState::provisional)
        now.words = circulation_words::provisional(now.words);
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
