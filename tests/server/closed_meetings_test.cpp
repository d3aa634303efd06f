// Meetings of chosen people are known to those who are asked and to the officers of the boards
// concerned (protocol 4.6): every address that lists meetings, by every kind of reader.
#include <gtest/gtest.h>

#include <array>

#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;

constexpr std::array addresses{
    "/",
    "/meetings",
    "/meetings.json",
    "/meetings.ics",
    "/boards",
    "/boards.json",
    "/boards/oscb",
    "/boards/oscb.json",
    "/boards/oscb/meetings.ics",
    "/boards/map",
    "/boards/map.svg",
    "/boards/map.csv",
    "/planner?year=2018",
    "/planner.svg?year=2018",
    "/planner.csv?year=2018",
    "/planner.json?year=2018",
    "/forward-plan",
    "/forward-plan.svg",
    "/forward-plan.csv",
    "/forward-plan.json",
    "/register",
    "/register.csv",
    "/register.json",
    "/timetable?year=2018",
    "/timetable.json?year=2018",
    "/home",
    "/clashes",
    "/clashes.json",
    "/officers-agenda",
    "/officers-agenda.json",
    "/meetings/cadence",
    "/meetings/cadence.json",
};

// Nobody else meets on this Sunday.
constexpr std::array traces{"closed-oscb", "25 November 2018", "Sun 25 Nov", "2018-11-25",
                            "20181125",    "18 November 2018", "2018-11-18"};

// Chairs of two boards meet at OSCB about an issue that CT raised; the chair of HIB is asked, too.
class ClosedMeetings : public testing::TestWithParam<const char*> {
  protected:
    void add(const std::string& kind) {
        add_meeting(app, "closed-oscb", "OSCB", "2018-11-25", {{"kind", kind}});
        add_row(app, "meeting_move",
                {{"meeting", "closed-oscb"},
                 {"at", "1"},
                 {"planned", "2018-11-18"},
                 {"starts", "10:00"},
                 {"reason", "x"}});
        add_row(app, "date_poll",
                {{"id", "p"},
                 {"board", "OSCB"},
                 {"title", "x"},
                 {"kind", kind},
                 {"ends", "12:00"},
                 {"closes_on", "2018-11-02"},
                 {"state", "closed"},
                 {"meeting", "closed-oscb"},
                 {"created_by", "safeguarding-secretariat"}});
        add_row(app, "meeting_person", {{"meeting", "closed-oscb"}, {"person", "hib-chair"}});
        add_row(app, "meeting_person", {{"meeting", "closed-oscb"}, {"person", "oscb-chair"}});
        add_row(app, "issue",
                {{"id", "i"},
                 {"reference", "I-2018-901"},
                 {"raising_board", "CT"},
                 {"asked_board", "OSCB"},
                 {"title", "x"},
                 {"detail", "x"},
                 {"holder", "oscb-chair"},
                 {"since", "2018-10-20"},
                 {"next_date", "2018-11-20"},
                 {"created_by", "cabinet-children"}});
        add_row(app, "issue_meeting",
                {{"issue", "i"}, {"meeting", "closed-oscb"}, {"state", "with_chair"}});
        app.restart();  // no page is kept from before
    }
    bool shows(const std::string& person, const std::string& address) {
        const auto page = app.browser(person).get(address);
        return std::any_of(traces.begin(), traces.end(),
                           [&](const char* trace) { return page.has(trace); });
    }

    TestApp app;
};

TEST_P(ClosedMeetings, AreInNoListOfOthers) {
    std::map<std::string, std::string> before;
    for (const std::string address : addresses)
        before[address] = app.browser().get(address).body;
    add(GetParam());
    for (const std::string address : addresses) {
        // Not even as a number, a mark in a picture or a day that is taken.
        EXPECT_EQ(app.browser().get(address).body, before[address]) << address;
        for (const auto* person : {"leader-county", "hwb-secretariat", "police-lpa-commander"})
            EXPECT_FALSE(shows(person, address)) << person << " " << address;
    }
    for (const std::string address :
         {"/meetings/closed-oscb", "/meetings/closed-oscb.json", "/meetings/closed-oscb.ics"}) {
        EXPECT_NE(app.browser().get(address).status, 200) << address;
        for (const auto* person : {"leader-county", "hwb-secretariat", "police-lpa-commander"})
            EXPECT_EQ(app.browser(person).get(address).status, 404) << person << " " << address;
    }
    EXPECT_EQ(app.browser().get("/boards/oscb/meetings/2018-11-25").status, 404);
    EXPECT_EQ(app.browser("leader-county").get("/boards/oscb/meetings/2018-11-18").status, 404);
}

TEST_P(ClosedMeetings, AreInTheListsOfThoseAskedAndOfTheOfficersConcerned) {
    add(GetParam());
    for (const auto* person :
         {"hib-chair", "oscb-chair", "safeguarding-secretariat", "cabinet-children"}) {
        EXPECT_EQ(app.browser(person).get("/meetings/closed-oscb").status, 200) << person;
        for (const auto* address : {"/meetings", "/meetings.json", "/meetings.ics",
                                    "/planner?year=2018", "/planner.json?year=2018"})
            EXPECT_TRUE(shows(person, address)) << person << " " << address;
        EXPECT_EQ(app.browser(person).get("/boards/oscb/meetings/2018-11-25").status, 303);
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, ClosedMeetings,
                         testing::Values("chairs", "resolution", "executive", "workshop"));

TEST(OpenMeetings, StayInTheListsOfEverybody) {
    TestApp app;
    add_meeting(app, "members", "OSCB", "2018-11-25");
    add_meeting(app, "workshop", "OSCB", "2018-11-25", {{"kind", "workshop"}});
    add_meeting(app, "chairs", "OSCB", "2018-11-25", {{"kind", "chairs"}, {"held_in", "public"}});
    app.restart();
    const auto page = app.browser().get("/meetings.json");
    for (const auto* id : {"members", "workshop", "chairs"})
        EXPECT_TRUE(page.has("/meetings/" + std::string(id))) << id;
}

}  // namespace
