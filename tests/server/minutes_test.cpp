// Draft minutes that went round: recorded and undone, shown to those invited, chased no more.
#include "workflows/meetings/minutes.hpp"

#include <gtest/gtest.h>

#include "server/letters/reminders.hpp"
#include "server/minutes/words.hpp"
#include "server/web/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using namespace std::chrono_literals;
using tests::TestApp;
using workflows::make_day;
using workflows::ReminderKind;

// HWB met on 15 November 2018; its draft minutes are due on 29 November.
class DraftMinutes : public testing::Test {
  protected:
    DraftMinutes() {
        meeting_ = meeting_on(app_, "HWB", "2018-11-15");
        app_.clock().set(make_day(2018, 11, 26) + 9h);
        set_state("held");
    }
    void set_state(const std::string& state) {
        rows(app_, "meeting", {{"id", meeting_}}).set({{"state", state}});
    }
    std::string href() const { return "/meetings/" + meeting_; }
    tests::Page record(const std::string& day, const std::string& month) {
        auto browser = app_.browser("hwb-secretariat");
        browser.get(href() + "/minutes");
        return browser.submit(
            href() + "/minutes",
            {{"circulated-day", day}, {"circulated-month", month}, {"circulated-year", "2018"}});
    }
    int reminders() {
        const auto tx = app_.app().database.begin_read();
        int count = 0;
        for (const auto& one : server::letters::due(app_.app(), *tx, app_.clock().now(), 14))
            count += one.kind == ReminderKind::minutes_due && one.subject == meeting_ ? 1 : 0;
        return count;
    }

    TestApp app_;
    std::string meeting_;
};

TEST_F(DraftMinutes, AreRecordedOnTheWorkspaceAndUndone) {
    auto browser = app_.browser("hwb-secretariat");
    EXPECT_TRUE(browser.get(href() + "/workspace").has(href() + "/minutes"));
    auto page = record("23", "11");
    EXPECT_TRUE(page.has("Draft minutes recorded as circulated"));
    EXPECT_TRUE(page.has("Circulated on Fri 23 Nov 2018"));
    EXPECT_EQ(rows(app_, "audit", {{"action LIKE", "minutes.%"}}).value("action actor detail"),
              "minutes.circulate hwb-secretariat 2018-11-23");
    browser.get(href() + "/minutes");
    page = browser.submit(href() + "/minutes/undo");
    EXPECT_TRUE(page.has(server::web::words::undone_the_draft_minutes));
    EXPECT_EQ(rows(app_, "draft_minutes").count(), 0);
    EXPECT_EQ(count_audit(app_, "minutes.undo"), 1);
}

TEST_F(DraftMinutes, RefuseDaysThatCannotBe) {
    for (const auto& [day, month] : {std::pair{"14", "11"}, {"27", "11"}, {"31", "11"}, {"", ""}}) {
        const auto page = record(day, month);
        EXPECT_EQ(page.status, 422) << day;
        EXPECT_TRUE(page.has("href=\"#circulated\"")) << day;
    }
    set_state("confirmed");
    EXPECT_TRUE(app_.browser("hwb-secretariat")
                    .get(href() + "/minutes")
                    .has(server::minutes::words::record_the_meeting_as_held_before));
}

TEST_F(DraftMinutes, AreShownToThoseInvitedOnly) {
    record("23", "11");
    const auto words = workflows::minutes_words(make_day(2018, 11, 23));
    EXPECT_TRUE(app_.browser("healthwatch").get(href()).has(words));
    EXPECT_TRUE(app_.browser("healthwatch")
                    .get(href() + ".json")
                    .has("\"draft_minutes_circulated\":\"2018-11-23\""));
    EXPECT_FALSE(app_.browser().get(href()).has(words));
    EXPECT_FALSE(app_.browser().get(href() + ".json").has("draft_minutes"));
}

TEST_F(DraftMinutes, EndTheReminderAndTheToDo) {
    const auto todo = href() + "/minutes";
    EXPECT_EQ(reminders(), 1);
    EXPECT_TRUE(app_.browser("hwb-secretariat").get("/home").links_to(todo));
    EXPECT_FALSE(app_.browser("growth-secretariat").get("/home").links_to(todo));
    record("23", "11");
    EXPECT_EQ(reminders(), 0);
    EXPECT_FALSE(app_.browser("hwb-secretariat").get("/home").links_to(todo));
    app_.clock().set(make_day(2018, 11, 27) + 9h);
    server::letters::run_due(app_.app());
    EXPECT_EQ(count_mail(app_, "minutes_due", {{"subject_id", meeting_}}), 0);
}

TEST_F(DraftMinutes, KeepTheMeetingHeld) {
    auto browser = app_.browser("hwb-secretariat");
    browser.get(href() + "/correct");
    record("23", "11");
    EXPECT_EQ(browser.submit(href() + "/correct", {{"comment", "by mistake"}}).status, 409);
    EXPECT_EQ(rows(app_, "meeting", {{"id", meeting_}}).value("state"), "held");
}

}  // namespace
