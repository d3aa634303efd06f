// An act of the demonstration: the refused request goes on as an issue, and a board takes a
// safeguarding concern to the chair of a safeguarding board.
#include <stdexcept>

#include "db/issues.hpp"
#include "server/demo/story.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::demo {
namespace {

void require(bool held, const std::string& what) {
    if (!held) throw std::runtime_error("the story does not hold: " + what);
}

// protocol 4.6: the chairs meet, alone.
void plan_chairs_meeting(Stage& stage, Story& story) {
    std::string issue;
    {
        const auto tx = stage.app.database.begin_read();
        const auto issues = db::list_issues_of(*tx, "OSCB");
        require(issues.size() == 1, "the escalated request has no issue");
        issue = issues.front().id;
    }
    const auto oscb = sign_in(stage, "oscb-chair@example.org");
    oscb->get(web::href(routes::issue, issue));
    oscb->submit(web::href(routes::issue_meeting, issue), {{"date-day", "27"},
                                                           {"date-month", "11"},
                                                           {"date-year", "2018"},
                                                           {"people[]", "oscb-chair"},
                                                           {"people[]", "leader-county"}});
    story.told.push_back("2018-11-01: a meeting of the two chairs is planned for the issue");
}

// protocol 4.12 to 4.14.
void escalate_concern(Stage& stage, Story& story) {
    const auto trust = sign_in(stage, "cabinet-children@example.org");
    trust->get(web::href(routes::new_concern));
    trust->submit(web::href(routes::new_concern),
                  {{"raising_board", "CT"},
                   {"safeguarding_board", "OSCB"},
                   {"matter", "Threshold not agreed by two agencies"},
                   {"raised_on-day", "31"},
                   {"raised_on-month", "10"},
                   {"raised_on-year", "2018"}});
    const auto concern = id_at(*trust, routes::concern);
    trust->submit(web::href(routes::concern_step, concern, "agree_partner"),
                  {{"partner", "police-lpa-commander"}});
    trust->submit(web::href(routes::concern_step, concern, "escalate"), {});
    const auto other = sign_in(stage, "hib-chair@example.org");
    require(other->try_get(web::href(routes::concern, concern)).status == 404,
            "another board's chair reads the concern");
    story.told.push_back("2018-11-01: a safeguarding concern goes to the OSCB chair");
}

}  // namespace

void play_issues(Stage& stage, Story& story) {
    plan_chairs_meeting(stage, story);
    escalate_concern(stage, story);
}

}  // namespace server::demo
