// The fourteen stops of the first protocol, as the county's file has them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/workflows/csv_rows.hpp"
#include "workflows/circulation/circulation.hpp"

namespace stops_2016 {

using namespace workflows;

/// The last day for papers five clear days before each meeting, reckoned by hand: Good Friday is 25
/// March and Easter Monday 28 March.
inline const std::map<std::string, Day> papers_by{
    {"2016-01-27", make_day(2016, 1, 19)}, {"2016-01-28", make_day(2016, 1, 20)},
    {"2016-02-02", make_day(2016, 1, 25)}, {"2016-02-18", make_day(2016, 2, 10)},
    {"2016-03-01", make_day(2016, 2, 22)}, {"2016-03-03", make_day(2016, 2, 24)},
    {"2016-03-10", make_day(2016, 3, 2)},  {"2016-03-24", make_day(2016, 3, 16)},
    {"2016-03-31", make_day(2016, 3, 21)}};

inline std::vector<Stop> stops_of_2016() {
    std::vector<Stop> stops;
    for (auto& row : csv_rows::read("circulation_2016.csv")) {
        Stop stop;
        stop.board = row["board"];
        stop.date = parse_day(row["date"]).value();
        stop.meeting = from_text<MeetingState>(row["status"]).value();
        stop.papers_by = papers_by.at(row["date"]);
        stops.push_back(stop);
    }
    return stops;
}

}  // namespace stops_2016
