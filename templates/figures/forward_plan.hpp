// What comes to which board when: a lane for each board, a mark for each report, and arcs that
// follow one report from board to board.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "templates/figures/svg.hpp"
#include "templates/figures/time_axis.hpp"

namespace templates::figures {

/// More items are not drawn: the table has them.
inline constexpr std::size_t plan_items_max = 400;
inline constexpr std::size_t plan_boards_max = 60;

enum class PlanMark : std::uint8_t { agree, consult, inform };

struct PlanItem {
    std::size_t board = 0;   // index of its lane
    std::size_t report = 0;  // index of its name
    Day day = {};
    PlanMark mark = PlanMark::inform;
    bool out_of_order = false;  // against the order of the protocol: told before agreed, say
    std::string href = {};
    bool certain = true;  // at a meeting; else `day` is of a meeting that is only proposed, or the
                          // first of the months in which it is due
};

struct ForwardPlan {
    Day first = {};  // both days belong to it; items outside are left out
    Day last = {};
    std::vector<std::string> boards = {};   // codes
    std::vector<std::string> reports = {};  // names; a mark shows the number, from 1
    std::vector<PlanItem> items = {};
    std::optional<Day> today = {};
};

struct PlanLayout {
    struct Lane {
        int top = 0;
        int bottom = 0;
    };
    struct Item {
        std::size_t item = 0;  // index in the plan
        Point at;
        std::string words;  // "3", "3!" when it is out of order
        Box box;            // mark and words
    };
    struct Arc {
        std::size_t from = 0;  // indexes in `items` of the layout
        std::size_t to = 0;
        Point by;
        bool out_of_order = false;
    };
    int width = 0;
    int height = 0;
    int plot_left = 0;
    int plot_right = 0;
    int plot_top = 0;
    std::vector<Lane> lanes;
    std::vector<Item> items;  // by day, then lane
    std::vector<Arc> arcs;
};
/// No two items overlap: a lane grows where its items crowd. Arcs join those that are at meetings.
PlanLayout lay_out(const ForwardPlan& plan);

/// Empty without items in the time, beyond plan_items_max and plan_boards_max.
Picture draw(const ForwardPlan& plan);

}  // namespace templates::figures
