#include "workflows/meetings/minutes.hpp"

#include "workflows/meetings/words.hpp"

namespace workflows {

Result<void> check_minutes_circulated(MeetingState state, const PlannedDate& met, Day circulated,
                                      Day today) {
    if (state != MeetingState::held) {
        return refused(meetings::words::record_the_meeting_as_held_before);
    }
    if (circulated > today) {
        return invalid("circulated", meetings::words::enter_the_date_the_draft_minutes);
    }
    if (const auto day = met.day(); day && circulated < *day) {
        return invalid("circulated", meetings::words::on_or_after_the_meeting(long_date(*day)));
    }
    return {};
}

Result<void> check_event_beside_minutes(MeetingEvent event, bool minutes_circulated) {
    if (event != MeetingEvent::correct || !minutes_circulated) return {};
    return refused(meetings::words::the_draft_minutes_for_this_meeting);
}

std::string minutes_words(Day circulated) {
    return meetings::words::draft_minutes_circulated(long_date(circulated));
}

}  // namespace workflows
