// Cadence, by counting the meetings of the year against what was asked.
#include "workflows/cadence.hpp"

#include <algorithm>

namespace workflows {

namespace {

bool counts(const CountedMeeting& meeting, int year) {
    const auto month = meeting.date.month();
    const bool formal = meeting.kind == MeetingKind::meeting || meeting.kind == MeetingKind::joint;
    return formal && meeting.state != MeetingState::cancelled && month &&
           static_cast<int>(month->year()) == year;
}

// A month has passed when its last day has.
bool is_past(const PlannedDate& date, Day today) {
    if (const auto day = date.day()) return *day < today;
    return Day{(*date.month() + std::chrono::months{1}) / 1} <= today;
}

void add(CadenceCount& count, const CountedMeeting& meeting, Day today) {
    if (meeting.state == MeetingState::held)
        ++count.held;
    else if (is_past(meeting.date, today))
        ++count.unrecorded;
    else
        ++count.planned;
}

// In even steps over the year: the first of four is expected by the end of March.
int expected_by(int needed, int year, Day today) {
    const Day first = make_day(year, 1, 1);
    const Day next = make_day(year + 1, 1, 1);
    if (today >= next) return needed;
    if (today < first) return 0;
    return static_cast<int>(needed * (today - first).count() / (next - first).count());
}

std::string number_words(int count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

void add_lamps(CadenceStanding& standing, const Cadence& cadence, int year) {
    const auto& open = standing.in_public;
    if (open.needed > 0 && open.missing() == open.needed) {
        standing.lamps.push_back("No meeting in public in " + std::to_string(year));
    } else if (open.missing() > 0) {
        standing.lamps.push_back(std::to_string(open.missing()) + " more in public to plan");
    }
    if (standing.behind)
        standing.lamps.push_back("Behind its cadence: " + std::to_string(standing.meetings.held) +
                                 " held, " + std::to_string(standing.expected) +
                                 " expected by now");
    if (standing.meetings.missing() > 0)
        standing.lamps.push_back(
            number_words(standing.meetings.missing(), "more meeting", "more meetings") +
            " to plan");
    if (standing.joint.missing() > 0)
        standing.lamps.push_back(
            number_words(standing.joint.missing(), "joint meeting", "joint meetings") +
            " with the " + cadence.joint_with + " to plan");
    if (standing.meetings.unrecorded > 0)
        standing.lamps.push_back(
            number_words(standing.meetings.unrecorded, "past meeting is", "past meetings are") +
            " not recorded as held");
}

}  // namespace

Cadence usual_cadence(const Board& board) {
    Cadence cadence;
    cadence.meetings = board.meetings_per_year;
    const bool safety = board.statute.find("Crime and Disorder") != std::string::npos;
    if (board.held_in == "public") {
        cadence.in_public = board.meetings_per_year;
    } else if (board.held_in == "mixed" || safety) {
        cadence.in_public = 1;
    }
    return cadence;
}

CadenceStanding cadence_standing(const Cadence& cadence, std::span<const CountedMeeting> meetings,
                                 int year, Day today) {
    CadenceStanding standing;
    standing.meetings.needed = cadence.meetings;
    standing.in_public.needed = cadence.in_public;
    standing.joint.needed = cadence.joint_with.empty() ? 0 : cadence.joint;
    for (const auto& meeting : meetings) {
        if (!counts(meeting, year)) continue;
        add(standing.meetings, meeting, today);
        if (meeting.held_in != HeldIn::private_) add(standing.in_public, meeting, today);
        const bool together = std::find(meeting.boards.begin(), meeting.boards.end(),
                                        cadence.joint_with) != meeting.boards.end();
        if (together && !cadence.joint_with.empty()) add(standing.joint, meeting, today);
    }
    standing.expected = expected_by(cadence.meetings, year, today);
    standing.behind = standing.meetings.held + standing.meetings.unrecorded < standing.expected;
    add_lamps(standing, cadence, year);
    return standing;
}

}  // namespace workflows
