// Days that do not count: added and removed by an administrator, and what that does to deadlines.
#include <gtest/gtest.h>

#include "db/people.hpp"
#include "server/planning/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/papers.hpp"

namespace {

using tests::Browser;
using tests::Fields;
using tests::TestApp;

Browser administrator(TestApp& app) {
    auto tx = app.app().database.begin_write();
    auto person = db::find_person(*tx, "environment-manager");
    person->administrator = true;
    EXPECT_TRUE(db::save_person(*tx, *person).has_value());
    tx->commit();
    tx.reset();
    return app.browser("environment-manager");
}

Fields day_off(const std::string& day, const std::string& month) {
    return {{"day-day", day},
            {"day-month", month},
            {"day-year", "2018"},
            {"reason", "County Hall is shut"}};
}

TEST(Holidays, AreForAdministrators) {
    TestApp app;
    EXPECT_EQ(app.browser().get("/holidays").status, 303);
    EXPECT_EQ(app.browser("hwb-secretariat").get("/holidays").status, 403);
    auto browser = administrator(app);
    const auto page = browser.get("/holidays");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Good Friday"));
    EXPECT_TRUE(page.has(server::planning::words::bank_holidays_in_england(2018)));
    EXPECT_TRUE(browser.get("/holidays?year=2022").has("Platinum"));
    EXPECT_TRUE(browser.get("/holidays?year=x").has("Wales, 2018"));
}

TEST(Holidays, AddingADayMovesDeadlinesAndTellsTheSecretariats) {
    TestApp app;
    auto browser = administrator(app);
    browser.get("/holidays");
    const auto page = browser.submit("/holidays", day_off("12", "11"));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Monday 12 November 2018: County Hall is shut"));
    EXPECT_TRUE(page.has("Oxfordshire Health and Wellbeing Board, Thursday 15 November 2018"));
    EXPECT_TRUE(page.has("Wednesday 7 November 2018"));
    EXPECT_TRUE(page.has("Tuesday 6 November 2018"));
    EXPECT_EQ(count_mail(app, "deadline_moved",
                         {{"board", "HWB"}, {"recipient", "hwb-secretariat@example.org"}}),
              1);
    EXPECT_EQ(count_mail(app, "deadline_moved", {{"board", "OSCB"}}), 0);
    EXPECT_EQ(count_audit(app, "holiday.add"), 1);
    EXPECT_TRUE(app.browser("hwb-secretariat").get("/home").has("Due Tue 6 Nov 2018"));
}

TEST(Holidays, AMissedDeadlineIsSaid) {
    TestApp app;
    app.clock().set(std::chrono::sys_days(workflows::make_day(2018, 11, 7)) +
                    std::chrono::hours(9));
    auto browser = administrator(app);
    browser.get("/holidays");
    const auto page = browser.submit("/holidays", day_off("12", "11"));
    EXPECT_TRUE(page.has("Missed</strong>"));
    EXPECT_NE(newest_letter(app, {{"template", "deadline_moved"}, {"board", "HWB"}})
                  .find("The new deadline has passed"),
              std::string::npos);
}

// Domain: an agenda out with five clear days to spare has four once a day in between is shut.
TEST(Holidays, WhatWasPublishedInTimeMayBeTooLateNow) {
    TestApp app;
    app.clock().set(std::chrono::sys_days(workflows::make_day(2018, 11, 7)) +
                    std::chrono::hours(9));
    auto secretary = app.browser("hwb-secretariat");
    const auto hwb = tests::meeting_on(app, "HWB", "2018-11-15");
    tests::add_item(app, secretary, hwb, "Performance");
    EXPECT_TRUE(tests::publish(secretary, hwb).has("Version 1 is published"));
    auto browser = administrator(app);
    browser.get("/holidays");
    const auto page = browser.submit("/holidays", day_off("12", "11"));
    const std::string too_late = "now late</strong>";
    EXPECT_TRUE(page.has("Published, " + too_late)) << page.body;
    EXPECT_NE(newest_letter(app, {{"template", "deadline_moved"}, {"board", "HWB"}})
                  .find("for the previous deadline"),
              std::string::npos);
    EXPECT_TRUE(app.browser()
                    .get("/meetings/" + hwb)
                    .has("4 clear days before the meeting (5 when it was published)."));
    browser.get("/holidays");
    EXPECT_TRUE(browser.submit("/holidays", day_off("13", "11")).has("Published late</strong>"));
    browser.get("/holidays");
    EXPECT_FALSE(browser.submit("/holidays", day_off("13", "12")).has(too_late));
}

TEST(Holidays, RemovingADayMovesThemBackAndTellsAgain) {
    TestApp app;
    auto browser = administrator(app);
    browser.get("/holidays");
    browser.submit("/holidays", day_off("12", "11"));
    app.clock().set(app.clock().now() + std::chrono::minutes(1));
    const auto page = browser.submit("/holidays/2018-11-12/remove");
    EXPECT_TRUE(page.has(server::planning::words::no_dates_added));
    EXPECT_TRUE(page.has("Oxfordshire Health and Wellbeing Board, Thursday 15 November 2018"));
    EXPECT_EQ(count_mail(app, "deadline_moved", {{"board", "HWB"}}), 2);
}

TEST(Holidays, AddingADayAgainChangesItsReasonAndTellsNobody) {
    TestApp app;
    auto browser = administrator(app);
    browser.get("/holidays");
    const std::string moved = server::planning::words::deadlines_moved;
    EXPECT_TRUE(browser.submit("/holidays", day_off("12", "11")).has(moved));
    const auto told = count_mail(app);
    app.clock().set(app.clock().now() + std::chrono::minutes(1));
    auto again = day_off("12", "11");
    again.back().second = "Boiler repairs";
    const auto page = browser.submit("/holidays", again);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Monday 12 November 2018: Boiler repairs"));
    EXPECT_FALSE(page.has(moved));
    EXPECT_EQ(count_mail(app), told);
}

TEST(Holidays, ADayThatDoesNotCountAnywayMovesNothing) {
    TestApp app;
    auto browser = administrator(app);
    browser.get("/holidays");
    const auto page = browser.submit("/holidays", day_off("10", "11"));  // a Saturday
    EXPECT_TRUE(page.has(server::planning::words::no_deadline_moved));
    EXPECT_EQ(count_mail(app), 0);
}

TEST(Holidays, ABadDayIsNamedAndKept) {
    TestApp app;
    auto browser = administrator(app);
    browser.get("/holidays");
    auto page = browser.submit("/holidays", day_off("31", "11"));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("Enter a real date"));
    EXPECT_TRUE(page.has("County Hall is shut"));
    page = browser.submit("/holidays", {{"day-day", "12"}, {"reason", ""}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("Enter a reason"));
}

TEST(Holidays, ChangeEveryCachedPage) {
    TestApp app;
    app.browser().get("/boards/hwb");
    server::net::Request request;
    request.target = "/boards/hwb";
    ASSERT_TRUE(app.app().cache->find(request, app.clock().now()).has_value());
    auto browser = administrator(app);
    app.browser().get("/boards/hwb");
    browser.get("/holidays");
    browser.submit("/holidays", day_off("12", "11"));
    EXPECT_FALSE(app.app().cache->find(request, app.clock().now()).has_value());
}

TEST(Audit, IsForAdministratorsNewestFirstAndByResource) {
    TestApp app;
    EXPECT_EQ(app.browser("hwb-secretariat").get("/audit").status, 403);
    auto browser = administrator(app);
    browser.get("/holidays");
    browser.submit("/holidays", day_off("10", "11"));
    browser.get("/holidays");
    browser.submit("/holidays", day_off("11", "11"));
    const auto page = browser.get("/audit");
    EXPECT_EQ(page.status, 200);
    EXPECT_LT(page.body.find("2018-11-11: County"), page.body.find("2018-11-10: County"));
    EXPECT_TRUE(page.has("/audit?resource=holiday:2018-11-10"));
    const auto one = browser.get("/audit?resource=holiday:2018-11-10");
    EXPECT_TRUE(one.has("2018-11-10: County"));
    EXPECT_FALSE(one.has("2018-11-11: County"));
    EXPECT_TRUE(browser.get("/audit?resource=nothing").has("There are no entries."));
}

}  // namespace
