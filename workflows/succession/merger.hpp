// What holds when two boards become one and both have a part in the same thing.
#pragma once

#include "workflows/circulation/circulation.hpp"
#include "workflows/requests/agenda_request.hpp"
#include "workflows/timetable/obligation.hpp"

namespace workflows {

/// Both have a stop of one document: whether the stop in `state` is the one that stays beside one
/// in `other`. What blocks goes on blocking, papers that are out stay out, and the one that is
/// further from its end stays: a board that has agreed has not agreed for the others.
bool prevails(StopState state, StopState other);

/// Whether a step to this state asks a board to do something anew, at a meeting, in writing or by
/// its owner's choice: when the board has ended, that is for the one that holds its duties. Papers
/// that went out and were not answered stay the old board's, whose outcome is to be recorded.
bool opens_again(StopState to);

/// Both are to have one report for one purpose: whether the obligation in `state` stands beside one
/// in `other`. An answer that is owed is never lost; what was done is not done again; of two on
/// their way the one that is further stays; and what was waived or missed gives way to all.
bool prevails(ObligationState state, ObligationState other);

/// One asked the other: closed when a meeting took the request, whose item stays; else withdrawn,
/// since nobody is left to answer it.
RequestEvent ended_by_merger(RequestState state);

}  // namespace workflows
