#include "server/requests/request_parts.hpp"

#include "server/web/form_parts.hpp"
#include "workflows/text/words.hpp"

namespace server::requests {

using templates::TagColour;
using workflows::RequestState;

TagColour request_colour(RequestState state) {
    switch (state) {
        case RequestState::sent:
        case RequestState::considering:
            return TagColour::blue;
        case RequestState::offered:
        case RequestState::returned:
            return TagColour::yellow;
        case RequestState::accepted:
        case RequestState::answered:
            return TagColour::green;
        case RequestState::declined:
            return TagColour::red;
        case RequestState::escalated:
            return TagColour::orange;
        case RequestState::closed:
        case RequestState::withdrawn:
            break;
    }
    return TagColour::grey;
}

std::string request_state_words(RequestState state) {
    return workflows::text::capitalised(workflows::to_words(state));
}

}  // namespace server::requests
