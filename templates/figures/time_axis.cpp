#include "templates/figures/time_axis.hpp"

#include <algorithm>
#include <array>

#include "templates/figures/words.hpp"

namespace templates::figures {
namespace {

constexpr std::array<const char*, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int tick_gap = 8;
constexpr int tick_edge = 4;  // from the line to the words

std::string month_of(std::chrono::year_month_day date) {
    return month_names.at(static_cast<unsigned>(date.month()) - 1U);
}

std::string year_of(std::chrono::year_month_day date) {
    return std::to_string(static_cast<int>(date.year()));
}

int days_between(Day from, Day to) {
    return static_cast<int>((to - from).count());
}

}  // namespace

std::string short_day(Day day) {
    const std::chrono::year_month_day date{day};
    return std::to_string(static_cast<unsigned>(date.day())) + " " + month_of(date);
}

TimeAxis::TimeAxis(Day first, Day last, int left, int width)
    : first_(first), last_(std::max(first, last)), left_(left), width_(width) {}

int TimeAxis::x(Day day) const {
    const auto span = std::max(1, days_between(first_, last_));
    const auto along = static_cast<long long>(days_between(first_, day)) * width_;
    return left_ + static_cast<int>(along / span);
}

std::vector<TimeAxis::Tick> TimeAxis::months() const {
    std::vector<Tick> ticks;
    const std::chrono::year_month_day begin{first_};
    std::chrono::year_month month{begin.year(), begin.month()};
    if (begin.day() != std::chrono::day{1}) month += std::chrono::months{1};
    int free_from = left_;
    for (; Day{month / 1} <= last_; month += std::chrono::months{1}) {
        const std::chrono::year_month_day date{month / 1};
        Tick tick{x(Day{date}), month_of(date)};
        if (ticks.empty() || date.month() == std::chrono::January)
            tick.words += " " + year_of(date);
        const int right = tick.x + tick_edge + text_width(tick.words, small_quiet.size);
        if (tick.x < free_from) {
            tick.words.clear();
        } else {
            free_from = right + tick_gap;
        }
        ticks.push_back(std::move(tick));
    }
    return ticks;
}

void draw_months(Drawing& drawing, const TimeAxis& axis, int top, int bottom) {
    for (const auto& tick : axis.months()) {
        drawing.line({tick.x, top}, {tick.x, bottom}, Ink::line);
        if (!tick.words.empty())
            drawing.text({tick.x + tick_edge, top - 4}, tick.words, small_quiet);
    }
}

void draw_today(Drawing& drawing, const TimeAxis& axis, Day today, int top, int bottom) {
    if (!axis.has(today)) return;
    const auto words = figure_words::today(short_day(today));
    const int x = axis.x(today);
    drawing.line({x, top}, {x, bottom}, Ink::ink, 2, Dash::dotted);
    // On the left of its line near the right edge, so that nothing makes the picture wider.
    const bool near_end = x + tick_edge + text_width(words, 12, Weight::bold) > axis.right();
    drawing.text({near_end ? x : x + tick_edge, top - 4}, words,
                 {.size = 12,
                  .weight = Weight::bold,
                  .anchor = near_end ? Anchor::end : Anchor::start,
                  .halo = true});
}

}  // namespace templates::figures
