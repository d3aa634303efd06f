// Where a day stands on a picture whose x is time, and the months above it.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "templates/figures/svg.hpp"

namespace templates::figures {

using Day = std::chrono::sys_days;

/// "27 Jan".
std::string short_day(Day day);

class TimeAxis {
  public:
    /// `first` stands at `left`, `last` at `left + width`; one day alone stands at `left`.
    TimeAxis(Day first, Day last, int left, int width);

    int x(Day day) const;
    bool has(Day day) const { return day >= first_ && day <= last_; }
    int left() const { return left_; }
    int right() const { return left_ + width_; }

    struct Tick {
        int x = 0;
        std::string words;  // "Feb 2016" at first and in January, else "Mar"; empty: no room
    };
    /// The first day of each month on the axis.
    std::vector<Tick> months() const;

  private:
    Day first_;
    Day last_;
    int left_;
    int width_;
};

inline constexpr TextStyle small_quiet{
    .size = 12, .ink = Ink::quiet, .weight = Weight::normal, .anchor = Anchor::start, .halo = true};

/// A line at each tick from `top` to `bottom`, its words above.
void draw_months(Drawing& drawing, const TimeAxis& axis, int top, int bottom);
/// "Today, 1 Mar" above `top` and a line down to `bottom`, when it is on the axis.
void draw_today(Drawing& drawing, const TimeAxis& axis, Day today, int top, int bottom);

}  // namespace templates::figures
