// The timetable as a matrix: appendix B of the protocol looked at as a picture; cells as numbers.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "templates/figures/timetable_matrix.hpp"
#include "tests/templates/figures_fixture.hpp"

namespace {

using namespace templates::figures;

// A line of the file as its fields; reports are quoted where they hold commas.
std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            fields.emplace_back();
        } else if (c != '\r') {
            fields.back() += c;
        }
    }
    return fields;
}

std::size_t index_in(std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    names.push_back(name);
    return names.size() - 1;
}

TimetableMatrix appendix_b() {
    TimetableMatrix matrix;
    std::ifstream file(std::string(SHIREMOOT_SOURCE_DIR) +
                       "/db/demo/oxfordshire/reporting_timetable.csv");
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const auto fields = fields_of(line);
        MatrixEntry entry;
        entry.report = index_in(matrix.reports, fields.at(0));
        entry.board = index_in(matrix.boards, fields.at(1));
        entry.mark = fields.at(2) == "agree"     ? ReportMark::agree
                     : fields.at(2) == "consult" ? ReportMark::consult
                                                 : ReportMark::inform;
        entry.season = fields.at(3);
        if (matrix.entries.size() % 5 == 0) entry.status = "on agenda";
        entry.href = "/obligations/o" + std::to_string(matrix.entries.size());
        matrix.entries.push_back(std::move(entry));
    }
    return matrix;
}

TEST(TimetableMatrix, LooksAsItDid) {
    figures_test::expect_golden("timetable_matrix", draw(appendix_b()));
}

TEST(TimetableMatrix, HasACellForEachOfThirtyOneEntries) {
    const auto matrix = appendix_b();
    ASSERT_EQ(matrix.entries.size(), 31U);
    EXPECT_EQ(matrix.reports.size(), 11U);
    const auto layout = lay_out(matrix);
    figures_test::expect_no_overlap(layout.entries);
    figures_test::expect_inside(layout.entries, draw(matrix));
    for (std::size_t i = 0; i < matrix.entries.size(); ++i) {
        const auto& entry = matrix.entries[i];
        EXPECT_GE(layout.entries[i].left, layout.columns[entry.board]);
        EXPECT_LE(layout.entries[i].right, layout.columns[entry.board + 1]);
        EXPECT_GE(layout.entries[i].top, layout.rows[entry.report]);
        EXPECT_LE(layout.entries[i].bottom, layout.rows[entry.report + 1]);
    }
}

TEST(TimetableMatrix, StacksTwoEntriesOfOneCell) {
    const TimetableMatrix matrix{{"Plan"},
                                 {"HWB"},
                                 {{0, 0, ReportMark::consult, "Spring", "", ""},
                                  {0, 0, ReportMark::agree, "Autumn", "late", ""}}};
    const auto layout = lay_out(matrix);
    EXPECT_LE(layout.entries[0].bottom, layout.entries[1].top);
    EXPECT_LE(layout.entries[1].bottom, layout.rows[1]);
}

TEST(TimetableMatrix, OfNothingIsNothingAndOfOneIsOne) {
    EXPECT_TRUE(draw(TimetableMatrix{}).empty());
    EXPECT_TRUE(draw(TimetableMatrix{{"Plan"}, {}, {}}).empty());
    EXPECT_FALSE(draw(TimetableMatrix{{"Plan"}, {"HWB"}, {}}).empty());
}

TEST(TimetableMatrix, TakesAThousandCellsAndNoMore) {
    TimetableMatrix matrix;
    for (int i = 0; i < 40; ++i)
        matrix.reports.push_back("Report " + std::to_string(i));
    for (int i = 0; i < 25; ++i)
        matrix.boards.push_back("B" + std::to_string(i));
    for (std::size_t i = 0; i < 200; ++i)
        matrix.entries.push_back({i % 40, i % 25, ReportMark::inform, "Spring", "", "/o"});
    const auto picture = draw(matrix);
    ASSERT_FALSE(picture.empty());
    EXPECT_LT(picture.marks.size(), 200U * 1024U);
    figures_test::expect_no_overlap(lay_out(matrix).entries);
    matrix.boards.emplace_back("B25");
    EXPECT_TRUE(draw(matrix).empty());
}

TEST(TimetableMatrix, KeepsHostileNamesInTheirPlace) {
    const std::string bad(figures_test::hostile);
    const TimetableMatrix matrix{
        {bad, std::string(4000, 'W')}, {bad}, {{0, 0, ReportMark::agree, bad, bad, bad}}};
    figures_test::expect_only_our_marks(draw(matrix));
}

}  // namespace
