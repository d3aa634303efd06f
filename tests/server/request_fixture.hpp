// A request between two chairs of the county, and the steps that either takes on its page.
#pragma once

#include <gtest/gtest.h>

#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace tests {

inline Fields item_request(const std::string& title = "Placement costs") {
    return {{"from_board", "OSCB"},      {"to_board", "HWB"},
            {"kind", "agenda_item"},     {"title", title},
            {"details", "Costs rise."},  {"purpose", "discuss"},
            {"response", "comment"},     {"consider_by-day", "12"},
            {"consider_by-month", "11"}, {"consider_by-year", "2018"},
            {"answer_by-day", "21"},     {"answer_by-month", "3"},
            {"answer_by-year", "2019"}};
}

inline Fields with(Fields fields, const std::string& name, const std::string& value) {
    for (auto& field : fields) {
        if (field.first == name) {
            field.second = value;
            return fields;
        }
    }
    fields.emplace_back(name, value);
    return fields;
}

class Requests : public testing::Test {
  protected:
    std::string send(const Fields& fields, const std::string& person = "oscb-chair") {
        auto browser = app.browser(person);
        browser.get("/requests/new");
        const auto page = browser.submit_only("/requests/new", fields);
        EXPECT_EQ(page.status, 303) << page.body;
        const auto location = page.location();
        return location.substr(0, location.find('?'));
    }
    // One step on the page of the request; the page that follows.
    tests::Page act(const std::string& person, const std::string& request, const std::string& event,
                    const Fields& fields = {}) {
        auto browser = app.browser(person);
        EXPECT_EQ(browser.get(request).status, 200);
        return browser.submit(request + "/" + event, fields);
    }
    std::string meeting(const std::string& board, const std::string& planned) {
        return meeting_on(app, board, planned);
    }
    std::string state(const std::string& request) {
        return rows(app, "agenda_request", {{"id", request.substr(10)}}).value("state");
    }
    std::string recipients(const std::string& kind) { return tests::recipients(app, kind); }
    std::string letter_subject(const std::string& kind) { return newest_subject(app, kind); }
    void set_day(int year, unsigned month, unsigned day) {
        app.clock().set(workflows::make_day(year, month, day) + std::chrono::hours(9));
    }

    TestApp app;
};

}  // namespace tests
