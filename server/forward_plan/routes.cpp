#include "server/forward_plan/routes.hpp"

#include <array>

#include "server/forward_plan/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address forward_plan_svg{"/forward-plan.svg"};
constexpr web::Address forward_plan{"/forward-plan"};
constexpr web::Address forward_plan_json{"/forward-plan.json"};
constexpr web::Address forward_plan_csv{"/forward-plan.csv"};
// clang-format on

}  // namespace server::routes

namespace server::forward_plan {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    page(routes::forward_plan_svg, A::read_public, S::nothing, show_forward_plan_svg),
    page(routes::forward_plan, A::read_public, S::nothing, show_forward_plan),
    page(routes::forward_plan_json, A::read_public, S::nothing, show_forward_plan_json),
    page(routes::forward_plan_csv, A::read_public, S::nothing, show_forward_plan_csv),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::forward_plan
