// A county whose reporting timetable is in use, with a Health and Wellbeing Board that meets in
// March 2019: what the tests of the grid and of its duties share.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "db/meetings.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/papers.hpp"
#include "tests/harness/test_app.hpp"

namespace tests {

class LivingTimetable : public testing::Test {
  protected:
    void set_day(int year, unsigned month, unsigned day) {
        app.clock().set(workflows::make_day(year, month, day) + std::chrono::hours(9));
    }
    static std::string named(const std::string& report, const std::string& board,
                             const std::string& purpose, int year = 2019) {
        return "/obligations/" + std::to_string(year) + "~" + report + "~" + board + "~" + purpose;
    }
    std::string path(const std::string& board, const std::string& report) {
        return "/obligations/" +
               rows(app, "obligation", {{"board", board}, {"report", report}}).value("id");
    }
    tests::Page act(const std::string& person, const std::string& path, const std::string& step,
                    const Fields& fields = {}) {
        auto browser = app.browser(person);
        EXPECT_EQ(browser.get(path).status, 200) << path;
        return browser.submit(path + "/" + step, fields);
    }
    std::string state(const std::string& board, const std::string& report = jsna) {
        return rows(app, "obligation", {{"board", board}, {"report", report}}).value("state");
    }
    std::string recipients(const std::string& kind) { return tests::recipients(app, kind); }
    int count(const std::string& table) { return rows(app, table).count(); }
    server::timetable::TimetableGrid grid(int year = 2019) {
        return server::timetable::load_grid(app.app(), *app.app().database.begin_read(), year);
    }
    void plan(const std::string& board, const std::string& day) {
        const auto tx = app.app().database.begin_write();
        db::MeetingRow row;
        row.board = board;
        row.planned = workflows::PlannedDate::parse(day).value();
        row.state = workflows::MeetingState::confirmed;
        db::insert_meeting(*tx, row).value();
        tx->commit();
    }
    std::string item() { return rows(app, "obligation", {{"item <>", ""}}).value("item"); }

    static constexpr const char* jsna = "Joint Strategic Needs Assessment";
    const std::string to_hwb = named("joint-strategic-needs-assessment", "hwb", "agree");
    TestApp app;
    const std::string march = tests::meeting_on(app, "HWB", "2019-03-21");
};

}  // namespace tests
