#include "templates/figures/circulation_line.hpp"

#include <algorithm>

#include "templates/figures/words.hpp"
#include "workflows/text/words.hpp"

namespace templates::figures {
namespace {

constexpr int margin = 16;
constexpr int row_height = 36;
constexpr int key_height = 36;
constexpr int months_height = 40;  // the words of today above those of the months
constexpr int day_width = 11;
constexpr int plot_width_min = 440;
constexpr int plot_width_max = 1400;
constexpr int label_size = 13;
constexpr int label_gap = 12;  // from the middle of a mark to its words
constexpr int label_rise = 6;  // words stand above the line that leaves the stop
constexpr int wait_size = 12;
constexpr int bubble_edge = 5;
constexpr int open_gap = 60;  // from the last day to the stops without one

const std::vector<KeyEntry>& key() {
    static const std::vector<KeyEntry> entries{
        {Mark::disc, Ink::brand, figure_words::agreed},
        {Mark::diamond, Ink::amber, figure_words::agreed_with_comments},
        {Mark::half_disc, Ink::blue, figure_words::noted},
        {Mark::cross, Ink::red, figure_words::not_agreed},
        {Mark::triangle, Ink::purple, figure_words::no_outcome},
        {Mark::ring, Ink::ink, figure_words::not_met_yet},
        {Mark::dashed_ring, Ink::ink, figure_words::provisional}};
    return entries;
}

const KeyEntry& look_of(const LineStop& stop) {
    if (stop.shape != StopShape::to_come) {
        static constexpr std::size_t entry_of[] = {0, 2, 1, 3, 4};
        return key()[entry_of[static_cast<std::size_t>(stop.shape)]];
    }
    return key()[stop.provisional || !stop.day ? 6 : 5];
}

std::string words_of(const LineStop& stop) {
    if (!stop.day) return stop.open_words;
    return short_day(*stop.day) + (stop.provisional ? ", provisional" : "");
}

struct Span {
    Day first;
    Day last;
};

std::optional<Span> span_of(const CirculationLine& line) {
    std::optional<Span> span;
    for (const auto& stop : line.stops) {
        if (!stop.day) continue;
        if (!span) span = Span{*stop.day, *stop.day};
        span->first = std::min(span->first, *stop.day);
        span->last = std::max(span->last, *stop.day);
    }
    return span;
}

TimeAxis axis_of(const CirculationLine& line, int left) {
    const auto span = span_of(line);
    if (!span) return {Day{}, Day{}, left, 0};
    const auto days = static_cast<int>((span->last - span->first).count());
    const int width = days == 0 ? 0 : std::clamp(days * day_width, plot_width_min, plot_width_max);
    return {span->first, span->last, left, width};
}

// Rows in the order in which the line calls; a board that it calls at again gets a second row only
// where the words of the first are in the way.
class Rows {
  public:
    int take(const std::string& board, int left, int right) {
        for (auto& row : rows_) {
            if (row.board != board || row.taken_to > left) continue;
            row.taken_to = right;
            return row.y;
        }
        rows_.push_back({board, static_cast<int>(rows_.size()) * row_height, right});
        return rows_.back().y;
    }
    std::vector<CirculationLayout::Row> moved(int top) const {
        std::vector<CirculationLayout::Row> out;
        for (const auto& row : rows_)
            out.push_back({row.board, row.y + top});
        return out;
    }

  private:
    struct Row {
        std::string board;
        int y;
        int taken_to;
    };
    std::vector<Row> rows_;
};

Box words_box(Point at, std::string_view words) {
    const int left = at.x + label_gap;
    const int base = at.y - label_rise;
    return {left, base - label_size, left + text_width(words, label_size), base + 4};
}

Box version_box(const Box& words, std::string_view version) {
    const int left = words.right + bubble_edge + 3;
    return {left, words.top, left + text_width(version, wait_size) + 2 * bubble_edge, words.bottom};
}

void add_version(CirculationLayout::Stop& placed, const LineStop& stop, std::string& last) {
    if (stop.version.empty() || stop.version == last) return;
    last = stop.version;
    placed.version = cut_text(stop.version, wait_size, 160);
    placed.version_box = version_box(placed.words_box, placed.version);
}

int right_of(const CirculationLayout::Stop& placed) {
    return placed.version.empty() ? placed.words_box.right : placed.version_box.right;
}

void move_down(CirculationLayout::Stop& placed, int by) {
    placed.at.y += by;
    for (auto* box : {&placed.words_box, &placed.version_box}) {
        box->top += by;
        box->bottom += by;
    }
}

void add_wait(CirculationLayout::Stop& placed, const LineStop& from, const LineStop& to, int to_x) {
    if (!from.day || !to.day) return;
    const auto days = (*to.day - *from.day).count();
    const auto words = workflows::text::counted(days, "day", "days");
    const int width = text_width(words, wait_size);
    if (to_x - placed.at.x < width + 4 * mark_radius) return;
    const int left = (placed.at.x + to_x - width) / 2;
    placed.wait = words;
    placed.wait_box = {left, placed.at.y + 3, left + width, placed.at.y + 4 + wait_size};
}

int widest_board(const CirculationLine& line) {
    int width = 0;
    for (const auto& stop : line.stops)
        width = std::max(width, text_width(stop.board, 14, Weight::bold));
    return std::min(width, 200);
}

void draw_line(Drawing& drawing, const CirculationLine& line, const CirculationLayout& layout) {
    for (std::size_t i = 1; i < layout.stops.size(); ++i) {
        const auto from = layout.stops[i - 1].at;
        const auto to = layout.stops[i].at;
        const auto& stop = line.stops[i];
        const bool certain = stop.day && !(stop.provisional && stop.shape == StopShape::to_come);
        drawing.polyline({from, {to.x, from.y}, to}, Ink::brand, 3,
                         certain ? Dash::none : Dash::dashed);
    }
}

void draw_stop(Drawing& drawing, const LineStop& stop, const CirculationLayout::Stop& placed) {
    const auto& look = look_of(stop);
    drawing.link(stop.href);
    drawing.mark(look.mark, placed.at, look.ink);
    drawing.text({placed.words_box.left, placed.words_box.bottom - 4}, placed.words,
                 {.size = label_size, .halo = true});
    drawing.end_link();
    if (!placed.version.empty()) {
        drawing.box(placed.version_box, Ink::pale, Ink::brand, 8);
        drawing.text({placed.version_box.left + bubble_edge, placed.version_box.bottom - 4},
                     placed.version, {.size = wait_size, .ink = Ink::brand});
    }
    if (!placed.wait.empty())
        drawing.text({placed.wait_box.left, placed.wait_box.bottom - 3}, placed.wait, small_quiet);
}

}  // namespace

CirculationLayout lay_out(const CirculationLine& line) {
    CirculationLayout layout;
    layout.plot_left = margin + widest_board(line) + 2 * margin;
    layout.plot_top = margin + key_height + months_height;
    const auto axis = axis_of(line, layout.plot_left);
    layout.plot_right = axis.right();
    const int open_x = span_of(line) ? axis.right() + open_gap : axis.left();
    Rows rows;
    std::string version;
    layout.width = margin + key_width(key());
    for (const auto& stop : line.stops) {
        CirculationLayout::Stop placed;
        placed.at = {stop.day ? axis.x(*stop.day) : open_x, 0};
        placed.words = words_of(stop);
        placed.words_box = words_box(placed.at, placed.words);
        add_version(placed, stop, version);
        const int right = right_of(placed);
        move_down(placed, rows.take(stop.board, placed.at.x - label_gap, right + label_gap) +
                              layout.plot_top + row_height / 2);
        layout.width = std::max(layout.width, right + margin);
        layout.stops.push_back(std::move(placed));
    }
    for (std::size_t i = 0; i + 1 < layout.stops.size(); ++i)
        add_wait(layout.stops[i], line.stops[i], line.stops[i + 1], layout.stops[i + 1].at.x);
    layout.rows = rows.moved(layout.plot_top + row_height / 2);
    layout.height = layout.plot_top + static_cast<int>(layout.rows.size()) * row_height + margin;
    return layout;
}

Picture draw(const CirculationLine& line) {
    if (line.stops.empty() || line.stops.size() > line_stops_max) return {};
    const auto layout = lay_out(line);
    const auto axis = axis_of(line, layout.plot_left);
    const int bottom = layout.height - margin;
    Drawing drawing;
    draw_key(drawing, {margin, margin + mark_radius}, key());
    if (span_of(line)) draw_months(drawing, axis, layout.plot_top, bottom);
    for (const auto& row : layout.rows) {
        drawing.line({layout.plot_left - margin, row.y}, {layout.width - margin, row.y}, Ink::line,
                     1, Dash::dotted);
        drawing.text({layout.plot_left - 2 * margin, row.y + 5},
                     cut_text(row.board, 14, 200, Weight::bold),
                     {.weight = Weight::bold, .anchor = Anchor::end});
    }
    if (line.today && span_of(line))
        draw_today(drawing, axis, *line.today, layout.plot_top - line_height, bottom);
    draw_line(drawing, line, layout);
    for (std::size_t i = 0; i < layout.stops.size(); ++i)
        draw_stop(drawing, line.stops[i], layout.stops[i]);
    return drawing.finish(layout.width, layout.height);
}

}  // namespace templates::figures
