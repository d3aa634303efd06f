// The page of a meeting as JSON and as an entry of a calendar.
#include <boost/json.hpp>

#include "server/agenda/agenda_view.hpp"
#include "server/base/app.hpp"
#include "server/meetings/confirm_by.hpp"
#include "server/meetings/deadline_words.hpp"
#include "server/meetings/meeting_exports.hpp"
#include "server/meetings/meeting_rows.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/overview/handlers.hpp"
#include "server/overview/meeting_page.hpp"
#include "server/web/page.hpp"

namespace server::overview {
namespace {

boost::json::object paper_json(const base::App& app, const agenda::AgendaPaper& paper) {
    return {
        {"title", paper.title}, {"url", app.config.base_url + paper.href}, {"pages", paper.pages}};
}

boost::json::array items_json(const base::App& app, const agenda::AgendaView& agenda) {
    boost::json::array items;
    for (const auto& line : agenda.items) {
        boost::json::object item{{"number", line.number},     {"title", line.title},
                                 {"purpose", line.purpose},   {"presenter", line.presenter},
                                 {"minutes", line.minutes},   {"summary", line.summary},
                                 {"withheld", line.withheld}, {"withdrawn", line.struck}};
        auto& papers = item["papers"].emplace_array();
        for (const auto& paper : line.papers)
            papers.push_back(paper_json(app, paper));
        items.push_back(std::move(item));
    }
    return items;
}

}  // namespace

Result<net::Response> show_meeting_json(const web::Context& context, db::ReadTx& tx) {
    const auto loaded = load_meeting_page(tx, context.param("meeting"));
    if (!loaded) return loaded.error();
    const auto& meeting = loaded->meeting;
    const auto level = context.level();
    auto out = meetings::meeting_json(context.app, meeting, loaded->board);
    auto& moved = out["moved_from"].emplace_array();
    for (const auto& move : db::list_moves(tx, meeting.id)) {
        boost::json::object one{{"date", move.planned.key()}};
        if (may_read_reasons(meeting, level)) one["reason"] = move.reason;
        moved.push_back(std::move(one));
    }
    auto& dates = out["deadlines"].emplace_array();
    for (const auto& deadline :
         meetings::deadlines_of(meeting, loaded->board, context.app.holidays(tx))) {
        boost::json::object one{{"name", workflows::deadline_name(deadline.kind)},
                                {"words", deadline.words}};
        if (deadline.day) one["day"] = workflows::iso(*deadline.day);
        dates.push_back(std::move(one));
    }
    if (const auto day =
            meetings::confirm_by(tx, meeting, loaded->board, context.app.holidays(tx))) {
        out["confirm_by"] = workflows::iso(*day);
    }
    if (const auto minutes = minutes_shown(tx, meeting, level)) {
        out["draft_minutes_circulated"] = workflows::iso(*minutes);
    }
    out["items"] = items_json(context.app, agenda::agenda_view(tx, meeting, level));
    keep_publicly(context, meeting);
    return web::json_response(boost::json::serialize(out));
}

Result<net::Response> show_meeting_calendar(const web::Context& context, db::ReadTx& tx) {
    const auto loaded = load_meeting_page(tx, context.param("meeting"));
    if (!loaded) return loaded.error();
    mail::CalendarFeed feed;
    feed.name = loaded->board.name;
    feed.events.push_back(meetings::public_event(context, tx, loaded->meeting, loaded->board));
    keep_publicly(context, loaded->meeting);
    return web::text_response(mail::feed(feed), "text/calendar; charset=utf-8");
}

}  // namespace server::overview
