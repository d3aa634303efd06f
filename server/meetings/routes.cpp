#include "server/meetings/routes.hpp"

#include <array>

#include "server/meetings/handlers.hpp"
#include "server/meetings/reply_pages.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address meetings{"/meetings"};
constexpr web::Address meetings_json{"/meetings.json"};
constexpr web::Address meetings_ics{"/meetings.ics"};
constexpr web::Address board_meetings_ics{"/boards/{board}/meetings.ics"};
constexpr web::Address board_meeting_on{"/boards/{board}/meetings/{date}"};
constexpr web::Address new_meeting{"/meetings/new"};
constexpr web::Address meeting_edit{"/meetings/{meeting}/edit"};
constexpr web::Address meeting_confirm{"/meetings/{meeting}/confirm"};
constexpr web::Address meeting_move{"/meetings/{meeting}/move"};
constexpr web::Address meeting_cancel{"/meetings/{meeting}/cancel"};
constexpr web::Address meeting_hold{"/meetings/{meeting}/hold"};
constexpr web::Address meeting_reinstate{"/meetings/{meeting}/reinstate"};
constexpr web::Address meeting_correct{"/meetings/{meeting}/correct"};
constexpr web::Address meeting_replies{"/meetings/{meeting}/replies"};
constexpr web::Address meeting_replies_csv{"/meetings/{meeting}/replies.csv"};
constexpr web::Address help_clear_days{"/help/clear-days"};
constexpr web::Address help_clear_days_json{"/help/clear-days.json"};
// clang-format on

}  // namespace server::routes

namespace server::meetings {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    page(routes::meetings, A::read_public, S::nothing, show_meetings),
    page(routes::meetings_json, A::read_public, S::nothing, show_meetings_json),
    page(routes::meetings_ics, A::read_public, S::nothing, show_meetings_calendar),
    page(routes::board_meetings_ics, A::read_public, S::board, show_board_calendar),
    page(routes::board_meeting_on, A::read_public, S::board, find_meeting_by_date),
    page(routes::new_meeting, A::create_meeting, S::nothing, show_new_meeting),
    post(routes::new_meeting, A::create_meeting, S::nothing, post_new_meeting, show_new_meeting),
    page(routes::meeting_edit, A::edit_meeting, S::meeting, show_edit_meeting),
    post(routes::meeting_edit, A::edit_meeting, S::meeting, post_edit_meeting, show_edit_meeting),
    page(routes::meeting_confirm, A::edit_meeting, S::meeting, show_meeting_step),
    post(routes::meeting_confirm, A::edit_meeting, S::meeting, post_meeting_step, show_meeting_step),
    page(routes::meeting_move, A::edit_meeting, S::meeting, show_meeting_step),
    post(routes::meeting_move, A::edit_meeting, S::meeting, post_meeting_step, show_meeting_step),
    page(routes::meeting_cancel, A::edit_meeting, S::meeting, show_meeting_step),
    post(routes::meeting_cancel, A::edit_meeting, S::meeting, post_meeting_step, show_meeting_step),
    page(routes::meeting_hold, A::edit_meeting, S::meeting, show_meeting_step),
    post(routes::meeting_hold, A::edit_meeting, S::meeting, post_meeting_step, show_meeting_step),
    page(routes::meeting_reinstate, A::edit_meeting, S::meeting, show_meeting_step),
    post(routes::meeting_reinstate, A::edit_meeting, S::meeting, post_meeting_step, show_meeting_step),
    page(routes::meeting_correct, A::edit_meeting, S::meeting, show_meeting_step),
    post(routes::meeting_correct, A::edit_meeting, S::meeting, post_meeting_step, show_meeting_step),
    page(routes::meeting_replies, A::read_workspace, S::meeting, show_replies),
    page(routes::meeting_replies_csv, A::read_workspace, S::meeting, show_replies_csv),
    post(routes::meeting_replies, A::edit_meeting, S::meeting, record_reply, show_replies),
    page(routes::help_clear_days, A::read_public, S::nothing, show_clear_days),
    page(routes::help_clear_days_json, A::read_public, S::nothing, show_clear_days_json),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::meetings
