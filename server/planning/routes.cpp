#include "server/planning/routes.hpp"

#include <array>

#include "server/planning/cadence_pages.hpp"
#include "server/planning/handlers.hpp"
#include "server/planning/series_pages.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address series{"/meetings/series"};
constexpr web::Address series_dates{"/meetings/series/dates"};
constexpr web::Address cadence{"/meetings/cadence"};
constexpr web::Address cadence_json{"/meetings/cadence.json"};
constexpr web::Address cadence_csv{"/meetings/cadence.csv"};
constexpr web::Address board_cadence{"/boards/{board}/cadence"};
constexpr web::Address clashes{"/clashes"};
constexpr web::Address clashes_json{"/clashes.json"};
constexpr web::Address planner{"/planner"};
constexpr web::Address planner_svg{"/planner.svg"};
constexpr web::Address planner_csv{"/planner.csv"};
constexpr web::Address planner_json{"/planner.json"};
constexpr web::Address holidays{"/holidays"};
constexpr web::Address holiday_remove{"/holidays/{day}/remove"};
// clang-format on

}  // namespace server::routes

namespace server::planning {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    page(routes::series, A::create_meeting, S::nothing, show_series),
    post(routes::series, A::create_meeting, S::nothing, post_series, show_series),
    page(routes::series_dates, A::create_meeting, S::nothing, show_series_dates),
    post(routes::series_dates, A::create_meeting, S::nothing, post_series_dates, show_series_dates),
    page(routes::cadence, A::read_clashes, S::nothing, show_cadence),
    page(routes::cadence_json, A::read_clashes, S::nothing, show_cadence_json),
    page(routes::cadence_csv, A::read_clashes, S::nothing, show_cadence_csv),
    page(routes::board_cadence, A::edit_board, S::board, show_board_cadence),
    post(routes::board_cadence, A::edit_board, S::board, save_board_cadence, show_board_cadence),
    page(routes::clashes, A::read_clashes, S::nothing, show_clashes),
    page(routes::clashes_json, A::read_clashes, S::nothing, show_clashes_json),
    // Pictures
    page(routes::planner, A::read_public, S::nothing, show_planner),
    page(routes::planner_svg, A::read_public, S::nothing, show_planner_svg),
    page(routes::planner_csv, A::read_public, S::nothing, show_planner_csv),
    page(routes::planner_json, A::read_public, S::nothing, show_planner_json),
    page(routes::holidays, A::edit_holidays, S::nothing, show_holidays),
    post(routes::holidays, A::edit_holidays, S::nothing, add_holiday, show_holidays),
    post(routes::holiday_remove, A::edit_holidays, S::nothing, remove_holiday, show_holidays),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::planning
