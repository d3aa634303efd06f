// Recording that the draft minutes of a meeting went round, and taking that back.
#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "db/minutes.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/reply_words.hpp"
#include "server/minutes/handlers.hpp"
#include "server/minutes/minutes_commands.hpp"
#include "server/minutes/words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/meetings/minutes.hpp"

namespace server::minutes {
namespace {

using workflows::MeetingState;

std::string minutes_href(const db::MeetingRow& meeting) {
    return web::href(routes::meeting_minutes, meeting.id);
}

void add_recorded(const web::Context& context, web::BlockPage& page, const db::MeetingRow& meeting,
                  workflows::Day circulated) {
    page.inset(workflows::minutes_words(circulated));
    page.paragraph(words::people_invited_to_the_meeting_can);
    auto facts =
        web::form_facts(context, web::href(routes::meeting_minutes_undo, meeting.id), words::undo);
    facts.button = templates::FormButton::warning;
    page.form(facts);
}

void add_entry(const web::Context& context, web::BlockPage& page, const db::MeetingRow& meeting,
               workflows::Day today) {
    page.paragraph(words::record_the_date_the_draft_minutes);
    auto facts = web::form_facts(context, minutes_href(meeting), words::record);
    facts.cancel_href = web::href(routes::meeting_workspace, meeting.id);
    page.form(facts).add("fields", web::date_entry(context, {"circulated", words::circulated_on,
                                                             workflows::iso(today), ""}));
}

}  // namespace

Result<net::Response> show_minutes(const web::Context& context, db::ReadTx& tx) {
    const auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    const auto board = db::load_board(tx, meeting->board);
    if (!board) return board.error();
    web::BlockPage page(context, words::draft_minutes);
    page.caption(board->name + ", " + meetings::start_words(*meeting));
    page.crumb(meetings::reply_words::manage_meeting,
               web::href(routes::meeting_workspace, meeting->id));
    if (const auto circulated = db::find_draft_minutes(tx, meeting->id)) {
        add_recorded(context, page, *meeting, *circulated);
    } else if (meetings::state_of(*meeting) == MeetingState::held) {
        add_entry(context, page, *meeting, context.today(tx));
    } else {
        page.paragraph(words::record_the_meeting_as_held_before);
        page.link(words::record_the_meeting_as_held, web::href(routes::meeting_hold, meeting->id));
        page.link(words::back_to_manage_meeting, web::href(routes::meeting_workspace, meeting->id));
    }
    return page.finish();
}

Result<web::Location> record_minutes(const web::Context& context, db::WriteTx& tx) {
    const auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    const auto day = web::read_date(context.form(), "circulated");
    if (!day) return day.error();
    if (!*day) return workflows::invalid("circulated", words::enter_the_date_the_draft_minutes);
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

}  // namespace server::minutes
