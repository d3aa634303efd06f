#include "server/responses/routes.hpp"

#include <array>

#include "server/responses/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address responses{"/responses"};
constexpr web::Address responses_json{"/responses.json"};
constexpr web::Address responses_csv{"/responses.csv"};
constexpr web::Address new_response{"/responses/new"};
constexpr web::Address responses_deliver{"/responses/deliver"};
constexpr web::Address responses_arrangements{"/responses/arrangements"};
constexpr web::Address responses_arrangements_end{"/responses/arrangements/end"};
constexpr web::Address response{"/responses/{response}"};
constexpr web::Address response_json{"/responses/{response}.json"};
constexpr web::Address response_step{"/responses/{response}/{event}"};
// clang-format on

}  // namespace server::routes

namespace server::responses {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    // Responses that follow a paper back
    page(routes::responses, A::read_responses, S::nothing, show_responses),
    page(routes::responses_json, A::read_responses, S::nothing, show_responses_json),
    page(routes::responses_csv, A::read_responses, S::nothing, show_responses_csv),
    page(routes::new_response, A::read_responses, S::nothing, show_responses_wanted),
    post(routes::new_response, A::read_responses, S::nothing, add_response_wanted, show_responses_wanted),
    post(routes::responses_deliver, A::read_responses, S::nothing, deliver_responses, show_responses_wanted),
    page(routes::responses_arrangements, A::read_responses, S::nothing, show_arrangements),
    post(routes::responses_arrangements, A::read_responses, S::nothing, add_arrangement, show_arrangements),
    post(routes::responses_arrangements_end, A::read_responses, S::nothing, end_arrangement, show_arrangements),
    page(routes::response, A::read_response, S::response, show_response),
    page(routes::response_json, A::read_response, S::response, show_response_json),
    post(routes::response_step, A::act_on_response, S::response, act_on_response, show_response),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::responses
