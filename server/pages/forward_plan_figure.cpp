#include "server/pages/forward_plan_figure.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "db/boards.hpp"
#include "server/app.hpp"
#include "server/pages/figures.hpp"
#include "server/timetable.hpp"
#include "templates/figure.hpp"
#include "templates/figures/forward_plan.hpp"

namespace server::pages {
namespace {

using templates::figures::ForwardPlan;
using templates::figures::PlanMark;
using workflows::Day;
using workflows::ReportPurpose;

PlanMark mark_of(ReportPurpose purpose) {
    switch (purpose) {
        case ReportPurpose::agree:
            return PlanMark::agree;
        case ReportPurpose::consult:
            return PlanMark::consult;
        case ReportPurpose::inform:
            break;
    }
    return PlanMark::inform;
}

std::size_t index_in(std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    names.push_back(name);
    return names.size() - 1;
}

// Report, board, purpose and day of what comes before something that should come first.
using Stand = std::tuple<std::string, std::string, ReportPurpose, Day>;
using Stands = std::set<Stand>;

Stands misplaced(const App& app, db::ReadTx& tx, const PlanSpan& span) {
    Stands found;
    for (int year = workflows::year_of(span.from); year <= workflows::year_of(span.to); ++year) {
        const auto grid = load_grid(app, tx, year);
        for (const auto& finding : grid.findings) {
            const auto& then = grid.placed[finding.pair.then];
            const auto day = then.meeting ? then.meeting->date.day() : std::nullopt;
            if (day) found.emplace(then.what.report, then.what.board, then.what.purpose, *day);
        }
    }
    return found;
}

// Where a month alone is known its first day in the plan stands for it.
std::optional<Day> day_of(const ForwardEntry& entry) {
    if (const auto day = entry.date.day()) return day;
    const auto month = entry.date.month();
    return month ? std::optional<Day>(Day{*month / 1}) : std::nullopt;
}

enum class Links { kept, left_out };

ForwardPlan plan_of(const Context& context, const PlanAsked& asked, Links links) {
    ForwardPlan plan;
    plan.first = asked.span.from;
    plan.last = asked.span.to;
    plan.today = asked.today;
    for (const auto& board : db::list_boards(asked.tx)) {
        const bool comes = std::any_of(
            asked.entries.begin(), asked.entries.end(),
            [&](const auto& entry) { return entry.report_purpose && entry.board == board.code; });
        if (comes) plan.boards.push_back(board.code);
    }
    const auto wrong = misplaced(context.app, asked.tx, asked.span);
    for (const auto& entry : asked.entries) {
        const auto day = day_of(entry);
        if (!entry.report_purpose || !day) continue;
        templates::figures::PlanItem item;
        item.board = index_in(plan.boards, entry.board);
        item.report = index_in(plan.reports, entry.report);
        item.day = *day;
        item.mark = mark_of(*entry.report_purpose);
        item.certain = entry.date.day().has_value() && !entry.proposed;
        item.out_of_order = item.certain && wrong.count(Stand(entry.report, entry.board,
                                                              *entry.report_purpose, *day)) != 0;
        if (links == Links::kept) item.href = entry.href;
        plan.items.push_back(std::move(item));
    }
    return plan;
}

std::string counted(std::ptrdiff_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

// "42 reports come to 14 boards: 1 at a meeting, 4 proposed for one, 37 without one yet. None is
// out of order."
std::string finding_of(const ForwardPlan& plan, const std::vector<ForwardEntry>& entries) {
    const auto all = std::ssize(plan.items);
    const auto certain = std::count_if(plan.items.begin(), plan.items.end(),
                                       [](const auto& item) { return item.certain; });
    const auto proposed = std::count_if(entries.begin(), entries.end(),
                                        [](const auto& entry) { return entry.proposed; });
    const auto wrong = std::count_if(plan.items.begin(), plan.items.end(),
                                     [](const auto& item) { return item.out_of_order; });
    auto words = counted(all, "report comes", "reports come") + " to " +
                 counted(std::ssize(plan.boards), "board", "boards") + ": " +
                 std::to_string(certain) + " at a meeting, " + std::to_string(proposed) +
                 " proposed for one, " + std::to_string(all - certain - proposed) +
                 " without one yet. ";
    words += wrong == 0 ? "None is out of order."
                        : counted(wrong, "is", "are") + " out of order: see the timetable.";
    if (plan.items.size() > templates::figures::plan_items_max ||
        plan.boards.size() > templates::figures::plan_boards_max)
        words += " They are too many to draw: the tables have them all.";
    return words;
}

}  // namespace

std::string forward_plan_figure(const Context& context, const PlanAsked& asked,
                                const std::string& query) {
    const auto plan = plan_of(context, asked, Links::kept);
    if (plan.items.empty()) return {};
    templates::Figure figure;
    figure.id = "plan";
    figure.caption = finding_of(plan, asked.entries);
    figure.label = "Picture of the reports to come, scrolls sideways";
    figure.svg = templates::figures::inline_svg(templates::figures::draw(plan));
    figure.files = {{"Download picture (SVG)", "/forward-plan.svg" + query}};
    return templates::figure_html(context.app.templates, figure);
}

Response forward_plan_svg(const Context& context, const PlanAsked& asked) {
    const auto plan = plan_of(context, asked, Links::left_out);
    return svg_response(context, templates::figures::draw(plan), finding_of(plan, asked.entries),
                        "forward-plan");
}

}  // namespace server::pages
