// The public front page: the next meetings, the newest agendas, every board.
#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "server/meetings/meeting_rows.hpp"
#include "server/overview/handlers.hpp"
#include "server/overview/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::overview {
namespace {

constexpr int meetings_shown_max = 10;
constexpr int agendas_shown_max = 5;
constexpr std::chrono::days agendas_since{365};

// Those that lead to a date in the span of the list.
std::vector<db::ListedMove> moves_of(db::ReadTx& tx, const std::vector<db::MeetingRow>& meetings,
                                     workflows::Day today, const db::MeetingReader& reader) {
    if (meetings.empty()) return {};
    const auto last = meetings.back().planned.month();
    const auto to = last ? workflows::Day((*last + std::chrono::months(1)) / 1)
                         : today + std::chrono::days(366);
    return db::list_moves_between(tx, "", today, to, reader);
}

void add_agendas(db::ReadTx& tx, const meetings::BoardsByCode& boards, templates::View& view) {
    const auto agendas = db::list_newest_agendas(tx, tx.now() - agendas_since, agendas_shown_max);
    view.list("agendas").flag("has_agendas", !agendas.empty());
    for (const auto& agenda : agendas) {
        const auto out = workflows::to_local(agenda.published_at, workflows::county_zone).day;
        auto& row = view.add("agendas");
        row.set("href", web::href(routes::meeting, agenda.meeting));
        row.set("board_name", boards.at(agenda.board).name);
        row.set("when_text", agenda.planned.words());
        row.set("published_iso", workflows::iso(out));
        row.set("published_text", workflows::long_date(out));
    }
}

}  // namespace

Result<net::Response> show_front_page(const web::Context& context, db::ReadTx& tx) {
    const auto today = context.today(tx);
    const auto boards = db::boards_by_code(tx);
    const db::MeetingReader reader{.person = context.viewer.person};
    const auto meetings = db::list_upcoming(tx, today, meetings_shown_max, reader);
    const auto moves = moves_of(tx, meetings, today, reader);
    templates::View view;
    const auto& county = context.app.county_name;
    view.set("heading", county.empty() ? words::county_meetings : words::board_meetings(county));
    view.set("lead", words::home_lead);
    view.list("meetings").flag("has_meetings", !meetings.empty());
    for (const auto& meeting : meetings)
        meetings::add_meeting_row(view, meeting, boards, moves);
    add_agendas(tx, boards, view);
    view.list("boards");
    for (const auto& [code, board] : boards) {
        view.add("boards")
            .set("href", web::href(routes::board, board.slug))
            .set("name", board.name);
    }
    auto layout = web::layout_facts(context, "Meetings and agendas");
    layout.alternates.push_back({"text/calendar", "All meetings", web::href(routes::meetings_ics)});
    if (!context.viewer.signed_in()) context.cache_publicly(meetings::tags_of_boards(boards));
    return web::html_response(context, "pages/home.html", layout, view);
}

}  // namespace server::overview
