#include "server/web/people_choices.hpp"

#include <array>
#include <string_view>

namespace server::web {
namespace {

struct Part {
    std::string_view person;
    std::string_view label;
};

constexpr std::array parts{
    Part{"", "The public"},
    Part{"hwb-secretariat", "Secretariat of the Health and Wellbeing Board"},
    Part{"leader-county", "Chair of the Health and Wellbeing Board"},
    Part{"oscb-chair", "Chair of the Safeguarding Children Board"},
    Part{"safeguarding-secretariat", "Secretariat of the safeguarding boards"},
    Part{"healthwatch", "Member: Healthwatch"},
    Part{"growth-secretariat", "Secretariat of the Growth Board"},
    Part{"assistant-chief-executive", "Administrator of the county"},
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
    return "In this demonstration it is " +
           workflows::long_date(workflows::to_local(now, workflows::county_zone).day) +
           "; mail carries the real date.";
}

}  // namespace server::web
