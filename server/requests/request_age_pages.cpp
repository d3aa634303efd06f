// How long requests between chairs have been open, as a picture and as CSV.
#include <algorithm>

#include "server/base/app.hpp"
#include "server/requests/request_commands.hpp"
#include "server/requests/request_list_pages.hpp"
#include "server/requests/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "templates/figure.hpp"
#include "workflows/text/csv.hpp"
#include "workflows/text/words.hpp"

namespace server::requests {
namespace {

using templates::figures::AgePlot;
using workflows::Day;
using workflows::RequestState;

Day sent_on(const db::RequestRow& row) {
    return workflows::to_local(row.created_at, workflows::county_zone).day;
}

int days_open(const db::RequestRow& row, Day today) {
    return std::max(0, static_cast<int>((today - sent_on(row)).count()));
}

// Until it is dealt with the first day counts, then the second.
std::optional<Day> target_of(const workflows::AgendaRequest& request) {
    return workflows::is_waiting(request.state) ? request.consider_by : request.answer_by;
}

std::vector<const db::RequestRow*> oldest_first(const OwnRequests& own) {
    std::vector<const db::RequestRow*> rows;
    for (const auto* list : {&own.waiting, &own.in, &own.out})
        for (const auto& row : *list)
            rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto* a, const auto* b) { return a->created_at < b->created_at; });
    return rows;
}

using workflows::text::counted;

}  // namespace

AgePlot request_ages(const OwnRequests& own, Day today, Links links) {
    AgePlot plot;
    for (const auto* row : oldest_first(own)) {
        const auto& r = row->request;
        templates::figures::AgeRow shown;
        shown.label = r.from_board + " to " + r.to_board + ": " + r.title;
        shown.days = days_open(*row, today);
        if (const auto target = target_of(r))
            shown.target = std::max(0, static_cast<int>((*target - sent_on(*row)).count()));
        if (links == Links::kept) shown.href = web::href(routes::request, row->id);
        plot.rows.push_back(std::move(shown));
    }
    return plot;
}

std::string ages_finding(const AgePlot& plot) {
    if (plot.rows.empty()) return words::no_open_requests;
    std::vector<int> days;
    for (const auto& row : plot.rows)
        days.push_back(row.days);
    const auto late = std::count_if(plot.rows.begin(), plot.rows.end(),
                                    [](const auto& row) { return row.late(); });
    const auto open = plot.rows.size();
    const auto finding = words::open_requests_with_ages(open, static_cast<std::size_t>(late),
                                                        templates::figures::percentile(days, 50),
                                                        templates::figures::percentile(days, 90));
    return open > templates::figures::age_rows_max ? words::too_many_to_draw(finding) : finding;
}

std::string ages_figure(const web::Context& context, const OwnRequests& own, Day today,
                        const std::string& query) {
    const auto plot = request_ages(own, today, Links::kept);
    if (plot.rows.empty()) return {};
    templates::Figure figure;
    figure.id = "ages";
    figure.caption = ages_finding(plot);
    figure.label = words::ages_label;
    figure.svg = templates::figures::inline_svg(templates::figures::draw(plot));
    figure.files = {{words::download_csv, web::href(routes::requests_csv) + query},
                    {words::download_svg, web::href(routes::requests_svg) + query}};
    return templates::figure_html(context.app.templates, figure);
}

std::string requests_csv(const OwnRequests& own, Day today) {
    auto text = workflows::text::csv_line({"from", "to", "kind", "title", "state", "sent",
                                           "days_open", "consider_by", "answer_by", "overdue"});
    const auto iso = [](const std::optional<Day>& day) {
        return day ? workflows::iso(*day) : std::string();
    };
    for (const auto* list : {&own.waiting, &own.in, &own.out, &own.finished}) {
        const bool open = list != &own.finished;
        for (const auto& row : *list) {
            const auto& r = row.request;
            text += workflows::text::csv_line(
                {r.from_board, r.to_board, workflows::to_text(r.kind), r.title,
                 workflows::to_text(r.state), workflows::iso(sent_on(row)),
                 open ? std::to_string(days_open(row, today)) : std::string(), iso(r.consider_by),
                 iso(r.answer_by), workflows::is_overdue(r, today) ? "yes" : "no"});
        }
    }
    return text;
}

}  // namespace server::requests
