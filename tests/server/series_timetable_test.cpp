// What planning the year does for the reporting timetable (protocol 4.4 and appendix B): with the
// imported meetings alone most of 2019 has nowhere to go.
#include <gtest/gtest.h>

#include <algorithm>

#include "db/boards.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"
#include "workflows/timetable/words.hpp"

namespace {

using tests::TestApp;

// How many of the year's obligations have a meeting to go to; what would mend the others.
std::ptrdiff_t slottable(TestApp& app, std::string* mend = nullptr) {
    const auto tx = app.app().database.begin_read();
    const auto grid = server::timetable::load_grid(app.app(), *tx, 2019);
    EXPECT_EQ(grid.rows.size(), 42U);
    std::ptrdiff_t found = 0;
    for (std::size_t i = 0; i < grid.proposals.size(); ++i) {
        found += grid.proposals[i].meeting ? 1 : 0;
        if (mend != nullptr && !grid.proposals[i].meeting)
            *mend += grid.placed[i].what.report + ": " + grid.status[i].words + "\n";
    }
    return found;
}

std::string secretariat_of(TestApp& app, const std::string& board) {
    return holder_of(app, board, "secretariat");
}

std::vector<workflows::Board> standing_boards(TestApp& app) {
    const auto tx = app.app().database.begin_read();
    auto boards = db::list_boards(*tx);
    std::erase_if(boards, [](const auto& board) { return !board.succeeded_by.empty(); });
    return boards;
}

void plan_meeting(TestApp& app, const std::string& board, tests::Fields fields) {
    auto browser = app.browser(secretariat_of(app, board));
    browser.get("/meetings/new?board=" + slug_of(app, board));
    fields.push_back({"date-year", "2019"});
    EXPECT_EQ(browser.submit("/meetings/new", fields).status, 200) << browser.page().body;
}

// Each secretariat takes what the form suggests for its board and what the page of dates ticks.
TEST(SeriesAndTimetable, PlanningTheYearAndMendingWhatIsLeftSlotsEveryReport) {
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
    std::string mend;
    EXPECT_EQ(slottable(app, &mend), 37);
    EXPECT_EQ(
        mend,
        "CSP Community Safety Plans: " +
            workflows::timetable::words::none_after("March to May 2019", "Thursday 25 April 2019") +
            "\n" + "Health and Wellbeing Strategy: " +
            workflows::timetable::words::none_after("June to August 2019",
                                                    "Thursday 25 July 2019") +
            "\n" + "Joint Strategic Needs Assessment: " +
            workflows::timetable::words::none_after("March to May 2019", "Thursday 21 March 2019") +
            "\n" + "OSAB Annual Report: " +
            workflows::timetable::words::none_after("September to December 2019",
                                                    "Wednesday 16 October 2019") +
            "\n" + "OxSCP Annual Report: " +
            workflows::timetable::words::no_meeting("June to August 2019") + "\n");
    EXPECT_EQ(rows(app, "meeting",
                   {{"planned LIKE", "2019%"}, {"kind", "meeting"}, {"state <>", "cancelled"}})
                  .count(),
              71);
    const auto clashes =
        app.browser("hwb-secretariat").get("/clashes.json?from=2019-01-01&to=2019-12-31");
    EXPECT_EQ(clashes.body, "[]");
    // What the grid says would mend them, done: every report of the year has somewhere to go.
    plan_meeting(app, "SOP", {{"date-day", "9"}, {"date-month", "5"}});
    plan_meeting(app, "SOP", {{"date-day", "13"}, {"date-month", "6"}});
    plan_meeting(app, "SOP", {{"date-day", "14"}, {"date-month", "11"}});
    plan_meeting(app, "HWB", {{"date-day", "1"}, {"date-month", "8"}});
    mend.clear();
    EXPECT_EQ(slottable(app, &mend), 42) << mend;
}

}  // namespace
