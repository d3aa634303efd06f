// What is far down a long list is not lost, and a page of a large county can be read.
#include <gtest/gtest.h>

#include "db/session.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;

// 1,200 meetings of another board come before anything of the Health and Wellbeing Board's.
class LargeCounty : public testing::Test {
  protected:
    LargeCounty() {
        app.clock().set(workflows::make_day(2018, 12, 5) + std::chrono::hours(9));
        write_rows(
            app,
            "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 1199) "
            "INSERT INTO meeting(id, board, planned, state, kind, held_in) "
            "SELECT 'm' || i, 'TVESC', date('2018-12-06', '+' || (i % 5) || ' days'), 'confirmed', "
            "'meeting', 'public' FROM n;"
            "INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES "
            "('late', 'HWB', '2018-12-14', 'provisional', 'meeting', 'public');"
            "INSERT INTO agenda_item(id, meeting, position, title, purpose, owner, visibility) "
            "VALUES ('wanted', 'late', 1, 'Canary report', 'discuss', 'healthwatch', 'public');"
            "INSERT INTO circulation(id, document, version_label, owner, purpose, created_at) "
            "VALUES ('round', 'Canary document', 'draft 1', 'HWB', 'agree', 0);"
            "INSERT INTO circulation_stop(id, circulation, board, meeting, state) VALUES "
            "('stop', 'round', 'HWB', 'late', 'planned')");
    }
    TestApp app;
};

// When the meeting is that stands behind all others.
const std::string late_day = "Friday 14 December 2018";

TEST_F(LargeCounty, ThePersonOfOneBoardSeesItsLateMeetingsAndPapers) {
    EXPECT_TRUE(app.browser("healthwatch").get("/home").has("Send your report: Canary report"));
    const auto home = app.browser("hwb-secretariat").get("/home");
    EXPECT_TRUE(home.has("Confirm the provisional meeting on Friday 14 December 2018"))
        << home.body;
    EXPECT_TRUE(home.has("Send “Canary document”"));
    EXPECT_TRUE(home.has("Friday 14 December 2018 (provisional)")) << "the next meetings";
}

TEST_F(LargeCounty, TheOfficersSettleItsProvisionalDates) {
    const auto agenda = app.browser("hwb-secretariat").get("/officers-agenda");
    EXPECT_TRUE(agenda.has(late_day + " is provisional"));
}

TEST_F(LargeCounty, TheForwardPlanIsLeafedThroughAndItsTwinsAreWhole) {
    auto browser = app.browser();
    const auto first = browser.get("/forward-plan");
    EXPECT_TRUE(first.has("/forward-plan?page=2"));
    EXPECT_TRUE(first.has("Next page: 2 of "));
    EXPECT_FALSE(first.has(late_day));
    std::string next = "/forward-plan?page=2";
    bool found = false;
    for (int page = 3; !next.empty(); ++page) {
        const auto leaf = browser.get(next);
        ASSERT_EQ(leaf.status, 200);
        found = found || leaf.has(late_day);
        next = "/forward-plan?page=" + std::to_string(page);
        if (!leaf.has("href=\"" + next + "\"")) next.clear();
    }
    EXPECT_TRUE(found);
    EXPECT_EQ(browser.get("/forward-plan?page=99").status, 404);
    EXPECT_EQ(browser.get("/forward-plan?page=none").status, 404);
    EXPECT_TRUE(browser.get("/forward-plan?board=hwb").has(late_day));
    EXPECT_FALSE(browser.get("/forward-plan?board=hwb").has("page="));
    EXPECT_TRUE(browser.get("/forward-plan.json").has(late_day));
}

TEST_F(LargeCounty, WhoSitsWhereIsAListWhenTheSquareIsTooLarge) {
    EXPECT_TRUE(app.browser("hwb-secretariat").get("/people/seats").has("sm-matrix"));
    write_rows(
        app,
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 59) "
        "INSERT INTO board(code, slug, name, statutory, statute, meetings_per_year, held_in, "
        "chairs) SELECT 'X' || i, 'x' || i, 'Board X' || i, 0, '', 4, 'public', 1 FROM n");
    const auto page = app.browser("hwb-secretariat").get("/people/seats");
    EXPECT_FALSE(page.has("sm-matrix"));
    EXPECT_TRUE(page.has("Board X17"));
    EXPECT_TRUE(page.has("Shares members with"));
    EXPECT_TRUE(page.has("43 pairs of boards share at least one member"));
}

TEST_F(LargeCounty, TheOfficersReadStatesInWords) {
    add_row(app, "issue",
            {{"id", "p"},
             {"reference", "I-2018-900"},
             {"kind", "protocol"},
             {"raising_board", "HWB"},
             {"asked_board", "CT"},
             {"agency", "Agency"},
             {"title", "Protocol matter"},
             {"detail", "d"},
             {"state", "other_chairs"},
             {"holder", "leader-county"},
             {"since", "2018-10-30"},
             {"next_date", "2018-11-20"},
             {"created_by", "leader-county"}});
    const auto agenda = app.browser("hwb-secretariat").get("/officers-agenda");
    EXPECT_TRUE(agenda.has("Protocol matter"));
    EXPECT_FALSE(agenda.has("other_chairs"));
}

}  // namespace
