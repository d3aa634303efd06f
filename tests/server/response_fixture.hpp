// A report of one board on its own agenda, the recommendations in it, and the steps that follow.
#pragma once

#include <gtest/gtest.h>

#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"
#include "tests/server/request_fixture.hpp"

namespace tests {

// OSCB considers its annual report on Thursday 24 January 2019 and recommends to other boards.
class Responses : public testing::Test {
  protected:
    Responses() {
        cancel_meetings(app, {{"board", "OSCB"}, {"planned >", "2018-11"}});
        report_meeting = add_meeting("meeting-oscb", "OSCB", "2019-01-24", "private");
        put_item(app, "report", report_meeting, "Canary annual report",
                 {{"purpose", "agree"}, {"visibility", "members"}, {"paper_status", "received"}});
    }
    std::string add_meeting(const std::string& id, const std::string& board, const std::string& day,
                            const std::string& held_in) {
        tests::add_meeting(app, id, board, day, {{"held_in", held_in}});
        return id;
    }
    void set_day(int year, unsigned month, unsigned day) {
        app.clock().set(workflows::make_day(year, month, day) + std::chrono::hours(9));
    }
    static Fields wish(const std::string& board, const std::string& required = "report_back") {
        return {{"recommendation", "Report progress on early help."},
                {"owing_board", board},
                {"required", required},
                {"due-day", "1"},
                {"due-month", "3"},
                {"due-year", "2019"}};
    }
    Page name(const Fields& fields, const std::string& person = "oscb-chair") {
        auto browser = app.browser(person);
        EXPECT_EQ(browser.get(wanted).status, 200);
        return browser.submit("/responses/new", fields);
    }
    Page deliver(const std::string& person = "oscb-chair") {
        auto browser = app.browser(person);
        EXPECT_EQ(browser.get(wanted).status, 200);
        return browser.submit("/responses/deliver");
    }
    /// The page of the newest response.
    std::string newest() { return "/responses/" + rows(app, "response").newest("id"); }
    std::string owed_by_ct() {
        EXPECT_EQ(name(wish("CT")).status, 200);
        EXPECT_EQ(deliver().status, 200);
        return newest();
    }
    Page act(const std::string& person, const std::string& response, const std::string& event,
             const Fields& fields = {}) {
        auto browser = app.browser(person);
        EXPECT_EQ(browser.get(response).status, 200);
        return browser.submit(response + "/" + event, fields);
    }
    std::string state(const std::string& response) {
        return rows(app, "response", {{"id", response.substr(11)}}).value("state");
    }
    std::string recipients(const std::string& kind) { return tests::recipients(app, kind); }
    std::string agenda_of(const std::string& meeting) {
        const auto items = rows(app, "agenda_item", {{"meeting", meeting}, {"id <>", "report"}});
        return items.list("title visibility", "position");
    }

    TestApp app;
    std::string report_meeting;
    const std::string wanted = "/responses/new?source=item:report";
};

}  // namespace tests
