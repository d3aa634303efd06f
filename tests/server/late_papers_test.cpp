// Late papers over all boards of one secretariat, chased with one form.
#include <gtest/gtest.h>

#include "server/web/words.hpp"
#include "tests/harness/county_fixture.hpp"
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
        const auto meeting = id + "-meeting";
        add_meeting(app, meeting, board, day);
        put_item(app, id, meeting, "Paper " + id, {{"owner", owner}, {"visibility", "members"}});
    }
    std::string recipients() { return tests::recipients(app, "paper_wanted"); }
    static constexpr const char* page = "/papers/chase";
    TestApp app;
};

TEST_F(LatePapers, OfAllBoardsOfTheSecretariatAreChasedAtOnceAndOnceADay) {
    auto browser = app.browser("hwb-secretariat");
    EXPECT_TRUE(browser.get("/home").has("Chase 3 overdue reports"));
    browser.get(page);
    EXPECT_TRUE(browser.page().has("Paper late1"));
    EXPECT_FALSE(browser.page().has("Paper other")) << "another secretariat's";
    EXPECT_TRUE(browser.page().has("Reports with no author"));
    EXPECT_TRUE(browser.page().has("Send 2 reminders"));
    EXPECT_EQ(browser.submit(page).status, 200);
    EXPECT_EQ(recipients(), "director-children director-public-health");
    EXPECT_TRUE(rows(app, "outbox", {{"template", "paper_wanted"}})
                    .value("subject")
                    .starts_with("Report overdue: "));
    browser.get(page);
    EXPECT_TRUE(
        browser.submit(page).has(server::web::words::no_reminders_sent_everyone_has_already));
    app.clock().set(workflows::make_day(2018, 11, 6) + std::chrono::hours(9));
    auto next_day = app.browser("hwb-secretariat");
    next_day.get(page);
    next_day.submit(page);
    EXPECT_EQ(count_mail(app, "paper_wanted"), 4);
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
    rows(app, "agenda_item", {{"id", "late1"}}).set({{"paper_status", "received"}});
    auto browser = app.browser("hwb-secretariat");
    EXPECT_FALSE(browser.get(page).has("Paper late1"));
    EXPECT_TRUE(browser.page().has("Send 1 reminder"));
}

}  // namespace
