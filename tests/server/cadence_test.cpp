// Whether boards meet as often as they should, and by when provisional dates are to be confirmed.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"
#include "workflows/planning/words.hpp"

namespace {

using tests::Fields;
using tests::TestApp;

boost::json::object board_in(const tests::Page& page, std::string_view code) {
    const auto json = boost::json::parse(page.body);
    for (const auto& each : json.at("data").as_array()) {
        if (each.at("board").as_string() == code) return each.as_object();
    }
    return {};
}

// The clock stands at Thursday 1 November 2018.
TEST(CadencePage, CountsTheYearOfEachBoard) {
    TestApp app;
    auto browser = app.browser("hwb-secretariat");
    const auto json = browser.get("/meetings/cadence.json?year=2018");
    const auto hwb = board_in(json, "HWB");
    EXPECT_EQ(hwb.at("meetings").at("needed").as_int64(), 4);
    EXPECT_EQ(hwb.at("meetings").at("held").as_int64(), 1) << "workshops do not count";
    EXPECT_EQ(hwb.at("in_public").at("planned").as_int64(), 1);
    EXPECT_FALSE(hwb.at("behind").as_bool()) << "of 2017 nothing is on record";
    EXPECT_TRUE(board_in(json, "JMG-LD").empty()) << "succeeded in April 2018";
    EXPECT_EQ(board_in(json, "CSP-OX").at("lamps").at(0).as_string(),
              workflows::planning::words::none_in_public(2018));
    EXPECT_EQ(board_in(json, "JMG-BCF").at("in_public").at("needed").as_int64(), 1);
    const auto csv = browser.get("/meetings/cadence.csv?year=2018");
    EXPECT_TRUE(csv.has("HWB,4,1,1,0,4,1,1,,0,0,0,")) << csv.body;
    const auto page = browser.get("/meetings/cadence");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has(workflows::planning::words::none_in_public(2018)));
    EXPECT_EQ(browser.get("/meetings/cadence?year=soon").status, 422);
}

TEST(CadencePage, CountsTheWholeYearAfterOneThatIsOnRecord) {
    TestApp app;
    add_meeting(app, "early", "HWB", "2017-11-09", {{"state", "held"}, {"held_in", "public"}});
    auto browser = app.browser("hwb-secretariat");
    const auto hwb = board_in(browser.get("/meetings/cadence.json?year=2018"), "HWB");
    EXPECT_TRUE(hwb.at("behind").as_bool());
    EXPECT_TRUE(
        browser.get("/meetings/cadence?year=2018").has("1 meeting held, 3 expected by now"));
}

TEST(CadencePage, FollowsWhatWasChosenForTheBoard) {
    TestApp app;
    auto browser = app.browser("safeguarding-secretariat");
    browser.get("/boards/oscb/cadence");
    const Fields chosen{
        {"meetings", "6"}, {"in_public", "0"}, {"joint", "2"}, {"joint_with", "osab"}};
    auto page = browser.submit("/boards/oscb/cadence", chosen);
    EXPECT_TRUE(page.has(workflows::planning::words::more_joint(2, "OSAB"))) << page.body;
    const auto oscb = board_in(browser.get("/meetings/cadence.json?year=2019"), "OSCB");
    EXPECT_EQ(oscb.at("meetings").at("needed").as_int64(), 6);
    EXPECT_EQ(oscb.at("joint").at("with").as_string(), "OSAB");
    app.restart();
    EXPECT_EQ(rows(app, "board_cadence", {{"board", "OSCB"}}).value("joint"), "2");
}

TEST(CadencePage, RefusesWhatCannotBe) {
    TestApp app;
    auto browser = app.browser("safeguarding-secretariat");
    for (const auto& [fields, field] :
         {std::pair{Fields{{"meetings", "many"}}, "meetings"},
          {Fields{{"meetings", "4"}, {"in_public", "5"}}, "in_public"},
          {Fields{{"meetings", "4"}, {"joint", "1"}}, "joint_with"},
          {Fields{{"meetings", "4"}, {"joint", "1"}, {"joint_with", "oscb"}}, "joint_with"}}) {
        browser.get("/boards/oscb/cadence");
        const auto page = browser.submit("/boards/oscb/cadence", fields);
        EXPECT_EQ(page.status, 422) << field;
        EXPECT_TRUE(page.has("href=\"#" + std::string(field))) << field << page.body;
    }
    EXPECT_EQ(rows(app, "board_cadence").count(), 0);
}

TEST(CadencePage, LampsAreForOfficersAlone) {
    TestApp app;
    const auto lamp = workflows::planning::words::none_in_public(2018);
    EXPECT_TRUE(app.browser("safeguarding-secretariat").get("/boards/csp-ox").has(lamp));
    EXPECT_FALSE(app.browser().get("/boards/csp-ox").has(lamp));
    EXPECT_EQ(app.browser("healthwatch").get("/meetings/cadence").status, 403);
}

class ConfirmBy : public testing::Test {
  protected:
    ConfirmBy() {
        add_meeting(app, "meeting1", "HWB", "2019-02-14",
                    {{"state", "provisional"}, {"held_in", "public"}});
    }
    std::string due() {
        auto browser = app.browser("hwb-secretariat");
        return browser.get("/due?days=60").body;
    }
    tests::Page save(const Fields& fields) {
        auto browser = app.browser("hwb-secretariat");
        browser.get("/meetings/meeting1/edit");
        return browser.submit("/meetings/meeting1/edit", fields);
    }
    TestApp app;
};

TEST_F(ConfirmBy, IsTheDayOnWhichRequestsCloseUntilADayIsChosen) {
    // 20 working days before Thursday 14 February 2019
    const char* usual = "To be confirmed by Thursday 17 January 2019";
    EXPECT_TRUE(app.browser().get("/meetings/meeting1").has(usual));
    EXPECT_TRUE(app.browser("hwb-secretariat").get("/meetings/meeting1/workspace").has(usual));
    EXPECT_TRUE(app.browser().get("/meetings?board=hwb").has(usual));
    EXPECT_EQ(save({}).status, 200);
    EXPECT_EQ(rows(app, "meeting_confirm_by").count(), 0) << "nothing was chosen";
    EXPECT_EQ(
        save({{"confirm_by-day", "10"}, {"confirm_by-month", "12"}, {"confirm_by-year", "2018"}})
            .status,
        200);
    EXPECT_TRUE(app.browser().get("/meetings/meeting1").has("by Monday 10 December 2018"));
    EXPECT_TRUE(app.browser().get("/meetings/meeting1.json").has("\"confirm_by\":\"2018-12-10\""));
    EXPECT_EQ(
        save({{"confirm_by-day", ""}, {"confirm_by-month", ""}, {"confirm_by-year", ""}}).status,
        200);
    EXPECT_TRUE(app.browser().get("/meetings/meeting1").has(usual));
}

TEST_F(ConfirmBy, IsBeforeTheMeeting) {
    const auto page =
        save({{"confirm_by-day", "15"}, {"confirm_by-month", "2"}, {"confirm_by-year", "2019"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("Enter a date before the meeting."));
    EXPECT_EQ(save({{"confirm_by-day", "31"}, {"confirm_by-month", "2"}}).status, 422);
    EXPECT_EQ(save({{"confirm_by-day", ""}}).status, 422);
}

TEST_F(ConfirmBy, TheSecretariatIsRemindedUntilItIsConfirmedOrMoved) {
    save({{"confirm_by-day", "12"}, {"confirm_by-month", "11"}, {"confirm_by-year", "2018"}});
    const auto words = "Thursday 14 February 2019";
    const std::string json = "/meetings/meeting1.json";
    const std::string chosen = "\"confirm_by\":\"2018-11-12\"";
    EXPECT_TRUE(app.browser().get(json).has(chosen));
    EXPECT_NE(due().find(words), std::string::npos) << due();
    EXPECT_TRUE(app.browser("hwb-secretariat").get("/home").has("Due Mon 12 Nov 2018"));
    auto browser = app.browser("hwb-secretariat");
    browser.get("/meetings/meeting1/move");
    ASSERT_EQ(browser
                  .submit("/meetings/meeting1/move", {{"date-day", "12"},
                                                      {"date-month", "9"},
                                                      {"date-year", "2019"},
                                                      {"comment", "The hall is taken."}})
                  .status,
              200);
    EXPECT_EQ(due().find(words), std::string::npos);
    EXPECT_FALSE(app.browser().get(json).has(chosen)) << "the day was chosen for the old date";
    EXPECT_TRUE(app.browser().get(json).has("\"confirm_by\":\"2"));
    browser.get("/meetings/meeting1/confirm");
    browser.submit("/meetings/meeting1/confirm");
    EXPECT_FALSE(app.browser().get(json).has("\"confirm_by\":\"2"));
}

}  // namespace
