#include "server/pages/request_parts.hpp"

namespace server::pages {

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

std::set<std::string> own_boards(const Viewer& viewer) {
    std::set<std::string> boards;
    for (const auto& seat : viewer.seats) {
        if (viewer.chairs(seat.board) || viewer.has_seat(seat.board, "secretariat"))
            boards.insert(seat.board);
    }
    return boards;
}

std::string request_state_words(RequestState state) {
    return capitalised(workflows::to_words(state));
}

std::vector<templates::ErrorLink> error_links_of(const Context& context,
                                                 const templates::View& form) {
    if (!context.error()) return {};
    auto links = templates::error_links(form);
    if (links.empty()) links.push_back({context.error()->message, ""});
    return links;
}

}  // namespace server::pages
