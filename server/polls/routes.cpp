#include "server/polls/routes.hpp"

#include <array>

#include "server/polls/poll_pages.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address polls{"/polls"};
constexpr web::Address new_poll{"/polls/new"};
constexpr web::Address poll{"/polls/{poll}"};
constexpr web::Address poll_json{"/polls/{poll}.json"};
constexpr web::Address poll_csv{"/polls/{poll}.csv"};
constexpr web::Address poll_chase{"/polls/{poll}/chase"};
constexpr web::Address poll_close{"/polls/{poll}/close"};
constexpr web::Address poll_cancel{"/polls/{poll}/cancel"};
// clang-format on

}  // namespace server::routes

namespace server::polls {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    page(routes::polls, A::read_requests, S::nothing, show_polls),
    page(routes::new_poll, A::make_poll, S::nothing, show_new_poll),
    post(routes::new_poll, A::make_poll, S::nothing, post_new_poll, show_new_poll),
    page(routes::poll, A::read_poll, S::poll, show_poll),
    page(routes::poll_json, A::read_poll, S::poll, show_poll_json),
    page(routes::poll_csv, A::read_poll, S::poll, show_poll_csv),
    post(routes::poll_chase, A::act_on_poll, S::poll, post_poll_chase, show_poll),
    post(routes::poll_close, A::act_on_poll, S::poll, post_poll_close, show_poll),
    post(routes::poll_cancel, A::act_on_poll, S::poll, post_poll_cancel, show_poll),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::polls
