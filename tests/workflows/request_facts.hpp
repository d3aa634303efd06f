// A request between two boards of the county, and those who act on it, for tests.
#pragma once

#include <string_view>

#include "workflows/requests/agenda_request.hpp"

namespace request_facts {

using namespace workflows;

inline const Day today = make_day(2018, 10, 1);

inline RequestMeeting meeting_in_november(std::string_view broken) {
    RequestMeeting meeting;
    meeting.board = "HIB";
    meeting.date = make_day(2018, 11, 22);
    meeting.requests_close = make_day(2018, 10, 25);
    if (broken == "open" || broken == "offer" || broken == "offered" || broken == "all")
        meeting.state = MeetingState::cancelled;
    if (broken == "held") meeting.state = MeetingState::held;
    return meeting;
}

inline AgendaRequest request_to_hib() {
    AgendaRequest request;
    request.from_board = "OSCB";
    request.to_board = "HIB";
    request.title = "Disruption of child exploitation";
    request.details = "The board would like the views of health services.";
    request.purpose = ItemPurpose::discuss;
    request.response = ResponseWanted::comment;
    request.consider_by = make_day(2018, 10, 19);
    request.answer_by = make_day(2018, 11, 30);
    return request;
}

inline RequestActor actor_called(std::string_view name) {
    return {name == "asking_chair", name == "asking_secretariat", name == "asked_chair",
            name == "asked_secretariat"};
}

}  // namespace request_facts
