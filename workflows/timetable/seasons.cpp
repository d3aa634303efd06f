#include "workflows/timetable/seasons.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "workflows/timetable/words.hpp"

namespace workflows {
namespace {

constexpr unsigned months = 12;

bool holds_month(const SeasonSpan& span, unsigned month) {
    if (span.first_month <= span.last_month)
        return span.first_month <= month && month <= span.last_month;
    return month >= span.first_month || month <= span.last_month;
}

std::string first_field(const SeasonSpan& span) {
    return std::string(to_text(span.season)) + "_first";
}

}  // namespace

Seasons default_seasons() {
    return {SeasonSpan{Season::spring, 3, 5}, SeasonSpan{Season::summer, 6, 8},
            SeasonSpan{Season::autumn, 9, 12}, SeasonSpan{Season::winter, 1, 2}};
}

Result<void> check_seasons(const Seasons& seasons) {
    for (const SeasonSpan& span : seasons)
        if (span.first_month < 1 || span.first_month > months || span.last_month < 1 ||
            span.last_month > months)
            return invalid(first_field(span),
                           timetable::words::select_months(to_words(span.season)));
    for (unsigned month = 1; month <= months; ++month) {
        const SeasonSpan* found = nullptr;
        for (const SeasonSpan& span : seasons) {
            if (!holds_month(span, month)) continue;
            if (found != nullptr)
                return invalid(first_field(span), timetable::words::month_in_both(
                                                      month_words(month), to_words(found->season),
                                                      to_words(span.season)));
            found = &span;
        }
        if (found == nullptr)
            return invalid(first_field(seasons.front()),
                           timetable::words::month_in_none(month_words(month)));
    }
    return {};
}

SeasonWindow season_window(const Seasons& seasons, Season season, int year) {
    const SeasonSpan& span = seasons[static_cast<std::size_t>(season)];
    const int ends = span.last_month < span.first_month ? year + 1 : year;
    const std::chrono::year_month_day_last last{
        std::chrono::year{ends}, std::chrono::month_day_last{std::chrono::month{span.last_month}}};
    return {make_day(year, span.first_month, 1), Day{last}};
}

Season season_of(const Seasons& seasons, Day day) {
    const auto month = static_cast<unsigned>(std::chrono::year_month_day{day}.month());
    for (const SeasonSpan& span : seasons)
        if (holds_month(span, month)) return span.season;
    return Season::winter;
}

std::string month_words(unsigned month) {
    const std::string name = month_name({std::chrono::year{2000}, std::chrono::month{month}});
    return name.substr(0, name.find(' '));
}

std::string window_words(const SeasonWindow& window) {
    const std::chrono::year_month_day from{window.from};
    const std::chrono::year_month_day to{window.to};
    const std::string last = month_name({to.year(), to.month()});
    if (from.year() != to.year()) return month_name({from.year(), from.month()}) + " to " + last;
    if (from.month() == to.month()) return last;
    return month_words(static_cast<unsigned>(from.month())) + " to " + last;
}

std::string season_words(Season season, int year) {
    return std::string(to_words(season)) + " " + std::to_string(year);
}

std::vector<Obligation> once_a_year(std::vector<Obligation> obligations, const Seasons& seasons) {
    const auto month = [&](const Obligation& each) {
        return seasons[static_cast<std::size_t>(each.season)].first_month;
    };
    std::map<std::tuple<std::string, std::string, ReportPurpose>, unsigned> earliest;
    for (const auto& each : obligations) {
        const auto [at, added] =
            earliest.try_emplace({each.report, each.board, each.purpose}, month(each));
        if (!added) at->second = std::min(at->second, month(each));
    }
    std::erase_if(obligations, [&](const Obligation& each) {
        return month(each) != earliest.at({each.report, each.board, each.purpose});
    });
    return obligations;
}

std::vector<Obligation> obligations_of_year(int year, std::span<const TimetableCell> cells,
                                            std::span<const GroupMember> groups,
                                            std::span<const Succession> successions,
                                            const Seasons& seasons) {
    constexpr unsigned december = 12;
    constexpr unsigned last_of_december = 31;
    const auto day = make_day(year, december, last_of_december);
    return once_a_year(expand(cells, groups, successions, day), seasons);
}

}  // namespace workflows
