// What the reporting timetable puts on lists of things to do and into reminders.
#include <gtest/gtest.h>

#include "server/reminders.hpp"
#include "tests/server/living_timetable.hpp"

namespace {

using tests::LivingTimetable;

TEST_F(LivingTimetable, WhatHasNoMeetingStandsOnTheListOfItsSecretariat) {
    set_day(2019, 1, 8);
    const auto home = app.browser("hwb-secretariat").get("/home");
    EXPECT_TRUE(home.has("Put 2 reports of spring 2019 on a meeting.") ||
                home.has("Put 1 report of spring 2019 on a meeting."))
        << home.body;
    EXPECT_FALSE(app.browser("healthwatch").get("/home").has("spring 2019 on a meeting"));
}

// Nobody is written to about a year that nobody has set up.
TEST_F(LivingTimetable, SecretariatsAreRemindedBeforeTheSeasonOfAYearThatWasSetUp) {
    const std::string reminded =
        "outbox WHERE template = 'matter_due' AND subject LIKE '%of spring 2019%'";
    set_day(2019, 1, 4);  // 20 working days before 1 February
    server::run_due(app.app());
    EXPECT_EQ(count(reminded), "0");
    set_day(2018, 11, 1);
    auto secretary = app.browser("hwb-secretariat");
    secretary.get("/timetable/roll-forward?year=2019");
    secretary.submit("/timetable/roll-forward");
    set_day(2019, 1, 4);
    server::run_due(app.app());
    EXPECT_EQ(count(reminded + " AND board = 'SOP' AND subject LIKE '%4 reports of%'"), "1");
    const auto all = count(reminded);
    EXPECT_NE(all, "0");
    server::run_due(app.app());
    EXPECT_EQ(count(reminded), all);
}

}  // namespace
