// Recording that the draft minutes of a meeting went round, and taking that back.
#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "db/minutes.hpp"
#include "server/meetings/handlers.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/minutes_commands.hpp"
#include "server/web/acting.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/meetings/minutes.hpp"

namespace server::meetings {
namespace {

using workflows::MeetingState;

std::string minutes_href(const db::MeetingRow& meeting) {
    return web::href(routes::meeting_minutes, meeting.id);
}

void add_recorded(const web::Context& context, web::BlockPage& page, const db::MeetingRow& meeting,
                  workflows::Day circulated) {
    page.inset(workflows::minutes_words(circulated));
    page.paragraph(
        "The people invited to the meeting see this on its page, and nobody is reminded of the "
        "minutes any more. If it was recorded by mistake, undo it.");
    auto facts =
        web::form_facts(context, web::href(routes::meeting_minutes_undo, meeting.id), "Undo");
    facts.button = templates::FormButton::warning;
    page.form(facts);
}

void add_entry(const web::Context& context, web::BlockPage& page, const db::MeetingRow& meeting,
               workflows::Day today) {
    page.paragraph(
        "Record the day on which the draft minutes went to the people who were at the meeting. "
        "Nobody is told, and nobody is reminded of them any more.");
    auto facts = web::form_facts(context, minutes_href(meeting), "Record");
    facts.cancel_href = web::href(routes::meeting_workspace, meeting.id);
    page.form(facts).add(
        "fields", web::date_entry(context, {"circulated", "Circulated on", workflows::iso(today),
                                            "For example, 29 11 2018"}));
}

}  // namespace

Result<net::Response> show_minutes(const web::Context& context, db::ReadTx& tx) {
    const auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    const auto board = db::load_board(tx, meeting->board);
    if (!board) return board.error();
    web::BlockPage page(context, "Draft minutes");
    page.caption(board->name + ", " + start_words(*meeting));
    page.crumb("Workspace", web::href(routes::meeting_workspace, meeting->id));
    if (const auto circulated = db::find_draft_minutes(tx, meeting->id)) {
        add_recorded(context, page, *meeting, *circulated);
    } else if (state_of(*meeting) == MeetingState::held) {
        add_entry(context, page, *meeting, context.today(tx));
    } else {
        page.paragraph("Record the meeting as held first. Then its draft minutes can go round.");
        page.link("Record the meeting as held", web::href(routes::meeting_hold, meeting->id));
        page.link("Back to the workspace", web::href(routes::meeting_workspace, meeting->id));
    }
    return page.finish();
}

Result<web::Location> record_minutes(const web::Context& context, db::WriteTx& tx) {
    const auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    const auto day = web::read_date(context.form(), "circulated");
    if (!day) return day.error();
    if (!*day) return workflows::invalid("circulated", "Enter the day on which they went round.");
    const RecordMinutes command{meeting->id, **day};
    if (auto done = record_minutes(web::acting(context, tx), tx, command); !done)
        return done.error();
    return web::href(routes::meeting_workspace, meeting->id) + "?done=minutes-recorded";
}

Result<web::Location> undo_minutes(const web::Context& context, db::WriteTx& tx) {
    const auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    if (auto done = undo_minutes(web::acting(context, tx), tx, UndoMinutes{meeting->id}); !done)
        return done.error();
    return web::href(routes::meeting_workspace, meeting->id) + "?done=minutes-undone";
}

}  // namespace server::meetings
