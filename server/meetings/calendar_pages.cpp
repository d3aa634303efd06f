// Meetings as calendars to subscribe to, and a board's meeting by its date.
#include <algorithm>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "server/meetings/handlers.hpp"
#include "server/meetings/meeting_exports.hpp"
#include "server/meetings/meeting_rows.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/words.hpp"
#include "server/web/boundary.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::meetings {
namespace {

constexpr std::chrono::days feed_reaches_back{365};
constexpr std::chrono::days cancelled_shown{90};  // in feeds, so that calendars can drop the entry
constexpr int audit_rows_read_max = 1000;         // what happened to one meeting
constexpr const char* calendar_type = "text/calendar; charset=utf-8";

net::Response calendar_response(const web::Context& context, db::ReadTx& tx,
                                const std::string& name, const std::string& board) {
    const auto boards = db::boards_by_code(tx);
    const auto today = context.today(tx);
    db::MeetingFilter filter;
    filter.board = board;
    filter.from = today - feed_reaches_back;
    filter.reader.person = context.viewer.person;
    mail::CalendarFeed feed;
    feed.name = name;
    for (const auto& meeting : db::list_meetings(tx, filter)) {
        const auto day = meeting.planned.day();
        if (meeting.state == workflows::MeetingState::cancelled && day &&
            *day + cancelled_shown < today)
            continue;
        feed.events.push_back(public_event(context, tx, meeting, boards.at(meeting.board)));
    }
    if (!context.viewer.signed_in()) context.cache_publicly(tags_of_boards(boards));
    return web::text_response(mail::feed(feed), calendar_type);
}

// The board that holds the duties of one that has ended; nothing while it is there.
std::optional<workflows::Board> board_after(db::ReadTx& tx, const workflows::Board& board,
                                            workflows::Day today) {
    const auto code = workflows::holder(board.code, db::list_successions(tx), today);
    return code == board.code ? std::nullopt : db::find_board(tx, code);
}

bool came_from(db::ReadTx& tx, const db::MeetingRow& meeting, const std::string& board) {
    const auto lines = db::list_audit(tx, "meeting:" + meeting.id, audit_rows_read_max);
    return std::ranges::any_of(lines, [&](const db::AuditRow& line) {
        return line.note.action == "board.hand_over" &&
               line.note.detail.starts_with("From " + board + " to ");
    });
}

// Where the board's meeting of that day went with its duties: beside others of its successor.
std::optional<db::MeetingRow> meeting_that_passed(const web::Context& context, db::ReadTx& tx,
                                                  const workflows::Board& board,
                                                  workflows::Day day) {
    const auto after = board_after(tx, board, context.today(tx));
    if (!after) return std::nullopt;
    const db::MeetingReader reader{.person = context.viewer.person};
    auto there =
        db::list_meetings(tx, {.board = after->code, .from = day, .to = day, .reader = reader});
    if (auto moved = db::find_meeting_on(tx, after->code, day, reader))
        there.push_back(*std::move(moved));
    const auto found = std::ranges::find_if(
        there, [&](const auto& meeting) { return came_from(tx, meeting, board.code); });
    return found == there.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

Result<net::Response> show_meetings_calendar(const web::Context& context, db::ReadTx& tx) {
    const auto& county = context.app.county_name;
    return calendar_response(context, tx,
                             words::calendar_of(county.empty() ? words::all_boards : county), "");
}

Result<net::Response> show_board_calendar(const web::Context& context, db::ReadTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(words::we_cannot_find_this_board);
    // Whoever subscribed goes on with the meetings that the successor took over.
    const auto today = context.today(tx);
    const auto after = board_after(tx, *board, today);
    const auto own = db::list_meetings(
        tx, {.board = board->code, .from = today, .reader = {.person = context.viewer.person}});
    const bool meets = std::ranges::any_of(
        own, [](const db::MeetingRow& meeting) { return workflows::is_to_come(meeting.state); });
    if (after && !meets)
        return web::sent_to(301, web::href(routes::board_meetings_ics, after->slug));
    return calendar_response(context, tx, board->name, board->code);
}

Result<net::Response> find_meeting_by_date(const web::Context& context, db::ReadTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    const auto day = workflows::parse_day(context.param("date"));
    if (!board || !day) return workflows::not_found(words::we_cannot_find_this_meeting);
    const auto meeting =
        db::find_meeting_on(tx, board->code, *day, {.person = context.viewer.person});
    if (!meeting) {
        if (const auto passed = meeting_that_passed(context, tx, *board, *day))
            return web::sent_to(301, meeting_href(*passed));
        return workflows::not_found(words::no_meeting_on(board->name, workflows::long_date(*day)));
    }
    return web::sent_to(303, meeting_href(*meeting));
}

}  // namespace server::meetings
