// Whatever happens in whatever order, no obligation of a year is lost: random steps, meetings that
// are moved and cancelled, boards that are merged, years that are set up again.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/timetable.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;
using workflows::ObligationEvent;
using workflows::ObligationState;

constexpr int year = 2019;
constexpr int runs = 6;
constexpr int events_of_a_run = 150;

class RandomYear {
  public:
    explicit RandomYear(unsigned seed) : random_(seed) {
        const auto tx = app_.app().database.begin_write({"hwb-secretariat", ""});
        for (const auto& board : db::list_boards(*tx))
            for (int i = 0; i < 3; ++i)
                plan(*tx, board.code);
        tx->commit();
    }

    void run() {
        for (int i = 0; i < events_of_a_run; ++i) {
            const auto tx = app_.app().database.begin_write({"hwb-secretariat", ""});
            happen(*tx);
            check(*tx, i);
            tx->commit();
            if (testing::Test::HasFailure()) return;
        }
        EXPECT_GT(begun_.size(), 10U) << "a run in which little happened";
    }

  private:
    std::size_t pick(std::size_t count) { return random_() % count; }
    workflows::Day some_day() {
        return workflows::make_day(2018, 12, 1) + std::chrono::days(pick(400));
    }

    void plan(db::WriteTx& tx, const std::string& board) {
        db::MeetingRow row;
        row.board = board;
        row.planned = some_day();
        row.state = "confirmed";
        db::insert_meeting(tx, row).value();
    }

    void happen(db::WriteTx& tx) {
        const auto what = pick(20);
        if (what == 0) return merge(tx);
        if (what == 1) return set_up(tx);
        if (what < 5) return change_meeting(tx);
        take_step(tx);
    }

    server::TimetableGrid grid(db::ReadTx& tx) { return server::load_grid(app_.app(), tx, year); }

    db::ObligationRow begin(db::WriteTx& tx, const db::ObligationRow& row) {
        if (!row.id.empty()) return row;
        const auto begun = db::insert_obligation(tx, row).value();
        begun_.insert(begun.id);
        return begun;
    }

    void set_up(db::WriteTx& tx) {
        for (const auto& row : grid(tx).rows)
            if (pick(8) == 0) begin(tx, row);
    }

    void change_meeting(db::WriteTx& tx) {
        auto meetings = db::list_meetings(tx, {.from = workflows::make_day(2018, 12, 1)});
        auto& meeting = meetings[pick(meetings.size())];
        if (pick(2) == 0) {
            meeting.planned = some_day();
        } else {
            meeting.state = meeting.state == "cancelled" ? "confirmed" : "cancelled";
        }
        db::save_meeting(tx, meeting).value();
    }

    // By the table alone, as pages do it; a refusal changes nothing.
    void take_step(db::WriteTx& tx) {
        const auto now = grid(tx);
        const auto i = pick(now.rows.size());
        workflows::ObligationCommand command;
        command.event =
            workflows::names<ObligationEvent>[pick(workflows::names<ObligationEvent>.size())].value;
        command.comment = "Reason";
        command.version_label = "draft 1";
        command.respond_by = workflows::make_day(2020, 1, 1);
        workflows::ObligationFacts facts{.today = some_day(), .actor = {true, false}};
        facts.purpose = now.placed[i].what.purpose;
        facts.season = workflows::season_window(now.seasons, now.placed[i].what.season, year);
        facts.meeting = now.placed[i].meeting;
        facts.chosen = now.proposals[i].meeting;
        const auto decision = workflows::decide(now.rows[i].state, command, facts);
        if (!decision) return;
        auto row = begin(tx, now.rows[i]);
        row.state = decision->to;
        if (command.event == ObligationEvent::slot) row.meeting = facts.chosen->id;
        if (decision->item == workflows::ObligationItem::removed) row.meeting.clear();
        db::save_obligation(tx, row).value();
    }

    void merge(db::WriteTx& tx) {
        const auto boards = db::list_boards(tx);
        auto from = boards[pick(boards.size())];
        const auto& to = boards[pick(boards.size())];
        if (!from.succeeded_by.empty() || !to.succeeded_by.empty() || from.code == to.code) return;
        from.succeeded_by = to.code;
        from.succeeded_on = "2019-02-01";
        if (!db::save_board(tx, from)) return;
        // An untouched row of the successor gives way to one that is further on.
        std::set<std::string> untouched;
        for (const auto& row : db::list_obligations(tx, year))
            if (row.what.board == to.code && row.state == ObligationState::expected)
                untouched.insert(row.id);
        db::hand_over_obligations(tx, from.code, to.code);
        for (const auto& id : untouched)
            if (!db::find_obligation(tx, id)) begun_.erase(id);
    }

    void check(db::WriteTx& tx, int i) {
        const auto now = grid(tx);
        ASSERT_EQ(now.rows.size(), now.timetable.obligations.size());
        ASSERT_EQ(now.status.size(), now.rows.size());
        std::set<std::string> seen;
        for (const auto& row : now.rows) {
            if (row.id.empty()) continue;
            EXPECT_TRUE(seen.insert(row.id).second);
        }
        for (const auto& row : now.others)
            EXPECT_TRUE(seen.insert(row.id).second);
        EXPECT_EQ(seen, begun_) << "after event " << i;
        for (std::size_t at = 0; at < now.status.size(); ++at)
            EXPECT_FALSE(now.status[at].words.empty());
        for (const auto& proposal : now.proposals) {
            if (!proposal.meeting) continue;
            EXPECT_TRUE(workflows::check_slot(*proposal.meeting, now.today));
        }
    }

    TestApp app_;
    std::mt19937 random_;
    std::set<std::string> begun_;
};

TEST(TimetableProperty, NoObligationIsLostWhateverHappens) {
    for (unsigned seed = 1; seed <= runs; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        RandomYear(seed).run();
        if (HasFailure()) return;
    }
}

}  // namespace
