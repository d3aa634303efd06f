// The workspace of a meeting: what is done, what comes next and by when.
#include <array>

#include "db/boards.hpp"
#include "db/issues.hpp"
#include "db/meeting_lists.hpp"
#include "db/meetings.hpp"
#include "db/minutes.hpp"
#include "db/outbox.hpp"
#include "server/base/app.hpp"
#include "server/meetings/confirm_by.hpp"
#include "server/meetings/deadline_words.hpp"
#include "server/meetings/meeting_commands.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/reply_commands.hpp"
#include "server/overview/handlers.hpp"
#include "server/overview/workspace_tasks.hpp"
#include "server/overview/workspace_words.hpp"
#include "server/papers/send_papers_commands.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/words.hpp"

namespace server::overview {
namespace {

using templates::TagColour;
using workflows::Deadline;
using workflows::MeetingEvent;
using workflows::MeetingState;

struct Button {
    MeetingEvent event;
    const web::Address* address;
    const char* text;
    const char* look;
};
constexpr std::array buttons{
    Button{MeetingEvent::confirm, &routes::meeting_confirm, "Confirm the date", ""},
    Button{MeetingEvent::move, &routes::meeting_move, "Rearrange", "govuk-button--secondary"},
    Button{MeetingEvent::hold, &routes::meeting_hold, words::confirm_held_button,
           "govuk-button--secondary"},
    Button{MeetingEvent::cancel, &routes::meeting_cancel, "Cancel the meeting",
           "govuk-button--warning"},
    Button{MeetingEvent::reinstate, &routes::meeting_reinstate, "Reinstate",
           "govuk-button--secondary"},
    Button{MeetingEvent::correct, &routes::meeting_correct, words::not_held,
           "govuk-button--secondary"},
};

void add_steps(const web::Context& context, const db::ReadTx& tx, templates::View& view,
               const WorkspaceFacts& facts) {
    view.list("steps");
    bool any = false;
    const bool may = workflows::allowed(workflows::Action::edit_meeting, context.relations);
    const auto events = workflows::available_events(
        meetings::workflow_meeting(facts.meeting),
        meetings::meeting_facts(web::acting(context, tx), facts.board.code));
    for (const auto event : events) {
        for (const auto& button : buttons) {
            if (!may || button.event != event) continue;
            view.add("steps")
                .set("href", facts.href(*button.address))
                .set("text", button.text)
                .set("button_class", button.look);
            any = true;
        }
    }
    view.flag("has_steps", any);
}

void add_links(templates::View& view, const WorkspaceFacts& facts) {
    const auto add = [&](const std::string& text, const std::string& href) {
        view.add("links").set("text", text).set("href", href);
    };
    add(words::public_page, meetings::meeting_href(facts.meeting));
    if (facts.serves) {
        add(words::emails_about_meeting(static_cast<int>(facts.tally.letters)),
            papers_mail_href(facts));
    }
    add(words::meetings_of(facts.board.name),
        web::href(routes::meetings) + "?board=" + facts.board.slug);
    add(words::how_counted,
        web::href(routes::help_clear_days) + "?meeting=" +
            (facts.meeting.planned.day() ? facts.meeting.planned.key() : std::string()) +
            "&days=" + std::to_string(facts.board.agenda_out_clear_days) +
            "&profile=" + facts.board.clear_days_profile);
}

PapersOut load_papers_out(db::ReadTx& tx, const db::MeetingRow& meeting,
                          const workflows::Board& board) {
    using db::OutboxState;
    PapersOut out;
    std::string batch;
    for (const auto& row : db::list_outbox_about(tx, meeting.id)) {
        if (row.template_name != "papers_out" || row.state == OutboxState::cancelled) continue;
        if (batch.empty()) {
            batch = row.batch;
            out.day = workflows::to_local(row.created_at, board.zone).day;
            out.current = batch.starts_with("papers_out:" + meeting.id + ":" +
                                            std::to_string(meeting.published) + ":");
        }
        if (row.batch != batch) continue;
        ++out.letters;
        if (row.state == OutboxState::accepted) ++out.accepted;
        if (row.state == OutboxState::queued || row.state == OutboxState::leased ||
            row.state == OutboxState::deferred)
            ++out.waiting;
    }
    return out;
}

Result<WorkspaceFacts> load_facts(const web::Context& context, db::ReadTx& tx) {
    auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    auto board = db::load_board(tx, meeting->board);
    if (!board) return board.error();
    WorkspaceFacts facts;
    facts.serves = workflows::allowed(workflows::Action::edit_meeting, context.relations);
    facts.deadlines = meetings::deadlines_of(*meeting, *board, context.app.holidays(tx));
    facts.confirm_by = meetings::confirm_by(tx, *meeting, *board, context.app.holidays(tx));
    facts.tally = db::tally_meeting(tx, meeting->id);
    facts.replies = meetings::count_replies(meetings::invited_and_replies(tx, *meeting));
    facts.invited = facts.replies.invited;
    facts.papers_out = load_papers_out(tx, *meeting, *board);
    facts.sendable =
        meeting->published > 0 && papers::pack_to_send(tx, *meeting, *board).has_value();
    facts.minutes_out = db::find_draft_minutes(tx, meeting->id);
    facts.today = context.today(tx);
    facts.state = meetings::state_of(*meeting);
    facts.meeting = std::move(*meeting);
    facts.board = std::move(*board);
    return facts;
}

}  // namespace

Result<net::Response> show_workspace(const web::Context& context, db::ReadTx& tx) {
    const auto facts = load_facts(context, tx);
    if (!facts) return facts.error();
    templates::View view;
    view.set("caption", facts->board.name).set("heading", meetings::start_words(facts->meeting));
    meetings::set_state_tag(view, facts->meeting);
    view.set("place", meetings::place_words(facts->meeting))
        .set("held_text", meetings::held_words(facts->meeting));
    add_task_groups(view, *facts);
    add_steps(context, tx, view, *facts);
    add_links(view, *facts);
    if (const auto issue = db::find_issue_of_meeting(tx, facts->meeting.id))
        view.add("links")
            .set("text", words::issue_of_meeting(issue->reference))
            .set("href", web::href(routes::issue, issue->id));
    auto layout = web::layout_facts(context, words::manage_title(facts->meeting.planned.words()));
    layout.board_name = facts->board.name;
    layout.breadcrumbs = {{"Meetings", web::href(routes::meetings)},
                          {facts->board.name, web::href(routes::board, facts->board.slug)}};
    return web::html_response(context, "pages/workspace.html", layout, view);
}

}  // namespace server::overview
