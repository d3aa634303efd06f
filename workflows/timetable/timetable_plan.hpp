// A year of the timetable against the boards' real meetings: which meeting each report could go to,
// whether the boards take it up in the right order, and how each obligation stands (protocol 4.4,
// appendix B).
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "workflows/timetable/obligation.hpp"
#include "workflows/timetable/seasons.hpp"
#include "workflows/timetable/timetable.hpp"

namespace workflows {

/// One obligation of the year as it stands.
struct PlacedObligation {
    Obligation what = {};
    std::string board_name = {};
    ObligationState state = ObligationState::expected;
    std::optional<SlotMeeting> meeting = {};  // that it is slotted to
    std::optional<Day> respond_by = {};       // response_due
};

/// A board that deals with a report before another does, beside what the purposes ask.
struct ReportOrder {
    std::string report = {};
    std::string first = {};   // code of the board
    std::string then = {};    // code
    std::string source = {};  // "protocol 4.4 and appendix B"
    friend bool operator==(const ReportOrder&, const ReportOrder&) = default;
};

enum class OrderRule {
    consult_before_agree,
    agree_before_inform,  // the owner's agreement, for boards informed in the same season or later
    stated                // a ReportOrder
};

/// Each of `first` comes before each of `then`: indices of the obligations of one report, in order.
/// Two groups, not all their pairs, so that a report of n boards costs n.
struct Precedence {
    std::vector<std::size_t> first = {};
    std::vector<std::size_t> then = {};
    OrderRule rule = OrderRule::stated;
    std::string source = {};  // of a stated one
};
/// All that the rules ask for, by report: what is stated before what the purposes ask.
std::vector<Precedence> precedences(std::span<const PlacedObligation> obligations,
                                    std::span<const ReportOrder> orders, const Seasons& seasons);

/// `first` and `then` are indices of the obligations.
struct OrderedPair {
    std::size_t first = 0;
    std::size_t then = 0;
    OrderRule rule = OrderRule::stated;
    std::string source = {};  // of a stated one
};

/// Two that are at meetings of known days, in the wrong order or on one day.
struct OrderFinding {
    OrderedPair pair = {};
    std::string words = {};  // names both boards and both days
};
/// Those of one report together, what is stated first, then by who agrees it. What is stated and
/// also asked by the purposes is named once. Of a report with more than `findings_max` of one rule
/// the others are told only where they name an obligation that no finding names yet.
std::vector<OrderFinding> check_order(std::span<const PlacedObligation> obligations,
                                      std::span<const Precedence> orders);
inline constexpr std::size_t findings_max = 100;

/// Codes of the boards whose report it is: those that agree it in the earliest season that any
/// does; nothing when no board agrees it.
std::vector<std::string> owners_of(std::string_view report, std::span<const Obligation> obligations,
                                   const Seasons& seasons);

/// Why an obligation has no meeting to propose.
enum class Mend {
    none,            // there is one, or none is needed
    plan_a_meeting,  // the board has none that could take it
    set_the_day,     // it has one whose day is open
    season_is_over
};

struct SlotProposal {
    std::optional<SlotMeeting> meeting = {};
    Mend mend = Mend::none;
    std::string words = {};  // "HIB has no meeting from March to May 2019: plan one."
};

struct PlanFacts {
    int year = 0;
    Day today = {};
    Seasons seasons = {};
    /// Of all boards, in the order of their days.
    std::span<const SlotMeeting> meetings = {};
};

/// Whether it wants a meeting: none was chosen, or the one chosen was cancelled, left the season or
/// is another board's. Those that were dealt with, waived or missed do not.
bool wants_meeting(const PlacedObligation& obligation, const PlanFacts& facts);

/// For each obligation that wants one, the earliest meeting of its board in its season that papers
/// can still reach and that keeps the order with what is slotted or proposed already; the others
/// have an empty proposal. Same order as `obligations`.
std::vector<SlotProposal> propose_slots(std::span<const PlacedObligation> obligations,
                                        std::span<const Precedence> orders, const PlanFacts& facts);

enum class ObligationLamp {
    done,
    on_time,
    proposed,   // a meeting waits to be confirmed
    unslotted,  // no meeting can be proposed
    at_risk,
    missed,
    waived
};

struct ObligationStatus {
    ObligationLamp lamp = ObligationLamp::on_time;
    std::string words = {};  // one sentence or two
};

/// What has to come before each obligation and has no meeting to come to, in the order of
/// `obligations`: "Children’s Trust agrees it first and has no meeting for it." Empty for most.
std::vector<std::string> missing_before(std::span<const PlacedObligation> obligations,
                                        std::span<const SlotProposal> proposals,
                                        std::span<const Precedence> orders);

/// How each stands today, in the order of `obligations`. `missing`: of missing_before().
std::vector<ObligationStatus> statuses(std::span<const PlacedObligation> obligations,
                                       std::span<const SlotProposal> proposals,
                                       std::span<const OrderFinding> findings,
                                       std::span<const std::string> missing,
                                       const PlanFacts& facts);

template <>
inline constexpr auto names<OrderRule> = std::to_array<Name<OrderRule>>({
    {OrderRule::consult_before_agree, "consult_before_agree",
     "consultation comes before agreement"},
    {OrderRule::agree_before_inform, "agree_before_inform", "the owner agrees it first"},
    {OrderRule::stated, "stated", "stated order"},
});

template <>
inline constexpr auto names<Mend> = std::to_array<Name<Mend>>({
    {Mend::none, "none", "nothing to do"},
    {Mend::plan_a_meeting, "plan_a_meeting", "arrange a meeting"},
    {Mend::set_the_day, "set_the_day", "set a date for a meeting"},
    {Mend::season_is_over, "season_is_over", "the season is over"},
});

template <>
inline constexpr auto names<ObligationLamp> = std::to_array<Name<ObligationLamp>>({
    {ObligationLamp::done, "done", "done"},
    {ObligationLamp::on_time, "on_time", "on time"},
    {ObligationLamp::proposed, "proposed", "proposed"},
    {ObligationLamp::unslotted, "unslotted", "unslotted"},
    {ObligationLamp::at_risk, "at_risk", "at risk"},
    {ObligationLamp::missed, "missed", "missed"},
    {ObligationLamp::waived, "waived", "waived"},
});

}  // namespace workflows
