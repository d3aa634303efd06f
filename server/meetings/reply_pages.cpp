#include "server/meetings/reply_pages.hpp"

#include <algorithm>

#include "db/boards.hpp"
#include "server/letters/links.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/reply_commands.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/csv.hpp"

namespace server::meetings {
namespace {

std::string said(const workflows::Reply& reply) {
    std::string words(workflows::to_words(reply.attendance));
    if (!reply.deputy.empty()) words += "; deputy: " + reply.deputy;
    return words;
}

// The form carries the date that it showed: a reply for one date is none for another. After a
// refusal it carries the new one, which the page then shows.
void add_reply_fields(const web::Context& context, templates::View& form,
                      const db::MeetingRow& meeting, const std::optional<db::ReplyRow>& stored) {
    form.add("fields", templates::hidden_field("planned", meeting.planned.key()));
    templates::Field choice;
    choice.name = "attendance";
    choice.label = "Will you be there?";
    // The letter has a link for each answer; it fills in the form, and the button sends it.
    const auto chosen = context.request.query_value("answer");
    choice.value = context.typed(
        "attendance", !chosen.empty() ? chosen
                      : stored        ? std::string(workflows::to_text(stored->reply.attendance))
                                      : std::string());
    choice.error = context.error_for("attendance");
    form.add("fields",
             templates::radios_field(choice, {{"in_person", "Yes, in person", "", false},
                                              {"online", "Yes, online", "", false},
                                              {"apologies", "No, I send apologies", "", false}}));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"deputy", "Who comes instead (optional)",
                                     stored ? stored->reply.deputy : "",
                                     "Only with apologies. The chair is asked to agree."})));
    form.add("fields", templates::text_field(
                           web::typed_field(context, {"note", "Note to the secretary (optional)",
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
        page.table("Replies by post",
                   {{.text = "Post"}, {.text = "Reply"}, {.text = "Note"}, {.text = "Since"}});
    for (const auto& one : invited) {
        const auto* reply = one.reply ? &*one.reply : nullptr;
        templates::add_table_row(
            table, {{.text = one.person.post, .kind = templates::CellKind::row_head},
                    {.text = reply != nullptr ? said(reply->reply) : "no reply"},
                    {.text = reply != nullptr ? reply->reply.note : ""},
                    {.text = reply != nullptr
                                 ? workflows::weekday_date(
                                       workflows::to_local(reply->at, workflows::county_zone).day)
                                 : ""}});
    }
}

void add_entry(const web::Context& context, web::BlockPage& page, const db::MeetingRow& meeting,
               const std::vector<InvitedPerson>& invited) {
    page.heading("Write down a reply");
    page.paragraph("For somebody who rang or wrote. It replaces what they said before.");
    std::vector<templates::Choice> people{{"", "Choose a post", "", false}};
    for (const auto& one : invited)
        people.push_back({one.person.key, one.person.post, "", false});
    auto& form = page.form(web::form_facts(context, replies_href(meeting), "Save reply"));
    templates::Field person;
    person.name = "person";
    person.label = "Post";
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
    if (one == invited.end())
        return workflows::not_found("You are not invited to this meeting any more.");
    auto page = letters::mail_link_page(context, tx, link, "Reply to an invitation");
    page.summary({{"Board", board->name, "", ""},
                  {"When", when_words(*meeting), "", ""},
                  {"Where", place_words(*meeting), "", ""}});
    if (is_over_or_off(*meeting)) {
        page.inset(meeting->state == workflows::MeetingState::held ? "This meeting has taken place."
                                                                   : "This meeting is cancelled.");
        return page.finish();
    }
    if (one->reply)
        page.inset("Your reply: " + said(one->reply->reply) +
                   ". You can change it until the meeting ends.");
    auto& form =
        page.form(web::form_facts(context, letters::mail_link_path(context), "Send reply"));
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
    web::BlockPage page(context, "Replies to the invitation");
    page.caption(board->name + ", " + start_words(*meeting));
    page.crumb("Workspace", web::href(routes::meeting_workspace, meeting->id));
    page.lead(workflows::reply_words(count_replies(invited)) + ".");
    page.paragraph(
        "Everybody who is invited has a link of their own in the letter. When the meeting is "
        "moved, "
        "they are asked again.");
    add_table(page, invited);
    page.link("Replies as CSV", replies_href(*meeting) + ".csv");
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
    if (person.empty()) return workflows::invalid("person", "Choose whose reply it is.");
    const auto reply = typed_reply(context);
    if (!reply) return reply.error();
    const db::ReplyRow given{meeting->id, person, *reply, context.form().get("planned"), {}, {}};
    if (auto taken = take_reply(tx, *meeting, given); !taken) return taken.error();
    return replies_href(*meeting) + "?done=saved";
}

}  // namespace server::meetings
