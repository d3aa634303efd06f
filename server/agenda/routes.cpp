#include "server/agenda/routes.hpp"

#include <array>

#include "server/agenda/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address meeting_agenda{"/meetings/{meeting}/agenda"};
constexpr web::Address new_item{"/meetings/{meeting}/agenda/new"};
constexpr web::Address item_edit{"/items/{item}/edit"};
constexpr web::Address item_up{"/items/{item}/up"};
constexpr web::Address item_down{"/items/{item}/down"};
constexpr web::Address item_remove{"/items/{item}/remove"};
constexpr web::Address meeting_publish{"/meetings/{meeting}/publish"};
constexpr web::Address agenda_version{"/meetings/{meeting}/versions/{number}"};
// clang-format on

}  // namespace server::routes

namespace server::agenda {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    // Agenda, papers, publication
    page(routes::meeting_agenda, A::edit_agenda, S::meeting, show_agenda),
    page(routes::new_item, A::edit_agenda, S::meeting, show_new_item),
    post(routes::new_item, A::edit_agenda, S::meeting, add_item, show_new_item),
    page(routes::item_edit, A::edit_agenda, S::item, show_item_form),
    post(routes::item_edit, A::edit_agenda, S::item, change_item, show_item_form),
    post(routes::item_up, A::edit_agenda, S::item, move_item_up, show_agenda_of_item),
    post(routes::item_down, A::edit_agenda, S::item, move_item_down, show_agenda_of_item),
    page(routes::item_remove, A::edit_agenda, S::item, show_item_removal),
    post(routes::item_remove, A::edit_agenda, S::item, remove_item, show_item_removal),
    page(routes::meeting_publish, A::publish_agenda, S::meeting, show_publish),
    post(routes::meeting_publish, A::publish_agenda, S::meeting, publish_agenda, show_publish),
    page(routes::agenda_version, A::read_meeting, S::meeting, show_version),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::agenda
