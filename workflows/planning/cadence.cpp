// Cadence, by counting the meetings of the year against what was asked.
#include "workflows/planning/cadence.hpp"

#include <algorithm>

#include "workflows/concerns/concern.hpp"
#include "workflows/planning/words.hpp"

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
int expected_by(int needed, int year, Day today, const std::optional<Day>& recorded_from) {
    const Day first = make_day(year, 1, 1);
    const Day next = make_day(year + 1, 1, 1);
    const Day from = recorded_from.value_or(first);
    const Day until = std::min(today, next);
    if (until <= from) return 0;
    return static_cast<int>(needed * (until - from).count() / (next - first).count());
}

std::string behind_words(const CadenceStanding& standing) {
    const int held = standing.meetings.held;
    return standing.recorded_from ? planning::words::behind_since(
                                        held, standing.expected, long_date(*standing.recorded_from))
                                  : planning::words::behind(held, standing.expected);
}
void add_lamps(CadenceStanding& standing, const Cadence& cadence, int year) {
    const auto& open = standing.in_public;
    if (open.needed > 0 && open.missing() == open.needed) {
        standing.lamps.push_back(planning::words::none_in_public(year));
    } else if (open.missing() > 0) {
        standing.lamps.push_back(planning::words::more_in_public(open.missing()));
    }
    if (standing.behind) standing.lamps.push_back(behind_words(standing));
    if (standing.meetings.missing() > 0)
        standing.lamps.push_back(planning::words::more_meetings(standing.meetings.missing()));
    if (standing.joint.missing() > 0)
        standing.lamps.push_back(
            planning::words::more_joint(standing.joint.missing(), cadence.joint_with));
    if (standing.meetings.unrecorded > 0)
        standing.lamps.push_back(planning::words::not_recorded(standing.meetings.unrecorded));
}

}  // namespace

Cadence usual_cadence(const Board& board) {
    Cadence cadence;
    cadence.meetings = board.meetings_per_year;
    const bool safety = is_community_safety_statute(board.statute);
    if (board.held_in == workflows::HeldIn::public_) {
        cadence.in_public = board.meetings_per_year;
    } else if (board.held_in == workflows::HeldIn::mixed || safety) {
        cadence.in_public = 1;
    }
    return cadence;
}

CadenceStanding cadence_standing(const Cadence& cadence, std::span<const CountedMeeting> meetings,
                                 int year, Day today, std::optional<Day> first_recorded) {
    CadenceStanding standing;
    if (first_recorded && *first_recorded > make_day(year, 1, 1))
        standing.recorded_from = first_recorded;
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
    standing.expected = expected_by(cadence.meetings, year, today, standing.recorded_from);
    standing.behind = standing.meetings.held + standing.meetings.unrecorded < standing.expected;
    add_lamps(standing, cadence, year);
    return standing;
}

}  // namespace workflows
