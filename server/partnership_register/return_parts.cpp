#include "server/partnership_register/return_parts.hpp"

#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::partnership_register {

using templates::TagColour;
using workflows::ReturnState;

std::string returns_href(int year) {
    return web::href(routes::returns_of_year, year);
}

TagColour return_colour(ReturnState state) {
    switch (state) {
        case ReturnState::accepted:
            return TagColour::green;
        case ReturnState::submitted:
            return TagColour::blue;
        case ReturnState::sent_back:
            return TagColour::orange;
        case ReturnState::asked:
        case ReturnState::drafted:
        case ReturnState::closed:
            break;
    }
    return TagColour::grey;
}

bool is_return_filed(const db::RegisterReturn& row) {
    return row.state == ReturnState::submitted || row.state == ReturnState::accepted;
}

std::string without_end_blanks(std::string text) {
    const auto last = text.find_last_not_of(" \t\r\n");
    text.erase(last == std::string::npos ? 0 : last + 1);
    std::erase(text, '\r');
    return text;
}

std::string completed_words(const db::RegisterReturn& row) {
    return row.completed ? workflows::long_date(*row.completed) : std::string();
}

}  // namespace server::partnership_register
