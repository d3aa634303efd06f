#include "server/succession/routes.hpp"

#include <array>

#include "server/succession/change_pages.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address changes{"/changes"};
constexpr web::Address changes_json{"/changes.json"};
constexpr web::Address changes_csv{"/changes.csv"};
constexpr web::Address changes_rename{"/changes/rename"};
constexpr web::Address changes_succession{"/changes/succession"};
constexpr web::Address change{"/changes/{change}"};
constexpr web::Address change_record{"/changes/{change}/record"};
constexpr web::Address change_undo{"/changes/{change}/undo"};
// clang-format on

}  // namespace server::routes

namespace server::succession {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    // Boards that change
    page(routes::changes, A::edit_succession, S::nothing, show_changes),
    page(routes::changes_json, A::edit_succession, S::nothing, show_changes_json),
    page(routes::changes_csv, A::edit_succession, S::nothing, show_changes_csv),
    page(routes::changes_rename, A::edit_succession, S::nothing, show_rename_form),
    post(routes::changes_rename, A::edit_succession, S::nothing, post_rename, show_rename_form),
    page(routes::changes_succession, A::edit_succession, S::nothing, show_succession_form),
    post(routes::changes_succession, A::edit_succession, S::nothing, post_succession, show_succession_form),
    page(routes::change, A::edit_succession, S::nothing, show_change),
    post(routes::change_record, A::edit_succession, S::nothing, post_change_record, show_change),
    post(routes::change_undo, A::edit_succession, S::nothing, post_change_undo, show_change),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::succession
