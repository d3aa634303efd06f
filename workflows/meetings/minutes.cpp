#include "workflows/meetings/minutes.hpp"

namespace workflows {

Result<void> check_minutes_circulated(MeetingState state, const PlannedDate& met, Day circulated,
                                      Day today) {
    if (state != MeetingState::held) {
        return refused("Record the meeting as held first. Then its draft minutes can go round.");
    }
    if (circulated > today) {
        return invalid("circulated", "Enter the day on which they went round: today or earlier.");
    }
    if (const auto day = met.day(); day && circulated < *day) {
        return invalid("circulated", "Enter a day that is not before the meeting itself, " +
                                         long_date(*day) + ".");
    }
    return {};
}

Result<void> check_event_beside_minutes(MeetingEvent event, bool minutes_circulated) {
    if (event != MeetingEvent::correct || !minutes_circulated) return {};
    return refused(
        "Draft minutes of this meeting are recorded as circulated. Undo that first, under Draft "
        "minutes in the workspace.");
}

std::string minutes_words(Day circulated) {
    return "Draft minutes were circulated on " + long_date(circulated) + ".";
}

}  // namespace workflows
