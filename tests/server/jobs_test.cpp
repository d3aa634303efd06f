// The table of jobs: what each does, failures, the thread that runs them.
#include "server/jobs.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <semaphore>
#include <thread>

#include "server/platform.hpp"
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
        server::Job{"fails", 1s,
                    [](server::App&, const server::Stopping&) -> server::JobReport {
                        throw std::runtime_error("no");
                    }},
        server::Job{"works", 1s,
                    [](server::App&, const server::Stopping&) {
                        return ++runs < 3 ? server::JobReport::done_some
                                          : server::JobReport::nothing_left;
                    }},
    };
    std::vector<std::string> errors;
    server::RandomIds ids;
    tests::TemporaryDirectory directory;
    server::Config config;
    config.data_directory = directory.path();
    server::App app(config, app_.clock(), ids, [&](server::Severity severity, const auto& text) {
        if (severity == server::Severity::error) errors.push_back(text);
    });
    server::JobRunner runner(app, table);
    EXPECT_EQ(runner.run_pending(), 2);
    EXPECT_EQ(runs, 3);
    EXPECT_EQ(errors, std::vector<std::string>{"job \"fails\" failed: no"});
}

TEST_F(Jobs, TheThreadRunsJobsIsWokenAndStops) {
    static std::counting_semaphore<16> runs(0);
    const std::array table{server::Job{"counts", 1h, [](server::App&, const server::Stopping&) {
                                           runs.release();
                                           return server::JobReport::nothing_left;
                                       }}};
    server::JobRunner runner(app_.app(), table);
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
        server::Job{"long", 1h,
                    [](server::App&, const server::Stopping&) {
                        order += 'L';
                        clock->set(clock->now() + 60s);
                        return order.size() < 6 ? server::JobReport::done_some
                                                : server::JobReport::nothing_left;
                    },
                    1},
        server::Job{"short", 60s,
                    [](server::App&, const server::Stopping&) {
                        order += 's';
                        return server::JobReport::nothing_left;
                    }},
    };
    server::JobRunner runner(app_.app(), table);
    runner.run_pending();
    EXPECT_EQ(order, "LsLsLsLs");
}

TEST_F(Jobs, AStopIsSeenBetweenUnitsAndInThem) {
    static std::binary_semaphore begun(0);
    static std::atomic<int> units = 0;
    units = 0;
    const std::array table{server::Job{"long", 1h,
                                       [](server::App&, const server::Stopping& stopping) {
                                           ++units;
                                           begun.release();
                                           while (!stopping())
                                               std::this_thread::yield();
                                           return server::JobReport::done_some;
                                       }},
                           server::Job{"next", 1h, [](server::App&, const server::Stopping&) {
                                           ++units;
                                           return server::JobReport::nothing_left;
                                       }}};
    server::JobRunner runner(app_.app(), table);
    runner.start();
    ASSERT_TRUE(begun.try_acquire_for(20s));
    runner.stop();
    EXPECT_EQ(units, 1);
}

TEST_F(Jobs, ActivityIsWrittenToTheAccessLog) {
    auto browser = app_.browser("hwb-secretariat");
    browser.get("/due");
    server::JobRunner runner(app_.app());
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
    server::JobRunner runner(app_.app());
    runner.run_pending();
    EXPECT_EQ(rows(app_, "submission").list("token"), "new");
    EXPECT_EQ(rows(app_, "session", {{"token_hash", "old"}}).count(), 0);
}

}  // namespace
