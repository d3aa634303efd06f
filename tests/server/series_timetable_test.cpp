// What planning the year does for the reporting timetable (protocol 4.4 and appendix B): with the
// imported meetings alone most of 2019 has nowhere to go.
#include <gtest/gtest.h>

#include <algorithm>

#include "db/boards.hpp"
#include "db/county.hpp"
#include "db/meetings.hpp"
#include "db/timetable_settings.hpp"
#include "tests/harness/test_app.hpp"
#include "workflows/meeting.hpp"
#include "workflows/timetable_plan.hpp"
#include "workflows/timetable_sources.hpp"

namespace {

using tests::TestApp;

std::vector<workflows::PlacedObligation> obligations_of_2019(db::ReadTx& tx) {
    std::vector<workflows::PlacedObligation> placed;
    for (const auto& each :
         workflows::expand(db::list_timetable(tx), db::list_groups(tx), db::list_successions(tx),
                           workflows::make_day(2019, 12, 31)))
        placed.push_back({each, each.board, workflows::ObligationState::expected, {}, {}});
    return placed;
}

std::vector<workflows::SlotMeeting> meetings_of(db::ReadTx& tx) {
    std::vector<workflows::SlotMeeting> meetings;
    for (const auto& row : db::list_meetings(tx, {})) {
        if (row.kind != "meeting") continue;
        workflows::SlotMeeting meeting{
            row.id,
            row.board,
            row.planned,
            workflows::from_text<workflows::MeetingState>(row.state).value(),
            {}};
        if (const auto day = row.planned.day()) meeting.papers_by = *day - std::chrono::days{14};
        meetings.push_back(std::move(meeting));
    }
    return meetings;
}

// How many of the year's obligations have a meeting to go to.
std::ptrdiff_t slottable(TestApp& app) {
    const auto tx = app.app().database.begin_read();
    const auto all = obligations_of_2019(*tx);
    EXPECT_EQ(all.size(), 42U);
    const auto meetings = meetings_of(*tx);
    const auto seasons = db::load_seasons(*tx);
    const std::vector<workflows::ReportOrder> orders(workflows::protocol_orders().begin(),
                                                     workflows::protocol_orders().end());
    const auto proposals =
        workflows::propose_slots(all, workflows::precedences(all, orders, seasons),
                                 {2019, workflows::make_day(2018, 11, 5), seasons, meetings});
    return std::count_if(proposals.begin(), proposals.end(),
                         [](const auto& each) { return each.meeting.has_value(); });
}

std::string secretariat_of(TestApp& app, const std::string& board) {
    return app.query("SELECT person FROM membership WHERE board = '" + board +
                     "' AND role = 'secretariat' LIMIT 1");
}

std::vector<workflows::Board> standing_boards(TestApp& app) {
    const auto tx = app.app().database.begin_read();
    auto boards = db::list_boards(*tx);
    std::erase_if(boards, [](const auto& board) { return !board.succeeded_by.empty(); });
    return boards;
}

// Each secretariat takes what the form suggests for its board and what the page of dates ticks.
TEST(SeriesAndTimetable, PlanningTheBoardsOf2019LetsMostReportsBeSlotted) {
    TestApp app;
    EXPECT_EQ(slottable(app), 5) << "only the Health and Wellbeing Board has dates";
    for (const auto& board : standing_boards(app)) {
        auto browser = app.browser(secretariat_of(app, board.code));
        browser.get("/meetings/series?board=" + board.slug);
        const auto dates = browser.submit("/meetings/series");
        ASSERT_EQ(dates.status, 200) << board.code << dates.body;
        if (dates.has("Create 0 meetings")) continue;
        ASSERT_EQ(browser.submit("/meetings/series/dates").status, 200) << board.code;
    }
    EXPECT_EQ(slottable(app), 34);
    EXPECT_EQ(app.query("SELECT COUNT(*) FROM meeting WHERE planned LIKE '2019%' AND kind = "
                        "'meeting' AND state <> 'cancelled'"),
              "70");
    const auto clashes =
        app.browser("hwb-secretariat").get("/clashes.json?from=2019-01-01&to=2019-12-31");
    EXPECT_EQ(clashes.body, "[]");
}

}  // namespace
