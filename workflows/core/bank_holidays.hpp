// Bank holidays of England and Wales, computed, and the days on which offices are shut.
#pragma once

#include <string>
#include <vector>

#include "workflows/core/date.hpp"

namespace workflows {

struct Holiday {
    Day day;
    std::string name;         // "Good Friday"
    bool substitute = false;  // stands in for a holiday that falls on a weekend
};

/// Easter Sunday of the Gregorian calendar.
Day easter_sunday(int year);

/// The holidays of one year, by day: Banking and Financial Dealings Act 1971 Schedule 1, the two
/// common-law days (Good Friday, Christmas Day) and the days of royal proclamations. A holiday that
/// falls on a weekend is listed on its substitute day only. Right from 1978; no holiday before.
std::vector<Holiday> bank_holidays(int year);

/// A day that the operator adds: proclaimed after this program was built, or a closure that the
/// council counts as non-working.
struct AddedHoliday {
    Day day;
    std::string reason;
};

/// Which days are not working days. Immutable: may be read from any thread.
class Holidays {
  public:
    /// The computed holidays of all years up to year_max, and those added.
    explicit Holidays(std::vector<AddedHoliday> added = {});

    /// Null on a working day; else "Saturday", "Sunday", the reason of an added day, the holiday's
    /// name, or "substitute day". The text lives as long as this object.
    const std::string* reason(Day day) const;
    bool is_working_day(Day day) const { return reason(day) == nullptr; }

  private:
    std::vector<AddedHoliday> added_;  // sorted by day
};

}  // namespace workflows
