// An issue between the Children's Trust and the Health Improvement Board, and its steps.
#pragma once

#include "db/session.hpp"
#include "tests/server/request_fixture.hpp"

namespace tests {

inline Fields new_issue(const std::string& title = "School nursing") {
    return {{"kind", "boards"},
            {"raising_board", "CT"},
            {"asked_board", "HIB"},
            {"title", title},
            {"text", "Who pays is not agreed."},
            {"next_date-day", "15"},
            {"next_date-month", "11"},
            {"next_date-year", "2018"}};
}

class Issues : public Requests {
  protected:
    std::string raise(const Fields& fields = new_issue(),
                      const std::string& person = "cabinet-children") {
        auto browser = app.browser(person);
        browser.get("/issues/new");
        const auto page = browser.submit_only("/issues/new", fields);
        EXPECT_EQ(page.status, 303) << page.body;
        const auto location = page.location();
        return location.substr(0, location.find('?'));
    }
    std::string issue_column(const std::string& issue, const std::string& column) {
        return app.query("SELECT " + column + " FROM issue WHERE id = '" + issue.substr(8) + "'");
    }
    void run(const std::string& sql) {
        auto tx = app.app().database.begin_write();
        tx->session().execute_script(sql);
        tx->commit();
    }
    /// With yesterday.
    void end_seats(const std::string& person) {
        run("UPDATE membership SET to_day = '2018-10-31' WHERE person = '" + person + "'");
    }
    std::string latest_recipients() {
        return app.query(
            "SELECT COALESCE(GROUP_CONCAT(person, ' '), '') FROM (SELECT person FROM outbox WHERE "
            "template = 'issue_news' AND key LIKE '%:' || (SELECT COUNT(*) FROM case_event WHERE "
            "kind = 'issue') || "
            "':%' ORDER BY person)");
    }
};

}  // namespace tests
