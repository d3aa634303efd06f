// A year of meetings, board by month: what the year planner says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/meetings.hpp"
#include "workflows/core/bank_holidays.hpp"
#include "workflows/core/result.hpp"

namespace server::planning {

enum class PlannerShape { in_public, in_private, workshop, to_be_confirmed };

struct PlannerEntry {
    db::MeetingRow meeting;
    PlannerShape shape = PlannerShape::in_public;
    bool cancelled = false;
    bool clash = false;  // somebody is wanted by another board that day, too
};

struct Planner {
    int year = 0;
    std::vector<std::string> boards;    // codes in the order of the rows
    std::vector<PlannerEntry> entries;  // of the year, then those without any date
    std::vector<workflows::Holiday> holidays;
    workflows::Day today;
    bool with_clashes = false;
};

/// Boards whose duties others hold at the end of the year are left out unless they meet in it.
/// `with_clashes`: for who may read clashes.
Planner load_planner(db::ReadTx& tx, int year, workflows::Day today, bool with_clashes,
                     const db::MeetingReader& reader);

/// A year as typed, else the year of `today`. Code::invalid, field "year".
workflows::Result<int> read_planner_year(const std::string& text, workflows::Day today);

/// "●", "■", "▲", "○"; and what it stands for: "in public".
std::string_view planner_glyph(PlannerShape shape);
std::string_view planner_words(PlannerShape shape);

/// "33 meetings of 17 boards in 2018: 10 in public, … The fullest month is November, with 6."
std::string planner_finding(const Planner& planner);

}  // namespace server::planning
