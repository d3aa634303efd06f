// Which meeting each report could go to: the earliest in season that papers can still reach and
// that keeps the order.
#include <algorithm>
#include <map>
#include <string_view>

#include "workflows/timetable_plan.hpp"

namespace workflows {
namespace {

using Meetings = std::map<std::string_view, std::vector<const SlotMeeting*>>;

SeasonWindow window_of(const PlacedObligation& obligation, const PlanFacts& facts) {
    return season_window(facts.seasons, obligation.what.season, facts.year);
}

bool month_overlaps(const PlannedDate& date, const SeasonWindow& window) {
    const auto month = date.month();
    return month && !date.day() && window.from <= Day{*month / std::chrono::last} &&
           Day{*month / std::chrono::day{1}} <= window.to;
}

/// Kahn's order: what comes first is proposed first. A ring of stated orders is left as it comes.
std::vector<std::size_t> in_order(std::size_t count, std::span<const Precedence> pairs) {
    std::vector<std::vector<std::size_t>> after(count);
    std::vector<std::size_t> waits(count, 0);
    for (const Precedence& pair : pairs) {
        after[pair.first].push_back(pair.then);
        ++waits[pair.then];
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < count; ++i)
        if (waits[i] == 0) order.push_back(i);
    for (std::size_t next = 0; next < order.size(); ++next)
        for (const auto then : after[order[next]])
            if (--waits[then] == 0) order.push_back(then);
    for (std::size_t i = 0; i < count && order.size() < count; ++i)
        if (waits[i] != 0) order.push_back(i);
    return order;
}

class Proposer {
  public:
    Proposer(std::span<const PlacedObligation> obligations, std::span<const Precedence> pairs,
             const PlanFacts& facts)
        : obligations_(obligations),
          facts_(facts),
          days_(obligations.size()),
          before_(obligations.size()),
          after_(obligations.size()) {
        for (const SlotMeeting& meeting : facts.meetings)
            meetings_[meeting.board].push_back(&meeting);
        for (const Precedence& pair : pairs) {
            before_[pair.then].push_back(pair.first);
            after_[pair.first].push_back(pair.then);
        }
        for (std::size_t i = 0; i < obligations.size(); ++i) {
            const auto& meeting = obligations[i].meeting;
            const bool gone = obligations[i].state == ObligationState::waived ||
                              obligations[i].state == ObligationState::missed;
            if (meeting && !gone && !wants_meeting(obligations[i], facts))
                days_[i] = meeting->date.day();
        }
    }

    SlotProposal propose(std::size_t i) {
        const SeasonWindow window = window_of(obligations_[i], facts_);
        if (window.to < facts_.today)
            return {{},
                    Mend::season_is_over,
                    "The season ended on " + long_date(window.to) +
                        ". Choose a later meeting, or record it as missed."};
        const auto earliest = last_before(i);
        const auto latest = first_after(i);
        bool any = false;
        bool in_time = false;
        const SlotMeeting* open = nullptr;
        for (const SlotMeeting* meeting : meetings_[obligations_[i].what.board]) {
            if (month_overlaps(meeting->date, window) && check_slot(*meeting, facts_.today))
                open = meeting;
            const auto day = meeting->date.day();
            if (!day || !window.holds(*day)) continue;
            if (meeting->state == MeetingState::cancelled) continue;
            any = true;
            if (!check_slot(*meeting, facts_.today)) continue;
            in_time = true;
            if ((earliest && *day <= *earliest) || (latest && *day >= *latest)) continue;
            days_[i] = *day;
            return {*meeting, Mend::none, "Proposed: " + long_date(*day) + "."};
        }
        return unmet(i, window, any, in_time, open);
    }

  private:
    std::optional<Day> last_before(std::size_t i) const {
        std::optional<Day> last;
        for (const auto first : before_[i])
            if (days_[first] && (!last || *last < *days_[first])) last = days_[first];
        return last;
    }
    std::optional<Day> first_after(std::size_t i) const {
        std::optional<Day> first;
        for (const auto then : after_[i])
            if (days_[then] && (!first || *days_[then] < *first)) first = days_[then];
        return first;
    }

    SlotProposal unmet(std::size_t i, const SeasonWindow& window, bool any, bool in_time,
                       const SlotMeeting* open) const {
        const std::string& board = obligations_[i].what.board;
        const std::string when = "from " + window_words(window);
        if (in_time) {
            const auto earliest = last_before(i);
            const auto words = earliest ? "after " + long_date(*earliest) +
                                              ", when another board "
                                              "deals with it first"
                                        : "before " + long_date(*first_after(i)) +
                                              ", when another board deals with it";
            return {{},
                    Mend::plan_a_meeting,
                    board + " has no meeting " + when + " " + words + ": plan one."};
        }
        if (open != nullptr)
            return {{},
                    Mend::set_the_day,
                    "The day of the meeting of " + board + " in " +
                        month_name(*open->date.month()) + " is not set: set it, or choose it."};
        if (any)
            return {{},
                    Mend::plan_a_meeting,
                    "Papers can no longer go out in time for the meetings of " + board + " " +
                        when + ": plan a later one."};
        return {{}, Mend::plan_a_meeting, board + " has no meeting " + when + ": plan one."};
    }

    std::span<const PlacedObligation> obligations_;
    const PlanFacts& facts_;
    Meetings meetings_;
    std::vector<std::optional<Day>> days_;  // slotted or proposed
    std::vector<std::vector<std::size_t>> before_;
    std::vector<std::vector<std::size_t>> after_;
};

}  // namespace

bool wants_meeting(const PlacedObligation& obligation, const PlanFacts& facts) {
    if (obligation.state == ObligationState::expected) return true;
    const bool waits = obligation.state == ObligationState::slotted ||
                       obligation.state == ObligationState::prepared;
    if (!waits) return false;
    if (!obligation.meeting || obligation.meeting->state == MeetingState::cancelled) return true;
    if (obligation.meeting->board != obligation.what.board) return true;
    const auto day = obligation.meeting->date.day();
    const SeasonWindow window = window_of(obligation, facts);
    return day ? !window.holds(*day)
               : obligation.meeting->date.month() &&
                     !month_overlaps(obligation.meeting->date, window);
}

std::vector<SlotProposal> propose_slots(std::span<const PlacedObligation> obligations,
                                        std::span<const Precedence> pairs, const PlanFacts& facts) {
    std::vector<SlotProposal> proposals(obligations.size());
    Proposer proposer(obligations, pairs, facts);
    for (const auto i : in_order(obligations.size(), pairs))
        if (wants_meeting(obligations[i], facts)) proposals[i] = proposer.propose(i);
    return proposals;
}

}  // namespace workflows
