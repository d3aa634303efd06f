// The yearly reporting timetable (protocol 4.4 and appendix B): who receives which report, when.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "workflows/core/date.hpp"
#include "workflows/core/names.hpp"

namespace workflows {

/// Appendix B: agree = sign off, consult = have input into, inform = use to inform work.
enum class ReportPurpose { agree, consult, inform };
enum class Season { spring, summer, autumn, winter };

struct TimetableCell {
    std::string report = {};
    std::string board_or_group = {};
    ReportPurpose purpose = ReportPurpose::inform;
    Season season = Season::spring;
};

struct GroupMember {
    std::string group = {};
    std::string board = {};
};

/// From `on` the duties of `board` are `successor`'s.
struct Succession {
    std::string board = {};
    std::string successor = {};
    Day on = {};
};

/// One report to one board in a year.
struct Obligation {
    std::string report = {};
    std::string board = {};
    ReportPurpose purpose = ReportPurpose::inform;
    Season season = Season::spring;
    friend bool operator==(const Obligation&, const Obligation&) = default;
};

/// The cells for single boards as of `day`: groups taken apart, succeeded boards replaced, what
/// becomes equal merged. In the order of the cells.
std::vector<Obligation> expand(std::span<const TimetableCell> cells,
                               std::span<const GroupMember> groups,
                               std::span<const Succession> successions, Day day);

/// Who holds the duties of `board` on `day`: itself, its successor, or that one's.
std::string holder(std::string_view board, std::span<const Succession> successions, Day day);

/// The obligations towards `to_board` that a request with this title repeats (protocol 4.5:
/// requests are for what is outside the timetable). It is a hint, never a refusal: letter case and
/// punctuation are ignored; a title matches when it holds the report's title or initials, or, where
/// no report matches so, most of its words.
std::vector<Obligation> already_in_timetable(std::string_view title, std::string_view to_board,
                                             std::span<const Obligation> obligations);

/// "The Children’s Trust already receives the Joint Strategic Needs Assessment every spring, for
/// information."
std::string timetable_hint(const Obligation& obligation, std::string_view board_name);

template <>
inline constexpr auto names<ReportPurpose> = std::to_array<Name<ReportPurpose>>({
    {ReportPurpose::agree, "agree", "to agree"},
    {ReportPurpose::consult, "consult", "for consultation"},
    {ReportPurpose::inform, "inform", "for information"},
});

template <>
inline constexpr auto names<Season> = std::to_array<Name<Season>>({
    {Season::spring, "spring", "spring"},
    {Season::summer, "summer", "summer"},
    {Season::autumn, "autumn", "autumn"},
    {Season::winter, "winter", "winter"},
});

}  // namespace workflows
