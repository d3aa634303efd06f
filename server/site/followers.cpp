// What follows where: the functions of rooms that act when something happens in a room below.
#include "server/web/followers.hpp"

#include <array>

#include "server/issues/issue_commands.hpp"
#include "server/responses/response_commands.hpp"
#include "server/site/site.hpp"
#include "server/timetable/obligation_commands.hpp"
#include "server/timetable/obligation_responses.hpp"

namespace server::site {
namespace {

constexpr std::array paper_changed{timetable::follow_paper};
constexpr std::array item_removed{timetable::follow_removal};
// A report is delivered before what was asked for in it falls due.
constexpr std::array agenda_published{timetable::follow_publication, responses::follow_publication};
constexpr std::array response_confirmed{timetable::follow_confirmation};
constexpr std::array request_escalated{issues::follow_escalation};

}  // namespace

web::Followers followers() {
    return {.paper_changed = paper_changed,
            .item_removed = item_removed,
            .agenda_published = agenda_published,
            .response_confirmed = response_confirmed,
            .request_escalated = request_escalated};
}

}  // namespace server::site
