#include "server/meetings/reply_pages.hpp"

#include <algorithm>

#include "db/boards.hpp"
#include "server/letters/link_types.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/reply_commands.hpp"
#include "server/meetings/reply_words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/csv.hpp"

namespace server::meetings {
namespace {

std::string said(const workflows::Reply& reply) {
    const auto attendance = workflows::to_words(reply.attendance);
    return reply.deputy.empty() ? std::string(attendance)
                                : reply_words::with_substitute(attendance, reply.deputy);
}

// The form carries the date that it showed: a reply for one date is none for another. After a
// refusal it carries the new one, which the page then shows.
void add_reply_fields(const web::Context& context, templates::View& form,
                      const db::MeetingRow& meeting, const std::optional<db::ReplyRow>& stored) {
    form.add("fields", templates::hidden_field("planned", meeting.planned.key()));
    templates::Field choice;
    choice.name = "attendance";
    choice.label = reply_words::will_you_attend;
    // The letter has a link for each answer; it fills in the form, and the button sends it.
    const auto chosen = context.request.query_value("answer");
    choice.value = context.typed(
        "attendance", !chosen.empty() ? chosen
                      : stored        ? std::string(workflows::to_text(stored->reply.attendance))
                                      : std::string());
    choice.error = context.error_for("attendance");
    form.add("fields",
             templates::radios_field(
                 choice, {{"in_person", reply_words::yes_in_person, "", false},
                          {"online", reply_words::yes_online, "", false},
                          {"apologies", reply_words::no_please_record_my_apologies, "", false}}));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"deputy", reply_words::substitute_optional,
                                     stored ? stored->reply.deputy : "",
                                     reply_words::if_you_are_sending_apologies_we})));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"note", reply_words::note_to_the_secretariat_optional,
                                     stored ? stored->reply.note : ""})));
}

Result<workflows::Reply> typed_reply(const web::Context& context) {
    const auto& form = context.form();
    return workflows::read_reply(form.get("attendance"), form.get("deputy"), form.get("note"));
}

std::string replies_href(const db::MeetingRow& meeting) {
    return web::href(routes::meeting_replies, meeting.id);
}

void add_table(web::BlockPage& page, const std::vector<InvitedPerson>& invited) {
    auto& table =
        page.table(reply_words::responses_by_member, {{.text = reply_words::post},
                                                      {.text = reply_words::reply_label},
                                                      {.text = reply_words::note},
                                                      {.text = reply_words::date_of_reply}});
    for (const auto& one : invited) {
        const auto* reply = one.reply ? &*one.reply : nullptr;
        templates::add_table_row(
            table, {{.text = one.person.post, .kind = templates::CellKind::row_head},
                    {.text = reply != nullptr ? said(reply->reply) : reply_words::not_yet_replied},
                    {.text = reply != nullptr ? reply->reply.note : ""},
                    {.text = reply != nullptr
                                 ? workflows::weekday_date(
                                       workflows::to_local(reply->at, workflows::county_zone).day)
                                 : ""}});
    }
}

void add_entry(const web::Context& context, web::BlockPage& page, const db::MeetingRow& meeting,
               const std::vector<InvitedPerson>& invited) {
    page.heading(reply_words::record_a_reply_received_by_phone);
    page.paragraph(reply_words::this_will_replace_any_earlier_reply);
    std::vector<templates::Choice> people{{"", reply_words::select_a_post, "", false}};
    for (const auto& one : invited)
        people.push_back({one.person.key, one.person.post, "", false});
    auto& form =
        page.form(web::form_facts(context, replies_href(meeting), reply_words::save_reply));
    templates::Field person;
    person.name = "person";
    person.label = reply_words::post;
    person.value = context.typed("person", "");
    person.error = context.error_for("person");
    form.add("fields", templates::select_field(person, people));
    add_reply_fields(context, form, meeting, std::nullopt);
}

}  // namespace

Result<net::Response> show_reply_form(const web::Context& context, db::ReadTx& tx,
                                      const db::MailLink& link) {
    const auto meeting = db::load_meeting(tx, link.subject);
    if (!meeting) return meeting.error();
    const auto board = db::load_board(tx, meeting->board);
    if (!board) return board.error();
    const auto invited = invited_and_replies(tx, *meeting);
    const auto one = std::ranges::find(invited, link.person,
                                       [](const InvitedPerson& each) { return each.person.key; });
    if (one == invited.end()) return workflows::not_found(reply_words::you_are_no_longer_invited);
    auto page = letters::mail_link_page(context, tx, link, reply_words::reply_to_an_invitation);
    page.summary({{reply_words::board, board->name, "", ""},
                  {reply_words::when, when_words(*meeting), "", ""},
                  {reply_words::where, place_words(*meeting), "", ""}});
    if (is_over_or_off(*meeting)) {
        page.inset(meeting->state == workflows::MeetingState::held
                       ? reply_words::this_meeting_has_taken_place
                       : reply_words::this_meeting_has_been_cancelled);
        return page.finish();
    }
    if (one->reply) page.inset(reply_words::your_reply(said(one->reply->reply)));
    auto& form = page.form(
        web::form_facts(context, letters::mail_link_path(context), reply_words::send_reply));
    add_reply_fields(context, form, *meeting, one->reply);
    return page.finish();
}

Result<web::Location> answer_invitation(const web::Context& context, db::WriteTx& tx,
                                        const db::MailLink& link) {
    const auto meeting = db::load_meeting(tx, link.subject);
    if (!meeting) return meeting.error();
    const auto reply = typed_reply(context);
    if (!reply) return reply.error();
    const db::ReplyRow given{meeting->id, link.person, *reply, context.form().get("planned"),
                             {},          {}};
    if (auto taken = take_reply(tx, *meeting, given); !taken) return taken.error();
    return letters::mail_link_path(context);
}

Result<net::Response> show_replies(const web::Context& context, db::ReadTx& tx) {
    const auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    const auto board = db::load_board(tx, meeting->board);
    if (!board) return board.error();
    const auto invited = invited_and_replies(tx, *meeting);
    web::BlockPage page(context, reply_words::replies_to_invitations);
    page.caption(board->name + ", " + start_words(*meeting));
    page.crumb(reply_words::manage_meeting, web::href(routes::meeting_workspace, meeting->id));
    page.lead(workflows::reply_words(count_replies(invited)) + ".");
    page.paragraph(reply_words::everyone_invited_has_their_own_link);
    add_table(page, invited);
    page.link(reply_words::download_replies_csv, replies_href(*meeting) + ".csv");
    const bool may = workflows::allowed(workflows::Action::edit_meeting, context.relations);
    if (may && !is_over_or_off(*meeting)) add_entry(context, page, *meeting, invited);
    return page.finish();
}

Result<net::Response> show_replies_csv(const web::Context& context, db::ReadTx& tx) {
    const auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    auto text = workflows::text::csv_line({"post", "reply", "deputy", "note"});
    for (const auto& one : invited_and_replies(tx, *meeting)) {
        const auto reply = one.reply ? one.reply->reply : workflows::Reply{};
        text += workflows::text::csv_line(
            {one.person.post,
             one.reply ? std::string(workflows::to_text(reply.attendance)) : std::string(),
             reply.deputy, reply.note});
    }
    return web::text_response(text, "text/csv; charset=utf-8");
}

Result<web::Location> record_reply(const web::Context& context, db::WriteTx& tx) {
    const auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    const auto& person = context.form().get("person");
    if (person.empty())
        return workflows::invalid("person", reply_words::select_who_the_reply_is_from);
    const auto reply = typed_reply(context);
    if (!reply) return reply.error();
    const db::ReplyRow given{meeting->id, person, *reply, context.form().get("planned"), {}, {}};
    if (auto taken = take_reply(tx, *meeting, given); !taken) return taken.error();
    return replies_href(*meeting) + "?done=saved";
}

}  // namespace server::meetings
