#include "templates/figures/age_plot.hpp"

#include <algorithm>
#include <array>

#include "templates/figures/words.hpp"
#include "workflows/text/words.hpp"

namespace templates::figures {
namespace {

constexpr int margin = 16;
constexpr int row_height = 28;
constexpr int key_height = 36;
constexpr int scale_height = 24;
constexpr int label_width_max = 340;
constexpr int plot_width = 520;
constexpr int label_size = 13;
constexpr int words_size = 12;
constexpr int words_gap = 13;  // from the middle of a mark
constexpr int ticks_max = 10;

const std::vector<KeyEntry>& key() {
    static const std::vector<KeyEntry> entries{
        {Mark::disc, Ink::brand, figure_words::days_open},
        {Mark::diamond, Ink::red, figure_words::days_open_overdue},
        {Mark::bar, Ink::ink, figure_words::deadline}};
    return entries;
}

int shown(int days) {
    return std::clamp(days, 0, age_days_max);
}

int step_of(int days) {
    constexpr std::array steps{1, 2, 7, 14, 28, 91};
    for (const int step : steps)
        if (days / step < ticks_max) return step;
    return steps.back();
}

std::string words_of(const AgeRow& row) {
    return row.late() ? figure_words::days_overdue(row.days, row.days - *row.target)
                      : figure_words::days(row.days);
}

int widest_label(const AgePlot& plot) {
    int width = 0;
    for (const auto& row : plot.rows)
        width = std::max(width, text_width(row.label, label_size));
    return std::min(width, label_width_max);
}

int x_of(const AgeLayout& layout, int days) {
    return layout.plot_left + shown(days) * plot_width / layout.days_max;
}

// Right of the dot, and right of the target where that would stand in the words.
void place_words(AgeLayout::Row& row) {
    const int width = text_width(row.words, words_size);
    int left = row.dot.x + words_gap;
    if (row.target && row.target->x + mark_radius > left &&
        row.target->x - mark_radius < left + width)
        left = row.target->x + words_gap;
    row.words_box = {left, row.dot.y - 8, left + width, row.dot.y + 7};
}

void draw_scale(Drawing& drawing, const AgeLayout& layout) {
    for (const int tick : layout.ticks) {
        const int x = x_of(layout, tick);
        drawing.line({x, layout.plot_top}, {x, layout.height - margin}, Ink::line);
        drawing.text({x, layout.plot_top - 5}, tick == 0 ? "0 days" : std::to_string(tick),
                     {.size = 12, .ink = Ink::quiet, .anchor = Anchor::middle});
    }
}

}  // namespace

int percentile(std::vector<int> numbers, int percent) {
    std::sort(numbers.begin(), numbers.end());
    const auto count = static_cast<long long>(numbers.size());
    const auto rank = std::max(1LL, (count * percent + 99) / 100);
    return numbers.at(static_cast<std::size_t>(std::min(rank, count) - 1));
}

AgeLayout lay_out(const AgePlot& plot) {
    AgeLayout layout;
    layout.plot_left = margin + widest_label(plot) + 2 * margin;
    layout.plot_right = layout.plot_left + plot_width;
    layout.plot_top = margin + key_height + scale_height;
    int most = 1;
    for (const auto& row : plot.rows)
        most = std::max({most, shown(row.days), shown(row.target.value_or(0))});
    const int step = step_of(most);
    layout.days_max = (most + step - 1) / step * step;
    for (int tick = 0; tick <= layout.days_max; tick += step)
        layout.ticks.push_back(tick);
    layout.width = std::max(margin + key_width(key()), layout.plot_right + margin);
    int y = layout.plot_top + row_height / 2;
    for (const auto& row : plot.rows) {
        AgeLayout::Row placed;
        placed.dot = {x_of(layout, row.days), y};
        if (row.target) placed.target = Point{x_of(layout, *row.target), y};
        placed.words = words_of(row);
        place_words(placed);
        layout.width = std::max(layout.width, placed.words_box.right + margin);
        layout.rows.push_back(std::move(placed));
        y += row_height;
    }
    layout.height = y - row_height / 2 + margin;
    return layout;
}

Picture draw(const AgePlot& plot) {
    if (plot.rows.empty() || plot.rows.size() > age_rows_max) return {};
    const auto layout = lay_out(plot);
    Drawing drawing;
    draw_key(drawing, {margin, margin + mark_radius}, key());
    draw_scale(drawing, layout);
    for (std::size_t i = 0; i < plot.rows.size(); ++i) {
        const auto& row = plot.rows[i];
        const auto& placed = layout.rows[i];
        const auto& look = key()[row.late() ? 1 : 0];
        drawing.link(row.href);
        drawing.text({layout.plot_left - 2 * margin, placed.dot.y + 5},
                     cut_text(row.label, label_size, label_width_max),
                     {.size = label_size, .anchor = Anchor::end});
        drawing.end_link();
        drawing.line({layout.plot_left, placed.dot.y}, placed.dot, Ink::quiet);
        if (placed.target) drawing.mark(Mark::bar, *placed.target, Ink::ink);
        drawing.mark(look.mark, placed.dot, look.ink);
        drawing.text({placed.words_box.left, placed.dot.y + 4}, placed.words,
                     {.size = words_size, .halo = true});
    }
    return drawing.finish(layout.width, layout.height);
}

}  // namespace templates::figures
