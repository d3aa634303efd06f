// What is to be done by a day, of all rooms: reminders by the clock and to-do rows.
#include "server/letters/deadlines.hpp"

#include <array>

#include "server/boards/seat_facts.hpp"
#include "server/circulation/review_commands.hpp"
#include "server/concerns/concern_deadlines.hpp"
#include "server/issues/issue_deadlines.hpp"
#include "server/meetings/confirm_by.hpp"
#include "server/papers/late_papers_queries.hpp"
#include "server/partnership_register/register_deadlines.hpp"
#include "server/polls/poll_deadlines.hpp"
#include "server/responses/response_deadlines.hpp"
#include "server/site/site.hpp"
#include "server/themes/theme_commands.hpp"
#include "server/timetable/obligation_deadlines.hpp"

namespace server::site {
namespace {

// clang-format off
constexpr std::array duty_table{
    letters::DutySource{"provisional dates", meetings::add_confirm_duties, nullptr},
    letters::DutySource{"date polls", nullptr, polls::add_poll_todos},
    letters::DutySource{"late papers", nullptr, papers::add_late_paper_todo},
    letters::DutySource{"responses", responses::add_response_duties, responses::add_response_todos},
    letters::DutySource{"register returns", partnership_register::add_return_duties, partnership_register::add_return_todos},
    letters::DutySource{"issues", issues::add_issue_duties, issues::add_issue_todos},
    letters::DutySource{"concerns", concerns::add_concern_duties, concerns::add_concern_todos},
    letters::DutySource{"circulations", circulation::add_review_duties, circulation::add_circulation_todos},
    letters::DutySource{"obligations", timetable::add_obligation_duties, timetable::add_obligation_todos},
    letters::DutySource{"offices that pass on", boards::add_hand_over_duties, boards::add_hand_over_todos},
    letters::DutySource{"themes", nullptr, themes::add_theme_todos},
};
// clang-format on

}  // namespace

std::span<const letters::DutySource> deadlines() {
    return duty_table;
}

}  // namespace server::site
