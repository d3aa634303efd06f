// Small parts that the pages of requests and circulations share.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "server/context.hpp"
#include "templates/components.hpp"
#include "templates/form_fields.hpp"
#include "workflows/agenda_request.hpp"
#include "workflows/text/words.hpp"

namespace server::pages {

/// The colour of a state's tag; the words say it too.
templates::TagColour request_colour(workflows::RequestState state);
/// "Being considered".
std::string request_state_words(workflows::RequestState state);

/// Codes of the boards that the viewer speaks for in requests: as chair or secretariat.
std::set<std::string> own_boards(const Viewer& viewer);

/// The first letter of a sentence.
using workflows::text::capitalised;

/// The links of the error summary: to the fields of `form`, or the bare message where the refusal
/// names none of them.
std::vector<templates::ErrorLink> error_links_of(const Context& context,
                                                 const templates::View& form);

}  // namespace server::pages
