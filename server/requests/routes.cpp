#include "server/requests/routes.hpp"

#include <array>

#include "server/requests/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address requests{"/requests"};
constexpr web::Address requests_json{"/requests.json"};
constexpr web::Address new_request{"/requests/new"};
constexpr web::Address request{"/requests/{request}"};
constexpr web::Address request_json{"/requests/{request}.json"};
constexpr web::Address request_step{"/requests/{request}/{event}"};
constexpr web::Address requests_svg{"/requests.svg"};
constexpr web::Address requests_csv{"/requests.csv"};
// clang-format on

}  // namespace server::routes

namespace server::requests {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    // Requests between chairs
    page(routes::requests, A::read_requests, S::nothing, show_requests),
    page(routes::requests_json, A::read_requests, S::nothing, show_requests_json),
    page(routes::new_request, A::make_request, S::nothing, show_new_request),
    post(routes::new_request, A::make_request, S::nothing, send_new_request, show_new_request),
    page(routes::request, A::read_request, S::request, show_request),
    page(routes::request_json, A::read_request, S::request, show_request_json),
    post(routes::request_step, A::act_on_request, S::request, act_on_request, show_request),
    page(routes::requests_svg, A::read_requests, S::nothing, show_requests_svg),
    page(routes::requests_csv, A::read_requests, S::nothing, show_requests_csv),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::requests
