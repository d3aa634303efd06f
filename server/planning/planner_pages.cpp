// The year planner: boards by months, with every meeting of a year as a link.
#include <array>

#include "db/boards.hpp"
#include "server/base/app.hpp"
#include "server/meetings/meeting_rows.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/planning/planner_exports.hpp"
#include "server/planning/planner_queries.hpp"
#include "server/planning/words.hpp"
#include "server/web/figures.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "templates/figure.hpp"

namespace server::planning {
namespace {

using templates::View;

constexpr unsigned months_of_year = 12;

bool may_read_clashes(const web::Context& context) {
    return workflows::allowed(workflows::Action::read_clashes, context.relations);
}

Result<Planner> asked(const web::Context& context, db::ReadTx& tx) {
    const auto today = context.today(tx);
    const auto year = read_planner_year(context.request.query_value("year"), today);
    if (!year) return year.error();
    return load_planner(tx, *year, today, may_read_clashes(context),
                        {.person = context.viewer.person});
}

// Without a year in the address the page is of this year, and so are its data.
std::string query_of(const Planner& planner) {
    return "?year=" + std::to_string(planner.year);
}

std::string day_number(workflows::Day day) {
    const std::chrono::year_month_day date{day};
    return std::to_string(static_cast<unsigned>(date.day()));
}

unsigned month_number(const PlannerEntry& entry) {
    const auto month = entry.meeting.planned.month();
    return month ? static_cast<unsigned>(month->month()) : months_of_year + 1;
}

void add_months(View& view, const Planner& planner) {
    view.list("months");
    const std::chrono::year_month_day today{planner.today};
    for (unsigned number = 1; number <= months_of_year; ++number) {
        const std::chrono::year_month month{std::chrono::year{planner.year},
                                            std::chrono::month{number}};
        View& head = view.add("months");
        const auto name = workflows::month_name(month);
        head.set("name", name.substr(0, name.find(' '))).list("holidays");
        const bool present = std::chrono::year_month{today.year(), today.month()} == month;
        head.set("today", present ? "Today: " + day_number(planner.today) : "");
        for (const auto& holiday : planner.holidays) {
            const std::chrono::year_month_day date{holiday.day};
            if (date.month() != month.month()) continue;
            head.add("holidays").set("text", day_number(holiday.day) + " " + holiday.name);
        }
    }
}

std::string chip_words(const PlannerEntry& entry) {
    const auto& meeting = entry.meeting;
    auto words = meeting.board + ", " + meeting.planned.words() + ", ";
    if (meeting.planned.day()) words += meetings::time_words(meeting) + ", ";
    words +=
        std::string(meeting.held_in == workflows::HeldIn::private_ ? "in private" : "in public");
    if (meeting.kind != workflows::MeetingKind::meeting)
        words += ", " + std::string(workflows::to_words(meeting.kind));
    if (entry.cancelled) words += ", cancelled";
    if (!entry.cancelled && meeting.state == workflows::MeetingState::provisional)
        words += ", to be confirmed";
    if (entry.clash) words += ", clash";
    return words;
}

std::string_view chip_class(const PlannerEntry& entry) {
    if (entry.cancelled) return " sm-chip--cancelled";
    if (entry.clash) return " sm-chip--clash";
    if (entry.shape == PlannerShape::to_be_confirmed) return " sm-chip--unsure";
    return entry.shape == PlannerShape::in_private ? " sm-chip--private" : "";
}

void add_chip(View& cell, const PlannerEntry& entry) {
    const auto day = entry.meeting.planned.day();
    View& chip = cell.add("chips");
    chip.set("href", meetings::meeting_href(entry.meeting)).set("chip_class", chip_class(entry));
    chip.set("glyph", entry.cancelled ? "✕" : planner_glyph(entry.shape));
    chip.set("day", day ? day_number(*day) : "");
    chip.set("clash", entry.clash ? "!" : "").set("words", chip_words(entry));
}

void add_rows(View& view, const Planner& planner, const meetings::BoardsByCode& boards) {
    view.list("rows");
    for (const auto& code : planner.boards) {
        const auto& board = boards.at(code);
        View& row = view.add("rows");
        row.set("code", code)
            .set("name", board.name)
            .set("href", web::href(routes::board, board.slug));
        row.list("cells");
        std::array<View*, months_of_year + 1> cells{};
        for (auto& cell : cells)
            cell = &row.add("cells").list("chips");
        for (const auto& entry : planner.entries) {
            if (entry.meeting.board == code) add_chip(*cells.at(month_number(entry) - 1), entry);
        }
        for (auto* cell : cells)
            cell->flag("empty", cell->find("chips")->rows.empty());
    }
}

std::string figure_of(const web::Context& context, const Planner& planner) {
    const auto query = query_of(planner);
    templates::Figure figure;
    figure.id = "year";
    figure.caption = planner_finding(planner);
    figure.label = words::weeks_picture(planner.year);
    figure.svg = templates::figures::inline_svg(templates::figures::draw(planner_strip(planner)));
    figure.files = {{"Download data (CSV)", web::href(routes::planner_csv) + query},
                    {"Download data (JSON)", web::href(routes::planner_json) + query},
                    {"Download chart (SVG)", web::href(routes::planner_svg) + query}};
    return templates::figure_html(context.app.templates, figure);
}

}  // namespace

Result<net::Response> show_planner(const web::Context& context, db::ReadTx& tx) {
    const auto planner = asked(context, tx);
    if (!planner) return planner.error();
    const auto boards = db::boards_by_code(tx);
    View view;
    const auto heading = words::planner_for(planner->year);
    view.set("heading", heading).set_html("figure_html", figure_of(context, *planner));
    view.flag("with_clashes", planner->with_clashes);
    add_months(view, *planner);
    add_rows(view, *planner, boards);
    const auto link = [&](std::string_view key, int year) {
        const bool known = year >= workflows::year_min && year <= workflows::year_max;
        view.set(key, known ? std::to_string(year) : "");
    };
    link("year_before", planner->year - 1);
    link("year_after", planner->year + 1);
    const bool creator = workflows::allowed(workflows::Action::create_meeting, context.relations);
    view.set("create_href", creator ? web::href(routes::new_meeting) : "");
    auto layout = web::layout_facts(context, heading);
    layout.wide = true;
    layout.breadcrumbs = {{"Meetings", web::href(routes::meetings)}};
    layout.alternates.push_back({"application/json", "Year planner (JSON)",
                                 web::href(routes::planner_json) + query_of(*planner)});
    // Of the years that anybody may ask for none is kept.
    if (!context.viewer.signed_in() && context.request.query_value("year").empty())
        context.cache_publicly(meetings::tags_of_boards(boards));
    return web::html_response(context, "pages/planner.html", layout, view);
}

Result<net::Response> show_planner_svg(const web::Context& context, db::ReadTx& tx) {
    const auto planner = asked(context, tx);
    if (!planner) return planner.error();
    return web::svg_response(context, templates::figures::draw(planner_strip(*planner)),
                             planner_finding(*planner), "planner-" + std::to_string(planner->year));
}

Result<net::Response> show_planner_csv(const web::Context& context, db::ReadTx& tx) {
    const auto planner = asked(context, tx);
    if (!planner) return planner.error();
    return web::text_response(planner_csv(*planner), "text/csv; charset=utf-8");
}

Result<net::Response> show_planner_json(const web::Context& context, db::ReadTx& tx) {
    const auto planner = asked(context, tx);
    if (!planner) return planner.error();
    return web::json_response(planner_json(*planner));
}

}  // namespace server::planning
