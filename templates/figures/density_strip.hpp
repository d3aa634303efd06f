// How full the weeks of a year are: a column of small squares for each week, a square for each
// meeting.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "templates/figures/svg.hpp"
#include "templates/figures/time_axis.hpp"

namespace templates::figures {

struct StripDay {
    Day day = {};
    int meetings = 0;
    bool clash = false;  // somebody is wanted twice
};

struct DensityStrip {
    int year = 0;
    std::vector<StripDay> days = {};  // of this year, in any order; others are left out
    std::optional<Day> today = {};
};

struct StripLayout {
    struct Week {
        int x = 0;  // left edge of its column
        int meetings = 0;
        bool clash = false;
    };
    int width = 0;
    int height = 0;
    int base = 0;             // where the columns stand
    int unit = 0;             // height of one meeting, so that the fullest week fits
    std::vector<Week> weeks;  // from the week of 1 January, Monday to Sunday
};
StripLayout lay_out(const DensityStrip& strip);

/// Empty without a meeting in the year.
Picture draw(const DensityStrip& strip);

}  // namespace templates::figures
