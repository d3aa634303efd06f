// Bank holidays of England and Wales: the standing rules, then what proclamations changed.
#include "workflows/core/bank_holidays.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace workflows {

namespace {

using std::chrono::days;
using std::chrono::weekday;

constexpr int first_year = 1978;  // the first with May Day, the youngest of the standing holidays

enum class Name {
    new_year,
    good_friday,
    easter_monday,
    early_may,
    spring,
    summer,
    christmas,
    boxing,
    royal_wedding,
    millennium,
    golden_jubilee,
    diamond_jubilee,
    platinum_jubilee,
    state_funeral,
    coronation
};

// clang-format off
const std::array<std::string, 15> names = {
    "New Year's Day", "Good Friday", "Easter Monday", "Early May bank holiday",
    "Spring bank holiday", "Summer bank holiday", "Christmas Day", "Boxing Day",
    "Royal Wedding", "Millennium Eve", "Golden Jubilee", "Diamond Jubilee", "Platinum Jubilee",
    "State Funeral of Queen Elizabeth II", "Coronation of King Charles III"};
// clang-format on

struct Entry {
    Day day;
    Name name;
    bool substitute = false;
};

const std::string& name_of(Name name) {
    return names[static_cast<std::size_t>(name)];
}

Day first_monday(int year, unsigned month) {
    return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::Monday[1]};
}

Day last_monday(int year, unsigned month) {
    return Day{std::chrono::year{year} / std::chrono::month{month} /
               std::chrono::Monday[std::chrono::last]};
}

/// Royal proclamations under section 1(2) (another day instead) and 1(3) (one more day).
struct Proclaimed {
    Name name;
    int year;
    unsigned month;
    unsigned day;
};

// clang-format off
constexpr Proclaimed moved[] = {
    {Name::early_may, 1995, 5, 8},
    {Name::spring,    2002, 6, 4},
    {Name::spring,    2012, 6, 4},
    {Name::early_may, 2020, 5, 8},
    {Name::spring,    2022, 6, 2},
};
constexpr Proclaimed extra[] = {
    {Name::royal_wedding,    1981, 7, 29},
    {Name::millennium,       1999, 12, 31},
    {Name::golden_jubilee,   2002, 6, 3},
    {Name::royal_wedding,    2011, 4, 29},
    {Name::diamond_jubilee,  2012, 6, 5},
    {Name::platinum_jubilee, 2022, 6, 3},
    {Name::state_funeral,    2022, 9, 19},
    {Name::coronation,       2023, 5, 8},
};
// clang-format on

Day unless_moved(Name name, int year, Day usual) {
    for (const Proclaimed& row : moved) {
        if (row.name == name && row.year == year) {
            return make_day(row.year, row.month, row.day);
        }
    }
    return usual;
}

Entry new_year(int year) {
    Day day = make_day(year, 1, 1);
    Day kept = day;
    while (is_weekend(kept)) {
        kept += days{1};
    }
    return {kept, Name::new_year, kept != day};
}

/// Christmas Day on a Sunday gives way to Boxing Day on the Monday and takes the Tuesday.
std::array<Entry, 2> christmas(int year) {
    Day day = make_day(year, 12, 25);
    Entry christmas_day{day, Name::christmas, false};
    Entry boxing_day{day + days{1}, Name::boxing, false};
    if (weekday(day) == std::chrono::Friday) {
        boxing_day = {day + days{3}, Name::boxing, true};
    } else if (weekday(day) == std::chrono::Saturday) {
        christmas_day = {day + days{2}, Name::christmas, true};
        boxing_day = {day + days{3}, Name::boxing, true};
    } else if (weekday(day) == std::chrono::Sunday) {
        christmas_day = {day + days{2}, Name::christmas, true};
    }
    return {christmas_day, boxing_day};
}

std::vector<Entry> entries(int year) {
    if (year < first_year) {
        return {};
    }
    Day easter = easter_sunday(year);
    std::array<Entry, 2> winter = christmas(year);
    std::vector<Entry> all = {
        new_year(year),
        {easter - days{2}, Name::good_friday},
        {easter + days{1}, Name::easter_monday},
        {unless_moved(Name::early_may, year, first_monday(year, 5)), Name::early_may},
        {unless_moved(Name::spring, year, last_monday(year, 5)), Name::spring},
        {last_monday(year, 8), Name::summer},
        winter[0],
        winter[1],
    };
    for (const Proclaimed& row : extra) {
        if (row.year == year) {
            all.push_back({make_day(row.year, row.month, row.day), row.name});
        }
    }
    std::sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) { return a.day < b.day; });
    return all;
}

const std::string saturday = "Saturday";
const std::string sunday = "Sunday";
const std::string substitute_day = "substitute day";

struct Closed {
    Day day;
    const std::string* reason;
};

/// All computed holidays by day: the same for every county and far too many to list for each page.
const std::vector<Closed>& computed() {
    static const std::vector<Closed> table = [] {
        std::vector<Closed> closed;
        for (int year = first_year; year <= year_max; ++year) {
            for (const Entry& entry : entries(year)) {
                closed.push_back(
                    {entry.day, entry.substitute ? &substitute_day : &name_of(entry.name)});
            }
        }
        return closed;
    }();
    return table;
}

/// Where `day` stands in rows sorted by day, or null.
template <class Row>
const Row* find_day(const std::vector<Row>& rows, Day day) {
    auto at = std::lower_bound(rows.begin(), rows.end(), day,
                               [](const Row& row, Day wanted) { return row.day < wanted; });
    return at != rows.end() && at->day == day ? &*at : nullptr;
}

}  // namespace

/// The anonymous Gregorian computus, with its century corrections named.
Day easter_sunday(int year) {
    int golden = year % 19;
    int century = year / 100;
    int skipped_leap_days = century - century / 4;
    int moon_correction = (8 * century + 13) / 25;
    int epact = (19 * golden + skipped_leap_days - moon_correction + 15) % 30;
    int full_moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    int moon_weekday = (year + year / 4 + full_moon + 2 - skipped_leap_days) % 7;
    return make_day(year, 3, 28) + days{full_moon - moon_weekday};
}

std::vector<Holiday> bank_holidays(int year) {
    std::vector<Holiday> holidays;
    for (const Entry& entry : entries(year)) {
        holidays.push_back({entry.day, name_of(entry.name), entry.substitute});
    }
    return holidays;
}

Holidays::Holidays(std::vector<AddedHoliday> added) : added_(std::move(added)) {
    std::stable_sort(added_.begin(), added_.end(),
                     [](const AddedHoliday& a, const AddedHoliday& b) { return a.day < b.day; });
}

const std::string* Holidays::reason(Day day) const {
    if (is_weekend(day)) {
        return weekday(day) == std::chrono::Saturday ? &saturday : &sunday;
    }
    if (const AddedHoliday* row = find_day(added_, day)) {
        return &row->reason;
    }
    const Closed* closed = find_day(computed(), day);
    return closed != nullptr ? closed->reason : nullptr;
}

}  // namespace workflows
