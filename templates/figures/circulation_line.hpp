// One document on its way round the boards, drawn as a line with a stop at each: x is the date, y
// the board in the order in which the line first calls there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "templates/figures/svg.hpp"
#include "templates/figures/time_axis.hpp"

namespace templates::figures {

/// More stops are not drawn: the table has them.
inline constexpr std::size_t line_stops_max = 200;

enum class StopShape : std::uint8_t {
    agreed,
    noted,    // or consulted: an outcome that agrees to nothing
    amended,  // agreed with comments
    not_agreed,
    silent,  // the board met, and its outcome is not recorded
    to_come
};

struct LineStop {
    std::string board = {};       // code
    std::optional<Day> day = {};  // none: the day is not set, and the stop comes last
    std::string open_words = {};  // where `day` is none: "Feb 2016", "no date yet"
    StopShape shape = StopShape::to_come;
    bool provisional = false;
    std::string version = {};  // that the board saw; empty: none yet
    std::string href = {};
};

struct CirculationLine {
    std::vector<LineStop> stops = {};  // in the order of the line
    std::optional<Day> today = {};
};

/// Where everything stands. No two boxes of words overlap, and every mark stands left of its own.
struct CirculationLayout {
    struct Row {
        std::string board;
        int y = 0;
    };
    struct Stop {
        Point at;
        std::string words;  // "28 Jan, provisional"
        Box words_box;
        std::string version;  // where it is another than at the stop before; empty: the same
        Box version_box;
        std::string wait;  // "20 days" to the next stop; empty where there is no room
        Box wait_box;
    };
    int width = 0;
    int height = 0;
    int plot_top = 0;
    int plot_left = 0;
    int plot_right = 0;
    std::vector<Row> rows;
    std::vector<Stop> stops;
};
CirculationLayout lay_out(const CirculationLine& line);

/// Empty without stops and beyond line_stops_max.
Picture draw(const CirculationLine& line);

}  // namespace templates::figures
