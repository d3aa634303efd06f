// When a document will have been round, by which stop, and what cannot be said yet; and on which
// of a board's meetings a paper that goes out today can still be taken. Worked out anew from facts
// each time: nothing of it is stored, so a meeting that moves needs no follow-up.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "workflows/circulation/circulation.hpp"
#include "workflows/core/clear_days.hpp"

namespace workflows {

/// What is known of the meetings of a stop's board.
struct BoardReach {
    int clear_days = 5;  // between papers and meeting
    Profile profile = Profile::va_working;
    std::vector<Day> meetings = {};  // days of those to come that are not cancelled; sorted
};

/// The earliest day on which one stop can be done with.
struct StopForecast {
    Day day = {};            // for a stop that is settled: the day on which it was
    bool known = true;       // false: `day` is the least, and `until` says what it waits for
    bool moved = false;      // not its own meeting: the newest version cannot reach that one
    std::string until = {};  // what it waits for: "a meeting on or after …", "an outcome"
};

struct Projection {
    std::optional<Day> finish = {};            // nothing while something cannot be said
    Day not_before = {};                       // equals `finish` when that is there
    std::optional<std::size_t> critical = {};  // the stop that decides `not_before`
    std::vector<std::size_t> waiting = {};     // stops whose day cannot be said yet
    std::vector<StopForecast> stops = {};
    std::string words = {};  // empty without stops
};

/// `reach[i]` belongs to `stops[i]`. A stop whose papers can no longer go out in time, or that has
/// agreed or received a version that was changed materially since, costs what taking it again
/// costs: its clear days from today, then its board's next meeting. A stop of a later stage gets
/// its papers when the stages before it are done [protocol 2.14].
Projection projected_finish(std::span<const Stop> stops, std::span<const BoardReach> reach,
                            const Holidays& holidays, Day today);

/// Whether a paper that goes out on `published` reaches a meeting on `meeting` in time.
struct Reaching {
    bool in_time = false;
    Day papers_by = {};       // the last day on which it could go out
    std::string reason = {};  // "The last day for papers was …", when it does not
};
Reaching reaches(Day meeting, Day published, const BoardReach& reach, const Holidays& holidays);

/// The board's first meeting that a paper going out on `published` reaches.
std::optional<Day> next_reachable(Day published, const BoardReach& reach, const Holidays& holidays);

}  // namespace workflows
