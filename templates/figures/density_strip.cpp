#include "templates/figures/density_strip.hpp"

#include <algorithm>

namespace templates::figures {
namespace {

constexpr int margin = 16;
constexpr int week_width = 17;
constexpr int square = 14;  // the width of a column of squares
constexpr int column_height = 96;
constexpr int unit_max = 14;
constexpr int head = 54;         // words of today, months, clash marks
constexpr int scale_width = 28;  // the number of the fullest week

Day first_day(int year) {
    return Day{std::chrono::year{year} / std::chrono::January / 1};
}

Day last_day(int year) {
    return Day{std::chrono::year{year} / std::chrono::December / 31};
}

Day monday_of(Day day) {
    const std::chrono::weekday weekday{day};
    return day - (weekday - std::chrono::Monday);
}

int week_of(int year, Day day) {
    return static_cast<int>((day - monday_of(first_day(year))).count()) / 7;
}

// From the Monday of the first week, so that a day stands in the column of its week.
TimeAxis axis_of(int year) {
    const auto first = monday_of(first_day(year));
    const int weeks = week_of(year, last_day(year)) + 1;
    return {first, first + std::chrono::days(weeks * 7), margin + scale_width, weeks * week_width};
}

void draw_week(Drawing& drawing, const StripLayout& layout, const StripLayout::Week& week) {
    const int gap = layout.unit > 3 ? 1 : 0;
    for (int i = 0; i < week.meetings; ++i) {
        const int bottom = layout.base - i * layout.unit;
        drawing.box({week.x, bottom - layout.unit + gap, week.x + square, bottom}, Ink::brand,
                    Ink::brand);
    }
    if (week.clash)
        drawing.text(
            {week.x + square / 2, layout.base - week.meetings * layout.unit - 4}, "!",
            {.ink = Ink::red, .weight = Weight::bold, .anchor = Anchor::middle, .halo = true});
}

// Months begin inside a week, so the tick is drawn where the day is and the words beside it.
void draw_frame(Drawing& drawing, const DensityStrip& strip, const StripLayout& layout) {
    const auto axis = axis_of(strip.year);
    for (unsigned month = 1; month <= 12; ++month) {
        const Day first{std::chrono::year{strip.year} / std::chrono::month{month} / 1};
        const auto words = short_day(first).substr(2);
        drawing.line({axis.x(first), head - 16}, {axis.x(first), layout.base}, Ink::line);
        drawing.text({axis.x(first) + 3, head - 20}, words, small_quiet);
    }
    drawing.line({axis.left(), layout.base}, {axis.right(), layout.base}, Ink::quiet);
    int fullest = 0;
    for (const auto& week : layout.weeks)
        fullest = std::max(fullest, week.meetings);
    const int top = layout.base - fullest * layout.unit;
    drawing.line({axis.left() - 4, top}, {axis.right(), top}, Ink::line, 1, Dash::dotted);
    drawing.text({axis.left() - 8, top + 5}, std::to_string(fullest),
                 {.size = 12, .ink = Ink::quiet, .anchor = Anchor::end});
    if (strip.today) draw_today(drawing, axis, *strip.today, head - 32, layout.base);
}

}  // namespace

StripLayout lay_out(const DensityStrip& strip) {
    StripLayout layout;
    const auto axis = axis_of(strip.year);
    const int last_week = week_of(strip.year, last_day(strip.year));
    for (int week = 0; week <= last_week; ++week)
        layout.weeks.push_back({axis.left() + week * week_width + 1, 0, false});
    for (const auto& each : strip.days) {
        if (each.day < first_day(strip.year) || each.day > last_day(strip.year)) continue;
        auto& week = layout.weeks[static_cast<std::size_t>(week_of(strip.year, each.day))];
        week.meetings += each.meetings;
        week.clash = week.clash || each.clash;
    }
    int fullest = 1;
    for (const auto& week : layout.weeks)
        fullest = std::max(fullest, week.meetings);
    layout.unit = std::clamp(column_height / fullest, 1, unit_max);
    layout.base = head + std::max(fullest * layout.unit, unit_max) + margin;
    layout.width = axis.right() + margin;
    layout.height = layout.base + margin;
    return layout;
}

Picture draw(const DensityStrip& strip) {
    const auto layout = lay_out(strip);
    const bool any = std::any_of(layout.weeks.begin(), layout.weeks.end(),
                                 [](const auto& week) { return week.meetings > 0; });
    if (!any) return {};
    Drawing drawing;
    draw_frame(drawing, strip, layout);
    for (const auto& week : layout.weeks)
        draw_week(drawing, layout, week);
    return drawing.finish(layout.width, layout.height);
}

}  // namespace templates::figures
