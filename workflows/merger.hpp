// What holds when two boards become one and both have a part in the same thing.
#pragma once

#include "workflows/agenda_request.hpp"
#include "workflows/circulation.hpp"

namespace workflows {

/// Both have a stop of one document: whether the stop in `state` is the one that stays beside one
/// in `other`. What blocks goes on blocking, papers that are out stay out, and the one that is
/// further from its end stays: a board that has agreed has not agreed for the others.
bool prevails(StopState state, StopState other);

/// One asked the other: closed when a meeting took the request, whose item stays; else withdrawn,
/// since nobody is left to answer it.
RequestEvent ended_by_merger(RequestState state);

}  // namespace workflows
