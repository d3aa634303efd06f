// Reports by boards: in each cell what the board does with the report, in which season, and how far
// it has got. Words first; the marks only help to find them again.
#pragma once

#include <string>
#include <vector>

#include "templates/figures/svg.hpp"

namespace templates::figures {

/// More cells (reports times boards) are not drawn: the grid has them.
inline constexpr std::size_t matrix_cells_max = 1000;

enum class ReportMark : std::uint8_t { agree, consult, inform };

struct MatrixEntry {
    std::size_t report = 0;  // index of its row
    std::size_t board = 0;   // index of its column
    ReportMark mark = ReportMark::inform;
    std::string season = {};  // "Spring"
    std::string status = {};  // "on agenda", "late"; empty: not said
    std::string href = {};
};

struct TimetableMatrix {
    std::vector<std::string> reports = {};
    std::vector<std::string> boards = {};   // codes
    std::vector<MatrixEntry> entries = {};  // in the order in which a cell shows them
};

struct MatrixLayout {
    int width = 0;
    int height = 0;
    std::vector<int> columns;  // left edges of the boards, and the right edge of the last
    std::vector<int> rows;     // tops of the reports, and the bottom of the last
    std::vector<Box> entries;  // as in the matrix
};
MatrixLayout lay_out(const TimetableMatrix& matrix);

/// Empty without reports or boards and beyond matrix_cells_max.
Picture draw(const TimetableMatrix& matrix);

}  // namespace templates::figures
