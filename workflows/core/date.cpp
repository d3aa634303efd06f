// Civil days and instants: parsing, wording, and the step through the system's zone files.
#include "workflows/core/date.hpp"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "workflows/core/words.hpp"

namespace workflows {

namespace {

namespace chrono = std::chrono;

constexpr std::array<const char*, 7> weekday_names = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};
constexpr std::array<const char*, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string padded(long long number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The whole of `text` as a number, or nothing; one to four digits.
std::optional<int> number(std::string_view text) {
    if (text.empty() || text.size() > 4 || !std::all_of(text.begin(), text.end(), is_digit)) {
        return std::nullopt;
    }
    int value = 0;
    for (char c : text) {
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string month_word(chrono::month month) {
    return month_names[unsigned{month} - 1];
}

std::string weekday_word(Day day) {
    return weekday_names[chrono::weekday(day).c_encoding()];
}

std::string lower_without_spaces(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (c != ' ') {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return out;
}

bool take_ending(std::string& text, std::string_view ending) {
    if (!text.ends_with(ending)) {
        return false;
    }
    text.resize(text.size() - ending.size());
    return true;
}

/// "9:30" or "9.30", and a bare hour only where am or pm stood after it.
std::optional<TimeOfDay> clock_face(std::string_view text, bool bare_hour_allowed) {
    std::size_t colon = text.find_first_of(":.");
    std::optional<int> hour = number(text.substr(0, colon));
    if (!hour || colon > 2) {
        return bare_hour_allowed && hour && text.size() <= 2
                   ? std::optional<TimeOfDay>(TimeOfDay{*hour, 0})
                   : std::nullopt;
    }
    std::string_view minutes = text.substr(colon + 1);
    std::optional<int> minute = number(minutes);
    if (!minute || minutes.size() != 2 || *minute > 59 || *hour > 23) {
        return std::nullopt;
    }
    return TimeOfDay{*hour, *minute};
}

std::optional<TimeOfDay> read_time(std::string text) {
    if (text == "midday" || text == "noon") {
        return TimeOfDay{12, 0};
    }
    if (text == "midnight") {
        return TimeOfDay{0, 0};
    }
    bool after_noon = take_ending(text, "pm");
    bool before_noon = !after_noon && take_ending(text, "am");
    std::optional<TimeOfDay> time = clock_face(text, after_noon || before_noon);
    if (!time || !(after_noon || before_noon)) {
        return time;
    }
    if (time->hour < 1 || time->hour > 12) {
        return std::nullopt;
    }
    time->hour = time->hour % 12 + (after_noon ? 12 : 0);
    return time;
}

/// The library throws for an unknown name; users choose the names, so they are looked up here.
const date::time_zone* find_zone(const std::string& zone) {
    const auto& zones = date::get_tzdb().zones;
    auto at = std::lower_bound(
        zones.begin(), zones.end(), zone,
        [](const date::time_zone& known, const std::string& name) { return known.name() < name; });
    return at != zones.end() && at->name() == zone ? &*at : nullptr;
}

}  // namespace

Day make_day(int year, unsigned month, unsigned day) {
    return Day{chrono::year{year} / chrono::month{month} / chrono::day{day}};
}

Result<Day> parse_day(std::string_view text, std::string_view field) {
    std::optional<chrono::year_month_day> date;
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        std::optional<int> year = number(text.substr(0, 4));
        std::optional<int> month = number(text.substr(5, 2));
        std::optional<int> day = number(text.substr(8, 2));
        if (year && month && day && *year >= year_min && *year <= year_max) {
            date = chrono::year{*year} / chrono::month{static_cast<unsigned>(*month)} /
                   chrono::day{static_cast<unsigned>(*day)};
        }
    }
    if (!date || !date->ok()) {
        return invalid(std::string(field), core::words::enter_a_real_date_as_year);
    }
    return Day{*date};
}

Result<TimeOfDay> parse_time(std::string_view text, std::string_view field) {
    std::optional<TimeOfDay> time = read_time(lower_without_spaces(text));
    if (!time) {
        return invalid(std::string(field), core::words::enter_a_time_for_example_2pm);
    }
    return *time;
}

std::string iso(Day day) {
    chrono::year_month_day date(day);
    return padded(int{date.year()}, 4) + "-" + padded(unsigned{date.month()}, 2) + "-" +
           padded(unsigned{date.day()}, 2);
}

std::string iso(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}

std::string iso(Instant instant) {
    Day day = chrono::floor<chrono::days>(instant);
    chrono::hh_mm_ss<chrono::seconds> time(instant - day);
    return iso(day) + "T" + padded(time.hours().count(), 2) + ":" +
           padded(time.minutes().count(), 2) + ":" + padded(time.seconds().count(), 2) + "Z";
}

std::string iso(TimeOfDay time) {
    return padded(time.hour, 2) + ":" + padded(time.minute, 2);
}

std::string long_date(Day day) {
    chrono::year_month_day date(day);
    return weekday_word(day) + " " + std::to_string(unsigned{date.day()}) + " " +
           month_word(date.month()) + " " + std::to_string(int{date.year()});
}

std::string short_date(Day day) {
    chrono::year_month_day date(day);
    return std::to_string(unsigned{date.day()}) + " " + month_word(date.month()).substr(0, 3) +
           " " + std::to_string(int{date.year()});
}

std::string weekday_date(Day day) {
    return weekday_word(day).substr(0, 3) + " " + short_date(day);
}

std::string spoken_time(TimeOfDay time) {
    if (time.minute == 0 && time.hour % 12 == 0) {
        return time.hour == 0 ? "midnight" : "midday";
    }
    int hour = time.hour % 12 == 0 ? 12 : time.hour % 12;
    std::string minutes = time.minute == 0 ? "" : ":" + padded(time.minute, 2);
    return std::to_string(hour) + minutes + (time.hour < 12 ? "am" : "pm");
}

std::string month_name(chrono::year_month month) {
    return month_word(month.month()) + " " + std::to_string(int{month.year()});
}

int year_of(Day day) {
    return int{chrono::year_month_day(day).year()};
}

bool is_weekend(Day day) {
    chrono::weekday weekday(day);
    return weekday == chrono::Saturday || weekday == chrono::Sunday;
}

Result<Instant> to_instant(Day day, TimeOfDay time, const std::string& zone) {
    const date::time_zone* found = find_zone(zone);
    if (found == nullptr) {
        return invalid("zone", core::words::enter_a_time_zone_by_name);
    }
    date::local_seconds local{day.time_since_epoch() + chrono::hours{time.hour} +
                              chrono::minutes{time.minute}};
    date::local_info info = found->get_info(local);
    if (info.result == date::local_info::nonexistent) {
        return info.second.begin;
    }
    return Instant{local.time_since_epoch() - info.first.offset};
}

LocalTime to_local(Instant instant, const std::string& zone) {
    const date::time_zone* found = find_zone(zone);
    if (found == nullptr) {
        throw std::invalid_argument("unknown time zone: " + zone);
    }
    date::sys_info info = found->get_info(instant);
    Instant local = instant + info.offset;
    Day day = chrono::floor<chrono::days>(local);
    chrono::hh_mm_ss<chrono::seconds> clock(local - day);
    return {day,
            {static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count())},
            static_cast<int>(chrono::duration_cast<chrono::minutes>(info.offset).count()),
            info.abbrev};
}

}  // namespace workflows
