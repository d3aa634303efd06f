// An issue between the Children's Trust and the Health Improvement Board, and its steps.
#pragma once

#include "tests/harness/county_fixture.hpp"
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
        return rows(app, "issue", {{"id", issue.substr(8)}}).value(column);
    }
    /// With yesterday.
    void end_seats(const std::string& person) {
        tests::end_seats(app, "2018-10-31", {{"person", person}});
    }
    std::string latest_recipients() {
        const auto steps = std::to_string(steps_of(app, "issue").count());
        return tests::recipients(app, "issue_news", {{"key LIKE", "%:" + steps + ":%"}});
    }
};

}  // namespace tests
