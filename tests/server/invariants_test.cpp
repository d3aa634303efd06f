// Whatever happens to meetings, boards and years in whatever order, nothing open is lost: each
// obligation of the timetable stays somebody's, open requests and stops stay open, and a document
// is never said to be round before the last board that still waits for it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "db/circulations.hpp"
#include "db/meetings.hpp"
#include "db/session.hpp"
#include "server/base/jobs.hpp"
#include "server/circulation/circulation_queries.hpp"
#include "server/site/site.hpp"
#include "server/succession/succession_commands.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;
using workflows::Day;

constexpr int events_per_run = 25;

class Events {
  public:
    explicit Events(unsigned seed) : random_(seed) {
        make_administrator(app_, "assistant-chief-executive");
        plan_meetings();
        add_requests();
        add_returns_and_polls();
    }

    // One thing happens; its name, for the message when something was lost.
    std::string next() {
        switch (up_to(8)) {
            case 0:
                return move_meeting();
            case 1:
                return cancel_meeting();
            case 2:
                return confirm_proposals();
            case 3:
                return roll_forward();
            case 4:
                return up_to(2) == 0 ? merge_boards() : pass_days();
            case 5:
                return new_version();
            case 6:
                return refuse();
            default:
                return act_on_stop();
        }
    }

    void check() {
        check_obligations();
        check_requests();
        check_circulation();
        check_answers();
        check_returns_and_polls();
    }

  private:
    int up_to(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
    Day today() { return workflows::to_local(app_.clock().now(), "Europe/London").day; }
    std::string one_of(const std::string& query) {
        return app_.query("SELECT COALESCE((" + query + " LIMIT 1 OFFSET " +
                          std::to_string(up_to(40)) + "), '')");
    }
    std::string coming() {
        return one_of("SELECT id FROM meeting WHERE state = 'confirmed' AND planned > '" +
                      workflows::iso(today()) + "' ORDER BY planned, id");
    }
    std::string secretariat_of(const std::string& board) {
        return app_.query(
            "SELECT COALESCE((SELECT person FROM membership WHERE role = "
            "'secretariat' AND board = '" +
            board + "' LIMIT 1), '')");
    }

    // Each board meets in each season: with the imported meetings alone little could be slotted.
    void plan_meetings() {
        std::string rows;
        int number = 0;
        for (const char* board : {"HWB", "CT", "HIB", "JMG-ACSN", "JMG-BCF", "OSCB", "OSAB", "SOP",
                                  "CSP-SV", "CSP-WO", "CSP-CH", "CSP-OX"}) {
            for (const char* month :
                 {"2019-03", "2019-06", "2019-10", "2020-04", "2020-07", "2020-11"}) {
                ++number;
                rows += (rows.empty() ? "" : ", ") + std::string("('plan") +
                        std::to_string(number) + "', '" + board + "', '" + month + "-" +
                        std::to_string(10 + number % 12) + "', 'confirmed', 'meeting', 'private')";
            }
        }
        write_rows(app_,
                   "INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES " + rows);
    }
    void add_requests() {
        write_rows(
            app_,
            "INSERT INTO agenda_request(id, kind, asking_board, asked_board, title, detail, "
            "purpose, response, consider_by, answer_by, state, created_at, created_by) SELECT "
            "'request-' || code, 'information', 'OSCB', code, 'Title', 'Detail', 'discuss', "
            "'note', '2019-01-10', '2019-02-10', 'sent', 0, 'oscb-chair' FROM board WHERE code IN "
            "('CSP-SV', 'CSP-WO', 'HIB', 'CT')");
    }

    // Some boards drafted their return, and some ask all their members for a date.
    void add_returns_and_polls() {
        write_rows(app_, R"(
            INSERT INTO register_return(board, year, state, due, focus, asked_at, asked_by)
            SELECT code, 2018, CASE WHEN code = 'CSP-WO' THEN 'accepted' ELSE 'drafted' END,
                '2018-12-01', 'Focus of ' || code, 0, 'hwb-secretariat' FROM board
            WHERE code IN ('CSP-SV', 'CSP-WO', 'CSP-CH', 'HIB', 'HWB');
            INSERT INTO date_poll(id, board, title, kind, held_in, starts, ends, whole_board,
                closes_on, state, created_at, created_by)
            SELECT 'poll-' || code, code, 'Title', 'meeting', 'private', '10:00', '11:00', 1,
                '2018-12-01', 'open', 0, 'hwb-secretariat' FROM board
            WHERE code IN ('CSP-SV', 'HIB', 'HWB');
            INSERT INTO date_poll_person(poll, person, board)
            SELECT 'poll-' || board, person, board FROM membership
            WHERE board IN ('CSP-SV', 'HIB', 'HWB') AND role <> 'secretariat'
            ON CONFLICT DO NOTHING;
        )");
        asked_ = app_.query(asked_people);
    }
    // A board says no in its meeting; that day came.
    std::string refuse() {
        const auto id = one_of(
            "SELECT id FROM circulation_stop WHERE state IN ('planned', 'issued') AND board IN "
            "(SELECT code FROM board WHERE succeeded_by IS NULL) ORDER BY id");
        if (id.empty()) return "nobody to refuse";
        const auto number = app_.query(
            "SELECT COALESCE(MAX(number), 0) + 1 FROM case_event WHERE kind = 'stop' AND case_id = "
            "'" +
            id + "'");
        const auto key = "'" + id + "', " + number + ", ";
        write_rows(
            app_,
            "UPDATE circulation_stop SET state = 'not_agreed', comments = 'No' WHERE id = '" + id +
                "'; INSERT INTO case_event(kind, case_id, number, at, actor, event, "
                "from_state, to_state, comment) VALUES ('stop', " +
                key +
                "0, 'x', 'not_agree', 'issued', 'not_agreed', 'No'); INSERT INTO "
                "circulation_answer(stop, number, day, version_label, outcome, comments, person, "
                "board) SELECT " +
                key +
                "'2018-11-01', 'draft 6', 'not_agreed', 'No', 'x', board FROM "
                "circulation_stop WHERE id = '" +
                id + "'");
        const auto board = rows(app_, "circulation_stop", {{"id", id}}).value("board");
        refused_.insert(board);
        return board + " does not agree";
    }
    std::string move_meeting() {
        const auto id = coming();
        if (id.empty()) return "nothing to move";
        const auto day = today() + std::chrono::days(30 + up_to(400));
        auto tx = app_.app().database.begin_write();
        auto meeting = db::find_meeting(*tx, id).value();
        meeting.planned = workflows::PlannedDate(day);
        EXPECT_TRUE(db::move_meeting(*tx, meeting, "Moved"));
        tx->commit();
        return "meeting " + id + " moves to " + workflows::iso(day);
    }
    std::string cancel_meeting() {
        const auto id = coming();
        if (id.empty()) return "nothing to cancel";
        auto tx = app_.app().database.begin_write();
        auto meeting = db::find_meeting(*tx, id).value();
        meeting.state = workflows::MeetingState::cancelled;
        EXPECT_TRUE(db::save_meeting(*tx, meeting));
        tx->commit();
        return "meeting " + id + " is cancelled";
    }
    std::string confirm_proposals() {
        const auto board =
            one_of("SELECT code FROM board WHERE succeeded_by IS NULL ORDER BY code");
        const auto person = secretariat_of(board.empty() ? "HWB" : board);
        if (person.empty()) return "nobody to confirm";
        auto browser = app_.browser(person);
        browser.get("/timetable/proposals?year=" + std::to_string(2019 + up_to(2)));
        if (browser.page().has("action=\"/timetable/proposals\"")) {
            EXPECT_EQ(browser.submit("/timetable/proposals").status, 200);
        }
        return person + " confirms proposals";
    }
    std::string roll_forward() {
        auto browser = app_.browser("hwb-secretariat");
        browser.get("/timetable/roll-forward?year=" + std::to_string(2019 + up_to(2)));
        if (browser.page().has("action=\"/timetable/roll-forward\"")) {
            EXPECT_EQ(browser.submit("/timetable/roll-forward").status, 200);
        }
        return "a year is set up";
    }
    std::string merge_boards() {
        static constexpr std::pair<const char*, const char*> merges[] = {
            {"CSP-SV", "CSP-WO"}, {"CSP-CH", "CSP-OX"}, {"HIB", "HWB"}};
        const auto [from, to] = merges[up_to(3)];
        const auto tx = app_.app().database.begin_write({"assistant-chief-executive", ""});
        server::succession::Succession change;
        change.boards = {from};
        change.successor = to;
        change.on = today();
        change.meetings =
            up_to(2) == 0 ? workflows::ComingMeetings::leave : workflows::ComingMeetings::hand_over;
        const auto batch = server::succession::propose_succession(*tx, change);
        if (!batch) return std::string(from) + " was merged before";
        EXPECT_TRUE(server::succession::record_change(app_.app(), *tx, *batch));
        tx->commit();
        return std::string(from) + " becomes " + to;
    }
    std::string pass_days() {
        app_.clock().set(app_.clock().now() + std::chrono::hours(24 * (1 + up_to(30))));
        server::base::JobRunner(app_.app(), server::site::jobs()).run_pending();
        return "it is " + workflows::iso(today());
    }
    db::CirculationRow circulation(db::ReadTx& tx) { return db::list_circulations(tx).at(0); }
    std::string new_version() {
        const auto tx = app_.app().database.begin_read();
        const auto id = circulation(*tx).id;
        auto browser = app_.browser("hwb-secretariat");
        browser.get("/circulations/" + id);
        const auto action = "/circulations/" + id + "/version";
        if (!browser.page().has("action=\"" + action + "\"")) return "no version";
        browser.submit(action, {{"version_label", "draft " + std::to_string(7 + ++versions_)},
                                {"change", "Words"},
                                {"material", up_to(2) == 0 ? "yes" : "no"}});
        return "a version comes";
    }
    std::string act_on_stop() {
        const auto id = one_of("SELECT id FROM circulation_stop ORDER BY id");
        if (id.empty()) return "no stop";
        const auto round = rows(app_, "circulation_stop", {{"id", id}}).value("circulation");
        auto browser = app_.browser("hwb-secretariat");
        browser.get("/circulations/" + round);
        const auto action = "/stops/" + id + "/issue";
        if (!browser.page().has("action=\"" + action + "\"")) return "nothing to issue";
        browser.submit(action, {{"another_way", "yes"}});
        return "papers are issued";
    }

    // What the cells ask of the boards as they stand, once each; and every row that ever was is
    // still in the grid or beside it, or the successor has that report.
    void check_obligations() {
        const auto tx = app_.app().database.begin_read();
        for (const int year : {2019, 2020}) {
            const auto grid = server::timetable::load_grid(app_.app(), *tx, year);
            const auto expected = server::timetable::load_timetable(*tx, year).obligations;
            ASSERT_EQ(grid.timetable.obligations, expected);
            ASSERT_EQ(grid.rows.size(), expected.size());
            std::set<std::string> present;
            std::set<std::pair<std::string, std::string>> reports;
            const auto note = [&](const db::ObligationRow& row) {
                if (!row.id.empty()) {
                    EXPECT_TRUE(present.insert(row.id).second) << "twice";
                }
                reports.emplace(row.what.report, workflows::to_text(row.what.purpose));
            };
            std::ranges::for_each(grid.rows, note);
            std::ranges::for_each(grid.others, note);
            for (const auto& row : db::list_obligations(*tx, year)) {
                EXPECT_TRUE(present.contains(row.id)) << row.what.report << " " << row.what.board;
                known_[row.id] = {year, row.what};
            }
            for (const auto& [id, what] : known_) {
                if (what.first != year) continue;
                EXPECT_TRUE(reports.contains(
                    {what.second.report, std::string(workflows::to_text(what.second.purpose))}))
                    << what.second.report << " is lost";
            }
        }
    }
    void check_requests() {
        EXPECT_EQ(rows(app_, "agenda_request", {{"state", "sent"}}).count(), 4);
    }
    void check_circulation() {
        const auto tx = app_.app().database.begin_read();
        const auto status =
            server::circulation::circulation_status(app_.app(), *tx, circulation(*tx));
        const auto& projection = status.projection;
        for (std::size_t i = 0; i < status.rows.size(); ++i) {
            if (workflows::is_outcome(status.stops[i].state)) continue;
            const auto& forecast = projection.stops.at(i);
            EXPECT_GE(projection.not_before, forecast.day) << status.rows[i].board;
            if (projection.finish) {
                EXPECT_TRUE(forecast.known) << status.rows[i].board;
                EXPECT_GE(*projection.finish, forecast.day) << status.rows[i].board;
                EXPECT_GE(*projection.finish, status.today);
            }
        }
    }

    // Who said no is still said to have said it, and the no still stands in the way.
    void check_answers() {
        for (const auto& board : refused_) {
            EXPECT_NE(rows(app_, "circulation_answer",
                           {{"outcome", "not_agreed"}, {"standing", "1"}, {"board", board}})
                          .count(),
                      0)
                << board;
        }
        const auto blocking =
            app_.query("SELECT COUNT(*) > 0 FROM circulation_stop WHERE state = 'not_agreed'");
        EXPECT_EQ(blocking, refused_.empty() ? "0" : "1");
        EXPECT_EQ(app_.query("SELECT COUNT(*) FROM circulation_stop s JOIN board b ON b.code = "
                             "s.board WHERE s.state = 'not_agreed' AND b.succeeded_by IS NOT NULL "
                             "AND b.succeeded_on <= '" +
                             workflows::iso(today()) + "'"),
                  "0")
            << "whose board is gone";
    }
    void check_returns_and_polls() {
        EXPECT_EQ(rows(app_, "register_return", {{"focus <>", ""}}).count_different("focus"), 5)
            << "what was written";
        EXPECT_EQ(rows(app_, "date_poll", {{"state", "open"}}).count(), 3);
        EXPECT_EQ(app_.query(asked_people), asked_);
        EXPECT_EQ(app_.query("SELECT COUNT(*) FROM date_poll WHERE whole_board = 1 AND id <> "
                             "'poll-' || board"),
                  "0")
            << "asks the members of another board";
    }

    static constexpr const char* asked_people =
        "SELECT GROUP_CONCAT(poll || person) FROM (SELECT poll, person FROM date_poll_person ORDER "
        "BY poll, person)";
    std::string asked_;
    std::set<std::string> refused_;  // boards, as they were called then
    std::mt19937 random_;
    TestApp app_;
    std::map<std::string, std::pair<int, workflows::Obligation>> known_;
    int versions_ = 0;
};

class Invariants : public testing::TestWithParam<unsigned> {};

TEST_P(Invariants, HoldAfterEachEvent) {
    Events events(GetParam());
    std::string story;
    events.check();
    for (int i = 0; i < events_per_run && !testing::Test::HasFailure(); ++i) {
        story += events.next() + "\n";
        SCOPED_TRACE(story);
        events.check();
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Invariants, testing::Range(1U, 13U));

}  // namespace
