#include "server/web/people_choices.hpp"

#include <array>
#include <string_view>

#include "server/web/words.hpp"

namespace server::web {
namespace {

struct Part {
    std::string_view person;
    std::string_view label;
};

constexpr std::array parts{
    Part{"", words::the_public},
    Part{"hwb-secretariat", words::health_and_wellbeing_board_secretariat},
    Part{"leader-county", words::health_and_wellbeing_board_chair},
    Part{"oscb-chair", words::safeguarding_children_board_chair},
    Part{"safeguarding-secretariat", words::safeguarding_boards_secretariat},
    Part{"healthwatch", words::healthwatch_member},
    Part{"growth-secretariat", words::growth_board_secretariat},
    Part{"assistant-chief-executive", words::county_administrator},
};

}  // namespace

std::vector<templates::Choice> demo_people(const Context& context) {
    std::vector<templates::Choice> choices;
    for (const auto& part : parts) {
        templates::Choice choice;
        choice.value = part.person;
        choice.label = part.label;
        choice.chosen = context.viewer.person == part.person;
        choices.push_back(std::move(choice));
    }
    return choices;
}

std::string demo_day_words(workflows::Instant now) {
    return words::demonstration_date(
        workflows::long_date(workflows::to_local(now, workflows::county_zone).day));
}

}  // namespace server::web
