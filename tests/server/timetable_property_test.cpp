// Whatever happens in whatever order, no obligation of a year is lost: random steps, meetings that
// are moved and cancelled, boards that are merged, years that are set up again.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "db/board_changes.hpp"
#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/meetings.hpp"
#include "server/succession/hand_over_obligations.hpp"
#include "server/timetable/obligation_item_commands.hpp"
#include "server/timetable/timetable_queries.hpp"
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

    /// How many obligations became one with another.
    int run() {
        for (int i = 0; i < events_of_a_run; ++i) {
            const auto tx = app_.app().database.begin_write({"hwb-secretariat", ""});
            happen(*tx);
            check(*tx, i);
            tx->commit();
            if (testing::Test::HasFailure()) return 0;
        }
        EXPECT_GT(begun_.size(), 10U) << "a run in which little happened";
        return joined_;
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
        row.state = workflows::MeetingState::confirmed;
        db::insert_meeting(tx, row).value();
    }

    void happen(db::WriteTx& tx) {
        const auto what = pick(20);
        if (what == 0) return merge(tx);
        if (what == 1) return set_up(tx);
        if (what < 5) return change_meeting(tx);
        take_step(tx);
    }

    server::timetable::TimetableGrid grid(db::ReadTx& tx) {
        return server::timetable::load_grid(app_.app(), tx, year);
    }

    db::ObligationRow begin(db::WriteTx& tx, const db::ObligationRow& row) {
        if (!row.id.empty()) return row;
        const auto begun = db::insert_obligation(tx, row).value();
        begun_.insert(begun.id);
        return begun;
    }

    void set_up(db::WriteTx& tx) {
        for (const auto& row : grid(tx).rows)
            if (pick(4) == 0) begin(tx, row);
    }

    void change_meeting(db::WriteTx& tx) {
        auto meetings = db::list_meetings(tx, {.from = workflows::make_day(2018, 12, 1)});
        auto& meeting = meetings[pick(meetings.size())];
        if (pick(2) == 0) {
            meeting.planned = some_day();
        } else {
            meeting.state = meeting.state == workflows::MeetingState::cancelled
                                ? workflows::MeetingState::confirmed
                                : workflows::MeetingState::cancelled;
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
        if (decision->item != workflows::ObligationItem::stays || is_off(row.state)) {
            server::timetable::take_item_off(tx, row.item);
            row.meeting.clear();
            row.item.clear();
        }
        if (command.event == ObligationEvent::slot) place(tx, row, facts.chosen->id);
        db::save_obligation(tx, row).value();
        db::append_case_event(tx, db::CaseKind::obligation, row.id,
                              {.event = std::string(workflows::to_text(command.event))});
    }

    static bool is_off(ObligationState state) {
        return state == ObligationState::waived || state == ObligationState::missed;
    }

    static void place(db::WriteTx& tx, db::ObligationRow& row, const std::string& meeting) {
        db::AgendaItemRow item;
        item.meeting = meeting;
        item.title = row.what.report;
        row.meeting = meeting;
        row.item = db::insert_item(tx, item).id;
    }

    using What = std::pair<std::string, workflows::ReportPurpose>;
    using OfBoard = std::map<What, db::ObligationRow>;

    static OfBoard of_board(db::ReadTx& tx, const std::string& board) {
        OfBoard rows;
        for (const auto& row : db::list_obligations(tx, year)) {
            if (row.what.board != board) continue;
            EXPECT_TRUE(rows.emplace(What{row.what.report, row.what.purpose}, row).second);
        }
        return rows;
    }

    // By hand, not by the rule that is tested: how much a board has behind it.
    static int rank(ObligationState state) {
        switch (state) {
            case ObligationState::waived:
            case ObligationState::missed:
                return 0;
            case ObligationState::expected:
            case ObligationState::slotted:
            case ObligationState::prepared:
            case ObligationState::delivered:
                return 1 + static_cast<int>(state);
            case ObligationState::response_due:
                return 9;
            default:
                return 8;
        }
    }

    static std::size_t lines(db::ReadTx& tx) {
        std::size_t count = 0;
        for (const auto& row : db::list_obligations(tx, year))
            for (const auto& event : db::list_case_events(tx, db::CaseKind::obligation, row.id))
                count += event.event == "hand_over" ? 0U : 1U;
        return count;
    }

    // What was open of either is at the successor, once, as far as the one that was further.
    void check_merged(db::ReadTx& tx, const OfBoard& gone, const OfBoard& there,
                      const std::string& to) {
        const auto now = of_board(tx, to);
        for (const auto& [what, row] : there)
            EXPECT_TRUE(now.contains(what)) << what.first;
        for (const auto& [what, row] : gone) {
            const auto kept = db::find_obligation(tx, row.id);
            if (!workflows::is_open(row.state)) {
                EXPECT_EQ(kept->what.board, row.what.board) << "what is settled is history";
                continue;
            }
            ASSERT_TRUE(now.contains(what)) << what.first;
            const auto other = there.find(what);
            const auto others = other == there.end() ? -1 : rank(other->second.state);
            const auto& stays = now.at(what);
            EXPECT_EQ(rank(stays.state), std::max(rank(row.state), others)) << what.first;
            const auto& from = stays.id == row.id ? row : other->second;
            EXPECT_EQ(stays.item, from.item);
            EXPECT_EQ(stays.meeting, from.meeting);
            if (other == there.end()) continue;
            ++joined_;
            const auto& lost = stays.id == row.id ? other->second : row;
            EXPECT_FALSE(db::find_obligation(tx, lost.id));
            begun_.erase(lost.id);
        }
    }

    // Whether both have begun with one report, which most pairs of boards have not.
    static bool share(db::ReadTx& tx, const std::string& from, const std::string& to) {
        const auto there = of_board(tx, to);
        return from != to && std::ranges::any_of(of_board(tx, from), [&](const auto& one) {
                   return workflows::is_open(one.second.state) && there.contains(one.first);
               });
    }

    void merge(db::WriteTx& tx) {
        const auto boards = db::list_boards(tx);
        auto from = boards[pick(boards.size())];
        auto to = boards[pick(boards.size())];
        for (int i = 0; i < 40 && !share(tx, from.code, to.code); ++i) {
            from = boards[pick(boards.size())];
            to = boards[pick(boards.size())];
        }
        if (!from.succeeded_by.empty() || !to.succeeded_by.empty() || from.code == to.code) return;
        from.succeeded_by = to.code;
        from.succeeded_on = workflows::make_day(2019, 2, 1);
        if (!db::save_board(tx, from)) return;
        const auto gone = of_board(tx, from.code);
        const auto there = of_board(tx, to.code);
        const auto before = lines(tx);
        const db::HandOver change{from.code, to.code, workflows::make_day(2019, 2, 1)};
        db::hand_over_meetings(tx, change);
        server::succession::hand_over_obligations(tx, change);
        EXPECT_EQ(lines(tx), before) << "no history is lost";
        check_merged(tx, gone, there, to.code);
    }

    // No agenda to come has a report that nobody brings, or one board a report twice.
    void check_agendas(db::ReadTx& tx) {
        std::set<std::pair<std::string, What>> seen;
        for (const auto& meeting : db::list_meetings(tx, {})) {
            if (meeting.state != workflows::MeetingState::confirmed) continue;
            for (const auto& item : db::list_items(tx, meeting.id)) {
                if (item.struck) continue;
                const auto row = db::find_obligation_of_item(tx, item.id);
                ASSERT_TRUE(row) << item.title << " is on an agenda for nothing";
                if (!workflows::is_open(row->state)) continue;
                const What what{row->what.report, row->what.purpose};
                EXPECT_TRUE(seen.emplace(row->what.board, what).second)
                    << row->what.board << " has " << item.title << " twice";
            }
        }
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
        check_agendas(tx);
    }

    TestApp app_;
    std::mt19937 random_;
    std::set<std::string> begun_;
    int joined_ = 0;
};

TEST(TimetableProperty, NoObligationIsLostWhateverHappens) {
    int joined = 0;
    for (unsigned seed = 1; seed <= runs; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        joined += RandomYear(seed).run();
        if (HasFailure()) return;
    }
    EXPECT_GT(joined, 10) << "boards merged with little in common";
}

}  // namespace
