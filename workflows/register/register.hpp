// The register of the partnerships: what is wrong with what the boards last said of themselves,
// compared with each other and with the calendar, each finding with its remedy.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "workflows/core/names.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/meetings/meeting.hpp"

namespace workflows {

enum class RegisterLint {
    early_completion,  // completed before the last meeting that the record itself names
    next_disagrees,    // the calendar has another next meeting, or none
    next_inexact,      // a month only, or to be confirmed
    no_website,
    shared_next,      // boards that name the same day for their next meeting
    shared_last,      // boards that name the same day for their last meeting
    joint_candidate,  // and may have met together: one secretariat, both in public or in private
};

/// What one board last said of itself, and what the calendar and the seats say of the board.
struct RegisterLine {
    std::string board = {};  // code
    PlannedDate completed = {};
    PlannedDate last_meeting = {};
    PlannedDate next_meeting = {};
    bool has_website = false;
    HeldIn held_in = HeldIn::private_;
    std::vector<std::string> secretariats = {};  // person keys
    std::vector<std::string> posts = {};         // person keys: who sits on it, secretariat left
                                                 // out, and its lead member and officer
    std::vector<PlannedDate> meetings = {};      // of the calendar, without cancelled ones
};

struct RegisterFinding {
    RegisterLint lint = RegisterLint::early_completion;
    std::vector<std::string> boards = {};  // codes, in order
    PlannedDate date = {};                 // that it is about
    std::vector<std::string> posts = {};   // person keys on two or more of the boards
    std::string words = {};                // one sentence
    std::string remedy = {};               // one sentence: what mends it
    friend bool operator==(const RegisterFinding&, const RegisterFinding&) = default;
};

/// In the order of RegisterLint, then by board or by day. A month counts as its last day, so that
/// "September" is not before "19 September".
std::vector<RegisterFinding> lint_register(std::span<const RegisterLine> lines);

/// Whether the record tells of nothing later than it could know: completed before its last meeting.
bool is_completed_early(const RegisterLine& line);

/// The first meeting of the calendar after the last one that the record names.
PlannedDate next_by_calendar(const RegisterLine& line);

template <>
inline constexpr auto names<RegisterLint> = std::to_array<Name<RegisterLint>>({
    {RegisterLint::early_completion, "early_completion", "completed too early"},
    {RegisterLint::next_disagrees, "next_disagrees", "next meeting disagrees with the calendar"},
    {RegisterLint::next_inexact, "next_inexact", "next meeting without an exact date"},
    {RegisterLint::no_website, "no_website", "no website"},
    {RegisterLint::shared_next, "shared_next", "next meetings on the same day"},
    {RegisterLint::shared_last, "shared_last", "last meetings on the same day"},
    {RegisterLint::joint_candidate, "joint_candidate", "possible joint meeting"},
});

}  // namespace workflows
