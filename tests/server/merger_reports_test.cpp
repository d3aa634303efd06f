// Reports of the timetable that both of two boards were to have, when the boards become one.
#include <gtest/gtest.h>

#include "db/session.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;

constexpr const char* administrator = "assistant-chief-executive";

class MergedReports : public testing::Test {
  protected:
    MergedReports() {
        write_rows(app, R"(
            UPDATE person SET administrator = 1 WHERE key = 'assistant-chief-executive';
            INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES
                ('hib-past', 'HIB', '2018-10-10', 'held', 'meeting', 'private'),
                ('hib-dec', 'HIB', '2018-12-10', 'confirmed', 'meeting', 'private'),
                ('hwb-dec', 'HWB', '2018-12-20', 'confirmed', 'meeting', 'public');
        )");
    }
    // An obligation of 2018 named BOARD-REPORT with its item and a line of its history.
    void add(const std::string& board, const std::string& report, const std::string& state,
             const std::string& meeting = "") {
        const auto id = board + "-" + report;
        if (!meeting.empty())
            write_rows(app,
                       "INSERT INTO agenda_item(id, meeting, position, title, purpose, visibility) "
                       "SELECT 'i-" +
                           id + "', '" + meeting + "', COALESCE(MAX(position), 0) + 1, '" + report +
                           "', 'agree', 'members' FROM agenda_item WHERE meeting = '" + meeting +
                           "'");
        add_obligation(app, id, report, board,
                       {{"purpose", "agree"},
                        {"season", "winter"},
                        {"state", state},
                        {"meeting", meeting},
                        {"item", (meeting.empty() ? "" : "i-" + id)}});
        add_row(app, "case_event",
                {{"kind", "obligation"},
                 {"case_id", id},
                 {"number", "1"},
                 {"at", "7"},
                 {"actor", "x"},
                 {"event", "expect"},
                 {"to_state", "expected"},
                 {"comment", "of " + board}});
    }
    void ask(const std::string& id, const std::string& obligation) {
        add_row(app, "response",
                {{"id", id},
                 {"source_kind", "obligation"},
                 {"source", obligation},
                 {"source_title", "T"},
                 {"asking_board", "OSCB"},
                 {"owing_board", obligation.substr(0, 3)},
                 {"recommendation", "R"},
                 {"due", "2018-12-31"},
                 {"first_due", "2018-12-31"},
                 {"delivered_on", "2018-10-10"},
                 {"created_by", "x"}});
    }
    // HIB becomes part of HWB today; what the review said before.
    std::string merge() {
        auto browser = app.browser(administrator);
        browser.get("/changes/succession");
        const auto review = browser
                                .submit_only("/changes/succession", {{"boards", "HIB"},
                                                                     {"successor", "HWB"},
                                                                     {"meetings", "hand_over"},
                                                                     {"on-day", "1"},
                                                                     {"on-month", "11"},
                                                                     {"on-year", "2018"}})
                                .location();
        const auto said = browser.get(review).body;
        EXPECT_EQ(browser.submit(review + "/record").status, 200);
        return said;
    }
    std::string standing(const std::string& report) {
        return rows(app, "obligation", {{"report", report}}).list("id board state item", "id");
    }
    std::string items(const std::string& report) {
        return rows(app, "agenda_item", {{"title", report}}).list("id struck", "id");
    }
    std::string story(const std::string& id) {
        return steps_of(app, "obligation", id).list("event comment", "number");
    }

    TestApp app;
};

TEST_F(MergedReports, StandOnOneAgendaWithOneHistory) {
    add("HIB", "Strategy", "slotted", "hib-dec");
    add("HWB", "Strategy", "slotted", "hwb-dec");
    add("HIB", "Plan", "prepared", "hib-dec");
    add("HWB", "Plan", "slotted", "hwb-dec");
    write_rows(
        app, "INSERT INTO paper VALUES ('p', 'i-HWB-Plan', 1, 't', 'f.pdf', 'h', 1, 1, 'x', 0, 0)");
    const auto said = merge();
    EXPECT_NE(
        said.find(
            "Strategy, winter 2018: on an agenda. Will be combined with the HWB report, which "
            "is: on an agenda"),
        std::string::npos)
        << said;
    EXPECT_EQ(standing("Strategy"), "HWB-Strategy HWB slotted i-HWB-Strategy");
    EXPECT_EQ(items("Strategy"), "i-HWB-Strategy 0") << "off the draft agenda of the other";
    EXPECT_EQ(story("HWB-Strategy"),
              "expect of HIB, expect of HWB, hand_over HIB to HWB: one with that of HIB, which "
              "was: on an agenda");
    EXPECT_EQ(standing("Plan"), "HIB-Plan HWB prepared i-HIB-Plan");
    EXPECT_EQ(items("Plan"), "i-HIB-Plan 0, i-HWB-Plan 1") << "struck through, for its paper";
    EXPECT_EQ(rows(app, "audit", {{"action", "board.hand_over"}, {"resource LIKE", "obligation%"}})
                  .list("resource"),
              "obligation:HIB-Plan, obligation:HWB-Strategy");
    EXPECT_EQ(count_audit(app, "agenda.remove"), 2);
    EXPECT_TRUE(app.browser("hwb-secretariat")
                    .get("/obligations/HWB-Strategy")
                    .has("HIB to HWB: one with that of HIB"));
}

TEST_F(MergedReports, LoseNoAnswerThatIsOwedAndNothingThatIsDone) {
    add("HIB", "Owed", "response_due", "hib-past");
    ask("r-hib", "HIB-Owed");
    add("HWB", "Owed", "slotted", "hwb-dec");
    add("HIB", "Both", "response_due", "hib-past");
    ask("r-both-hib", "HIB-Both");
    add("HWB", "Both", "response_due");
    ask("r-both-hwb", "HWB-Both");
    add("HIB", "Done", "slotted", "hib-dec");
    add("HWB", "Done", "informed");
    add("HIB", "Delivered", "delivered", "hib-past");
    add("HWB", "Delivered", "missed");
    add("HIB", "Settled", "informed", "hib-past");
    add("HWB", "Settled", "expected");
    merge();
    EXPECT_EQ(standing("Owed"), "HIB-Owed HWB response_due i-HIB-Owed");
    EXPECT_EQ(items("Owed"), "i-HIB-Owed 0");
    EXPECT_EQ(standing("Both"), "HWB-Both HWB response_due ");
    EXPECT_EQ(items("Both"), "i-HIB-Both 0") << "the agenda of a meeting that was held stays";
    EXPECT_EQ(standing("Done"), "HWB-Done HWB informed ");
    EXPECT_EQ(items("Done"), "");
    EXPECT_EQ(standing("Delivered"), "HIB-Delivered HWB delivered i-HIB-Delivered");
    EXPECT_EQ(standing("Settled"),
              "HIB-Settled HIB informed i-HIB-Settled, HWB-Settled HWB expected ");
    EXPECT_EQ(rows(app, "response").list("id owing_board source number", "id"),
              "r-both-hib HWB HWB-Both 2, r-both-hwb HWB HWB-Both 1, r-hib HWB HIB-Owed 1");
    EXPECT_EQ(steps_of(app, "obligation", "", {{"event <>", "hand_over"}}).count(), 10);
}

}  // namespace
