#include "server/overview/routes.hpp"

#include <array>

#include "server/overview/between_boards_pages.hpp"
#include "server/overview/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address health{"/healthz"};
constexpr web::Address readiness{"/readyz"};
constexpr web::Address front_page{"/"};
constexpr web::Address meeting{"/meetings/{meeting}"};
constexpr web::Address meeting_json{"/meetings/{meeting}.json"};
constexpr web::Address meeting_ics{"/meetings/{meeting}.ics"};
constexpr web::Address meeting_workspace{"/meetings/{meeting}/workspace"};
constexpr web::Address boards{"/boards"};
constexpr web::Address boards_json{"/boards.json"};
constexpr web::Address board_map{"/boards/map"};
constexpr web::Address board_map_svg{"/boards/map.svg"};
constexpr web::Address board_map_csv{"/boards/map.csv"};
constexpr web::Address board{"/boards/{board}"};
constexpr web::Address board_json{"/boards/{board}.json"};
constexpr web::Address between_boards{"/between-boards"};
constexpr web::Address officers_agenda{"/officers-agenda"};
constexpr web::Address officers_agenda_json{"/officers-agenda.json"};
constexpr web::Address to_do{"/home"};
constexpr web::Address audit{"/audit"};
constexpr web::Address help{"/help"};
constexpr web::Address help_workflows{"/help/workflows"};
constexpr web::Address accessibility{"/accessibility"};
constexpr web::Address licences{"/about/licences"};
// clang-format on

}  // namespace server::routes

namespace server::overview {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    // The service itself
    page(routes::health, A::read_health, S::nothing, show_health),
    page(routes::readiness, A::read_health, S::nothing, show_readiness),
    // Meetings
    page(routes::front_page, A::read_public, S::nothing, show_front_page),
    page(routes::meeting, A::read_meeting, S::meeting, show_meeting),
    page(routes::meeting_json, A::read_meeting, S::meeting, show_meeting_json),
    page(routes::meeting_ics, A::read_meeting, S::meeting, show_meeting_calendar),
    page(routes::meeting_workspace, A::read_workspace, S::meeting, show_workspace),
    // Boards
    page(routes::boards, A::read_public, S::nothing, show_boards),
    page(routes::boards_json, A::read_public, S::nothing, boards_json),
    page(routes::board_map, A::read_public, S::nothing, show_board_map),
    page(routes::board_map_svg, A::read_public, S::nothing, show_board_map_svg),
    page(routes::board_map_csv, A::read_public, S::nothing, show_board_map_csv),
    page(routes::board, A::read_public, S::board, show_board),
    page(routes::board_json, A::read_public, S::board, board_json),
    page(routes::between_boards, A::read_public, S::nothing, show_between_boards),
    page(routes::officers_agenda, A::read_officers_agenda, S::nothing, show_officers_agenda),
    page(routes::officers_agenda_json, A::read_officers_agenda, S::nothing, show_officers_agenda_json),
    // To do, holidays, audit
    page(routes::to_do, A::read_home, S::nothing, show_home),
    page(routes::audit, A::read_audit, S::nothing, show_audit),
    // Help and what the footer links
    page(routes::help, A::read_public, S::nothing, show_help),
    page(routes::help_workflows, A::read_public, S::nothing, show_workflows),
    page(routes::accessibility, A::read_public, S::nothing, show_accessibility),
    page(routes::licences, A::read_public, S::nothing, show_licences),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::overview
