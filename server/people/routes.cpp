#include "server/people/routes.hpp"

#include <array>

#include "server/people/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address people{"/people"};
constexpr web::Address people_json{"/people.json"};
constexpr web::Address new_person{"/people/new"};
constexpr web::Address person{"/people/{person}"};
constexpr web::Address person_edit{"/people/{person}/edit"};
// clang-format on

}  // namespace server::routes

namespace server::people {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    // People
    page(routes::people, A::read_people, S::nothing, show_people),
    page(routes::people_json, A::read_people, S::nothing, people_json),
    page(routes::new_person, A::create_person, S::nothing, show_new_person),
    post(routes::new_person, A::create_person, S::nothing, create_person, show_new_person),
    page(routes::person, A::read_people, S::person, show_person),
    page(routes::person_edit, A::edit_person, S::person, show_person_edit),
    post(routes::person_edit, A::edit_person, S::person, edit_person, show_person_edit),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::people
