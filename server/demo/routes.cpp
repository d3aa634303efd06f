#include "server/demo/routes.hpp"

#include <array>

#include "server/demo/demo_pages.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address demo_act_as{"/demo/act-as"};
constexpr web::Address demo_outbox{"/demo/outbox"};
constexpr web::Address demo_outbox_message{"/demo/outbox/{message}"};
constexpr web::Address demo_outbox_message_html{"/demo/outbox/{message}/html"};
constexpr web::Address demo_outbox_message_calendar{"/demo/outbox/{message}/calendar"};
constexpr web::Address demo_outbox_message_source{"/demo/outbox/{message}/source"};
// clang-format on

}  // namespace server::routes

namespace server::demo {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    post(routes::demo_act_as, A::read_demo, S::nothing, act_as),
    page(routes::demo_outbox, A::read_demo, S::nothing, show_outbox),
    page(routes::demo_outbox_message, A::read_demo, S::nothing, show_message),
    page(routes::demo_outbox_message_html, A::read_demo, S::nothing, show_message_html),
    page(routes::demo_outbox_message_calendar, A::read_demo, S::nothing, show_message_calendar),
    page(routes::demo_outbox_message_source, A::read_demo, S::nothing, show_message_source),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::demo
