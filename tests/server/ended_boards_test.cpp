// What is opened again after its board has ended, what was never recorded of it, and the addresses
// that people still have.
#include "server/succession/succession_commands.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/server/rounds_fixture.hpp"

namespace {

// Two Joint Management Groups agreed draft 6 in 2016, one was sent it and said nothing, and on
// 1 April 2018 they passed to others as the county's file says.
class EndedBoards : public rounds::Rounds {
  protected:
    EndedBoards() {
        make_administrator(app, "assistant-chief-executive");
        const auto issued = [&](const std::string& at, const std::string& now) {
            rows(app, "circulation_stop", {{"board", at}})
                .set({{"state", now}, {"version_issued", "draft 6"}, {"issued_at", "7"}});
        };
        for (const char* board : {"JMG-OP", "JMG-LD", "JMG-PD"})
            issued(board, "agreed");
        issued("JMG-MH", "issued");
        rows(app, "meeting", {{"board LIKE", "JMG-%"}, {"planned <", "2016-12"}})
            .set({{"state", "held"}});
        set_day(2018, 5, 1);
        server::succession::carry_out_due_changes(app.app());
    }
    std::string boards(const std::string& state) {
        return rows(app, "circulation_stop", {{"state", state}, {"board LIKE", "JMG-%"}})
            .list("board");
    }
};

TEST_F(EndedBoards, HaveTheirStaleAgreementsGoToThoseWhoHoldTheirDuties) {
    EXPECT_EQ(boards("agreed"), "JMG-LD, JMG-OP, JMG-PD") << "what is settled is history";
    const auto count = rows(app, "circulation_stop").count();
    EXPECT_EQ(amend().status, 200);
    EXPECT_EQ(boards("stale"), "JMG-ACSN, JMG-BCF") << "two became one";
    EXPECT_EQ(rows(app, "circulation_stop").count(), count - 1);
    EXPECT_EQ(boards("issued"), "JMG-MH") << "its outcome is to be recorded";
    const auto steps = steps_of(app, "stop", stop("JMG-BCF")).list("event comment", "number");
    EXPECT_NE(steps.find("amend draft 7, hand_over From JMG-OP to JMG-BCF"), std::string::npos)
        << steps;
    EXPECT_EQ(count_audit(app, "board.hand_over", {{"resource", "stop:" + stop("JMG-BCF")}}), 1);
    const auto choice = choose({{"way-" + stop("JMG-BCF"), "ask_assent"},
                                {"closing-day", "15"},
                                {"closing-month", "5"},
                                {"closing-year", "2018"}});
    EXPECT_EQ(choice.status, 200) << choice.body;
    EXPECT_EQ(boards("assent_asked"), "JMG-BCF");
    EXPECT_EQ(recipients(app, "assent_asked"), "cabinet-public-health");
    EXPECT_TRUE(app.browser("")
                    .get(link_of("cabinet-public-health"))
                    .has("Better Care Fund Joint Management Group"));
}

TEST_F(EndedBoards, HaveTheirOutcomesRecordedByThoseWhoHoldTheirDuties) {
    rows(app, "membership", {{"board", "JMG-MH"}}).remove();
    rows(app, "membership", {{"person", "healthwatch"}}).remove();
    add_seat(app, "new", "JMG-ACSN", "healthwatch", "secretariat", {{"from_day", "2018-04-01"}});
    auto browser = app.browser("healthwatch");
    EXPECT_TRUE(browser.get("/officers-agenda").has("(replaced by JMG-ACSN)"))
        << browser.page().body;
    EXPECT_EQ(act("healthwatch", "JMG-MH", "outcome", {{"outcome", "agree_in_principle"}}).status,
              200);
    EXPECT_EQ(state("JMG-MH"), "agreed_in_principle");
    EXPECT_EQ(app.browser("growth-secretariat").get(page).status, 404);
}

TEST_F(EndedBoards, AreFoundByTheAddressesOfTheirMeetings) {
    add_meeting(app, "bcf-nov", "JMG-BCF", "2018-11-29");
    add_meeting(app, "hib-nov", "HIB", "2018-11-29");
    add_meeting(app, "bcf-apr", "JMG-BCF", "2018-04-12", {{"state", "held"}});
    auto browser = app.browser("assistant-chief-executive");
    browser.get("/changes/succession");
    const auto review = browser
                            .submit_only("/changes/succession", {{"boards", "JMG-BCF"},
                                                                 {"successor", "HIB"},
                                                                 {"meetings", "hand_over"},
                                                                 {"on-day", "1"},
                                                                 {"on-month", "5"},
                                                                 {"on-year", "2018"}})
                            .location();
    browser.get(review);
    EXPECT_EQ(browser.submit(review + "/record").status, 200);
    auto anyone = app.browser();
    const auto moved = anyone.get("/boards/jmg-bcf/meetings/2018-11-29");
    EXPECT_EQ(moved.status, 301);
    EXPECT_EQ(moved.location(), "/meetings/bcf-nov") << "not the other one of that day";
    EXPECT_EQ(anyone.get("/boards/jmg-bcf/meetings/2018-04-12").status, 303) << "it stayed";
    EXPECT_EQ(anyone.get("/boards/jmg-bcf/meetings/2018-11-30").status, 404);
    EXPECT_EQ(anyone.get("/boards/jmg-bcf/meetings.ics").location(), "/boards/hib/meetings.ics");
    EXPECT_TRUE(anyone.get("/boards/hib/meetings.ics").has("bcf-nov"));
}

}  // namespace
