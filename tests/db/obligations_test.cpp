// Obligations of the timetable and what a county says of it: kept, refused, handed over.
#include "db/obligations.hpp"

#include <gtest/gtest.h>

#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/county.hpp"
#include "db/timetable_settings.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

using workflows::Code;
using workflows::ObligationState;
using workflows::ReportPurpose;
using workflows::Season;

class Obligations : public testing::Test {
  protected:
    Obligations() : tx_(temporary_.database().begin_write({"officer", ""})) {
        for (const char* code : {"OLD", "NEW"}) {
            workflows::Board board;
            board.code = code;
            board.slug = std::string(code) + "-slug";
            board.name = code;
            EXPECT_TRUE(db::insert_board(*tx_, board));
        }
    }
    db::ObligationRow add(const std::string& board, const std::string& report,
                          ObligationState state = ObligationState::expected, int year = 2019) {
        db::ObligationRow row;
        row.year = year;
        row.what = {report, board, ReportPurpose::inform, Season::spring};
        row.state = state;
        return db::insert_obligation(*tx_, row).value();
    }
    tests::TemporaryDatabase temporary_;
    std::unique_ptr<db::WriteTx> tx_;
};

TEST_F(Obligations, OneOfEachKindIsKeptWithItsHistory) {
    auto row = add("OLD", "Plan");
    EXPECT_EQ(db::insert_obligation(*tx_, row).error().code, Code::conflict);
    row.state = ObligationState::response_due;
    row.meeting = "m1";
    row.item = "i1";
    row.version_label = "draft 2";
    row.respond_by = workflows::make_day(2019, 6, 1);
    ASSERT_TRUE(db::save_obligation(*tx_, row));
    EXPECT_EQ(db::save_obligation(*tx_, row).error().code, Code::stale);
    const auto kept = db::find_obligation(*tx_, 2019, "Plan", "OLD", ReportPurpose::inform);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->what, row.what);
    EXPECT_EQ(kept->state, row.state);
    EXPECT_EQ(kept->version_label, "draft 2");
    EXPECT_EQ(kept->respond_by, workflows::make_day(2019, 6, 1));
    EXPECT_EQ(kept->version, 2);
    EXPECT_EQ(db::find_obligation_of_item(*tx_, "i1")->id, row.id);
    EXPECT_FALSE(db::find_obligation_of_item(*tx_, ""));
    EXPECT_EQ(db::list_obligations_at(*tx_, "m1").size(), 1U);
    EXPECT_EQ(db::list_obligations(*tx_, 2019).size(), 1U);
    EXPECT_TRUE(db::list_obligations(*tx_, 2020).empty());
    db::append_case_event(
        *tx_, db::CaseKind::obligation, row.id,
        {.event = "slot", .from_state = "expected", .to_state = "slotted", .meeting = "m1"});
    const auto events = db::list_case_events(*tx_, db::CaseKind::obligation, row.id);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].number, 1);
    EXPECT_EQ(events[0].actor, "officer");
}

TEST_F(Obligations, OnesThatAreOpenPassToAnotherBoardAndBecomeOne) {
    add("OLD", "Plan", ObligationState::informed);
    const auto stays = add("OLD", "Report", ObligationState::slotted);
    const auto goes = add("NEW", "Report", ObligationState::expected);
    const auto open = db::list_open_obligations_of(*tx_, "OLD");
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].id, stays.id);
    const auto happens = [&](const db::ObligationRow& row, const std::string& what) {
        db::append_case_event(*tx_, db::CaseKind::obligation, row.id, {.event = what});
    };
    happens(stays, "slot");
    happens(goes, "expect");
    happens(goes, "expect");
    happens(goes, "expect");
    db::join_obligations(*tx_, stays, goes);
    EXPECT_FALSE(db::find_obligation(*tx_, goes.id));
    db::pass_obligation_on(*tx_, stays, "NEW", "OLD to NEW");
    EXPECT_EQ(db::load_obligation(*tx_, stays.id)->what.board, "NEW");
    EXPECT_EQ(db::load_obligation(*tx_, stays.id)->state, ObligationState::slotted);
    std::string story;
    for (const auto& event : db::list_case_events(*tx_, db::CaseKind::obligation, stays.id))
        story += event.event + " " + event.comment + ";";
    EXPECT_EQ(story, "expect ;expect ;expect ;slot ;hand_over OLD to NEW;");
    EXPECT_TRUE(db::list_open_obligations_of(*tx_, "OLD").empty());
}

TEST_F(Obligations, SeasonsReportsAndOrdersHaveDefaultsUntilTheCountySaysOtherwise) {
    EXPECT_EQ(db::load_seasons(*tx_), workflows::default_seasons());
    auto seasons = workflows::default_seasons();
    seasons[2].last_month = 11;
    seasons[3].first_month = 12;
    db::save_seasons(*tx_, seasons);
    EXPECT_EQ(db::load_seasons(*tx_), seasons);

    ASSERT_EQ(db::list_report_orders(*tx_).size(), 1U);
    const auto order = db::list_report_orders(*tx_).front();
    db::save_report_order(*tx_, {"Plan", "OLD", "NEW", "2.14"}, true);
    EXPECT_EQ(db::list_report_orders(*tx_).size(), 2U);
    db::save_report_order(*tx_, order, false);
    EXPECT_EQ(db::list_report_orders(*tx_).front().report, "Plan");

    ASSERT_TRUE(db::save_report_setting(*tx_, {"Plan", "OLD", "officer", 0}));
    EXPECT_EQ(db::save_report_setting(*tx_, {"Plan", "", "", 0}).error().code, Code::stale);
    ASSERT_TRUE(db::save_report_setting(*tx_, {"Plan", "NEW", "", 1}));
    EXPECT_EQ(db::list_report_settings(*tx_).front().owner, "NEW");
}

TEST_F(Obligations, ContradictionsAreThoseOfTheTimetableAndStayWhenSettled) {
    EXPECT_TRUE(db::list_contradictions(*tx_).empty());
    ASSERT_TRUE(db::insert_timetable_cell(
        *tx_, {"OxSCP Community Safety Agreement", "OLD", ReportPurpose::inform, Season::spring}));
    auto rows = db::list_contradictions(*tx_);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].what.sources.size(), 2U);
    EXPECT_FALSE(rows[0].settled_at);
    rows[0].settled_at = tx_->now();
    rows[0].settled_by = "officer";
    rows[0].reason = "The partnerships agreed to be informed.";
    db::save_contradiction(*tx_, rows[0]);
    db::save_contradiction(*tx_,
                           {{"", "Plan", "They differ.", {{"1", "a"}, {"2", "b"}}}, {}, {}, {}});
    rows = db::list_contradictions(*tx_);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_TRUE(rows[0].settled_at);
    EXPECT_EQ(rows[0].what, workflows::protocol_contradictions().front());
    EXPECT_EQ(rows[1].what.sources.back().says, "b");
}

}  // namespace
