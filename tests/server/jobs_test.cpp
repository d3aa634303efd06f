// The table of jobs: what each does, failures, the thread that runs them.
#include "server/base/jobs.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <semaphore>
#include <thread>

#include "server/base/platform.hpp"
#include "server/site/site.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using namespace std::chrono_literals;

class Jobs : public testing::Test {
  protected:
    tests::TestApp app_;
};

TEST_F(Jobs, AFailingJobDoesNotStopTheOthers) {
    static int runs = 0;
    runs = 0;
    const std::array table{
        server::base::Job{"fails", 1s,
                          [](server::base::App&, const server::base::Stopping&)
                              -> server::base::JobReport { throw std::runtime_error("no"); }},
        server::base::Job{"works", 1s,
                          [](server::base::App&, const server::base::Stopping&) {
                              return ++runs < 3 ? server::base::JobReport::done_some
                                                : server::base::JobReport::nothing_left;
                          }},
    };
    std::vector<std::string> errors;
    server::base::RandomIds ids;
    tests::TemporaryDirectory directory;
    server::base::Config config;
    config.data_directory = directory.path();
    server::base::App app(
        config, app_.clock(), ids,
        [&](server::base::Severity severity, const auto& text) {
            if (severity == server::base::Severity::error) errors.push_back(text);
        },
        server::site::services());
    server::base::JobRunner runner(app, table);
    EXPECT_EQ(runner.run_pending(), 2);
    EXPECT_EQ(runs, 3);
    EXPECT_EQ(errors, std::vector<std::string>{"job \"fails\" failed: no"});
}

TEST_F(Jobs, TheThreadRunsJobsIsWokenAndStops) {
    static std::counting_semaphore<16> runs(0);
    const std::array table{
        server::base::Job{"counts", 1h, [](server::base::App&, const server::base::Stopping&) {
                              runs.release();
                              return server::base::JobReport::nothing_left;
                          }}};
    server::base::JobRunner runner(app_.app(), table);
    runner.start();
    EXPECT_TRUE(runs.try_acquire_for(20s));
    app_.app().job_queued();
    EXPECT_TRUE(runs.try_acquire_for(20s));
    runner.stop();
    EXPECT_FALSE(runs.try_acquire());
}

TEST_F(Jobs, ALongJobLetsTheOthersComeBetweenItsUnits) {
    static tests::SettableClock* clock = nullptr;
    static std::string order;
    clock = &app_.clock();
    order.clear();
    const std::array table{
        server::base::Job{"long", 1h,
                          [](server::base::App&, const server::base::Stopping&) {
                              order += 'L';
                              clock->set(clock->now() + 60s);
                              return order.size() < 6 ? server::base::JobReport::done_some
                                                      : server::base::JobReport::nothing_left;
                          },
                          1},
        server::base::Job{"short", 60s,
                          [](server::base::App&, const server::base::Stopping&) {
                              order += 's';
                              return server::base::JobReport::nothing_left;
                          }},
    };
    server::base::JobRunner runner(app_.app(), table);
    runner.run_pending();
    EXPECT_EQ(order, "LsLsLsLs");
}

TEST_F(Jobs, AStopIsSeenBetweenUnitsAndInThem) {
    static std::binary_semaphore begun(0);
    static std::atomic<int> units = 0;
    units = 0;
    const std::array table{
        server::base::Job{"long", 1h,
                          [](server::base::App&, const server::base::Stopping& stopping) {
                              ++units;
                              begun.release();
                              while (!stopping())
                                  std::this_thread::yield();
                              return server::base::JobReport::done_some;
                          }},
        server::base::Job{"next", 1h, [](server::base::App&, const server::base::Stopping&) {
                              ++units;
                              return server::base::JobReport::nothing_left;
                          }}};
    server::base::JobRunner runner(app_.app(), table);
    runner.start();
    ASSERT_TRUE(begun.try_acquire_for(20s));
    runner.stop();
    EXPECT_EQ(units, 1);
}

TEST_F(Jobs, ActivityIsWrittenToTheAccessLog) {
    auto browser = app_.browser("hwb-secretariat");
    browser.get("/due");
    server::base::JobRunner runner(app_.app(), server::site::jobs());
    runner.run_pending();
    EXPECT_EQ(rows(app_, "access_log").value("person"), "hwb-secretariat");
    EXPECT_EQ(rows(app_, "access_log").count_different("person"), 1);
}

TEST_F(Jobs, OldRowsArePurged) {
    add_row(app_, "submission",
            {{"token", "old"}, {"person", ""}, {"body_hash", ""}, {"location", "/"}, {"at", "1"}});
    add_row(app_, "submission",
            {{"token", "new"},
             {"person", ""},
             {"body_hash", ""},
             {"location", "/"},
             {"at", "1540000000"}});
    add_row(app_, "session",
            {{"token_hash", "old"},
             {"person", "oscb-chair"},
             {"created_at", "1"},
             {"not_after", "2"},
             {"idle_seconds_max", "3"},
             {"csrf", ""}});
    server::base::JobRunner runner(app_.app(), server::site::jobs());
    runner.run_pending();
    EXPECT_EQ(rows(app_, "submission").list("token"), "new");
    EXPECT_EQ(rows(app_, "session", {{"token_hash", "old"}}).count(), 0);
}

}  // namespace
