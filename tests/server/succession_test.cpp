// Boards that change (annual update 2018): renamed, merged, succeeded; now, on a day to come, once.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>

#include "db/session.hpp"
#include "server/base/jobs.hpp"
#include "server/site/site.hpp"
#include "server/succession/succession_commands.hpp"
#include "server/succession/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::Fields;
using tests::TestApp;
using workflows::make_day;

constexpr const char* administrator = "assistant-chief-executive";

Fields day_fields(const std::string& name, const std::string& iso) {
    return {{name + "-day", iso.substr(8)},
            {name + "-month", iso.substr(5, 2)},
            {name + "-year", iso.substr(0, 4)}};
}

class BoardChanges : public testing::Test {
  protected:
    BoardChanges() { make_administrator(app, "assistant-chief-executive"); }

    // Open things of the two boards: what moves, and beside it what must stay.
    void open_things() {
        write_rows(app, R"(
            INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES
                ('sop-dec', 'SOP', '2018-12-10', 'confirmed', 'meeting', 'private'),
                ('sop-mar', 'SOP', '2019-03', 'provisional', 'meeting', 'private'),
                ('sop-old', 'SOP', '2018-11-20', 'confirmed', 'meeting', 'private'),
                ('csp-dec', 'CSP-OX', '2018-12-12', 'confirmed', 'meeting', 'private'),
                ('csp-off', 'CSP-OX', '2018-12-13', 'cancelled', 'meeting', 'private'),
                ('ogb-jan', 'OGB', '2019-01-15', 'confirmed', 'meeting', 'public');
            INSERT INTO agenda_request(id, kind, asking_board, asked_board, title, detail, purpose,
                response, consider_by, answer_by, state, created_at, created_by) VALUES
                ('r-asked', 'agenda_item', 'CT', 'SOP', 'CANARY', 'd', 'discuss', 'note',
                 '2018-12-20', '2018-12-21', 'sent', 0, 'cabinet-children'),
                ('r-asking', 'agenda_item', 'SOP', 'CT', 'CANARY', 'd', 'discuss', 'note',
                 '2018-12-20', '2018-12-21', 'answered', 1, 'sop-chair'),
                ('r-closed', 'agenda_item', 'CT', 'SOP', 'CANARY', 'd', 'discuss', 'note',
                 '2018-12-20', '2018-12-21', 'closed', 2, 'cabinet-children');
            INSERT INTO circulation(id, document, version_label, owner, purpose, created_at) VALUES
                ('c1', 'CANARY', 'draft 1', 'SOP', 'agree', 0), ('c2', 'Other', 'draft 1', 'CT',
                 'agree', 0);
            INSERT INTO circulation_stop(id, circulation, board, meeting, state, version_issued,
                 issued_at) VALUES
                ('s-sop', 'c2', 'SOP', 'sop-dec', 'issued', 'draft 1', 7),
                ('s-csp', 'c2', 'CSP-OX', 'csp-dec', 'planned', '', 0),
                ('s-past', 'c1', 'SOP', 'sop-old', 'planned', '', 0),
                ('s-off', 'c1', 'CSP-OX', 'csp-off', 'planned', '', 0);
            INSERT INTO case_event(kind, case_id, number, at, actor, event, from_state, to_state,
                 comment) VALUES
                ('stop', 's-sop', 1, 7, 'sop-chair', 'issue', 'planned', 'issued', ''),
                ('stop', 's-csp', 1, 8, 'sop-chair', 'defer', 'issued', 'planned', 'x');
            INSERT INTO standing_invitation(board, person, reason) VALUES
                ('SOP', 'oscb-chair', 'x'), ('CSP-OX', 'oscb-chair', 'y'), ('SOP', 'healthwatch',
                 'z');
            INSERT INTO standing_invitation(board, person, reason, to_day) VALUES
                ('OGB', 'healthwatch', 'w', '2018-12-31'), ('SOP', 'osab-chair', 'v', '2018-11-30');
        )");
    }
    // Both boards into the Growth Board; the address of the review.
    std::string propose(const std::string& on, const std::string& meetings = "hand_over") {
        auto browser = app.browser(administrator);
        browser.get("/changes/succession");
        auto fields = day_fields("on", on);
        fields.insert(fields.end(), {{"boards", "SOP"},
                                     {"boards", "CSP-OX"},
                                     {"successor", "OGB"},
                                     {"meetings", meetings}});
        const auto answer = browser.submit_only("/changes/succession", fields);
        EXPECT_EQ(answer.status, 303) << answer.body;
        return answer.location();
    }
    void record(const std::string& review) {
        auto browser = app.browser(administrator);
        browser.get(review);
        EXPECT_EQ(browser.submit(review + "/record").status, 200);
    }
    std::string board_of(const std::string& table, const std::string& id) {
        return app.query("SELECT board FROM " + table + " WHERE id = '" + id + "'");
    }
    void expect_moved() {
        EXPECT_EQ(rows(app, "agenda_request", {{"id", "r-asked"}}).value("asked_board"), "OGB");
        EXPECT_EQ(rows(app, "agenda_request", {{"id", "r-asking"}}).value("asking_board"), "OGB");
        EXPECT_EQ(rows(app, "agenda_request", {{"id", "r-closed"}}).value("asked_board"), "SOP");
        EXPECT_EQ(rows(app, "circulation", {{"id", "c1"}}).value("owner"), "OGB");
        EXPECT_EQ(board_of("circulation_stop", "s-past"), "SOP") << "the old board met before";
        EXPECT_EQ(board_of("circulation_stop", "s-off"), "OGB");
        // Two stops of one document are one now, with the papers that were out and both histories.
        EXPECT_EQ(rows(app, "circulation_stop", {{"circulation", "c2"}}).count(), 1);
        EXPECT_EQ(rows(app, "circulation_stop", {{"circulation", "c2"}})
                      .value("board state version_issued"),
                  "OGB issued draft 1");
        EXPECT_EQ(steps_of(app, "stop", "", {{"event <>", "hand_over"}}).count(), 2);
        EXPECT_EQ(rows(app, "standing_invitation", {{"board", "OGB"}, {"to_day", ""}}).count(), 2);
        EXPECT_EQ(app.query("SELECT COUNT(*) FROM standing_invitation WHERE board IN ('SOP', "
                            "'CSP-OX') AND to_day = ''"),
                  "0");
        EXPECT_EQ(rows(app, "standing_invitation", {{"person", "osab-chair"}}).value("to_day"),
                  "2018-11-30");
    }
    int audits(const std::string& action) { return count_audit(app, action); }

    TestApp app;
};

TEST_F(BoardChanges, AreLookedAtBeforeTheyMerge) {
    open_things();
    const auto review = propose("2018-12-01");
    auto browser = app.browser(administrator);
    const auto page = browser.get(review);
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(page.has(server::succession::words::replaced(
        "The Oxford Safer Communities Partnership and the Safer Oxfordshire Partnership",
        "Oxfordshire Growth Board")));
    EXPECT_TRUE(page.has("Future meetings to transfer: 4"));
    EXPECT_TRUE(page.has("SOP: Monday 10 December 2018: "));
    EXPECT_TRUE(page.has(server::succession::words::heading_counted(
        server::succession::words::to_transfer(server::succession::words::stops), 3)));
    EXPECT_TRUE(page.has(server::succession::words::heading_counted(
        server::succession::words::to_transfer(server::succession::words::requests), 2)));
    EXPECT_TRUE(page.has(server::succession::words::heading_counted(
        server::succession::words::to_transfer(server::succession::words::circulations), 1)));
    EXPECT_TRUE(page.has(server::succession::words::heading_counted(
        server::succession::words::to_transfer("Standing invitations"), 3)));
    EXPECT_TRUE(page.has(server::succession::words::save_for("Saturday 1 December 2018")));
    EXPECT_FALSE(page.has("CANARY")) << "an administrator reads no request and no document";
    EXPECT_EQ(board_of("meeting", "sop-dec"), "SOP") << "nothing moved yet";
    EXPECT_EQ(rows(app, "board", {{"code", "SOP"}}).value("succeeded_on"), "");
    EXPECT_TRUE(browser.get("/changes").has("Proposed"));
    EXPECT_TRUE(browser.get("/changes.json").has("\"state\":\"proposed\""));
    EXPECT_TRUE(browser.get("/changes.csv")
                    .has(",succession,CSP-OX,OGB,,,hand_over,2018-12-01,proposed\n"));
}

TEST_F(BoardChanges, ThatMergeTodayMoveAllAtOnce) {
    open_things();
    const auto review = propose("2018-11-01");
    record(review);
    EXPECT_EQ(board_of("meeting", "sop-dec"), "OGB");
    EXPECT_EQ(board_of("meeting", "sop-mar"), "OGB");
    EXPECT_EQ(board_of("meeting", "csp-off"), "CSP-OX");
    EXPECT_EQ(audits("board.succeed"), 2);
    EXPECT_EQ(count_mail(app, "board_taken_over", {{"person", "growth-secretariat"}}), 2);
    EXPECT_TRUE(app.browser()
                    .get("/boards/sop")
                    .has("Replaced by the Oxfordshire Growth Board from 1 November 2018"));
    // Again: nothing is left to do, and the page says so.
    auto browser = app.browser(administrator);
    browser.get(review);
    EXPECT_FALSE(browser.page().offers(review + "/record"));
    EXPECT_EQ(browser.post_raw(review + "/record", {}, browser.token_on_page()).status, 409);
    server::base::JobRunner(app.app(), server::site::jobs()).run_pending();
    EXPECT_EQ(app.query("SELECT COUNT(*) FROM audit WHERE action = 'board.succeed' AND board IN "
                        "('SOP', 'CSP-OX')"),
              "2");
}

// A double click sends one form twice; it is carried out once.
TEST_F(BoardChanges, AreRecordedOnceByADoubleClick) {
    open_things();
    const auto review = propose("2018-11-01");
    auto browser = app.browser(administrator);
    browser.get(review);
    const auto token = browser.token_on_page();
    const auto first = browser.post_raw(review + "/record", {}, token);
    const auto second = browser.post_raw(review + "/record", {}, token);
    EXPECT_EQ(first.status, 303) << first.body;
    EXPECT_EQ(second.location(), first.location());
    EXPECT_EQ(audits("board.succeed"), 2);
}

TEST_F(BoardChanges, WaitForTheirDayAndChangeOnceThoughDaysWereMissed) {
    open_things();
    record(propose("2018-12-01"));
    EXPECT_EQ(board_of("meeting", "sop-dec"), "SOP");
    app.clock().set(make_day(2018, 11, 30) + std::chrono::hours(23));
    EXPECT_EQ(server::succession::carry_out_due_changes(app.app()), 5) << "the five of the import";
    EXPECT_EQ(board_of("meeting", "sop-dec"), "SOP");
    app.restart();
    app.clock().set(make_day(2018, 12, 4) + std::chrono::hours(9));
    EXPECT_EQ(server::succession::carry_out_due_changes(app.app()), 2);
    EXPECT_EQ(board_of("meeting", "sop-dec"), "OGB");
    EXPECT_EQ(board_of("meeting", "sop-old"), "SOP") << "it was before the day";
    expect_moved();
    const auto lines = audits("board.hand_over");
    app.restart();
    app.clock().set(make_day(2018, 11, 20) + std::chrono::hours(9));  // the clock is set back
    EXPECT_EQ(server::succession::carry_out_due_changes(app.app()), 0);
    app.clock().set(make_day(2018, 12, 5) + std::chrono::hours(9));
    EXPECT_EQ(server::succession::carry_out_due_changes(app.app()), 0);
    EXPECT_EQ(audits("board.hand_over"), lines);
}

TEST_F(BoardChanges, CanLeaveTheirMeetingsBehind) {
    open_things();
    rows(app, "circulation_stop", {{"id", "s-sop"}}).set({{"state", "planned"}});
    rows(app, "case_event").remove();
    rows(app, "circulation_stop", {{"id", "s-csp"}}).remove();
    const auto review = propose("2018-11-01", "leave");
    EXPECT_TRUE(app.browser(administrator).get(review).has("Future meetings to keep: 5"));
    record(review);
    EXPECT_EQ(board_of("meeting", "sop-dec"), "SOP");
    EXPECT_EQ(board_of("circulation_stop", "s-sop"), "OGB");
    EXPECT_EQ(app.query("SELECT m.board FROM circulation_stop s JOIN meeting m ON m.id = s.meeting "
                        "WHERE s.id = 's-sop'"),
              "OGB");
}

TEST_F(BoardChanges, CanBeLeftAsTheyAreUntilTheDay) {
    open_things();
    const auto review = propose("2018-12-01");
    record(review);
    EXPECT_EQ(rows(app, "board", {{"code", "SOP"}}).value("succeeded_by"), "OGB");
    auto browser = app.browser(administrator);
    browser.get(review);
    EXPECT_EQ(browser.submit(review + "/undo").status, 200);
    EXPECT_EQ(
        app.query(
            "SELECT COALESCE(succeeded_by, '-') || succeeded_on FROM board WHERE code = 'SOP'"),
        "-");
    app.clock().set(make_day(2018, 12, 4) + std::chrono::hours(9));
    server::succession::carry_out_due_changes(app.app());
    EXPECT_EQ(board_of("meeting", "sop-dec"), "SOP");
    // Once its day has come it is too late, even before the job has run.
    const auto late = propose("2018-12-10");
    record(late);
    app.clock().set(make_day(2018, 12, 10) + std::chrono::hours(0));
    auto later = app.browser(administrator);
    later.get("/changes/rename");
    EXPECT_EQ(later.post_raw(late + "/undo", {}, later.token_on_page()).status, 409);
}

TEST_F(BoardChanges, AreRefusedWhatCannotBe) {
    auto browser = app.browser(administrator);
    const auto refused = [&](const Fields& more, const std::string& words) {
        browser.get("/changes/succession");
        auto fields = day_fields("on", "2018-12-01");
        fields.insert(fields.end(), more.begin(), more.end());
        const auto page = browser.submit("/changes/succession", fields);
        EXPECT_TRUE(page.has(words)) << words;
    };
    refused({{"successor", "OGB"}}, server::succession::words::select_ending);
    refused({{"boards", "OGB"}}, server::succession::words::select_successor);
    refused({{"boards", "OGB"}, {"successor", "OGB"}}, server::succession::words::itself);
    refused({{"boards", "JMG-LD"}, {"successor", "OGB"}}, "has already been replaced by JMG-ACSN");
    EXPECT_EQ(rows(app, "board_change").count(), 0);
    for (const char* other : {"hwb-secretariat", "leader-county", "healthwatch"})
        EXPECT_EQ(app.browser(other).get("/changes").status, 403) << other;
}

TEST_F(BoardChanges, LeadFromTheirOldAddressesToTheNew) {
    auto browser = app.browser(administrator);
    browser.get("/changes/rename?board=SOP");
    auto fields = day_fields("on", "2018-11-05");
    fields.insert(fields.end(),
                  {{"name", "Safer Communities Board"}, {"slug", "safer-communities"}});
    const auto review = browser.submit_only("/changes/rename", fields).location();
    record(review);
    EXPECT_EQ(app.browser().get("/boards/sop").status, 200);
    app.clock().set(make_day(2018, 11, 5) + std::chrono::hours(1));
    server::succession::carry_out_due_changes(app.app());
    auto anyone = app.browser();
    EXPECT_TRUE(anyone.get("/boards/safer-communities").has("Safer Communities Board"));
    for (const char* tail : {"", ".json", "/meetings.ics", "/meetings/2018-11-20", "/edit"}) {
        const auto moved = anyone.get("/boards/sop" + std::string(tail));
        EXPECT_EQ(moved.status, 301) << tail;
        EXPECT_EQ(moved.location(), "/boards/safer-communities" + std::string(tail));
        EXPECT_EQ(moved.headers.at("cache-control"), "no-cache");
    }
    EXPECT_EQ(anyone.get("/boards/SOP").location(), "/boards/safer-communities");
    // Nobody else gets the address; the board itself may have it back.
    auto again = app.browser(administrator);
    again.get("/changes/rename?board=OGB");
    auto others = day_fields("on", "2018-11-05");
    others.insert(others.end(), {{"name", "Growth"}, {"slug", "sop"}});
    EXPECT_TRUE(again.submit("/changes/rename", others)
                    .has("The board SOP has, or used to have, the address sop"));
    again.get("/changes/rename?board=SOP");
    auto back = day_fields("on", "2018-11-05");
    back.insert(back.end(), {{"name", "Safer Oxfordshire Partnership"}, {"slug", "sop"}});
    record(again.submit_only("/changes/rename", back).location());
    EXPECT_EQ(anyone.get("/boards/sop").status, 200);
    EXPECT_EQ(anyone.get("/boards/safer-communities").location(), "/boards/sop");
}

TEST_F(BoardChanges, RefuseAddressesThatAreNone) {
    auto browser = app.browser(administrator);
    for (const char* slug : {"", "A", "Safer", "-x", "x-", "a--b", "a b", "a/b", "new."}) {
        browser.get("/changes/rename?board=SOP");
        auto fields = day_fields("on", "2018-11-05");
        fields.insert(fields.end(), {{"name", "X"}, {"slug", slug}});
        EXPECT_TRUE(
            browser.submit("/changes/rename", fields).has("Enter 2 to 40 lower case letters"))
            << slug;
    }
}

// Two hundred documents, each with stops of the three boards in random states: nothing open is
// lost, nothing is doubled, nothing that is closed moves but where it meets something open, and a
// second time finds nothing.
TEST_F(BoardChanges, LoseNothingThatIsOpenAndDoubleNothing) {
    open_things();
    rows(app, "case_event").remove();
    rows(app, "circulation_stop").remove();
    rows(app, "circulation").remove();
    std::mt19937 random(20181101);
    const std::map<std::string, std::string> meetings{
        {"SOP", "sop-dec"}, {"CSP-OX", "csp-dec"}, {"OGB", "ogb-jan"}};
    const std::array<const char*, 5> states{"", "planned", "issued", "agreed", "noted"};
    std::string sql;
    for (int i = 0; i < 200; ++i) {
        const auto id = "p" + std::to_string(i);
        sql +=
            "INSERT INTO circulation(id, document, version_label, owner, purpose, created_at) "
            "VALUES ('" +
            id + "', '" + id + "', 'draft 1', 'CT', 'agree', 0);";
        for (const auto& [board, meeting] : meetings) {
            const std::string state = states.at(random() % states.size());
            if (state.empty()) continue;
            sql +=
                "INSERT INTO circulation_stop(id, circulation, board, meeting, state) VALUES ('" +
                id + board + "', '" + id + "', '" + board + "', '" + meeting + "', '" + state +
                "');";
        }
    }
    write_rows(app, sql);
    const std::string open_before =
        "SELECT COUNT(DISTINCT circulation) FROM circulation_stop WHERE state IN ('planned', "
        "'issued') AND board IN ('SOP', 'CSP-OX')";
    write_rows(
        app,
        "CREATE TABLE waited AS SELECT DISTINCT circulation FROM circulation_stop WHERE state IN "
        "('planned', 'issued') AND board IN ('SOP', 'CSP-OX')");
    const std::string closed =
        "SELECT GROUP_CONCAT(id || state, ' ') FROM (SELECT id, state FROM circulation_stop WHERE "
        "state IN ('agreed', 'noted') AND NOT (board = 'OGB' AND circulation IN (SELECT "
        "circulation FROM waited)) ORDER BY id)";
    const std::string issued =
        "SELECT COUNT(DISTINCT circulation) FROM circulation_stop WHERE state = 'issued'";
    const auto waiting = app.query(open_before);
    const auto kept = app.query(closed);
    const auto out = app.query(issued);
    const auto requests = rows(app, "agenda_request").count();
    record(propose("2018-11-01"));
    EXPECT_NE(waiting, "0");
    EXPECT_EQ(app.query(open_before), "0") << "all have moved";
    EXPECT_EQ(app.query("SELECT COUNT(*) FROM circulation_stop JOIN waited USING (circulation) "
                        "WHERE board = 'OGB'"),
              waiting)
        << "each is at the successor, once";
    EXPECT_EQ(app.query(closed), kept);
    EXPECT_EQ(app.query(issued), out) << "papers that were out stay out";
    EXPECT_EQ(rows(app, "agenda_request").count(), requests);
    const auto tx = app.app().database.begin_write();
    const db::HandOver again{"SOP", "OGB", make_day(2018, 11, 1),
                             workflows::ComingMeetings::hand_over};
    for (const auto& kind : server::succession::hand_over_kinds())
        EXPECT_TRUE(kind.hand_over(*tx, again).empty()) << kind.what;
}

// What the county's own file says of successions works the same, once.
TEST_F(BoardChanges, OfAnImportHandOverToo) {
    add_meeting(app, "late", "JMG-LD", "2018-12-03");
    EXPECT_EQ(server::succession::carry_out_due_changes(app.app()), 5);
    EXPECT_EQ(board_of("meeting", "late"), "JMG-ACSN");
    EXPECT_EQ(rows(app, "circulation_stop", {{"board LIKE", "JMG-__"}}).count(), 4)
        << "the stops of 2016 are history";
    EXPECT_EQ(count_mail(app), 0);
    EXPECT_EQ(server::succession::carry_out_due_changes(app.app()), 0);
    const auto page = app.browser(administrator).get("/changes");
    EXPECT_TRUE(
        page.has("The Learning Disability Joint Management Group will be replaced by the "));
    EXPECT_TRUE(
        app.browser(administrator)
            .get("/changes/" + rows(app, "board_change", {{"board", "JMG-LD"}}).value("batch"))
            .has("Import"));
}

}  // namespace
