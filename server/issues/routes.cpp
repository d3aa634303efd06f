#include "server/issues/routes.hpp"

#include <array>

#include "server/issues/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address issues{"/issues"};
constexpr web::Address issues_csv{"/issues.csv"};
constexpr web::Address issues_json{"/issues.json"};
constexpr web::Address new_issue{"/issues/new"};
constexpr web::Address issue{"/issues/{issue}"};
constexpr web::Address issue_json{"/issues/{issue}.json"};
constexpr web::Address issue_meeting{"/issues/{issue}/meeting"};
constexpr web::Address issue_step{"/issues/{issue}/{event}"};
// clang-format on

}  // namespace server::routes

namespace server::issues {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    // Issues between boards, safeguarding concerns, digest
    page(routes::issues, A::read_issues, S::nothing, show_issues),
    page(routes::issues_csv, A::read_issues, S::nothing, show_issues_csv),
    page(routes::issues_json, A::read_issues, S::nothing, show_issues_json),
    page(routes::new_issue, A::make_issue, S::nothing, show_new_issue),
    post(routes::new_issue, A::make_issue, S::nothing, post_new_issue, show_new_issue),
    page(routes::issue, A::read_issue, S::issue, show_issue),
    page(routes::issue_json, A::read_issue, S::issue, show_issue_json),
    post(routes::issue_meeting, A::act_on_issue, S::issue, post_issue_meeting, show_issue),
    post(routes::issue_step, A::act_on_issue, S::issue, act_on_issue, show_issue),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::issues
