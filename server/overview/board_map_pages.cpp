// The governance map: which board reports to which, which took over from which, and when each
// meets next.
#include <algorithm>
#include <map>

#include "db/boards.hpp"
#include "server/base/app.hpp"
#include "server/boards/board_facts.hpp"
#include "server/meetings/meeting_rows.hpp"
#include "server/overview/board_words.hpp"
#include "server/overview/handlers.hpp"
#include "server/web/figures.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "templates/figure.hpp"
#include "templates/figures/governance_map.hpp"
#include "workflows/text/csv.hpp"
#include "workflows/text/words.hpp"

namespace server::overview {
namespace {

using templates::figures::GovernanceMap;
using templates::figures::MapTie;
using workflows::Day;

struct MapBoard {
    boards::BoardEntry entry;
    std::string family;
    std::string reports_to;  // code of who holds that duty today; empty: to no board, or succeeded
};

using MapBoards = std::vector<MapBoard>;

MapBoards load_boards(db::ReadTx& tx, Day today) {
    MapBoards boards;
    const auto successions = db::list_successions(tx);
    for (auto& family : boards::board_families(tx, today)) {
        for (auto& entry : family.boards) {
            std::string reports_to;
            if (!entry.succeeded && !entry.board.parent.empty())
                reports_to = workflows::holder(entry.board.parent, successions, today);
            if (reports_to == entry.board.code) reports_to.clear();
            boards.push_back({std::move(entry), family.name, std::move(reports_to)});
        }
    }
    return boards;
}

std::string short_words(const db::MeetingRow& meeting) {
    if (const auto day = meeting.planned.day())
        return meeting.state == workflows::MeetingState::provisional
                   ? board_words::to_be_confirmed(workflows::short_date(*day))
                   : workflows::short_date(*day);
    const auto month = meeting.planned.month();
    return month ? workflows::month_name(*month) : board_words::no_date;
}

std::string date_words(const boards::BoardEntry& entry) {
    if (entry.succeeded) {
        const auto& on = entry.board.succeeded_on;
        return on ? board_words::until(workflows::short_date(*on - std::chrono::days(1)))
                  : board_words::replaced;
    }
    return entry.next ? short_words(*entry.next) : board_words::no_date;
}

enum class Links { kept, left_out };

GovernanceMap map_of(const MapBoards& boards, Links links) {
    GovernanceMap map;
    std::map<std::string, std::size_t> index;
    for (const auto& each : boards) {
        const auto& board = each.entry.board;
        index.emplace(board.code, map.nodes.size());
        map.nodes.push_back({board.code, board.name, date_words(each.entry), each.family,
                             each.entry.succeeded,
                             links == Links::kept ? boards::board_href(board) : std::string()});
    }
    for (std::size_t i = 0; i < boards.size(); ++i) {
        const auto tie = [&](const std::string& from, MapTie kind) {
            if (const auto found = index.find(from); found != index.end())
                map.edges.push_back({found->second, i, kind});
        };
        tie(boards[i].reports_to, MapTie::reports);
        tie(boards[i].entry.board.succeeded_by, MapTie::succeeded);
    }
    return map;
}

// "17 boards: 4 report to the HWB, 4 report to the SOP, 9 report to no other board. 5 boards have
// been replaced."
std::string finding(const MapBoards& boards) {
    std::map<std::string, std::size_t> to;
    std::size_t gone = 0;
    for (const auto& each : boards) {
        if (each.entry.succeeded)
            ++gone;
        else
            ++to[each.reports_to];
    }
    std::vector<std::string> parts;
    for (const auto& [code, count] : to) {
        if (code.empty()) continue;
        parts.push_back(board_words::report_to(count, code));
    }
    if (const auto alone = to[""]; alone > 0)
        parts.push_back(board_words::report_to_no_other(alone));
    auto text = board_words::who_reports(boards.size() - gone, parts);
    if (gone > 0) text += ' ' + board_words::boards_replaced(gone);
    if (boards.size() > templates::figures::map_nodes_max)
        text += std::string(" ") + board_words::too_many_to_draw;
    return text;
}

std::vector<templates::Cell> row_of(const MapBoard& each) {
    const auto& entry = each.entry;
    const auto next = entry.succeeded
                          ? std::string(board_words::none)
                          : boards::meeting_words(entry.next, board_words::no_meeting_scheduled);
    return {
        {.text = entry.board.code + ": " + entry.board.name,
         .href = boards::board_href(entry.board),
         .kind = templates::CellKind::row_head},
        {.text = each.family},
        {.text = each.reports_to.empty() ? board_words::no_other_board : each.reports_to},
        {.text = entry.successor
                     ? entry.successor->code + ", " + workflows::iso(entry.board.succeeded_on)
                     : std::string()},
        {.text = next,
         .href = entry.next && !entry.succeeded ? web::href(routes::meeting, entry.next->id) : ""}};
}

}  // namespace

Result<net::Response> show_board_map(const web::Context& context, db::ReadTx& tx) {
    const auto boards = load_boards(tx, context.today(tx));
    web::BlockPage page(context, board_words::map_of_boards);
    page.crumb(board_words::boards_label, web::href(routes::boards));
    page.layout().wide = true;
    page.layout().alternates.push_back(
        {"application/json", board_words::boards_json, web::href(routes::boards_json)});
    templates::Figure figure;
    figure.id = "map";
    figure.caption = finding(boards);
    figure.label = board_words::diagram_of_the_boards_scrolls_sideways;
    figure.svg =
        templates::figures::inline_svg(templates::figures::draw(map_of(boards, Links::kept)));
    figure.table_caption = board_words::who_reports_to_whom;
    figure.columns = {{.text = board_words::board_label},
                      {.text = board_words::family},
                      {.text = board_words::reports_to},
                      {.text = board_words::replaced_by_label},
                      {.text = board_words::next_meeting}};
    for (const auto& each : boards)
        figure.rows.push_back(row_of(each));
    figure.files = {{board_words::download_data_csv, web::href(routes::board_map_csv)},
                    {board_words::download_diagram_svg, web::href(routes::board_map_svg)}};
    page.html(templates::figure_html(context.app.templates, figure));
    if (!context.viewer.signed_in())
        context.cache_publicly(meetings::tags_of_boards(db::boards_by_code(tx)));
    return page.finish();
}

Result<net::Response> show_board_map_svg(const web::Context& context, db::ReadTx& tx) {
    const auto boards = load_boards(tx, context.today(tx));
    return web::svg_response(context, templates::figures::draw(map_of(boards, Links::left_out)),
                             finding(boards), "boards");
}

Result<net::Response> show_board_map_csv(const web::Context& context, db::ReadTx& tx) {
    auto text = workflows::text::csv_line(
        {"board", "name", "family", "reports_to", "succeeded_by", "succeeded_on", "next_meeting"});
    for (const auto& each : load_boards(tx, context.today(tx))) {
        const auto& board = each.entry.board;
        const bool meets = each.entry.next && !each.entry.succeeded;
        text += workflows::text::csv_line({board.code, board.name, each.family, each.reports_to,
                                           board.succeeded_by, workflows::iso(board.succeeded_on),
                                           meets ? each.entry.next->planned.key() : std::string()});
    }
    return web::text_response(text, "text/csv; charset=utf-8");
}

}  // namespace server::overview
