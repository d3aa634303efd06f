// Planning a series of meetings: the dates before anything is created, and what is created.
#include <gtest/gtest.h>

#include "server/planning/series_words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::Browser;
using tests::Fields;
using tests::TestApp;

constexpr const char* secretary = "hwb-secretariat";

// The clock stands at Thursday 1 November 2018; the form begins with the year 2019.
Fields rule(const std::string& kind, const std::string& often, const std::string& week,
            const std::string& weekday) {
    return {{"kind", kind},     {"rule", often},   {"week", week},          {"weekday", weekday},
            {"starts", "10am"}, {"ends", "12:00"}, {"place", "County Hall"}};
}

Fields with(Fields fields, const Fields& more) {
    for (const auto& [name, value] : more) {
        std::erase_if(fields, [&](const auto& field) { return field.first == name; });
        fields.emplace_back(name, value);
    }
    return fields;
}

// Meetings of 2019 and later that are so.
int count(TestApp& app, const Fields& where) {
    return rows(app, "meeting", where).count();
}

Browser on_dates(TestApp& app, const std::string& person, const std::string& board,
                 const Fields& fields) {
    auto browser = app.browser(person);
    browser.get("/meetings/series?board=" + board);
    browser.submit("/meetings/series", fields);
    return browser;
}

Browser on_workshops(TestApp& app) {
    return on_dates(app, secretary, "hwb", rule("workshop", "quarterly", "1", "mon"));
}

constexpr const char* dates = "/meetings/series/dates";
const Fields workshops{{"board", "HWB"}, {"kind", "workshop"}, {"planned LIKE", "2019%"}};

TEST(Series, ShowsEveryDateBeforeAnythingIsCreated) {
    TestApp app;
    auto browser = on_dates(app, secretary, "hwb", rule("workshop", "monthly", "1", "mon"));
    const auto& page = browser.page();
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Create 12 meetings")) << page.body;
    EXPECT_TRUE(page.has("5. Monday 13 May 2019"));
    EXPECT_TRUE(page.has("Moved from Mon 6 May 2019: Early May bank holiday."));
    EXPECT_TRUE(page.has("Winter. Publish the agenda by Thu 27 Dec 2018."));
    EXPECT_EQ(count(app, workshops), 0);
}

TEST(Series, CreatesWhatIsTickedAsPlanned) {
    TestApp app;
    auto browser = on_workshops(app);
    EXPECT_TRUE(browser.page().has("Create 4 meetings"));
    const auto page = browser.submit(dates, {{"date-2-day", "9"}, {"date-2-month", "4"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Meetings added")) << page.body;
    EXPECT_EQ(rows(app, "meeting", workshops).list("planned"),
              "2019-01-07, 2019-04-09, 2019-07-01, 2019-10-07");
    EXPECT_EQ(count(app, with(workshops, {{"state", "provisional"},
                                          {"held_in", "private"},
                                          {"starts", "10:00"},
                                          {"ends", "12:00"},
                                          {"place", "County Hall"},
                                          {"time_assumed", "0"}})),
              4);
    EXPECT_EQ(count_mail(app), 0);
    app.restart();
    EXPECT_EQ(count(app, workshops), 4);
}

TEST(Series, ADoubleClickCreatesThemOnce) {
    TestApp app;
    auto browser = on_workshops(app);
    auto again = browser;
    const auto first = browser.submit_only(dates);
    const auto second = again.submit_only(dates);
    EXPECT_EQ(first.status, 303);
    EXPECT_EQ(second.location(), first.location());
    EXPECT_EQ(count(app, workshops), 4);
}

TEST(Series, DatesWithoutATickAreLeftOutAndNoneIsRefused) {
    TestApp app;
    auto browser = on_workshops(app);
    Fields none;
    for (const char* number : {"1", "2", "3", "4"})
        none.emplace_back(std::string("pick-") + number, "");
    auto page = browser.submit(dates, none);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has(server::planning::words::select_dates));
    EXPECT_TRUE(page.has("Create 0 meetings"));
    page = browser.submit(dates, {{"pick-3", "yes"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(count(app, workshops), 1);
}

TEST(Series, AnotherDayWithSomethingAgainstItIsShownFirst) {
    TestApp app;
    auto browser = on_workshops(app);
    const Fields good_friday{{"date-2-day", "19"}, {"date-2-month", "4"}, {"place", "Town Hall"}};
    auto page = browser.submit(dates, good_friday);
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has(server::planning::words::check_series_date("Friday 19 April 2019")))
        << page.body;
    EXPECT_TRUE(page.has("Good Friday."));
    EXPECT_TRUE(page.has("value=\"19\"")) << "the typed day stays";
    EXPECT_EQ(count(app, workshops), 0) << "all or none";
    page = browser.submit(dates);
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(count(app, with(workshops, {{"planned", "2019-04-19"}})), 1);
    EXPECT_EQ(count(app, with(workshops, {{"place", "Town Hall"}})), 4);
}

TEST(Series, RefusalsNameTheRowAndKeepWhatWasTyped) {
    TestApp app;
    auto browser = on_workshops(app);
    auto page = browser.submit(dates, {{"date-3-day", "31"}, {"date-3-month", "2"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("href=\"#date-3\"")) << page.body;
    EXPECT_TRUE(page.has("value=\"31\""));
    page = browser.submit(dates, {{"date-3-day", "7"}, {"date-3-month", "1"}});
    EXPECT_TRUE(page.has(server::planning::words::two_on("Monday 7 January 2019")));
    page = browser.submit(dates,
                          {{"date-3-day", "1"}, {"date-3-month", "10"}, {"date-3-year", "2018"}});
    EXPECT_GE(page.status, 400);
    page = browser.submit(dates, {{"date-3-year", "2018"}, {"seen-3", "2018-10-01"}});
    EXPECT_GE(page.status, 400) << "a past day";
    EXPECT_EQ(count(app, workshops), 0);
}

TEST(Series, TheRuleIsRefusedWithItsFieldAndKept) {
    TestApp app;
    auto browser = app.browser(secretary);
    browser.get("/meetings/series?board=hwb");
    for (const auto& [field, value, anchor] : {std::tuple{"number", "13", "#number"},
                                               {"from-year", "", "#from"},
                                               {"to-year", "2017", "#to"},
                                               {"starts", "25:00", "#starts"},
                                               {"kind", "party", "#kind"}}) {
        const auto page = browser.submit(
            "/meetings/series", with(rule("workshop", "per_year", "1", "mon"),
                                     {{"number", "3"}, {"place", "The Barn"}, {field, value}}));
        EXPECT_EQ(page.status, 422) << field;
        EXPECT_TRUE(page.has("href=\"" + std::string(anchor))) << field << page.body;
        EXPECT_TRUE(page.has("The Barn")) << field;
        browser.get("/meetings/series?board=hwb");
    }
}

TEST(Series, WhereTheBoardMeetsAlreadyNothingIsTicked) {
    TestApp app;
    auto browser = on_dates(app, secretary, "hwb", rule("formal_public", "quarterly", "3", "thu"));
    EXPECT_TRUE(browser.page().has(
        "The board already has a meeting in this period: Thursday 21 March 2019."));
    EXPECT_TRUE(browser.page().has("Create 0 meetings")) << browser.page().body;
}

TEST(Series, OneOfEachYearIsInPublic) {
    TestApp app;
    auto browser =
        on_dates(app, secretary, "jmg-bcf",
                 with(rule("formal_one_public", "two_monthly", "2", "wed"), {{"to-year", "2020"}}));
    EXPECT_EQ(browser.submit(dates).status, 200);
    EXPECT_EQ(count(app, {{"board", "JMG-BCF"}, {"planned >=", "2019"}}), 12);
    for (const char* year : {"2019", "2020"})
        EXPECT_EQ(count(app, {{"board", "JMG-BCF"},
                              {"held_in", "public"},
                              {"planned LIKE", std::string(year) + "%"}}),
                  1);
}

TEST(Series, IsForTheSecretariatOfTheBoard) {
    TestApp app;
    auto browser = on_workshops(app);
    const auto fields = Fields{{"board", "oscb"}};
    EXPECT_EQ(browser.submit(dates, fields).status, 403);
    EXPECT_EQ(app.browser("hib-chair").get("/meetings/series").status, 403);
    EXPECT_EQ(app.browser().get("/meetings/series").status, 303);
    EXPECT_EQ(count(app, {{"kind", "workshop"}, {"planned LIKE", "2019%"}}), 0);
}

// 003: the OSCB and the OSAB hold two joint meetings a year.
TEST(Series, AJointMeetingInvitesBothBoardsOnce) {
    TestApp app;
    auto browser = on_dates(app, "safeguarding-secretariat", "oscb",
                            with(rule("joint", "per_year", "4", "wed"),
                                 {{"number", "2"}, {"joining_board", "osab"}, {"event", "call"}}));
    ASSERT_TRUE(browser.page().has("Create 2 meetings")) << browser.page().body;
    ASSERT_EQ(browser.submit(dates).status, 200);
    EXPECT_EQ(count(app, {{"board", "OSCB"}, {"kind", "joint"}, {"state", "confirmed"}}), 2);
    EXPECT_EQ(rows(app, "joint_board", {{"board", "OSAB"}}).count(), 2);
    // OSCB and OSAB.
    const auto both = rows(app, "membership", {{"board LIKE", "OS_B"}}).count_different("person");
    EXPECT_EQ(count_mail(app, "invitation"), 2 * both);
    const auto id = rows(app, "meeting", {{"kind", "joint"}}).value("id");
    const auto member = holder_of(app, "OSAB", "chair");
    EXPECT_TRUE(app.browser(member).get("/meetings/" + id).has("County Hall"));
    EXPECT_FALSE(app.browser("hib-chair").get("/meetings/" + id).has("County Hall"));
    const auto clashes =
        app.browser("safeguarding-secretariat").get("/clashes.json?from=2019-01-01&to=2019-12-31");
    EXPECT_FALSE(clashes.has("OSAB")) << "both boards meet together: " << clashes.body;
}

TEST(Series, AJointMeetingNamesTheOtherBoard) {
    TestApp app;
    auto browser = app.browser("safeguarding-secretariat");
    browser.get("/meetings/series?board=oscb");
    for (const char* other : {"", "oscb", "nobody"}) {
        const auto page = browser.submit(
            "/meetings/series",
            with(rule("joint", "quarterly", "1", "mon"), {{"joining_board", other}}));
        EXPECT_EQ(page.status, 422);
        EXPECT_TRUE(page.has(server::planning::words::select_joint_board));
    }
}

}  // namespace
