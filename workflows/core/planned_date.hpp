// A date as boards plan it: a day, a month ("TBA February 2019") or still to be confirmed.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "workflows/core/date.hpp"

namespace workflows {

class PlannedDate {
  public:
    struct ToBeConfirmed {
        friend auto operator<=>(const ToBeConfirmed&, const ToBeConfirmed&) = default;
    };

    PlannedDate() = default;  // to be confirmed
    PlannedDate(Day day) : value_(day) {}
    PlannedDate(std::chrono::year_month month) : value_(month) {}

    /// "2018-11-22", "2019-02", "tbc", "tba" or empty. An impossible date is Code::invalid, naming
    /// `field`.
    static Result<PlannedDate> parse(std::string_view text, std::string_view field = "date");

    std::optional<Day> day() const;
    std::optional<std::chrono::year_month> month() const;  // of a day or of a month
    bool to_be_confirmed() const { return std::holds_alternative<ToBeConfirmed>(value_); }

    std::string key() const;    // "2018-11-22", "2019-02", "" : what is stored, and parse() reads
    std::string words() const;  // "Thursday 22 November 2018", "February 2019 (day to be
                                // confirmed)", "Date to be confirmed"
    friend bool operator==(const PlannedDate&, const PlannedDate&) = default;
    /// Days by time; a month after its days; to be confirmed last.
    friend bool operator<(const PlannedDate& a, const PlannedDate& b);

  private:
    std::variant<ToBeConfirmed, Day, std::chrono::year_month> value_;
};

}  // namespace workflows
