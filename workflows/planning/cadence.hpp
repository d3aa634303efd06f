// How often a board should meet in a year, and whether it does (003; SI 2007/1830 reg 12(4)).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "workflows/boards/board.hpp"
#include "workflows/meetings/meeting.hpp"

namespace workflows {

constexpr int cadence_meetings_max = 60;

/// What is asked of one board in each calendar year; 0: nothing.
struct Cadence {
    int meetings = 0;             // formal and joint ones; workshops and the like do not count
    int in_public = 0;            // of those, at least in part
    int joint = 0;                // with `joint_with`
    std::string joint_with = {};  // code, or empty
    friend bool operator==(const Cadence&, const Cadence&) = default;
};

/// What follows from the register: as many as the board holds; all of them in public where it meets
/// in public, one where it meets partly in public (the joint management groups, 003), and one of a
/// community safety partnership (Crime and Disorder Regulations 2007, reg 12(4)).
Cadence usual_cadence(const Board& board);

struct CountedMeeting {
    PlannedDate date = {};
    MeetingState state = MeetingState::provisional;
    MeetingKind kind = MeetingKind::meeting;
    HeldIn held_in = HeldIn::private_;
    std::vector<std::string> boards = {};  // codes of all that hold it
};

/// `unrecorded`: the day has passed and nobody has recorded the meeting as held or cancelled.
struct CadenceCount {
    int needed = 0;
    int held = 0;
    int planned = 0;
    int unrecorded = 0;
    int missing() const { return needed - held - planned - unrecorded; }  // to plan, if positive
};

struct CadenceStanding {
    CadenceCount meetings;
    CadenceCount in_public;
    CadenceCount joint;
    int expected = 0;     // how many of `meetings` should have been held by today
    bool behind = false;  // fewer took place, recorded as held or not
    /// From when on anything is recorded of the board, when that is within the year or after it.
    std::optional<Day> recorded_from = {};
    /// What is wrong, a sentence each, the gravest first; empty: all is in order.
    std::vector<std::string> lamps;
};

/// The year's meetings of one board; cancelled ones and those of other years count for nothing, and
/// a meeting whose date is to be confirmed is in no year. Nothing is expected of the time before
/// `first_recorded`, where the board's meetings begin to be on record: what nobody wrote down is no
/// failure. Nothing: they go back to before the year.
CadenceStanding cadence_standing(const Cadence& cadence, std::span<const CountedMeeting> meetings,
                                 int year, Day today, std::optional<Day> first_recorded = {});

}  // namespace workflows
