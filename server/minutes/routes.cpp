#include "server/minutes/routes.hpp"

#include <array>

#include "server/minutes/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address meeting_minutes{"/meetings/{meeting}/minutes"};
constexpr web::Address meeting_minutes_undo{"/meetings/{meeting}/minutes/undo"};
// clang-format on

}  // namespace server::routes

namespace server::minutes {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    page(routes::meeting_minutes, A::edit_meeting, S::meeting, show_minutes),
    post(routes::meeting_minutes, A::edit_meeting, S::meeting, record_minutes, show_minutes),
    post(routes::meeting_minutes_undo, A::edit_meeting, S::meeting, undo_minutes, show_minutes),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::minutes
