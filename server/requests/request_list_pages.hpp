// The requests of a viewer's own boards, sorted by who must move, and how old the open ones are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/requests.hpp"
#include "server/web/context.hpp"
#include "templates/figures/age_plot.hpp"

namespace server::requests {

struct OwnRequests {
    std::vector<db::RequestRow> waiting;   // for a board of the viewer
    std::vector<db::RequestRow> in;        // asked of it, and at somebody else
    std::vector<db::RequestRow> out;       // asked by it, and at somebody else
    std::vector<db::RequestRow> finished;  // closed or withdrawn
};

enum class Links { kept, left_out };

/// The open ones, oldest first, with the day by which each should have moved.
templates::figures::AgePlot request_ages(const OwnRequests& own, workflows::Day today, Links links);
/// "5 requests are open: half of them for 12 days or fewer, … 1 is past its day."
std::string ages_finding(const templates::figures::AgePlot& plot);
/// Markup for the list, whose tables have the same facts; empty while nothing is open. `query` is
/// the filter of the page.
std::string ages_figure(const web::Context& context, const OwnRequests& own, workflows::Day today,
                        const std::string& query);
/// from,to,kind,title,state,sent,days_open,consider_by,answer_by,overdue (RFC 4180).
std::string requests_csv(const OwnRequests& own, workflows::Day today);

}  // namespace server::requests
