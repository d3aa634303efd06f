// Planning a meeting, and changing what is not its date.
#include "db/boards.hpp"
#include "db/meeting_lists.hpp"
#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "server/meetings/board_choice.hpp"
#include "server/meetings/confirm_by.hpp"
#include "server/meetings/handlers.hpp"
#include "server/meetings/meeting_commands.hpp"
#include "server/meetings/meeting_entries.hpp"
#include "server/meetings/meeting_form_parts.hpp"
#include "server/meetings/meeting_letters.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

namespace server::meetings {
namespace {

db::MeetingRow usual_meeting(const workflows::Board& board) {
    db::MeetingRow meeting;
    meeting.board = board.code;
    meeting.held_in = board.held_in;
    meeting.place = board.place;
    return meeting;
}

void add_certainty(const web::Context& context, templates::View& form) {
    const auto field =
        web::typed_field(context, {"event", words::how_certain_is_the_date, "propose", ""});
    form.add(
        "fields",
        templates::radios_field(
            field, {{"propose", words::provisional, words::no_invitations_will_be_sent_yet, false},
                    {"call", words::confirmed, words::everyone_invited_will_get_an_email, false},
                    {"record", words::the_meeting_has_already_taken_place,
                     words::no_emails_will_be_sent, false}}));
}

void add_edit_times(const web::Context& context, templates::View& form,
                    const db::MeetingRow& meeting) {
    if (!meeting.time_assumed) return;
    add_time_fields(context, form, meeting, words::not_confirmed_yet);
    const auto field =
        web::typed_field(context, {"times_known", words::are_these_times_confirmed, "", ""});
    form.add("fields", templates::checkbox_field(field, words::yes_use_these_times,
                                                 context.typed("times_known", "") == "yes"));
}

// Only while there is something to confirm.
void add_confirm_by(const web::Context& context, db::ReadTx& tx, templates::View& form,
                    const db::MeetingRow& meeting) {
    const auto board = db::find_board(tx, meeting.board);
    if (meeting.state != workflows::MeetingState::provisional || !meeting.planned.month() || !board)
        return;
    const auto day = confirm_by(tx, meeting, *board, context.app.holidays(tx));
    form.add("fields", web::date_entry(context, {"confirm_by", words::confirm_by,
                                                 day ? workflows::iso(*day) : "",
                                                 words::we_remind_the_secretariat_leave_blank}));
}

// Meetings that came from a file are confirmed, and nobody was invited from here.
void add_tell_box(const web::Context& context, db::ReadTx& tx, templates::View& form,
                  const db::MeetingRow& meeting) {
    const bool invited = db::tally_meeting(tx, meeting.id).invited > 0;
    const auto count = people_invited(tx, meeting).size();
    const auto field =
        web::typed_field(context, {"tell", invited ? words::if_the_place_joining_details
                                                   : words::no_invitations_have_been_sent_using});
    form.add(
        "fields",
        templates::checkbox_field(
            field, invited ? words::send_new_details_to(count) : words::send_invitation_to(count),
            context.typed("tell", invited ? "yes" : "") == "yes"));
}

}  // namespace

Result<net::Response> show_new_meeting(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::add_a_meeting);
    page.crumb(words::meetings, web::href(routes::meetings));
    const auto codes = context.viewer.boards_served();
    const auto slug = chosen_board_slug(context, tx, codes);
    const auto board = db::find_board_by_slug(tx, slug);
    if (!board || !base::may(context.viewer, workflows::Action::edit_meeting, board->code)) {
        page.paragraph(words::which_board_is_meeting);
        return choose_board(context, page, tx, codes, routes::new_meeting, EndedBoards::offered);
    }

    page.caption(board->name);
    show_warnings(context, tx, page, board->code, "");
    auto facts = web::form_facts(context, web::href(routes::new_meeting), words::add_meeting);
    facts.cancel_href = web::href(routes::meetings);
    auto& form = page.form(facts);
    const auto usual = usual_meeting(*board);
    form.add("fields", templates::hidden_field("board", board->slug));
    add_date_field(context, form, words::date_label, usual.planned);
    add_anyway_box(context, form);
    add_time_fields(context, form, usual, words::for_example_2pm_or_14_00);
    add_certainty(context, form);
    add_detail_fields(context, form, usual);
    return page.finish();
}

Result<web::Location> post_new_meeting(const web::Context& context, db::WriteTx& tx) {
    const auto entry = read_new_meeting(context.form());
    if (!entry) return entry.error();
    const auto meeting = create_meeting(context.app, web::acting(context, tx), tx, *entry);
    if (!meeting) return meeting.error();
    const char* done =
        meeting->state == workflows::MeetingState::confirmed ? "confirmed" : "created";
    return web::href(routes::meeting_workspace, meeting->id) + "?done=" + done;
}

Result<net::Response> show_edit_meeting(const web::Context& context, db::ReadTx& tx) {
    const auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    web::BlockPage page(context, words::edit_meeting_details);
    page.caption(start_words(*meeting));
    page.crumb(words::manage_meeting, web::href(routes::meeting_workspace, meeting->id));
    page.paragraph(words::to_change_the_date_rearrange);
    auto facts =
        web::form_facts(context, web::href(routes::meeting_edit, meeting->id), words::save_details);
    facts.cancel_href = web::href(routes::meeting_workspace, meeting->id);
    auto& form = page.form(facts);
    form.add("fields", templates::hidden_field(
                           "version", context.typed("version", std::to_string(meeting->version))));
    add_edit_times(context, form, *meeting);
    add_detail_fields(context, form, *meeting);
    add_confirm_by(context, tx, form, *meeting);
    if (meeting->state == workflows::MeetingState::confirmed)
        add_tell_box(context, tx, form, *meeting);
    return page.finish();
}

Result<web::Location> post_edit_meeting(const web::Context& context, db::WriteTx& tx) {
    const auto entry = read_edited_meeting(context.form(), context.param("meeting"));
    if (!entry) return entry.error();
    const auto meeting = edit_meeting(context.app, tx, *entry);
    if (!meeting) return meeting.error();
    return web::href(routes::meeting_workspace, meeting->id) + "?done=saved";
}

}  // namespace server::meetings
