#include "workflows/succession/merger.hpp"

namespace workflows {
namespace {

int openness(StopState state) {
    if (is_refusal(state)) return 5;
    switch (state) {
        case StopState::issued:
            return 4;
        case StopState::planned:
            return 3;
        case StopState::assent_asked:
            return 2;
        case StopState::stale:
        case StopState::views_stale:
            return 1;
        default:
            return 0;
    }
}

int progress(ObligationState state) {
    switch (state) {
        case ObligationState::response_due:
            return 6;
        case ObligationState::agreed:
        case ObligationState::consulted:
        case ObligationState::informed:
        case ObligationState::responded:
            return 5;
        case ObligationState::delivered:
            return 4;
        case ObligationState::prepared:
            return 3;
        case ObligationState::slotted:
            return 2;
        case ObligationState::expected:
            return 1;
        default:
            return 0;
    }
}

}  // namespace

bool prevails(StopState state, StopState other) {
    return openness(state) >= openness(other);
}

bool opens_again(StopState to) {
    return to == StopState::planned || to == StopState::stale || to == StopState::views_stale ||
           to == StopState::assent_asked;
}

bool prevails(ObligationState state, ObligationState other) {
    return progress(state) >= progress(other);
}

RequestEvent ended_by_merger(RequestState state) {
    const bool taken = state == RequestState::accepted || state == RequestState::answered;
    return taken ? RequestEvent::close : RequestEvent::withdraw;
}

}  // namespace workflows
