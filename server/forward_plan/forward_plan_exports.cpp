#include "server/forward_plan/forward_plan_exports.hpp"

#include <algorithm>
#include <map>

#include "server/base/app.hpp"
#include "server/forward_plan/words.hpp"
#include "server/web/figures.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "templates/figure.hpp"
#include "templates/figures/forward_plan.hpp"
#include "workflows/text/words.hpp"

namespace server::forward_plan {
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

// Where a month alone is known its first day in the plan stands for it.
std::optional<Day> day_of(const ForwardEntry& entry) {
    if (const auto day = entry.date.day()) return day;
    const auto month = entry.date.month();
    return month ? std::optional<Day>(Day{*month / 1}) : std::nullopt;
}

enum class Links { kept, left_out };

ForwardPlan plan_of(const PlanAsked& asked, Links links) {
    ForwardPlan plan;
    plan.first = asked.span.from;
    plan.last = asked.span.to;
    plan.today = asked.today;
    std::map<std::string, std::size_t> boards;
    for (const auto& entry : asked.entries)
        if (entry.report_purpose) boards.emplace(entry.board, 0);
    for (auto& [code, index] : boards) {
        index = plan.boards.size();
        plan.boards.push_back(code);
    }
    std::map<std::string, std::size_t> reports;
    for (const auto& entry : asked.entries) {
        const auto day = day_of(entry);
        if (!entry.report_purpose || !day) continue;
        const auto [report, is_new] = reports.emplace(entry.report, plan.reports.size());
        if (is_new) plan.reports.push_back(entry.report);
        templates::figures::PlanItem item;
        item.board = boards.at(entry.board);
        item.report = report->second;
        item.day = *day;
        item.mark = mark_of(*entry.report_purpose);
        item.certain = entry.date.day().has_value() && !entry.proposed;
        item.out_of_order = entry.out_of_order;
        if (links == Links::kept) item.href = entry.href;
        plan.items.push_back(std::move(item));
    }
    return plan;
}

using workflows::text::counted;

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

    const auto size = [](auto number) { return static_cast<std::size_t>(number); };
    auto words = words::plan_counts(size(all), plan.boards.size(), size(certain), size(proposed),
                                    size(all - certain - proposed));
    words += ' ';
    words += wrong == 0 ? std::string(words::none_out_of_order) : words::out_of_order(size(wrong));
    if (plan.items.size() > templates::figures::plan_items_max ||
        plan.boards.size() > templates::figures::plan_boards_max)
        words += words::too_many_to_draw;
    return words;
}

}  // namespace

std::string forward_plan_figure(const web::Context& context, const PlanAsked& asked,
                                const std::string& query) {
    const auto plan = plan_of(asked, Links::kept);
    if (plan.items.empty()) return {};
    templates::Figure figure;
    figure.id = "plan";
    figure.caption = finding_of(plan, asked.entries);
    figure.label = words::plan_picture;
    figure.svg = templates::figures::inline_svg(templates::figures::draw(plan));
    figure.files = {{"Download chart (SVG)", web::href(routes::forward_plan_svg) + query}};
    return templates::figure_html(context.app.templates, figure);
}

net::Response forward_plan_svg(const web::Context& context, const PlanAsked& asked) {
    const auto plan = plan_of(asked, Links::left_out);
    return web::svg_response(context, templates::figures::draw(plan),
                             finding_of(plan, asked.entries), "forward-plan");
}

}  // namespace server::forward_plan
