// The calendar as a list, as data and as a feed; and the finding of a meeting by its date.
#include <algorithm>
#include <boost/json.hpp>
#include <functional>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "server/meetings/confirm_by.hpp"
#include "server/meetings/handlers.hpp"
#include "server/meetings/meeting_exports.hpp"
#include "server/meetings/meeting_rows.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/timetable/timetable.hpp"

namespace server::meetings {
namespace {

using workflows::Day;

constexpr std::chrono::days year{365};

/// The filter as typed and as understood. An unknown board or a bad date is an error.
struct Filter {
    std::string slug;
    std::string board;  // code
    Day from;
    Day to;
    db::MeetingReader reader;
    bool from_given = false;
    bool to_given = false;
    std::string query() const;
};

std::string Filter::query() const {
    std::string text;
    const auto add = [&](const std::string& pair) { text += (text.empty() ? "?" : "&") + pair; };
    if (!slug.empty()) add("board=" + slug);
    if (from_given) add("from=" + workflows::iso(from));
    if (to_given) add("to=" + workflows::iso(to));
    return text;
}

// Boards go by slug in addresses; their printed codes are taken too.
Result<void> read_board(db::ReadTx& tx, const std::string& typed, Filter& filter) {
    if (typed.empty()) return {};
    auto board = db::find_board_by_slug(tx, typed);
    if (!board) board = db::find_board(tx, typed);
    if (!board) return workflows::invalid("board", words::we_cannot_find_this_board_select);
    filter.slug = board->slug;
    filter.board = board->code;
    return {};
}

Result<Filter> read_filter(const web::Context& context, db::ReadTx& tx, Day today) {
    const auto& request = context.request;
    Filter filter;
    filter.reader.person = context.viewer.person;
    if (auto board = read_board(tx, request.query_value("board"), filter); !board) {
        return board.error();
    }
    const auto from = request.query_value("from");
    const auto to = request.query_value("to");
    filter.from_given = !from.empty();
    filter.to_given = !to.empty();
    const auto first = from.empty() ? Result<Day>(today) : workflows::parse_day(from, "from");
    if (!first) return first.error();
    filter.from = *first;
    const Day far = workflows::make_day(workflows::year_max, 12, 31);
    const auto last = to.empty() ? Result<Day>(far) : workflows::parse_day(to, "to");
    if (!last) return last.error();
    filter.to = *last;
    if (filter.to < filter.from) {
        return workflows::invalid("to", words::the_end_date_must);
    }
    return filter;
}

std::vector<db::MeetingRow> meetings_of(db::ReadTx& tx, const Filter& filter) {
    db::MeetingFilter wanted;
    wanted.board = filter.board;
    wanted.from = filter.from;
    wanted.reader = filter.reader;
    if (filter.to_given) wanted.to = filter.to;
    if (!filter.to_given) wanted.open_dates = db::OpenDates::included;
    return db::list_meetings(tx, wanted);
}

/// The heading a date stands under, and what sorts it.
std::string month_heading(const workflows::PlannedDate& date) {
    const auto month = date.month();
    return month ? workflows::month_name(*month) : words::date_to_be_confirmed;
}

struct ListRow {
    workflows::PlannedDate date;
    const db::MeetingRow* meeting = nullptr;
    const db::ListedMove* move = nullptr;
};

std::vector<ListRow> merged(const std::vector<db::MeetingRow>& meetings,
                            const std::vector<db::ListedMove>& moves, const Filter& filter) {
    std::vector<ListRow> rows;
    for (const auto& meeting : meetings)
        rows.push_back({meeting.planned, &meeting, nullptr});
    for (const auto& move : moves) {
        const auto day = move.left.day();
        const bool inside = day && *day >= filter.from && *day <= filter.to;
        if (inside && move.left != move.planned) rows.push_back({move.left, nullptr, &move});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ListRow& a, const ListRow& b) { return a.date < b.date; });
    return rows;
}

void add_months(templates::View& view, const std::vector<ListRow>& rows, const BoardsByCode& boards,
                const std::vector<db::ListedMove>& moves,
                const std::function<std::string(const db::MeetingRow&)>& note_of) {
    view.list("months");
    templates::View* month = nullptr;
    std::string heading;
    for (const auto& row : rows) {
        const auto wanted = month_heading(row.date);
        if (month == nullptr || wanted != heading) {
            month = &view.add("months").set("month", wanted);
            heading = wanted;
        }
        if (row.meeting != nullptr) {
            add_meeting_row(*month, *row.meeting, boards, moves, note_of(*row.meeting));
        } else {
            add_moved_row(*month, *row.move, boards);
        }
    }
}

// Never a bare "no results": the next meeting after, or that none is planned.
void set_empty_text(db::ReadTx& tx, templates::View& view, const Filter& filter,
                    const BoardsByCode& boards, Day today) {
    view.set("empty_text", words::no_meetings_in_this_period)
        .set("next_href", "")
        .set("next_text", "");
    db::MeetingFilter later;
    later.board = filter.board;
    later.reader = filter.reader;
    later.from = std::max(today, filter.to_given ? filter.to : today);
    for (const auto& meeting : db::list_meetings(tx, later)) {
        if (meeting.state == workflows::MeetingState::cancelled) continue;
        view.set("next_href", meeting_href(meeting));
        view.set("next_text",
                 words::next_meeting(boards.at(meeting.board).name, meeting.planned.words()));
        return;
    }
}

void add_filter(templates::View& view, const Filter& filter, const BoardsByCode& boards) {
    view.list("boards");
    for (const auto& [code, board] : boards) {
        auto& choice = view.add("boards");
        choice.set("slug", board.slug).set("name", board.name).flag("chosen", code == filter.board);
    }
    view.set("from", filter.from_given ? workflows::iso(filter.from) : std::string());
    view.set("to", filter.to_given ? workflows::iso(filter.to) : std::string());
    Filter earlier = filter;
    earlier.from_given = earlier.to_given = true;
    earlier.to = filter.from - std::chrono::days(1);
    earlier.from = filter.from - year;
    view.set("earlier_href", web::href(routes::meetings) + earlier.query());
    view.set("calendar_href", filter.slug.empty()
                                  ? web::href(routes::meetings_ics)
                                  : web::href(routes::board_meetings_ics, filter.slug));
    view.set("data_href", web::href(routes::meetings_json) + filter.query());
}

}  // namespace

Result<net::Response> show_meetings(const web::Context& context, db::ReadTx& tx) {
    const auto today = context.today(tx);
    auto layout = web::layout_facts(context, words::meetings);
    auto read = read_filter(context, tx, today);
    const bool understood = read.has_value();
    if (!understood) {
        layout.errors.push_back({read.error().message, "#" + read.error().field});
        Filter all;
        all.reader.person = context.viewer.person;
        all.from = today;
        all.to = workflows::make_day(workflows::year_max, 12, 31);
        read = all;
    }
    const Filter& filter = *read;
    const auto boards = db::boards_by_code(tx);
    const auto meetings = meetings_of(tx, filter);
    const auto moves =
        db::list_moves_between(tx, filter.board, filter.from, filter.to, filter.reader);
    const auto rows = merged(meetings, moves, filter);
    templates::View view;
    view.set("heading", filter.board.empty() ? std::string(words::meetings)
                                             : words::board_meetings(boards.at(filter.board).name));
    add_filter(view, filter, boards);
    const auto holidays = context.app.holidays(tx);
    const ConfirmDays days(tx, meetings);
    add_months(view, rows, boards, moves, [&](const db::MeetingRow& meeting) {
        return confirm_by_words(days.of(meeting, boards.at(meeting.board), holidays));
    });
    view.set("empty_text", "");
    if (rows.empty()) set_empty_text(tx, view, filter, boards, today);
    const bool may_create =
        workflows::allowed(workflows::Action::create_meeting, context.relations);
    view.set("create_href", may_create ? web::href(routes::new_meeting) : "");
    layout.alternates.push_back(
        {"text/calendar", words::meetings_in_this_list, view.text("calendar_href")});
    layout.alternates.push_back(
        {"application/json", words::meetings_in_this_list, view.text("data_href")});
    if (!context.viewer.signed_in()) context.cache_publicly(tags_of_boards(boards));
    auto response = web::html_response(context, "pages/meetings.html", layout, view);
    if (!understood) response.status = 422;
    return response;
}

Result<net::Response> show_meetings_json(const web::Context& context, db::ReadTx& tx) {
    const auto filter = read_filter(context, tx, context.today(tx));
    if (!filter) return filter.error();
    const auto boards = db::boards_by_code(tx);
    const auto moves =
        db::list_moves_between(tx, filter->board, filter->from, filter->to, filter->reader);
    boost::json::array data;
    for (const auto& meeting : meetings_of(tx, *filter)) {
        auto one = meeting_json(context.app, meeting, boards.at(meeting.board));
        boost::json::array left;
        for (const auto& move : moves) {
            if (move.meeting == meeting.id) left.emplace_back(move.left.key());
        }
        one["moved_from"] = std::move(left);
        data.push_back(std::move(one));
    }
    boost::json::object out;
    const auto count = data.size();
    out["data"] = std::move(data);
    out["links"] = {{"self", context.app.config.base_url + context.request.target}};
    out["meta"] = {{"count", count}};
    if (!context.viewer.signed_in()) context.cache_publicly(tags_of_boards(boards));
    return web::json_response(boost::json::serialize(out));
}

}  // namespace server::meetings
