#include "server/letters/routes.hpp"

#include <array>

#include "server/letters/handlers.hpp"
#include "server/letters/link_types.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address mail_link{"/r/{token}"};
constexpr web::Address mail_link_document{"/r/{token}/document.pdf"};
constexpr web::Address mail_queue{"/mail"};
constexpr web::Address mail_message{"/mail/{mail}"};
constexpr web::Address mail_message_retry{"/mail/{mail}/retry"};
constexpr web::Address mail_message_hold{"/mail/{mail}/hold"};
constexpr web::Address mail_out{"/mail/batch/{mail}"};
constexpr web::Address mail_out_undo{"/mail/batch/{mail}/undo"};
constexpr web::Address mail_due{"/due"};
constexpr web::Address board_reminders{"/boards/{board}/reminders"};
// clang-format on

}  // namespace server::routes

namespace server::letters {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    page(routes::mail_link, A::use_mail_link, S::nothing, show_mail_link),
    page(routes::mail_link_document, A::use_mail_link, S::nothing, show_mail_link_file),
    post(routes::mail_link, A::use_mail_link, S::nothing, use_mail_link, show_mail_link),
    // Mail and reminders
    page(routes::mail_queue, A::read_mail, S::nothing, show_mail_queue),
    page(routes::mail_message, A::act_on_mail, S::mail, show_mail),
    post(routes::mail_message_retry, A::act_on_mail, S::mail, retry_mail, show_mail),
    post(routes::mail_message_hold, A::act_on_mail, S::mail, hold_mail, show_mail),
    page(routes::mail_out, A::act_on_mail, S::mail, show_mail_batch),
    post(routes::mail_out_undo, A::act_on_mail, S::mail, undo_mail_batch, show_mail_batch),
    page(routes::mail_due, A::read_mail, S::nothing, show_due),
    page(routes::board_reminders, A::edit_reminders, S::board, show_reminder_rules),
    post(routes::board_reminders, A::edit_reminders, S::board, edit_reminder_rules, show_reminder_rules),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::letters
