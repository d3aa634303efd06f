#include "workflows/merger.hpp"

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

}  // namespace

bool prevails(StopState state, StopState other) {
    return openness(state) >= openness(other);
}

RequestEvent ended_by_merger(RequestState state) {
    const bool taken = state == RequestState::accepted || state == RequestState::answered;
    return taken ? RequestEvent::close : RequestEvent::withdraw;
}

}  // namespace workflows
