// The order in which boards deal with one report, asked by its purposes and by stated orders.
#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "workflows/text/words.hpp"
#include "workflows/timetable/timetable_plan.hpp"
#include "workflows/timetable/words.hpp"

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

void add(std::vector<Precedence>& orders, Precedence order) {
    if (!order.first.empty() && !order.then.empty()) orders.push_back(std::move(order));
}

void add_purposes(std::vector<Precedence>& orders, std::span<const PlacedObligation> all,
                  const Group& group, const Seasons& seasons) {
    unsigned earliest = 13;
    for (const auto i : group)
        if (all[i].what.purpose == ReportPurpose::agree)
            earliest = std::min(earliest, rank(seasons, all[i].what.season));
    Precedence views{{}, {}, OrderRule::consult_before_agree, {}};
    Precedence news{{}, {}, OrderRule::agree_before_inform, {}};
    for (const auto i : group) {
        const unsigned season = rank(seasons, all[i].what.season);
        switch (all[i].what.purpose) {
            case ReportPurpose::consult:
                views.first.push_back(i);
                break;
            case ReportPurpose::agree:
                views.then.push_back(i);
                if (season == earliest) news.first.push_back(i);
                break;
            case ReportPurpose::inform:
                if (season >= earliest) news.then.push_back(i);
                break;
        }
    }
    add(orders, std::move(views));
    add(orders, std::move(news));
}

void add_stated(std::vector<Precedence>& orders, std::span<const PlacedObligation> all,
                const Group& group, const ReportOrder& order) {
    Precedence stated{{}, {}, OrderRule::stated, order.source};
    for (const auto i : group) {
        if (all[i].what.board == order.first) stated.first.push_back(i);
        if (all[i].what.board == order.then) stated.then.push_back(i);
    }
    add(orders, std::move(stated));
}
std::string board_for(const PlacedObligation& each) {
    return timetable::words::board_for(each.board_name, to_words(each.what.purpose));
}
std::string words_of(const PlacedObligation& first, Day day, const PlacedObligation& then, Day next,
                     const OrderedPair& pair) {
    const auto said = day == next ? timetable::words::same_day(then.what.report, board_for(then),
                                                               board_for(first), long_date(day))
                                  : timetable::words::out_of_order(
                                        then.what.report, board_for(then), long_date(next),
                                        board_for(first), long_date(day));
    return pair.source.empty() ? said : timetable::words::order_source(said, pair.source);
}

std::optional<Day> day_of(const PlacedObligation& obligation) {
    const bool counts = obligation.state != ObligationState::waived &&
                        obligation.state != ObligationState::missed && obligation.meeting &&
                        obligation.meeting->state != MeetingState::cancelled;
    return counts ? obligation.meeting->date.day() : std::nullopt;
}

using Days = std::vector<std::optional<Day>>;

bool is_wrong(const Days& days, std::size_t first, std::size_t then) {
    return days[first] && days[then] && *days[then] <= *days[first];
}

/// Finds what is wrong by days alone: words are made for what is found.
class OrderCheck {
  public:
    explicit OrderCheck(std::span<const PlacedObligation> obligations)
        : obligations_(obligations), named_(obligations.size(), false) {
        for (const auto& each : obligations)
            days_.push_back(day_of(each));
    }

    void add(const Precedence& order) {
        const auto before = found_.size();
        for (const auto first : order.first) {
            if (!days_[first]) continue;
            for (const auto then : order.then) {
                const bool many = found_.size() - before >= findings_max;
                if (!is_wrong(days_, first, then) || (many && named_[first] && named_[then]))
                    continue;
                if (order.rule != OrderRule::stated && stated_.contains({first, then})) continue;
                if (order.rule == OrderRule::stated) stated_.emplace(first, then);
                named_[first] = named_[then] = true;
                found_.push_back({first, then, order.rule, order.source});
            }
        }
    }

    std::vector<OrderFinding> findings() {
        std::stable_sort(found_.begin(), found_.end(),
                         [this](const auto& a, const auto& b) { return key(a) < key(b); });
        std::vector<OrderFinding> findings;
        for (auto& pair : found_) {
            const auto& first = obligations_[pair.first];
            const auto& then = obligations_[pair.then];
            auto words = words_of(first, *days_[pair.first], then, *days_[pair.then], pair);
            findings.push_back({std::move(pair), std::move(words)});
        }
        return findings;
    }

  private:
    using Key = std::tuple<std::string_view, bool, std::size_t, std::size_t>;

    Key key(const OrderedPair& pair) const {
        const std::string_view report = obligations_[pair.first].what.report;
        if (pair.rule == OrderRule::stated) return {report, false, 0, 0};
        const bool agrees_first = pair.rule == OrderRule::agree_before_inform;
        return {report, true, agrees_first ? pair.first : pair.then,
                agrees_first ? pair.then : pair.first};
    }

    std::span<const PlacedObligation> obligations_;
    Days days_;
    std::vector<bool> named_;
    std::set<std::pair<std::size_t, std::size_t>> stated_;  // that are wrong
    std::vector<OrderedPair> found_;
};

}  // namespace

std::vector<Precedence> precedences(std::span<const PlacedObligation> obligations,
                                    std::span<const ReportOrder> orders, const Seasons& seasons) {
    std::vector<Precedence> all;
    for (const auto& [report, group] : by_report(obligations)) {
        for (const ReportOrder& order : orders)
            if (order.report == report) add_stated(all, obligations, group, order);
        add_purposes(all, obligations, group, seasons);
    }
    return all;
}

std::vector<OrderFinding> check_order(std::span<const PlacedObligation> obligations,
                                      std::span<const Precedence> orders) {
    OrderCheck check(obligations);
    for (const Precedence& order : orders)
        check.add(order);
    return check.findings();
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

std::vector<std::string> missing_before(std::span<const PlacedObligation> obligations,
                                        std::span<const SlotProposal> proposals,
                                        std::span<const Precedence> orders) {
    std::vector<std::string> missing(obligations.size());
    for (const Precedence& order : orders) {
        const auto has_no_meeting = [&](std::size_t i) {
            return obligations[i].state == ObligationState::expected && !proposals[i].meeting;
        };
        const auto one = std::find_if(order.first.begin(), order.first.end(), has_no_meeting);
        if (one == order.first.end()) continue;
        const auto others = std::count_if(one + 1, order.first.end(), has_no_meeting);
        const auto& first = obligations[*one];
        const auto purpose = to_words(first.what.purpose);
        const auto words =
            others > 0 ? timetable::words::waiting_for_others(first.board_name, others, purpose)
                       : timetable::words::waiting_for(first.board_name, purpose);
        for (const auto then : order.then)
            if (then != *one && missing[then].empty()) missing[then] = words;
    }
    return missing;
}

}  // namespace workflows
