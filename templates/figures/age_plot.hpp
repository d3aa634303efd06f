// How long things have been open: a dot for each on a scale of days, and a bar at its target.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "templates/figures/svg.hpp"

namespace templates::figures {

/// More rows are not drawn: the table has them.
inline constexpr std::size_t age_rows_max = 200;
/// Older things stand at the right edge, and their words say how old they are.
inline constexpr int age_days_max = 730;

struct AgeRow {
    std::string label = {};
    int days = 0;                    // open for so long; not negative
    std::optional<int> target = {};  // days from the beginning; none: no day was named
    std::string href = {};
    bool late() const { return target && days > *target; }
};

struct AgePlot {
    std::vector<AgeRow> rows = {};  // in the order in which they stand
};

struct AgeLayout {
    struct Row {
        Point dot;
        std::optional<Point> target;
        std::string words;  // "12 days", "40 days, 5 late"
        Box words_box;
    };
    int width = 0;
    int height = 0;
    int plot_left = 0;
    int plot_right = 0;
    int plot_top = 0;
    int days_max = 0;             // at plot_right
    std::vector<int> ticks = {};  // in days
    std::vector<Row> rows = {};
};
AgeLayout lay_out(const AgePlot& plot);

/// Empty without rows and beyond age_rows_max.
Picture draw(const AgePlot& plot);

/// The smallest of these numbers that at least `percent` of them do not exceed (nearest rank);
/// `numbers` holds one at least.
int percentile(std::vector<int> numbers, int percent);

}  // namespace templates::figures
