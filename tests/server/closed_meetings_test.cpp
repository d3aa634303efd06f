// Meetings of chosen people are known to those who are asked and to the officers of the boards
// concerned (protocol 4.6): every address that lists meetings, by every kind of reader.
#include <gtest/gtest.h>

#include <array>

#include "db/session.hpp"
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
        auto tx = app.app().database.begin_write();
        tx->session().execute_script(
            "INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES ('closed-oscb', "
            "'OSCB', '2018-11-25', 'confirmed', '" +
            kind +
            "', 'private');"
            "INSERT INTO meeting_move(meeting, at, planned, starts, reason) VALUES ('closed-oscb', "
            "1, '2018-11-18', '10:00', 'x');"
            "INSERT INTO date_poll(id, board, title, kind, held_in, starts, ends, whole_board, "
            "closes_on, state, meeting, created_at, created_by) VALUES ('p', 'OSCB', 'x', '" +
            kind +
            "', 'private', '10:00', '12:00', 0, '2018-11-02', 'closed', 'closed-oscb', 0, "
            "'safeguarding-secretariat');"
            "INSERT INTO meeting_person(meeting, person) VALUES ('closed-oscb', 'hib-chair'), "
            "('closed-oscb', 'oscb-chair');"
            "INSERT INTO issue(id, reference, kind, raising_board, asked_board, title, detail, "
            "state, holder, since, next_date, created_at, created_by) VALUES ('i', 'I-2018-901', "
            "'boards', 'CT', 'OSCB', 'x', 'x', 'with_chair', 'oscb-chair', '2018-10-20', "
            "'2018-11-20', 0, 'cabinet-children');"
            "INSERT INTO issue_meeting(issue, meeting, state) VALUES ('i', 'closed-oscb', "
            "'with_chair');");
        tx->commit();
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
    auto tx = app.app().database.begin_write();
    tx->session().execute_script(
        "INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES "
        "('members', 'OSCB', '2018-11-25', 'confirmed', 'meeting', 'private'), "
        "('workshop', 'OSCB', '2018-11-25', 'confirmed', 'workshop', 'private'), "
        "('chairs', 'OSCB', '2018-11-25', 'confirmed', 'chairs', 'public')");
    tx->commit();
    tx.reset();
    app.restart();
    const auto page = app.browser().get("/meetings.json");
    for (const auto* id : {"members", "workshop", "chairs"})
        EXPECT_TRUE(page.has("/meetings/" + std::string(id))) << id;
}

}  // namespace
