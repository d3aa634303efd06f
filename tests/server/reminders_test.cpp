// Reminders over the county: sent once, caught up, moved by holidays, edited by secretaries.
#include "server/letters/reminders.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "db/holidays.hpp"
#include "db/meetings.hpp"
#include "db/outbox.hpp"
#include "server/agenda/author_letters.hpp"
#include "server/base/jobs.hpp"
#include "server/letters/reminder_watch.hpp"
#include "server/papers/paper_letters.hpp"
#include "server/site/site.hpp"
#include "server/web/page_cache.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/letter_checks.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using namespace std::chrono_literals;
using tests::TestApp;
using workflows::make_day;
using workflows::ReminderState;

// HWB meets on 15 November 2018: papers are due on 1 November, the agenda on 7 November.
class Reminders : public testing::Test {
  protected:
    Reminders() {
        meeting_ = meeting_on(app_, "HWB", "2018-11-15");
        // One id for golden files: ids are random.
        tests::rows(app_, "meeting", {{"id", meeting_}}).set({{"id", "hwbnov"}});
        meeting_ = "hwbnov";
        set_time(2018, 10, 24);
    }
    void set_time(int year, unsigned month, unsigned day, int hour = 9) {
        app_.clock().set(make_day(year, month, day) + std::chrono::hours(hour));
    }
    void add_item(const std::string& id, const std::string& owner, int position = 1,
                  const std::string& visibility = "public") {
        put_item(app_, id, "hwbnov", "Annual report of " + id,
                 {{"position", std::to_string(position)},
                  {"public_title", "Report"},
                  {"owner", owner},
                  {"visibility", visibility}});
    }
    void add_request() {
        tests::add_request(app_, "req1", "OSCB", "HWB",
                           {{"title", "Child exploitation"},
                            {"detail", ""},
                            {"consider_by", "2018-11-08"},
                            {"answer_by", "2018-11-15"},
                            {"created_by", "oscb-chair"}});
    }
    void add_stop() {
        add_circulation(app_, "circ1", "Safeguarding strategy", "OSCB",
                        {{"version_label", "draft 6"}});
        tests::add_stop(app_, "stop1", "circ1", "HWB", "hwbnov");
    }
    int sent(const std::string& kind) { return count_mail(app_, kind); }
    std::string body(const std::string& kind) {
        return tests::letter_part(newest_letter(app_, {{"template", kind}}), "text/plain");
    }

    TestApp app_;
    std::string meeting_;
};

// What a letter says that goes out after its day.
const std::string late = "should have gone";

TEST_F(Reminders, GoOnTheirDayOnce) {
    add_item("item1", "director-children");
    server::letters::run_due(app_.app());
    EXPECT_EQ(sent("paper_due"), 0);
    set_time(2018, 10, 25);
    server::letters::run_due(app_.app());
    EXPECT_EQ(sent("paper_due"), 1);
    server::letters::run_due(app_.app());
    set_time(2018, 10, 26);
    server::letters::run_due(app_.app());
    EXPECT_EQ(sent("paper_due"), 1);
    EXPECT_EQ(tests::rows(app_, "outbox", {{"template", "paper_due"}}).value("person"),
              "director-children");
    EXPECT_EQ(tests::rows(app_, "outbox", {{"template", "paper_due"}}).value("subject"),
              "Report due Thursday 1 November 2018: Annual report of item1");
    EXPECT_EQ(body("paper_due").find(late), std::string::npos);
}

TEST_F(Reminders, AMissedTickIsCaughtUpAndSaysSo) {
    add_item("item1", "director-children");
    set_time(2018, 10, 26);
    server::letters::run_due(app_.app());
    EXPECT_NE(
        body("paper_due").find("This reminder should have been sent on Thursday 25 October 2018."),
        std::string::npos);
}

TEST_F(Reminders, AnItemAddedLateIsNotOverdueSinceBeforeItWasThere) {
    set_time(2018, 11, 5);
    auto secretary = app_.browser("hwb-secretariat");
    secretary.get("/meetings/hwbnov/agenda/new");
    secretary.submit("/meetings/hwbnov/agenda/new",
                     {{"title", "Late item"}, {"owner", "healthwatch"}});
    server::letters::run_due(app_.app());
    EXPECT_EQ(sent("paper_due"), 0);
    EXPECT_TRUE(app_.browser("healthwatch").get("/home").has("Due Tue 6 Nov 2018"));
    set_time(2018, 11, 6);
    server::letters::run_due(app_.app());
    EXPECT_EQ(sent("paper_due"), 1);
    EXPECT_NE(body("paper_due").find("is due on Tuesday 6 November 2018"), std::string::npos);
    EXPECT_EQ(body("paper_due").find("should have been sent"), std::string::npos);
}

TEST_F(Reminders, ARestartAndAClockSetBackSendNothingAgain) {
    add_item("item1", "director-children");
    set_time(2018, 10, 25);
    server::letters::run_due(app_.app());
    app_.restart();
    server::letters::run_due(app_.app());
    set_time(2018, 10, 20);
    server::letters::run_due(app_.app());
    set_time(2018, 10, 25, 20);
    server::letters::run_due(app_.app());
    EXPECT_EQ(sent("paper_due"), 1);
}

TEST_F(Reminders, NeverTwiceOverTwoMonthsOfTicks) {
    add_item("item1", "director-children");
    for (auto day = make_day(2018, 10, 1); day < make_day(2018, 12, 1);
         day += std::chrono::days(1)) {
        for (const int hour : {3, 9, 21}) {
            app_.clock().set(day + std::chrono::hours(hour));
            server::letters::run_due(app_.app());
        }
    }
    EXPECT_EQ(sent("paper_due"), 4);  // 5, 2, 0 and -1
    EXPECT_EQ(tests::rows(app_, "outbox").count_different("person subject created_at"),
              count_mail(app_));
    EXPECT_EQ(tests::rows(app_, "reminder_fired").count(), count_mail(app_));
}

TEST_F(Reminders, NobodyIsRemindedOfAPaperThatIsThere) {
    add_item("item1", "director-children");
    add_item("item2", "director-adults", 2);
    add_row(app_, "paper",
            {{"id", "p1"},
             {"item", "item1"},
             {"position", "1"},
             {"title", "t"},
             {"file_name", "f.pdf"},
             {"sha256", "x"},
             {"size_bytes", "1"},
             {"pages", "1"},
             {"uploaded_by", "x"},
             {"uploaded_at", "0"}});
    set_time(2018, 10, 25);
    server::letters::run_due(app_.app());
    EXPECT_EQ(recipients(app_, "paper_due"), "director-adults");
}

TEST_F(Reminders, TooLateOnesAreListedAndNotSent) {
    add_row(app_, "reminder_rule",
            {{"kind", "paper_due"}, {"board", "HWB"}, {"days_before", "2"}, {"active", "1"}});
    add_item("item1", "director-children");
    set_time(2018, 11, 2);
    server::letters::run_due(app_.app());
    EXPECT_EQ(sent("paper_due"), 0);
    const auto tx = app_.app().database.begin_read();
    bool listed = false;
    for (const auto& one : server::letters::due(app_.app(), *tx, app_.clock().now(), 14))
        listed = listed || (one.subject == "item1" && one.state == ReminderState::over);
    EXPECT_TRUE(listed);
}

TEST_F(Reminders, ABankHolidayMovesTheSendDay) {
    add_item("item1", "director-children");
    set_time(2018, 10, 24, 6);
    server::letters::run_due(app_.app());
    EXPECT_EQ(sent("paper_due"), 0);
    auto tx = app_.app().database.begin_write();
    db::save_extra_holiday(*tx, {make_day(2018, 10, 30), "Day of mourning"});
    tx->commit();
    server::letters::run_due(
        app_.app());  // five days before is today now, but it is 7am in summer time
    EXPECT_EQ(sent("paper_due"), 0);
    set_time(2018, 10, 24, 7);
    const auto list =
        server::letters::due(app_.app(), *app_.app().database.begin_read(), app_.clock().now(), 14);
    const auto first = std::find_if(list.begin(), list.end(),
                                    [](const auto& one) { return one.subject == "item1"; });
    ASSERT_NE(first, list.end());
    EXPECT_EQ(first->due, make_day(2018, 11, 1));
    EXPECT_EQ(first->send_day, make_day(2018, 10, 24));
    server::letters::run_due(app_.app());
    EXPECT_EQ(sent("paper_due"), 1);
}

TEST_F(Reminders, RestUntilSomethingComesDue) {
    set_time(2018, 8, 1);
    while (server::letters::run_due(app_.app()).reminders > 0) {
    }
    const auto now = app_.clock().now();
    const auto changes = app_.app().cache->changes();
    EXPECT_TRUE(app_.app().reminder_watch->is_resting(now, changes));
    EXPECT_FALSE(app_.app().reminder_watch->is_resting(now + 24h, changes));
    EXPECT_FALSE(app_.app().reminder_watch->is_resting(now - 1s, changes));
    tests::rows(app_, "meeting", {{"id", "hwbnov"}}).set({{"place", "Oxford"}});
    EXPECT_FALSE(app_.app().reminder_watch->is_resting(now, app_.app().cache->changes()));
}

TEST_F(Reminders, OverdueRequestsReachBothSides) {
    add_request();
    set_time(2018, 11, 9);
    server::letters::run_due(app_.app());
    const auto people = recipients(app_, "request_overdue");
    for (const char* person : {"leader-county", "hwb-secretariat", "oscb-chair"})
        EXPECT_NE(people.find(person), std::string::npos) << people;
    tests::rows(app_, "agenda_request").set({{"state", "accepted"}});
}

// The list is made while others write: what changed since is not written about.
TEST_F(Reminders, WhatEndedBetweenTheLookAndTheLetterIsNotSent) {
    add_request();
    add_item("item1", "director-children");
    add_item("item2", "director-adults", 2);
    add_stop();
    set_time(2018, 11, 9);
    const auto found = server::letters::due(app_.app(), *app_.app().database.begin_read(),
                                            app_.app().clock.now(), 1);
    const auto to_send = std::count_if(found.begin(), found.end(), [](const auto& one) {
        return one.state == ReminderState::due || one.state == ReminderState::late;
    });
    tests::rows(app_, "agenda_request", {{"id", "req1"}}).set({{"state", "withdrawn"}});
    tests::rows(app_, "agenda_item", {{"id", "item1"}}).set({{"struck", "1"}});
    tests::rows(app_, "circulation_stop", {{"id", "stop1"}}).set({{"state", "issued"}});
    const auto report = server::letters::send_due(app_.app(), found);
    EXPECT_EQ(sent("request_overdue"), 0);
    EXPECT_EQ(sent("circulation_stop_due"), 0);
    EXPECT_EQ(recipients(app_, "paper_due"), "director-adults");
    EXPECT_GT(report.reminders, 0);
    EXPECT_LT(report.reminders, to_send);
    for (const std::string id : {"req1", "item1", "stop1"})
        EXPECT_EQ(tests::rows(app_, "reminder_fired", {{"key LIKE", "%" + id + "%"}}).count(), 0)
            << id;
    EXPECT_EQ(server::letters::send_due(app_.app(), found).reminders, 0) << "nothing goes twice";
    EXPECT_EQ(server::letters::run_due(app_.app()).reminders, 0)
        << "the second look leaves nothing out";
}

TEST_F(Reminders, OfAMeetingThatMovedAwayAreNotSent) {
    set_time(2018, 11, 7);
    const auto found = server::letters::due(app_.app(), *app_.app().database.begin_read(),
                                            app_.app().clock.now(), 1);
    tests::rows(app_, "meeting", {{"id", "hwbnov"}}).set({{"planned", "2019-01-15"}});
    server::letters::send_due(app_.app(), found);
    EXPECT_EQ(count_mail(app_, "", {{"subject_id", "hwbnov"}}), 0);
}

TEST_F(Reminders, JobsRunOnceInTheirTime) {
    add_item("item1", "director-children");
    set_time(2018, 10, 25);
    server::base::JobRunner runner(app_.app(), server::site::jobs());
    EXPECT_EQ(runner.run_pending(), static_cast<int>(server::site::jobs().size()));
    EXPECT_EQ(runner.run_pending(), 0);
    EXPECT_EQ(sent("paper_due"), 1);
    app_.clock().set(app_.clock().now() + 60s);
    const auto by_the_minute =
        std::count_if(server::site::jobs().begin(), server::site::jobs().end(),
                      [](const auto& job) { return job.every <= 60s; });
    EXPECT_EQ(runner.run_pending(), by_the_minute);
    app_.clock().set(app_.clock().now() - 48h);
    EXPECT_EQ(runner.run_pending(), static_cast<int>(server::site::jobs().size()));
    EXPECT_EQ(sent("paper_due"), 1);
}

TEST_F(Reminders, DuePageShowsOwnBoardsOnly) {
    add_item("item1", "director-children");
    add_item("item2", "director-adults", 2, "exempt");
    auto browser = app_.browser("hwb-secretariat");
    const auto page = browser.get("/due");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Annual report of item1"));
    EXPECT_FALSE(page.has("Annual report of item2"));
    auto other = app_.browser("safeguarding-secretariat");
    EXPECT_FALSE(other.get("/due").has("item1"));
    EXPECT_EQ(app_.browser("leader-county").get("/due").status, 403);
    EXPECT_EQ(app_.browser().get("/due").status, 303);
}

TEST_F(Reminders, RulesAreEditedPerBoard) {
    auto browser = app_.browser("hwb-secretariat");
    EXPECT_TRUE(browser.get("/boards/hwb/reminders").has("value=\"5, 2, 0, -1\""));
    browser.submit("/boards/hwb/reminders", {{"paper_due", "7, 1"}, {"minutes_due", ""}});
    EXPECT_TRUE(browser.page().has("value=\"7, 1\""));
    EXPECT_EQ(tests::rows(app_, "reminder_rule", {{"board", "HWB"}})
                  .list("kind days_before active", "kind days_before"),
              "minutes_due 0 0, paper_due 1 1, paper_due 7 1");
    browser.submit("/boards/hwb/reminders", {{"paper_due", "5 2 0 -1"}});
    EXPECT_EQ(tests::rows(app_, "reminder_rule", {{"board", "HWB"}}).count(), 1);
}

TEST_F(Reminders, RulesRefuseWhatIsWrongOrStale) {
    auto browser = app_.browser("hwb-secretariat");
    auto second = app_.browser("hwb-secretariat");
    browser.get("/boards/hwb/reminders");
    second.get("/boards/hwb/reminders");
    const auto wrong = browser.submit("/boards/hwb/reminders", {{"paper_due", "five"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.has("value=\"five\""));
    second.submit("/boards/hwb/reminders", {{"paper_due", "3"}});
    EXPECT_EQ(browser.submit("/boards/hwb/reminders", {{"paper_due", "4"}}).status, 409);
    EXPECT_EQ(app_.browser("oscb-chair").get("/boards/hwb/reminders").status, 403);
}

// ---- letters

void compare_with_golden(const std::string& name, const std::string& bytes) {
    const auto path =
        std::filesystem::path(SHIREMOOT_SOURCE_DIR) / "tests/golden/mail" / (name + ".eml");
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
    }
    std::ifstream file(path, std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), bytes) << path;
}

TEST_F(Reminders, LettersAreWholeAndAsTheGoldenFilesSay) {
    add_item("item1", "director-children");
    add_item("item2", "", 2);
    add_item("item3", "director-adults", 3, "exempt");
    add_request();
    add_stop();
    for (auto day = make_day(2018, 10, 10); day < make_day(2018, 12, 1);
         day += std::chrono::days(1)) {
        app_.clock().set(day + 9h);
        server::letters::run_due(app_.app());
    }
    set_time(2018, 11, 7);
    {
        auto tx = app_.app().database.begin_write();
        const auto meeting = *db::find_meeting(*tx, "hwbnov");
        server::papers::PackLetter pack;
        pack.href = "/meetings/hwbnov/pack";
        pack.file_name = "hwb-2018-11-15.pdf";
        pack.items = 9;
        pack.pages = 212;
        pack.size_bytes = 8'140'000;
        pack.decisions = "items 4 and 7";
        EXPECT_EQ(server::papers::queue_papers_out(app_.app(), *tx, meeting, pack), 10);
        EXPECT_EQ(server::papers::queue_papers_out(app_.app(), *tx, meeting, pack), 0);
        pack.agenda_version = 2;
        pack.public_bytes = "%PDF-1.7 small";
        pack.size_bytes = pack.public_bytes.size();
        EXPECT_EQ(server::papers::queue_papers_out(app_.app(), *tx, meeting, pack), 10);
        EXPECT_EQ(server::agenda::queue_paper_wanted(app_.app(), *tx, "item1", "director-children"),
                  1);
        EXPECT_EQ(server::agenda::queue_paper_wanted(app_.app(), *tx, "item1", ""), 0);
        tx->commit();
    }
    const auto tx = app_.app().database.begin_read();
    std::set<std::string> seen;
    for (const auto& listed : db::list_outbox(*tx, {}, {}, 0, 5000)) {
        const auto row = *db::find_outbox(*tx, listed.id);
        tests::expect_good_letter(row.bytes, row.subject);
        EXPECT_EQ(row.bytes.find("Annual report of item3"), std::string::npos);
        EXPECT_EQ(row.subject.find("item3"), std::string::npos);
    }
    // The first of each kind, oldest first, about the things above.
    auto rows = db::list_outbox(*tx, {}, {}, 0, 5000);
    std::reverse(rows.begin(), rows.end());
    const std::set<std::string> subjects{"hwbnov", "item1", "req1", "stop1"};
    for (const auto& row : rows) {
        if (!subjects.contains(row.subject_id) || !seen.insert(row.template_name).second) continue;
        compare_with_golden(row.template_name, db::find_outbox(*tx, row.id)->bytes);
    }
    EXPECT_EQ(seen, (std::set<std::string>{"agenda_due", "circulation_stop_due", "minutes_due",
                                           "paper_due", "paper_wanted", "papers_out",
                                           "request_overdue", "requests_close"}));
}

TEST(PaperLetters, AttachOnlySmallPublicPacks) {
    EXPECT_TRUE(server::papers::is_attachable(true, 5 * 1024 * 1024));
    EXPECT_FALSE(server::papers::is_attachable(true, 5 * 1024 * 1024 + 1));
    EXPECT_FALSE(server::papers::is_attachable(false, 10));
    EXPECT_EQ(server::papers::size_words(8'140'000), "8.1 MB");
    EXPECT_EQ(server::papers::size_words(639'001), "640 KB");
}

}  // namespace
