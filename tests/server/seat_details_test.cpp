// What seats give (protocol 3.4), quorums, and offices that pass on (annual update 2018).
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "server/letters/reminders.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"
#include "workflows/boards/words.hpp"

namespace {

using tests::TestApp;
using workflows::make_day;

constexpr const char* secretariat = "growth-secretariat";  // of the Growth Board

class SeatDetails : public testing::Test {
  protected:
    std::string seat_of(const std::string& person, const std::string& role) {
        return tests::seat_of(app, "OGB", person, role);
    }
    // From 1 April 2019 the chair passes to another leader; the answer of the form.
    tests::Page hand_over(const std::string& to, const std::string& year = "2019") {
        auto browser = app.browser(secretariat);
        browser.get("/boards/ogb/hand-over");
        return browser.submit("/boards/ogb/hand-over",
                              {{"from_seat", seat_of("ogb-chair", "chair")},
                               {"to_person", to},
                               {"on-day", "1"},
                               {"on-month", "4"},
                               {"on-year", year}});
    }
    TestApp app;
};

TEST_F(SeatDetails, AreEditedAndShownToTheBoards) {
    const auto path = "/memberships/" + seat_of("ogb-chair", "chair") + "/edit";
    auto browser = app.browser(secretariat);
    EXPECT_TRUE(browser.get("/boards/ogb/members").has(path));
    browser.get(path);
    const auto saved = browser.submit(path, {{"organisation", "Cherwell District Council"},
                                             {"standing", "speaks"},
                                             {"on_behalf_of", "the other district councils"}});
    EXPECT_TRUE(saved.has("Cherwell District Council, on behalf of the other district councils"));
    EXPECT_TRUE(saved.has("attends and speaks"));
    const auto board = browser.get("/boards/ogb");
    EXPECT_TRUE(board.has("on behalf of the other district councils"));
    const auto json = boost::json::parse(browser.get("/boards/ogb.json").body);
    EXPECT_EQ(json.at("members").at(0).at("standing").as_string(), "speaks");
    EXPECT_EQ(json.at("members").at(0).at("organisation").as_string(), "Cherwell District Council");
    EXPECT_FALSE(app.browser().get("/boards/ogb.json").has("members"));
    // Somebody else's form that was open meanwhile is stale.
    auto other = app.browser(secretariat);
    other.get(path);
    browser.get(path);
    browser.submit(path, {{"standing", "votes"}});
    EXPECT_EQ(other.submit_only(path, {{"standing", "observes"}}).status, 409);
    EXPECT_TRUE(rows(app, "audit", {{"action", "membership.edit"}})
                    .value("detail")
                    .find("attends and speaks") != std::string::npos);
}

TEST_F(SeatDetails, ComeWithANewMember) {
    auto browser = app.browser(secretariat);
    browser.get("/boards/ogb/members");
    browser.submit("/boards/ogb/members",
                   {{"person", "healthwatch"}, {"role", "member"}, {"standing", "observes"}});
    EXPECT_EQ(rows(app, "membership_detail").value("standing"), "observes");
    browser.submit("/boards/ogb/members",
                   {{"person", "director-people"}, {"role", "member"}, {"standing", "sings"}});
    EXPECT_TRUE(browser.page().has("Select rights at meetings"));
    EXPECT_EQ(rows(app, "membership",
                   {{"board", "OGB"}, {"person", "director-people"}, {"role", "member"}})
                  .count(),
              0);
}

TEST_F(SeatDetails, QuorumCountsOnlyVoters) {
    auto browser = app.browser(secretariat);
    browser.get("/boards/ogb/members");
    const tests::Fields voting{
        {"board", "OGB"}, {"role <>", "secretariat"}, {"role <>", "lead-officer"}};
    const auto voters = std::to_string(rows(app, "membership", voting).count_different("person"));
    EXPECT_TRUE(browser.submit("/boards/ogb/quorum", {{"quorum", "2"}})
                    .has("2 of " + voters + " voting member"));
    EXPECT_TRUE(app.browser().get("/boards/ogb").has("2 of " + voters + " voting member"));
    EXPECT_TRUE(browser.submit("/boards/ogb/quorum", {{"quorum", "99"}})
                    .has(workflows::boards::words::the_quorum_is_greater_than));
    for (const char* wrong : {"", "-1", "100", "two"})
        EXPECT_TRUE(browser.submit("/boards/ogb/quorum", {{"quorum", wrong}})
                        .has("whole number from 0 to 99"))
            << wrong;
}

TEST_F(SeatDetails, ChairPassesOnByTheDaysOfTheSeats) {
    EXPECT_EQ(hand_over("leader-county").status, 200);
    const std::string passes = "The chair will be handed over to the Leader of the County Council";
    EXPECT_TRUE(app.browser()
                    .get("/boards/ogb")
                    .has(passes + ", Oxfordshire County Council on Monday 1 April 2019"));
    const auto chair_is = [&](const std::string& post) {
        return app.browser().get("/boards/ogb.json").has("\"chairs\":[\"" + post);
    };
    EXPECT_TRUE(chair_is("Leader of the District Council"));
    app.clock().set(make_day(2019, 3, 31) + std::chrono::hours(12));
    EXPECT_TRUE(chair_is("Leader of the District Council"));
    app.restart();
    app.clock().set(make_day(2019, 4, 4) + std::chrono::hours(12));
    EXPECT_TRUE(chair_is("Leader of the County Council"));
    EXPECT_FALSE(app.browser().get("/boards/ogb").has(passes));
}

// Ten working days before 1 April 2019 is Monday 18 March.
TEST_F(SeatDetails, PeopleHearOfAHandOverTenWorkingDaysBefore) {
    hand_over("leader-county");
    const auto told = [&] {
        server::letters::run_due(app.app());
        return recipients(app, "", {{"subject LIKE", "%hair of the%"}});
    };
    app.clock().set(make_day(2019, 3, 15) + std::chrono::hours(12));
    EXPECT_EQ(told(), "");
    app.clock().set(make_day(2019, 3, 18) + std::chrono::hours(12));
    const auto first = told();
    EXPECT_NE(first.find("leader-county"), std::string::npos) << first;
    EXPECT_NE(first.find("ogb-chair"), std::string::npos) << first;
    EXPECT_NE(first.find(secretariat), std::string::npos) << first;
    EXPECT_EQ(told(), first) << "once";
}

TEST_F(SeatDetails, AHandOverIsTakenBackBeforeItsDay) {
    hand_over("leader-county");
    const auto seats = rows(app, "membership").count();
    auto browser = app.browser(secretariat);
    browser.get("/boards/ogb/hand-over");
    EXPECT_EQ(browser.submit("/boards/ogb/hand-over/undo").status, 200);
    EXPECT_NE(rows(app, "membership").count(), seats);
    EXPECT_EQ(rows(app, "membership", {{"id", seat_of("ogb-chair", "chair")}}).value("to_day"), "");
    hand_over("leader-county");
    app.clock().set(make_day(2019, 4, 1) + std::chrono::hours(9));
    auto late = app.browser(secretariat);
    late.get("/boards/ogb/hand-over");
    EXPECT_EQ(
        late.post_raw("/boards/ogb/hand-over/undo",
                      {{"office", "chair"}, {"on_day", "2019-04-01"}, {"from_person", "ogb-chair"}},
                      late.token_on_page())
            .status,
        409);
}

TEST_F(SeatDetails, AHandOverThatCannotBeIsRefused) {
    EXPECT_TRUE(
        hand_over("ogb-chair").has("Select a different post. This one holds the office now."));
    EXPECT_TRUE(hand_over("").has("Select the new postholder"));
    EXPECT_TRUE(hand_over("leader-county", "2018").has("Enter a date in the future"));
    EXPECT_EQ(rows(app, "office_hand_over").count(), 0);
    EXPECT_EQ(rows(app, "membership", {{"to_day <>", ""}}).count(), 0);
}

// The secretariat passes between hosts the same way.
TEST_F(SeatDetails, AHostSecretariatPassesOnToo) {
    auto browser = app.browser(secretariat);
    browser.get("/boards/ogb/hand-over");
    browser.submit("/boards/ogb/hand-over", {{"from_seat", seat_of(secretariat, "secretariat")},
                                             {"to_person", "hwb-secretariat"},
                                             {"on-day", "1"},
                                             {"on-month", "6"},
                                             {"on-year", "2019"}});
    EXPECT_TRUE(
        app.browser().get("/boards/ogb").has("The secretariat will be handed over to the "));
    app.clock().set(make_day(2019, 6, 1) + std::chrono::hours(9));
    EXPECT_EQ(app.browser(secretariat).get("/boards/ogb/members").status, 403);
    EXPECT_EQ(app.browser("hwb-secretariat").get("/boards/ogb/members").status, 200);
}

}  // namespace
