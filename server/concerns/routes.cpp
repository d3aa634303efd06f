#include "server/concerns/routes.hpp"

#include <array>

#include "server/concerns/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address concerns{"/concerns"};
constexpr web::Address concerns_csv{"/concerns.csv"};
constexpr web::Address concerns_json{"/concerns.json"};
constexpr web::Address new_concern{"/concerns/new"};
constexpr web::Address concern{"/concerns/{concern}"};
constexpr web::Address concern_json{"/concerns/{concern}.json"};
constexpr web::Address concern_step{"/concerns/{concern}/{event}"};
// clang-format on

}  // namespace server::routes

namespace server::concerns {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    page(routes::concerns, A::read_concerns, S::nothing, show_concerns),
    page(routes::concerns_csv, A::read_concerns, S::nothing, show_concerns_csv),
    page(routes::concerns_json, A::read_concerns, S::nothing, show_concerns_json),
    page(routes::new_concern, A::make_concern, S::nothing, show_new_concern),
    post(routes::new_concern, A::make_concern, S::nothing, post_new_concern, show_new_concern),
    page(routes::concern, A::read_concern, S::concern, show_concern),
    page(routes::concern_json, A::read_concern, S::concern, show_concern_json),
    post(routes::concern_step, A::act_on_concern, S::concern, act_on_concern, show_concern),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::concerns
