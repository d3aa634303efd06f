// Which meeting each report could go to: the earliest in season that papers can still reach and
// that keeps the order.
#include <algorithm>
#include <map>
#include <string_view>

#include "workflows/timetable/timetable_plan.hpp"
#include "workflows/timetable/words.hpp"

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
/// Between the two groups of a rule stands a gate, which opens when all of the first were taken.
std::vector<std::size_t> in_order(std::size_t count, std::span<const Precedence> orders) {
    std::vector<std::vector<std::size_t>> gates(count);
    std::vector<std::size_t> waits(count, 0);  // for so many gates
    std::vector<std::size_t> shut;             // each for so many obligations
    for (const Precedence& order : orders) {
        for (const auto first : order.first)
            gates[first].push_back(shut.size());
        for (const auto then : order.then)
            ++waits[then];
        shut.push_back(order.first.size());
    }
    std::vector<std::size_t> taken;
    for (std::size_t i = 0; i < count; ++i)
        if (waits[i] == 0) taken.push_back(i);
    for (std::size_t next = 0; next < taken.size(); ++next) {
        for (const auto gate : gates[taken[next]]) {
            if (--shut[gate] > 0) continue;
            for (const auto then : orders[gate].then)
                if (--waits[then] == 0) taken.push_back(then);
        }
    }
    for (std::size_t i = 0; i < count && taken.size() < count; ++i)
        if (waits[i] != 0) taken.push_back(i);
    return taken;
}

/// The days that are known of the two groups of a rule.
struct KnownDays {
    std::optional<Day> last_of_first = {};
    std::optional<Day> first_of_then = {};
};

void keep_later(std::optional<Day>& kept, const std::optional<Day>& day) {
    if (day && (!kept || *kept < *day)) kept = day;
}
void keep_earlier(std::optional<Day>& kept, const std::optional<Day>& day) {
    if (day && (!kept || *day < *kept)) kept = day;
}

class Proposer {
  public:
    Proposer(std::span<const PlacedObligation> obligations, std::span<const Precedence> orders,
             const PlanFacts& facts)
        : obligations_(obligations),
          facts_(facts),
          known_(orders.size()),
          before_(obligations.size()),
          after_(obligations.size()) {
        for (const SlotMeeting& meeting : facts.meetings)
            meetings_[meeting.board].push_back(&meeting);
        for (std::size_t at = 0; at < orders.size(); ++at) {
            for (const auto first : orders[at].first)
                after_[first].push_back(at);
            for (const auto then : orders[at].then)
                before_[then].push_back(at);
        }
        for (std::size_t i = 0; i < obligations.size(); ++i) {
            const auto& meeting = obligations[i].meeting;
            const bool gone = obligations[i].state == ObligationState::waived ||
                              obligations[i].state == ObligationState::missed;
            if (meeting && !gone && !wants_meeting(obligations[i], facts))
                stands_on(i, meeting->date.day());
        }
    }

    SlotProposal propose(std::size_t i) {
        const SeasonWindow window = window_of(obligations_[i], facts_);
        if (window.to < facts_.today)
            return {{}, Mend::season_is_over, timetable::words::season_over(long_date(window.to))};
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
            stands_on(i, day);
            return {*meeting, Mend::none, timetable::words::suggested(long_date(*day))};
        }
        return unmet(i, window, any, in_time, open);
    }

  private:
    /// Slotted or proposed.
    void stands_on(std::size_t i, const std::optional<Day>& day) {
        for (const auto order : after_[i])
            keep_later(known_[order].last_of_first, day);
        for (const auto order : before_[i])
            keep_earlier(known_[order].first_of_then, day);
    }
    std::optional<Day> last_before(std::size_t i) const {
        std::optional<Day> last;
        for (const auto order : before_[i])
            keep_later(last, known_[order].last_of_first);
        return last;
    }
    std::optional<Day> first_after(std::size_t i) const {
        std::optional<Day> first;
        for (const auto order : after_[i])
            keep_earlier(first, known_[order].first_of_then);
        return first;
    }

    SlotProposal unmet(std::size_t i, const SeasonWindow& window, bool any, bool in_time,
                       const SlotMeeting* open) const {
        const std::string season = window_words(window);
        if (in_time) {
            const auto earliest = last_before(i);
            return {{},
                    Mend::plan_a_meeting,
                    earliest ? timetable::words::none_after(season, long_date(*earliest))
                             : timetable::words::none_before(season, long_date(*first_after(i)))};
        }
        if (open != nullptr)
            return {
                {}, Mend::set_the_day, timetable::words::set_date(month_name(*open->date.month()))};
        if (any) return {{}, Mend::plan_a_meeting, timetable::words::too_late_for_papers(season)};
        return {{}, Mend::plan_a_meeting, timetable::words::no_meeting(season)};
    }

    std::span<const PlacedObligation> obligations_;
    const PlanFacts& facts_;
    Meetings meetings_;
    std::vector<KnownDays> known_;                  // of each order
    std::vector<std::vector<std::size_t>> before_;  // the orders in which each comes later
    std::vector<std::vector<std::size_t>> after_;   // … in which each comes first
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
                                        std::span<const Precedence> orders,
                                        const PlanFacts& facts) {
    std::vector<SlotProposal> proposals(obligations.size());
    Proposer proposer(obligations, orders, facts);
    for (const auto i : in_order(obligations.size(), orders))
        if (wants_meeting(obligations[i], facts)) proposals[i] = proposer.propose(i);
    return proposals;
}

}  // namespace workflows
