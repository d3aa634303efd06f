// A date as boards plan it: how it is read, kept, said and ordered.
#include "workflows/core/planned_date.hpp"

#include <tuple>

#include "workflows/core/words.hpp"

namespace workflows {

namespace {

using std::chrono::year_month;
using std::chrono::year_month_day;

bool says_unknown(std::string_view text) {
    return text.empty() || text == "tbc" || text == "TBC" || text == "tba" || text == "TBA";
}

/// Where a date stands among others: a month after its last day, no date after everything.
std::tuple<int, unsigned, unsigned> position(const PlannedDate& date) {
    constexpr unsigned after_every_day = 32;
    if (std::optional<Day> day = date.day()) {
        year_month_day civil(*day);
        return {int{civil.year()}, unsigned{civil.month()}, unsigned{civil.day()}};
    }
    if (std::optional<year_month> month = date.month()) {
        return {int{month->year()}, unsigned{month->month()}, after_every_day};
    }
    return {year_max + 1, 0, 0};
}

}  // namespace

Result<PlannedDate> PlannedDate::parse(std::string_view text, std::string_view field) {
    if (says_unknown(text)) {
        return PlannedDate();
    }
    bool is_month = text.size() == 7;
    Result<Day> day = parse_day(is_month ? std::string(text) + "-01" : std::string(text), field);
    if (!day) {
        return invalid(std::string(field), core::words::enter_a_date_for_example_2027);
    }
    if (is_month) {
        year_month_day first(*day);
        return PlannedDate(first.year() / first.month());
    }
    return PlannedDate(*day);
}

std::optional<Day> PlannedDate::day() const {
    const Day* day = std::get_if<Day>(&value_);
    return day != nullptr ? std::optional<Day>(*day) : std::nullopt;
}

std::optional<year_month> PlannedDate::month() const {
    if (const Day* day = std::get_if<Day>(&value_)) {
        year_month_day civil(*day);
        return civil.year() / civil.month();
    }
    const year_month* month = std::get_if<year_month>(&value_);
    return month != nullptr ? std::optional<year_month>(*month) : std::nullopt;
}

std::string PlannedDate::key() const {
    if (std::optional<Day> known = day()) {
        return iso(*known);
    }
    std::optional<year_month> known = month();
    return known ? iso(Day{*known / 1}).substr(0, 7) : "";
}

std::string PlannedDate::words() const {
    if (std::optional<Day> known = day()) {
        return long_date(*known);
    }
    std::optional<year_month> known = month();
    return known ? core::words::month_with_date_to_be_confirmed(month_name(*known))
                 : core::words::date_to_be_confirmed;
}

bool operator<(const PlannedDate& a, const PlannedDate& b) {
    return position(a) < position(b);
}

}  // namespace workflows
