#include "server/boards/routes.hpp"

#include <array>

#include "server/boards/handlers.hpp"
#include "server/boards/seat_pages.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address board_edit{"/boards/{board}/edit"};
constexpr web::Address board_members{"/boards/{board}/members"};
constexpr web::Address membership_edit{"/memberships/{membership}/edit"};
constexpr web::Address board_quorum{"/boards/{board}/quorum"};
constexpr web::Address board_hand_over{"/boards/{board}/hand-over"};
constexpr web::Address board_hand_over_undo{"/boards/{board}/hand-over/undo"};
constexpr web::Address membership_end{"/memberships/{membership}/end"};
constexpr web::Address invitations{"/invitations"};
constexpr web::Address invitation{"/invitations/{board}/{person}"};
constexpr web::Address groups{"/groups"};
constexpr web::Address groups_remove{"/groups/remove"};
constexpr web::Address office{"/register/office"};
constexpr web::Address seats{"/people/seats"};
constexpr web::Address seats_json{"/people/seats.json"};
constexpr web::Address seats_csv{"/people/seats.csv"};
// clang-format on

}  // namespace server::routes

namespace server::boards {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    // Members, register
    page(routes::board_edit, A::edit_board, S::board, show_board_edit),
    post(routes::board_edit, A::edit_board, S::board, edit_board, show_board_edit),
    page(routes::board_members, A::edit_membership, S::board, show_members),
    post(routes::board_members, A::edit_membership, S::board, add_member, show_members),
    page(routes::membership_edit, A::edit_membership, S::membership, show_seat_edit),
    post(routes::membership_edit, A::edit_membership, S::membership, edit_seat, show_seat_edit),
    post(routes::board_quorum, A::edit_membership, S::board, edit_quorum, show_members),
    page(routes::board_hand_over, A::edit_membership, S::board, show_hand_over),
    post(routes::board_hand_over, A::edit_membership, S::board, post_hand_over, show_hand_over),
    post(routes::board_hand_over_undo, A::edit_membership, S::board, undo_hand_over, show_hand_over),
    page(routes::membership_end, A::edit_membership, S::membership, show_membership_end),
    post(routes::membership_end, A::edit_membership, S::membership, end_membership, show_membership_end),
    // Of all boards at once: no secretariat's own, so administrators alone
    page(routes::invitations, A::edit_membership, S::nothing, show_invitations),
    post(routes::invitations, A::edit_membership, S::nothing, add_invitation, show_invitations),
    page(routes::invitation, A::edit_membership, S::nothing, show_invitation),
    post(routes::invitation, A::edit_membership, S::nothing, edit_invitation, show_invitation),
    page(routes::groups, A::edit_membership, S::nothing, show_groups),
    post(routes::groups, A::edit_membership, S::nothing, add_group_member, show_groups),
    post(routes::groups_remove, A::edit_membership, S::nothing, remove_group_member, show_groups),
    page(routes::office, A::name_office, S::nothing, show_office),
    post(routes::office, A::name_office, S::nothing, name_office, show_office),
    page(routes::seats, A::read_clashes, S::nothing, show_seats),
    page(routes::seats_json, A::read_clashes, S::nothing, show_seats_json),
    page(routes::seats_csv, A::read_clashes, S::nothing, show_seats_csv),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::boards
