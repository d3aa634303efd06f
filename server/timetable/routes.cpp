#include "server/timetable/routes.hpp"

#include <array>

#include "server/timetable/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address timetable_svg{"/timetable.svg"};
constexpr web::Address timetable{"/timetable"};
constexpr web::Address timetable_json{"/timetable.json"};
constexpr web::Address timetable_csv{"/timetable.csv"};
constexpr web::Address report{"/timetable/reports/{report}"};
constexpr web::Address timetable_proposals{"/timetable/proposals"};
constexpr web::Address timetable_roll_forward{"/timetable/roll-forward"};
constexpr web::Address timetable_seasons{"/timetable/seasons"};
constexpr web::Address timetable_orders{"/timetable/orders"};
constexpr web::Address timetable_orders_end{"/timetable/orders/end"};
constexpr web::Address new_contradiction{"/timetable/contradictions/new"};
constexpr web::Address contradiction{"/timetable/contradictions/{contradiction}"};
constexpr web::Address obligation{"/obligations/{obligation}"};
constexpr web::Address obligation_step{"/obligations/{obligation}/{event}"};
// clang-format on

}  // namespace server::routes

namespace server::timetable {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    page(routes::timetable_svg, A::read_public, S::nothing, show_timetable_svg),
    // Reporting timetable
    page(routes::timetable, A::read_public, S::nothing, show_timetable),
    page(routes::timetable_json, A::read_public, S::nothing, show_timetable_json),
    page(routes::timetable_csv, A::read_public, S::nothing, show_timetable_csv),
    page(routes::report, A::read_public, S::report, show_report),
    post(routes::report, A::edit_report, S::report, edit_report, show_report),
    page(routes::timetable_proposals, A::confirm_proposals, S::nothing, show_proposals),
    post(routes::timetable_proposals, A::confirm_proposals, S::nothing, confirm_all_proposals, show_proposals),
    page(routes::timetable_roll_forward, A::edit_timetable, S::nothing, show_roll_forward),
    post(routes::timetable_roll_forward, A::edit_timetable, S::nothing, roll_timetable_forward, show_roll_forward),
    page(routes::timetable_seasons, A::edit_timetable, S::nothing, show_seasons),
    post(routes::timetable_seasons, A::edit_timetable, S::nothing, edit_seasons, show_seasons),
    page(routes::timetable_orders, A::edit_timetable, S::nothing, show_report_orders),
    post(routes::timetable_orders, A::edit_timetable, S::nothing, add_report_order, show_report_orders),
    post(routes::timetable_orders_end, A::edit_timetable, S::nothing, end_report_order, show_report_orders),
    page(routes::new_contradiction, A::edit_timetable, S::nothing, show_new_contradiction),
    post(routes::new_contradiction, A::edit_timetable, S::nothing, add_contradiction, show_new_contradiction),
    page(routes::contradiction, A::edit_timetable, S::nothing, show_contradiction),
    post(routes::contradiction, A::edit_timetable, S::nothing, settle_contradiction, show_contradiction),
    page(routes::obligation, A::read_obligation, S::obligation, show_obligation),
    post(routes::obligation_step, A::act_on_obligation, S::obligation, act_on_obligation, show_obligation),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::timetable
