// What the reporting timetable puts on lists of things to do and into reminders.
#include <gtest/gtest.h>

#include "db/session.hpp"
#include "server/letters/reminders.hpp"
#include "server/timetable/words.hpp"
#include "tests/server/living_timetable.hpp"

namespace {

using tests::LivingTimetable;

TEST_F(LivingTimetable, WhatHasNoMeetingStandsOnTheListOfItsSecretariat) {
    set_day(2019, 1, 8);
    const auto home = app.browser("hwb-secretariat").get("/home");
    EXPECT_TRUE(home.has(server::timetable::words::reports_in_season(2, "spring 2019")) ||
                home.has(server::timetable::words::reports_in_season(1, "spring 2019")))
        << home.body;
    EXPECT_TRUE(home.links_to("/timetable?year=2019"));
    EXPECT_FALSE(app.browser("healthwatch").get("/home").links_to("/timetable?year=2019"));
}

// Nobody is written to about a year that nobody has set up.
TEST_F(LivingTimetable, SecretariatsAreRemindedBeforeTheSeasonOfAYearThatWasSetUp) {
    const auto reminded =
        rows(app, "outbox", {{"template", "matter_due"}, {"subject LIKE", "%due in spring 2019%"}});
    set_day(2019, 1, 4);  // 20 working days before 1 February
    server::letters::run_due(app.app());
    EXPECT_EQ(reminded.count(), 0);
    set_day(2018, 11, 1);
    auto secretary = app.browser("hwb-secretariat");
    secretary.get("/timetable/roll-forward?year=2019");
    secretary.submit("/timetable/roll-forward");
    set_day(2019, 1, 4);
    server::letters::run_due(app.app());
    EXPECT_EQ(count_mail(app, "matter_due",
                         {{"board", "SOP"}, {"subject LIKE", "%4 reports due in spring 2019%"}}),
              1);
    const auto all = reminded.count();
    EXPECT_NE(all, 0);
    server::letters::run_due(app.app());
    EXPECT_EQ(reminded.count(), all);
}

class AfterNewYear : public LivingTimetable {
  protected:
    // Of 2018: one that moved into January, one whose response was due on 20 December.
    AfterNewYear() {
        plan("HWB", "2019-01-24");
        const auto add = [&](const std::string& id, const std::string& report,
                             tests::Fields values) {
            const auto cell =
                rows(app, "timetable_cell", {{"board_or_group", "HWB"}, {"report", report}});
            values.insert(values.end(),
                          {{"purpose", cell.value("purpose")}, {"season", cell.value("season")}});
            add_obligation(app, id, report, "HWB", values);
        };
        add("moved", "OSCB Annual Report",
            {{"state", "slotted"}, {"meeting", tests::meeting_on(app, "HWB", "2019-01-24")}});
        add("owed", jsna, {{"state", "response_due"}, {"respond_by", "2018-12-20"}});
        set_day(2019, 1, 14);
    }
};

TEST_F(AfterNewYear, WhatIsOpenOfLastYearStaysOnTheLists) {
    ASSERT_EQ(count("obligation"), 2);
    const auto home = app.browser("hwb-secretariat").get("/home");
    EXPECT_TRUE(home.has("OSCB Annual Report: The meeting is now on Thursday 24 January 2019"))
        << home.body;
    EXPECT_TRUE(home.has("The response was due by Thursday 20 December 2018"));
}

TEST_F(AfterNewYear, AReportThatMovedIntoJanuaryStandsInTheForwardPlan) {
    const auto plan = app.browser().get("/forward-plan?board=hwb&report=OSCB+Annual+Report");
    EXPECT_TRUE(plan.has("Thursday 24 January 2019")) << plan.body;
}

}  // namespace
