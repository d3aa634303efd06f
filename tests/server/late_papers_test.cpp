// Late papers over all boards of one secretariat, chased with one form.
#include <gtest/gtest.h>

#include "db/session.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;

class LatePapers : public testing::Test {
  protected:
    // On 1 November 2018 the papers of 15 November were due on the day, those of 13 December not.
    LatePapers() {
        app.clock().set(workflows::make_day(2018, 11, 5) + std::chrono::hours(9));
        add("late1", "HWB", "2018-11-15", "director-children");
        add("late2", "HWB", "2018-11-15", "director-public-health");
        add("orphan", "HWB", "2018-11-15", "");
        add("other", "CT", "2018-11-29", "director-children");
    }
    void add(const std::string& id, const std::string& board, const std::string& day,
             const std::string& owner) {
        auto tx = app.app().database.begin_write();
        const auto meeting = id + "-meeting";
        tx->session().execute_script(
            "INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES ('" + meeting +
            "', '" + board + "', '" + day +
            "', 'confirmed', 'meeting', 'private');"
            "INSERT INTO agenda_item(id, meeting, position, title, purpose, owner, visibility) "
            "VALUES ('" +
            id + "', '" + meeting + "', 1, 'Paper " + id + "', 'discuss', '" + owner +
            "', 'members')");
        tx->commit();
    }
    std::string recipients() {
        return app.query(
            "SELECT COALESCE(GROUP_CONCAT(person, ' '), '') FROM (SELECT person FROM outbox WHERE "
            "template = 'paper_wanted' ORDER BY person)");
    }
    static constexpr const char* page = "/papers/chase";
    TestApp app;
};

TEST_F(LatePapers, OfAllBoardsOfTheSecretariatAreChasedAtOnceAndOnceADay) {
    auto browser = app.browser("hwb-secretariat");
    EXPECT_TRUE(browser.get("/home").has("Chase 3 late papers"));
    browser.get(page);
    EXPECT_TRUE(browser.page().has("Paper late1"));
    EXPECT_FALSE(browser.page().has("Paper other")) << "another secretariat's";
    EXPECT_TRUE(browser.page().has("Reports with no author"));
    EXPECT_TRUE(browser.page().has("Send 2 reminders"));
    EXPECT_EQ(browser.submit(page).status, 200);
    EXPECT_EQ(recipients(), "director-children director-public-health");
    EXPECT_TRUE(app.query("SELECT subject FROM outbox WHERE template = 'paper_wanted' LIMIT 1")
                    .starts_with("Report overdue: "));
    browser.get(page);
    EXPECT_TRUE(browser.submit(page).has("each of them had a reminder today"));
    app.clock().set(workflows::make_day(2018, 11, 6) + std::chrono::hours(9));
    auto next_day = app.browser("hwb-secretariat");
    next_day.get(page);
    next_day.submit(page);
    EXPECT_EQ(app.query("SELECT COUNT(*) FROM outbox WHERE template = 'paper_wanted'"), "4");
}

TEST_F(LatePapers, NothingChosenIsRefusedAndAnotherBoardsItemIsNotWrittenAbout) {
    auto browser = app.browser("hwb-secretariat");
    browser.get(page);
    const auto refused = browser.post_raw(page, {}, browser.token_on_page());
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.has("Select at least one report."));
    browser.get(page);
    browser.post_raw(page, {{"items", "other"}}, browser.token_on_page());
    EXPECT_EQ(recipients(), "");
    EXPECT_EQ(app.browser("oscb-chair").get(page).status, 403);
}

TEST_F(LatePapers, AWrittenPaperIsNotChased) {
    auto tx = app.app().database.begin_write();
    tx->session().execute_script(
        "UPDATE agenda_item SET paper_status = 'received' WHERE id = 'late1'");
    tx->commit();
    tx.reset();
    auto browser = app.browser("hwb-secretariat");
    EXPECT_FALSE(browser.get(page).has("Paper late1"));
    EXPECT_TRUE(browser.page().has("Send 1 reminder"));
}

}  // namespace
