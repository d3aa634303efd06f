#include "server/circulation/routes.hpp"

#include <array>

#include "server/circulation/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address circulations{"/circulations"};
constexpr web::Address circulations_json{"/circulations.json"};
constexpr web::Address new_circulation{"/circulations/new"};
constexpr web::Address circulation{"/circulations/{circulation}"};
constexpr web::Address circulation_json{"/circulations/{circulation}.json"};
constexpr web::Address circulation_stops{"/circulations/{circulation}/stops"};
constexpr web::Address circulation_version{"/circulations/{circulation}/version"};
constexpr web::Address circulation_file{"/circulations/{circulation}/file"};
constexpr web::Address circulation_version_pdf{"/circulations/{circulation}/versions/{number}.pdf"};
constexpr web::Address circulation_review{"/circulations/{circulation}/review"};
constexpr web::Address circulation_plan{"/circulations/{circulation}/plan"};
constexpr web::Address circulation_amended{"/circulations/{circulation}/amended"};
constexpr web::Address stop_step{"/stops/{stop}/{event}"};
constexpr web::Address circulation_svg{"/circulations/{circulation}.svg"};
constexpr web::Address circulation_csv{"/circulations/{circulation}.csv"};
// clang-format on

}  // namespace server::routes

namespace server::circulation {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    // Documents that go round the boards
    page(routes::circulations, A::read_circulations, S::nothing, show_circulations),
    page(routes::circulations_json, A::read_circulations, S::nothing, show_circulations_json),
    page(routes::new_circulation, A::make_circulation, S::nothing, show_new_circulation),
    upload(routes::new_circulation, A::make_circulation, S::nothing, make_circulation, show_new_circulation),
    page(routes::circulation, A::read_circulation, S::circulation, show_circulation),
    page(routes::circulation_json, A::read_circulation, S::circulation, show_circulation_json),
    post(routes::circulation_stops, A::edit_circulation, S::circulation, add_circulation_stop, show_circulation),
    upload(routes::circulation_version, A::edit_circulation, S::circulation, set_circulation_version, show_circulation),
    upload(routes::circulation_file, A::edit_circulation, S::circulation, set_circulation_file, show_circulation),
    page(routes::circulation_version_pdf, A::read_circulation, S::circulation, show_circulation_file),
    post(routes::circulation_review, A::edit_circulation, S::circulation, set_circulation_review, show_circulation),
    page(routes::circulation_plan, A::edit_circulation, S::circulation, show_circulation_plan),
    post(routes::circulation_plan, A::edit_circulation, S::circulation, plan_circulation, show_circulation_plan),
    page(routes::circulation_amended, A::edit_circulation, S::circulation, show_amended),
    post(routes::circulation_amended, A::edit_circulation, S::circulation, choose_for_amended, show_amended),
    post(routes::stop_step, A::act_on_stop, S::stop, act_on_stop, show_circulation_of_stop),
    page(routes::circulation_svg, A::read_circulation, S::circulation, show_circulation_svg),
    page(routes::circulation_csv, A::read_circulation, S::circulation, show_circulation_csv),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::circulation
