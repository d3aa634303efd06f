// The order in which boards deal with one report, asked by its purposes and by stated orders.
#include <algorithm>
#include <map>
#include <string_view>

#include "workflows/timetable_plan.hpp"

namespace workflows {
namespace {

using Group = std::vector<std::size_t>;  // the obligations of one report

std::map<std::string_view, Group> by_report(std::span<const PlacedObligation> obligations) {
    std::map<std::string_view, Group> groups;
    for (std::size_t i = 0; i < obligations.size(); ++i)
        groups[obligations[i].what.report].push_back(i);
    return groups;
}

/// Seasons of one year in the order of their months.
unsigned rank(const Seasons& seasons, Season season) {
    return seasons[static_cast<std::size_t>(season)].first_month;
}

void add_purposes(std::vector<Precedence>& pairs, std::span<const PlacedObligation> all,
                  const Group& group, const Seasons& seasons) {
    unsigned earliest = 13;
    for (const auto i : group)
        if (all[i].what.purpose == ReportPurpose::agree)
            earliest = std::min(earliest, rank(seasons, all[i].what.season));
    for (const auto agree : group) {
        if (all[agree].what.purpose != ReportPurpose::agree) continue;
        const unsigned agreed = rank(seasons, all[agree].what.season);
        for (const auto other : group) {
            if (all[other].what.purpose == ReportPurpose::consult)
                pairs.push_back({other, agree, OrderRule::consult_before_agree, {}});
            const bool later = rank(seasons, all[other].what.season) >= agreed;
            if (all[other].what.purpose == ReportPurpose::inform && agreed == earliest && later)
                pairs.push_back({agree, other, OrderRule::agree_before_inform, {}});
        }
    }
}

void add_stated(std::vector<Precedence>& pairs, std::span<const PlacedObligation> all,
                const Group& group, const ReportOrder& order) {
    for (const auto first : group)
        for (const auto then : group)
            if (all[first].what.board == order.first && all[then].what.board == order.then)
                pairs.push_back({first, then, OrderRule::stated, order.source});
}

std::string_view deals(ReportPurpose purpose) {
    if (purpose == ReportPurpose::agree) return " agrees the ";
    return purpose == ReportPurpose::consult ? " gives its views on the " : " is informed of the ";
}

std::string_view deals_with_it(ReportPurpose purpose) {
    if (purpose == ReportPurpose::agree) return " agrees it";
    return purpose == ReportPurpose::consult ? " gives its views" : " is informed of it";
}

std::string words_of(const PlacedObligation& first, Day day, const PlacedObligation& then, Day next,
                     const Precedence& pair) {
    std::string words = then.board_name + std::string(deals(then.what.purpose)) + then.what.report +
                        " on " + long_date(next);
    words += day == next ? ", on the day on which " : ", before ";
    words += first.board_name + std::string(deals_with_it(first.what.purpose));
    if (day != next) words += " on " + long_date(day);
    if (!pair.source.empty()) words += " (order by " + pair.source + ")";
    return words + ".";
}

std::optional<Day> day_of(const PlacedObligation& obligation) {
    const bool counts = obligation.state != ObligationState::waived &&
                        obligation.state != ObligationState::missed && obligation.meeting &&
                        obligation.meeting->state != MeetingState::cancelled;
    return counts ? obligation.meeting->date.day() : std::nullopt;
}

}  // namespace

std::vector<Precedence> precedences(std::span<const PlacedObligation> obligations,
                                    std::span<const ReportOrder> orders, const Seasons& seasons) {
    std::vector<Precedence> pairs;
    const auto groups = by_report(obligations);
    for (const auto& [report, group] : groups) {
        const auto before = static_cast<std::ptrdiff_t>(pairs.size());
        for (const ReportOrder& order : orders)
            if (order.report == report) add_stated(pairs, obligations, group, order);
        const auto stated = static_cast<std::ptrdiff_t>(pairs.size());
        add_purposes(pairs, obligations, group, seasons);
        // What is stated and also asked by the purposes is named once.
        const auto twice = [&](const Precedence& pair) {
            return std::any_of(pairs.begin() + before, pairs.begin() + stated,
                               [&](const Precedence& each) {
                                   return each.first == pair.first && each.then == pair.then;
                               });
        };
        pairs.erase(std::remove_if(pairs.begin() + stated, pairs.end(), twice), pairs.end());
    }
    return pairs;
}

std::vector<OrderFinding> check_order(std::span<const PlacedObligation> obligations,
                                      std::span<const Precedence> pairs) {
    std::vector<OrderFinding> findings;
    for (const Precedence& pair : pairs) {
        const PlacedObligation& first = obligations[pair.first];
        const PlacedObligation& then = obligations[pair.then];
        const auto day = day_of(first);
        const auto next = day_of(then);
        if (day && next && *next <= *day)
            findings.push_back({pair, words_of(first, *day, then, *next, pair)});
    }
    return findings;
}

std::vector<std::string> owners_of(std::string_view report, std::span<const Obligation> obligations,
                                   const Seasons& seasons) {
    std::vector<std::string> owners;
    unsigned earliest = 13;
    for (const Obligation& each : obligations) {
        if (each.report != report || each.purpose != ReportPurpose::agree) continue;
        const unsigned season = rank(seasons, each.season);
        if (season > earliest) continue;
        if (season < earliest) owners.clear();
        earliest = season;
        owners.push_back(each.board);
    }
    return owners;
}

}  // namespace workflows
