// Date polls: the checks, the totals and the date that suits best.
#include "workflows/planning/date_poll.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "workflows/planning/words.hpp"

namespace workflows {

Result<void> check_poll_days(const std::vector<Day>& days, Day closes_on, Day today) {
    if (days.size() < poll_days_min || days.size() > poll_days_max)
        return invalid("day-1", planning::words::number_of_dates(poll_days_min, poll_days_max));
    if (closes_on < today) return invalid("closes_on", planning::words::closes_early);
    std::set<Day> seen;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto field = "day-" + std::to_string(i + 1);
        if (!seen.insert(days[i]).second)
            return invalid(field, planning::words::date_twice(long_date(days[i])));
        if (days[i] <= closes_on)
            return invalid(field, planning::words::date_before_closing(long_date(days[i])));
    }
    return {};
}

bool takes_answers(PollState state, Day closes_on, Day today) {
    return state == PollState::open && today <= closes_on;
}

Error no_answers_error(PollState state, Day closes_on) {
    if (state == PollState::closed) return refused(planning::words::date_agreed);
    if (state == PollState::cancelled) return refused(planning::words::poll_cancelled);
    return refused(planning::words::poll_closed(long_date(closes_on)));
}

std::vector<PollTotal> poll_totals(const std::vector<Day>& days,
                                   const std::vector<PollAnswers>& answers) {
    std::vector<PollTotal> totals;
    for (const Day day : days) {
        PollTotal total{day};
        for (const auto& one : answers) {
            const auto found = one.find(day);
            if (found == one.end()) continue;
            total.yes += found->second == PollAnswer::yes ? 1 : 0;
            total.if_need_be += found->second == PollAnswer::if_need_be ? 1 : 0;
            total.no += found->second == PollAnswer::no ? 1 : 0;
        }
        totals.push_back(total);
    }
    return totals;
}

std::optional<Day> best_poll_day(const std::vector<PollTotal>& totals) {
    const auto rank = [](const PollTotal& total) {
        return std::tuple(total.no, -total.yes, -total.if_need_be, total.day);
    };
    const auto best =
        std::min_element(totals.begin(), totals.end(),
                         [&](const PollTotal& a, const PollTotal& b) { return rank(a) < rank(b); });
    if (best == totals.end() || best->yes + best->if_need_be + best->no == 0) return std::nullopt;
    return best->day;
}

}  // namespace workflows
