// What the sources of the timetable say beside its cells: orders that they state, and where they
// contradict each other. These come with the program; a county's own rows stand over them.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "workflows/timetable/timetable_plan.hpp"

namespace workflows {

/// What one clause says.
struct SourceClause {
    std::string clause = {};  // "2.14", "Appendix B"
    std::string says = {};
    friend bool operator==(const SourceClause&, const SourceClause&) = default;
};

/// Two sources that cannot both be followed. It is shown until somebody settles it, and afterwards
/// with how it was settled.
struct Contradiction {
    std::string key = {};  // "csa-approval"
    std::string report = {};
    std::string words = {};  // one sentence
    std::vector<SourceClause> sources = {};
    friend bool operator==(const Contradiction&, const Contradiction&) = default;
};

inline constexpr std::size_t contradiction_sources_max = 6;

/// The joint working protocol's own: the Community Safety Agreement (2.14), the OSAB annual report
/// (appendix A, update of 2018), the needs assessments (4.8).
std::span<const Contradiction> protocol_contradictions();
/// The Children and Young People's Plan: the Children's Trust before the Health and Wellbeing
/// Board.
std::span<const ReportOrder> protocol_orders();

/// Code::invalid, field "report", "words", "clause" or "says".
Result<void> check_contradiction(const Contradiction& contradiction);

}  // namespace workflows
