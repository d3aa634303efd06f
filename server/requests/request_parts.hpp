// What the pages of requests say of a state.
#pragma once

#include <string>

#include "templates/components.hpp"
#include "workflows/requests/agenda_request.hpp"

namespace server::requests {

/// The colour of a state's tag; the words say it too.
templates::TagColour request_colour(workflows::RequestState state);
/// "Being considered".
std::string request_state_words(workflows::RequestState state);

}  // namespace server::requests
