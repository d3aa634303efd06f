// The county's real timetable: its counts before and after boards were succeeded, and the hint.
#include "workflows/timetable/timetable.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/workflows/csv_rows.hpp"

namespace workflows {
namespace {

struct County {
    std::vector<TimetableCell> cells;
    std::vector<GroupMember> groups;
    std::vector<Succession> successions;
};

County load_county() {
    County county;
    for (auto& row : csv_rows::read("reporting_timetable.csv"))
        county.cells.push_back({row["report"], row["board_or_group"],
                                from_text<ReportPurpose>(row["purpose"]).value(),
                                from_text<Season>(row["season"]).value()});
    for (auto& row : csv_rows::read("board_groups.csv"))
        county.groups.push_back({row["group"], row["board"]});
    for (auto& row : csv_rows::read("boards.csv"))
        if (!row["succeeded_by"].empty())
            county.successions.push_back(
                {row["code"], row["succeeded_by"], parse_day(row["succeeded_on"]).value()});
    return county;
}

const Day before = make_day(2018, 3, 31);
const Day after = make_day(2018, 4, 1);

std::vector<Obligation> as_of(const County& county, Day day) {
    return expand(county.cells, county.groups, county.successions, day);
}

/// agree, consult, inform; spring, summer, autumn, winter.
std::vector<std::ptrdiff_t> counts(const std::vector<Obligation>& all) {
    std::vector<std::ptrdiff_t> out;
    for (const auto& name : names<ReportPurpose>)
        out.push_back(std::count_if(all.begin(), all.end(),
                                    [&](const auto& one) { return one.purpose == name.value; }));
    for (const auto& name : names<Season>)
        out.push_back(std::count_if(all.begin(), all.end(),
                                    [&](const auto& one) { return one.season == name.value; }));
    return out;
}

TEST(timetable, thirty_one_cells_are_forty_six_obligations) {
    const County county = load_county();
    ASSERT_EQ(county.cells.size(), 31U);
    const auto all = as_of(county, before);
    EXPECT_EQ(all.size(), 46U);
    EXPECT_EQ(counts(all), (std::vector<std::ptrdiff_t>{15, 6, 25, 26, 12, 8, 0}));
}

TEST(timetable, succeeded_boards_pass_theirs_on_and_what_is_equal_merges) {
    const County county = load_county();
    const auto all = as_of(county, after);
    EXPECT_EQ(all.size(), 42U);
    EXPECT_EQ(counts(all), (std::vector<std::ptrdiff_t>{15, 4, 23, 24, 10, 8, 0}));
    for (const Obligation& one : all)
        EXPECT_NE(one.board, "OxSCP");
}

TEST(timetable, follows_successors_of_successors_and_ends_in_a_ring) {
    const std::vector<Succession> chain{
        {"A", "B", before}, {"B", "C", after}, {"X", "Y", before}, {"Y", "X", before}};
    EXPECT_EQ(holder("A", chain, before), "B");
    EXPECT_EQ(holder("A", chain, after), "C");
    EXPECT_EQ(holder("Z", chain, after), "Z");
    EXPECT_TRUE(holder("X", chain, after) == "X" || holder("X", chain, after) == "Y");
}

std::vector<std::string> hits(std::string_view title, std::string_view board) {
    std::vector<std::string> reports;
    for (const Obligation& one : already_in_timetable(title, board, as_of(load_county(), before)))
        reports.push_back(one.report);
    return reports;
}

TEST(timetable, recognises_a_request_for_what_it_already_brings) {
    using Reports = std::vector<std::string>;
    const Reports needs{"Joint Strategic Needs Assessment"};
    EXPECT_EQ(hits("Joint Strategic Needs Assessment", "HWB"), needs);
    EXPECT_EQ(hits("The JOINT strategic-needs assessment, 2018", "JMG-OP"), needs);
    EXPECT_EQ(hits("JSNA refresh", "CT"), needs);
    EXPECT_EQ(hits("Strategic needs assessment", "OSAB"), needs);
    EXPECT_EQ(hits("Joint Strategic Needs Assessment", "CSP-OX"), Reports{});
    EXPECT_EQ(hits("Health & Wellbeing Strategy", "HWB"), Reports{"Health and Wellbeing Strategy"});
    EXPECT_EQ(hits("Children and Young People’s Plan", "OSCB"),
              Reports{"Children and Young People's Plan"});
    EXPECT_EQ(hits("OSAB annual report", "HWB"), Reports{"OSAB Annual Report"})
        << "and not the other board's annual report";
    EXPECT_EQ(hits("Disruption of child exploitation", "HWB"), Reports{});
    EXPECT_EQ(hits("Annual report", "HWB"), Reports{});
    EXPECT_EQ(hits("", "HWB"), Reports{});
    EXPECT_EQ(hits("\xE2\x80", "HWB"), Reports{}) << "a cut-off character does no harm";
}

TEST(timetable, says_so_in_a_sentence) {
    EXPECT_EQ(timetable_hint(
                  {"Joint Strategic Needs Assessment", "CT", ReportPurpose::inform, Season::spring},
                  "Children’s Trust"),
              "The Children’s Trust already receives the Joint Strategic Needs Assessment every "
              "spring, for information.");
}

}  // namespace
}  // namespace workflows
