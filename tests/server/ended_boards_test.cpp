// What is opened again after its board has ended, what was never recorded of it, and the addresses
// that people still have.
#include "server/actions/succession.hpp"
#include "tests/server/rounds_fixture.hpp"

namespace {

// Two Joint Management Groups agreed draft 6 in 2016, one was sent it and said nothing, and on
// 1 April 2018 they passed to others as the county's file says.
class EndedBoards : public rounds::Rounds {
  protected:
    EndedBoards() {
        run("UPDATE person SET administrator = 1 WHERE key = 'assistant-chief-executive'; UPDATE "
            "circulation_stop SET state = 'agreed', version_issued = 'draft 6', issued_at = 7 "
            "WHERE board IN ('JMG-OP', 'JMG-LD', 'JMG-PD'); UPDATE circulation_stop SET state = "
            "'issued', version_issued = 'draft 6', issued_at = 7 WHERE board = 'JMG-MH'; UPDATE "
            "meeting SET state = 'held' WHERE board LIKE 'JMG-%' AND planned < '2016-12'");
        set_day(2018, 5, 1);
        server::carry_out_due_changes(app.app());
    }
    void run(const std::string& sql) {
        auto tx = app.app().database.begin_write();
        tx->session().execute_script(sql);
        tx->commit();
    }
    std::string boards(const std::string& state) {
        return app.query(
            "SELECT GROUP_CONCAT(board, ' ') FROM (SELECT board FROM circulation_stop "
            "WHERE state = '" +
            state + "' AND board LIKE 'JMG-%' ORDER BY board)");
    }
};

TEST_F(EndedBoards, HaveTheirStaleAgreementsGoToThoseWhoHoldTheirDuties) {
    EXPECT_EQ(boards("agreed"), "JMG-LD JMG-OP JMG-PD") << "what is settled is history";
    const auto count = app.query("SELECT COUNT(*) FROM circulation_stop");
    EXPECT_EQ(amend().status, 200);
    EXPECT_EQ(boards("stale"), "JMG-ACSN JMG-BCF") << "two became one";
    EXPECT_EQ(app.query("SELECT " + count + " - COUNT(*) FROM circulation_stop"), "1");
    EXPECT_EQ(boards("issued"), "JMG-MH") << "its outcome is to be recorded";
    EXPECT_EQ(app.query("SELECT GROUP_CONCAT(event || ' ' || comment, '; ') FROM (SELECT * FROM "
                        "case_event WHERE kind = 'stop' AND case_id = '" +
                        stop("JMG-BCF") + "' AND event IN ('amend', 'hand_over') ORDER BY number)"),
              "amend draft 7; hand_over From JMG-OP to JMG-BCF");
    EXPECT_EQ(app.query("SELECT COUNT(*) FROM audit WHERE action = 'board.hand_over' AND resource "
                        "= 'stop:" +
                        stop("JMG-BCF") + "'"),
              "1");
    const auto choice = choose({{"way-" + stop("JMG-BCF"), "ask_assent"},
                                {"closing-day", "15"},
                                {"closing-month", "5"},
                                {"closing-year", "2018"}});
    EXPECT_EQ(choice.status, 200) << choice.body;
    EXPECT_EQ(boards("assent_asked"), "JMG-BCF");
    EXPECT_EQ(app.query("SELECT GROUP_CONCAT(person) FROM outbox WHERE template = 'assent_asked'"),
              "cabinet-public-health");
    EXPECT_TRUE(app.browser("")
                    .get(link_of("cabinet-public-health"))
                    .has("Better Care Fund Joint Management Group"));
}

TEST_F(EndedBoards, HaveTheirOutcomesRecordedByThoseWhoHoldTheirDuties) {
    run("DELETE FROM membership WHERE board = 'JMG-MH'; DELETE FROM membership WHERE person = "
        "'healthwatch'; INSERT INTO membership(id, board, person, role, label, from_day, to_day) "
        "VALUES ('new', 'JMG-ACSN', 'healthwatch', 'secretariat', '', '2018-04-01', '')");
    auto browser = app.browser("healthwatch");
    EXPECT_TRUE(browser.get("/officers-agenda").has("whose duties are with JMG-ACSN"))
        << browser.page().body;
    EXPECT_EQ(act("healthwatch", "JMG-MH", "outcome", {{"outcome", "agree_in_principle"}}).status,
              200);
    EXPECT_EQ(state("JMG-MH"), "agreed_in_principle");
    EXPECT_EQ(app.browser("growth-secretariat").get(page).status, 404);
}

TEST_F(EndedBoards, AreFoundByTheAddressesOfTheirMeetings) {
    run("INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES "
        "('bcf-nov', 'JMG-BCF', '2018-11-29', 'confirmed', 'meeting', 'private'), "
        "('hib-nov', 'HIB', '2018-11-29', 'confirmed', 'meeting', 'private'), "
        "('bcf-apr', 'JMG-BCF', '2018-04-12', 'held', 'meeting', 'private')");
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
