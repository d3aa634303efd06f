// The forward plan by month and board, for the public and for those with a seat.
#include <algorithm>
#include <charconv>
#include <span>

#include "db/boards.hpp"
#include "db/county.hpp"
#include "server/forward_plan/forward_plan_exports.hpp"
#include "server/forward_plan/forward_plan_queries.hpp"
#include "server/forward_plan/words.hpp"
#include "server/meetings/meeting_rows.hpp"
#include "server/partnership_register/register_pages.hpp"
#include "server/web/figures.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::forward_plan {
namespace {

struct Filter {
    std::string slug;
    std::string board;  // code
    std::string report;

    PlanFilter choice() const { return {board, report}; }
    std::string query() const {
        std::string text;
        if (!slug.empty()) text = "?board=" + slug;
        if (report.empty()) return text;
        text += text.empty() ? "?report=" : "&report=";
        for (const char c : report)
            text += c == ' ' ? '+' : c;
        return text;
    }
};

std::vector<std::string> reports_of(db::ReadTx& tx) {
    std::vector<std::string> reports;
    for (const auto& cell : db::list_timetable(tx)) {
        if (std::find(reports.begin(), reports.end(), cell.report) == reports.end())
            reports.push_back(cell.report);
    }
    return reports;
}

Result<Filter> read_filter(db::ReadTx& tx, const net::Request& request) {
    Filter filter;
    const auto slug = request.query_value("board");
    if (!slug.empty()) {
        auto board = db::find_board_by_slug(tx, slug);
        if (!board) board = db::find_board(tx, slug);
        if (!board) return workflows::not_found(words::no_such_board);
        filter.slug = board->slug;
        filter.board = board->code;
    }
    filter.report = request.query_value("report");
    const auto reports = reports_of(tx);
    const bool known = filter.report.empty() ||
                       std::find(reports.begin(), reports.end(), filter.report) != reports.end();
    if (!known) return workflows::not_found(words::no_such_report);
    return filter;
}

void add_filter(templates::View& view, db::ReadTx& tx, const Filter& filter,
                const meetings::BoardsByCode& boards) {
    view.list("boards").list("reports");
    for (const auto& [code, board] : boards)
        view.add("boards")
            .set("slug", board.slug)
            .set("name", board.name)
            .flag("chosen", code == filter.board);
    for (const auto& report : reports_of(tx))
        view.add("reports").set("name", report).flag("chosen", report == filter.report);
    view.set("csv_href", web::href(routes::forward_plan_csv) + filter.query());
    view.set("json_href", web::href(routes::forward_plan_json) + filter.query());
}

std::string month_heading(const ForwardEntry& entry) {
    const auto month = entry.date.month();
    return month ? workflows::month_name(*month) : words::date_to_be_confirmed;
}

std::string what_words(const ForwardEntry& entry) {
    auto words = std::string(kind_words(entry.kind));
    if (!entry.purpose.empty()) words += ", " + entry.purpose;
    if (!entry.state.empty()) words += ": " + entry.state;
    return words;
}

void add_months(templates::View& view, std::span<const ForwardEntry> plan,
                const meetings::BoardsByCode& boards) {
    view.list("months");
    templates::View* table = nullptr;
    std::string heading;
    for (const auto& entry : plan) {
        if (table == nullptr || month_heading(entry) != heading) {
            heading = month_heading(entry);
            table = &templates::table_section(
                view.add("months"), heading,
                {{.text = "Board"}, {.text = "Date"}, {.text = "Item"}, {.text = "Details"}});
        }
        const auto board = boards.find(entry.board);
        const auto name = board == boards.end() ? entry.board : board->second.name;
        const bool bare = entry.kind == ForwardKind::meeting;
        templates::add_table_row(
            *table,
            {{.text = name + " (" + entry.board + ")", .kind = templates::CellKind::row_head},
             {.text = entry.when},
             {.text = bare ? "Meeting" : entry.title, .href = entry.href},
             {.text = (entry.open ? "" : "Members only. ") +
                      (bare ? words::nothing_published : what_words(entry))}});
    }
}

std::string count_words(const std::vector<ForwardEntry>& plan) {
    const auto reports = std::count_if(plan.begin(), plan.end(), [](const auto& entry) {
        return entry.kind == ForwardKind::report;
    });
    const auto unslotted = std::count_if(plan.begin(), plan.end(), [](const auto& entry) {
        return entry.kind == ForwardKind::report && entry.meeting.empty();
    });
    return words::entry_counts(plan.size(), static_cast<std::size_t>(reports),
                               static_cast<std::size_t>(unslotted));
}

// The page of a county; beyond it a reader leafs. The twins and the picture are of the whole plan.
constexpr std::size_t page_rows = 250;

// From 1.
Result<std::size_t> read_page(const net::Request& request, std::size_t pages) {
    const auto text = request.query_value("page");
    if (text.empty()) return std::size_t{1};
    std::size_t page = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, failure] = std::from_chars(text.data(), end, page);
    if (failure != std::errc() || stopped != end || page < 1 || page > pages)
        return workflows::not_found(words::no_such_page);
    return page;
}

std::span<const ForwardEntry> shown_on(const std::vector<ForwardEntry>& plan, std::size_t page) {
    const auto first = (page - 1) * page_rows;
    return std::span(plan).subspan(first, std::min(page_rows, plan.size() - first));
}

void add_pages(templates::View& view, const Filter& filter, std::size_t page, std::size_t pages) {
    const auto href = [&](std::size_t number) {
        const auto query = filter.query();
        return web::href(routes::forward_plan) + query + (query.empty() ? "?" : "&") +
               "page=" + std::to_string(number);
    };
    const auto label = [&](const char* which, std::size_t number) {
        return words::page_of(which, number, pages);
    };
    templates::set_pagination(view, page > 1 ? href(page - 1) : "",
                              page < pages ? href(page + 1) : "", label("Previous page", page - 1),
                              label("Next page", page + 1));
}

Result<std::vector<ForwardEntry>> asked_plan(const web::Context& context, db::ReadTx& tx) {
    const auto filter = read_filter(tx, context.request);
    if (!filter) return filter.error();
    return forward_plan(context.app, tx, context.viewer, context.today(tx), filter->choice());
}

}  // namespace

Result<net::Response> show_forward_plan(const web::Context& context, db::ReadTx& tx) {
    const auto filter = read_filter(tx, context.request);
    if (!filter) return filter.error();
    const auto plan =
        forward_plan(context.app, tx, context.viewer, context.today(tx), filter->choice());
    const auto pages = std::max<std::size_t>(1, (plan.size() + page_rows - 1) / page_rows);
    const auto page = read_page(context.request, pages);
    if (!page) return page.error();
    const auto boards = db::boards_by_code(tx);
    templates::View view;
    const auto span = plan_span(context.today(tx));
    const std::chrono::year_month_day first{span.from};
    const std::chrono::year_month_day last{span.to};
    view.set("lead", words::plan_lead(workflows::month_name(first.year() / first.month()),
                                      workflows::month_name(last.year() / last.month())));
    view.set("counts", plan.empty() ? words::nothing_planned : count_words(plan));
    view.flag("signed_in", context.viewer.signed_in());
    add_filter(view, tx, *filter, boards);
    view.set_html("figure_html",
                  forward_plan_figure(context, {plan, span, context.today(tx)}, filter->query()));
    add_months(view, shown_on(plan, *page), boards);
    add_pages(view, *filter, *page, pages);
    auto layout = web::layout_facts(context, "Forward plan");
    layout.wide = true;
    layout.alternates.push_back({"application/json", words::plan_json, view.text("json_href")});
    // Of the choices that anybody may make none is kept.
    if (!context.viewer.signed_in() && context.request.query.empty()) {
        auto tags = meetings::tags_of_boards(boards);
        for (const auto& entry : plan) {
            if (!entry.meeting.empty()) tags.push_back("meeting:" + entry.meeting);
        }
        tags.emplace_back("timetable");
        context.cache_publicly(std::move(tags));
    }
    return web::html_response(context, "pages/forward_plan.html", layout, view);
}

Result<net::Response> show_forward_plan_json(const web::Context& context, db::ReadTx& tx) {
    const auto plan = asked_plan(context, tx);
    if (!plan) return plan.error();
    return web::json_response(forward_plan_json(*plan, context.today(tx)));
}

Result<net::Response> show_forward_plan_csv(const web::Context& context, db::ReadTx& tx) {
    const auto plan = asked_plan(context, tx);
    if (!plan) return plan.error();
    return web::text_response(forward_plan_csv(*plan), "text/csv; charset=utf-8");
}

Result<net::Response> show_forward_plan_svg(const web::Context& context, db::ReadTx& tx) {
    const auto plan = asked_plan(context, tx);
    if (!plan) return plan.error();
    const auto today = context.today(tx);
    return forward_plan_svg(context, {*plan, plan_span(today), today});
}

}  // namespace server::forward_plan
