#include "templates/figures/forward_plan.hpp"

#include <algorithm>
#include <map>

#include "templates/figures/words.hpp"

namespace templates::figures {
namespace {

constexpr int margin = 16;
constexpr int key_height = 36;
constexpr int months_height = 42;
constexpr int day_thirds = 6;  // pixels for three days
constexpr int plot_width_min = 500;
constexpr int plot_width_max = 1600;
constexpr int row_height = 26;
constexpr int lane_edge = 6;
constexpr int words_size = 12;
constexpr int name_width = 330;
constexpr int names_gap = 24;
constexpr int arc_lean = 26;

const std::vector<KeyEntry>& key() {
    static const std::vector<KeyEntry> entries{
        {Mark::diamond, Ink::brand, figure_words::to_agree},
        {Mark::half_disc, Ink::amber, figure_words::for_comment},
        {Mark::open_diamond, Ink::blue, figure_words::for_information}};
    return entries;
}

constexpr std::string_view order_words = figure_words::in_the_wrong_order;
constexpr std::string_view open_words = figure_words::no_meeting_yet;
constexpr int order_line = 34;
constexpr int key_gap = 20;

int whole_key_width() {
    const TextStyle style;
    return key_width(key()) + order_line + mark_radius + text_width(order_words, style.size) +
           key_gap + text_width(open_words, style.size);
}

void draw_whole_key(Drawing& drawing) {
    const int y = margin + mark_radius;
    const TextStyle style;
    int x = margin + draw_key(drawing, {margin, y}, key());
    drawing.line({x, y}, {x + order_line, y}, Ink::red, 2, Dash::dashed);
    x += order_line + mark_radius;
    drawing.text({x, y + 5}, order_words, {.ink = Ink::red});
    x += text_width(order_words, style.size) + key_gap;
    drawing.text({x, y + 5}, open_words, style);
}

TimeAxis axis_of(const ForwardPlan& plan) {
    int label = 0;
    for (const auto& board : plan.boards)
        label = std::max(label, text_width(board, 14, Weight::bold));
    const auto days = static_cast<int>((plan.last - plan.first).count());
    const int width = std::clamp(days * day_thirds / 3, plot_width_min, plot_width_max);
    return {plan.first, plan.last, margin + std::min(label, 200) + 2 * margin, width};
}

// Gives each item of a lane a row in which it stands clear of those before it.
class LaneRows {
  public:
    std::size_t take(int left, int right) {
        for (std::size_t row = 0; row < taken_to_.size(); ++row) {
            if (taken_to_[row] > left) continue;
            taken_to_[row] = right;
            return row;
        }
        taken_to_.push_back(right);
        return taken_to_.size() - 1;
    }
    int height() const {
        return static_cast<int>(std::max<std::size_t>(1, taken_to_.size())) * row_height +
               2 * lane_edge;
    }

  private:
    std::vector<int> taken_to_;
};

std::vector<std::size_t> items_by_day(const ForwardPlan& plan, const TimeAxis& axis) {
    std::vector<std::size_t> items;
    for (std::size_t i = 0; i < plan.items.size(); ++i)
        if (axis.has(plan.items[i].day)) items.push_back(i);
    std::stable_sort(items.begin(), items.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(plan.items[a].day, plan.items[a].board) <
               std::pair(plan.items[b].day, plan.items[b].board);
    });
    return items;
}

PlanLayout::Item placed(const PlanItem& item, std::size_t index, int x) {
    PlanLayout::Item out{index, {x, 0}, std::to_string(item.report + 1), {}};
    if (!item.certain) out.words += "?";
    if (item.out_of_order) out.words += "!";
    const int words = text_width(out.words, words_size, Weight::bold);
    out.box = {x - mark_radius - 2, 0, x + mark_radius + 4 + words, 0};
    return out;
}

void stand(PlanLayout::Item& item, int y) {
    item.at.y = y;
    item.box.top = y - row_height / 2 + 2;
    item.box.bottom = y + row_height / 2 - 2;
}

// From each item to the next of the same report.
void add_arcs(PlanLayout& layout, const ForwardPlan& plan) {
    std::map<std::size_t, std::size_t> last;
    for (std::size_t i = 0; i < layout.items.size(); ++i) {
        const auto& item = plan.items[layout.items[i].item];
        if (!item.certain) continue;
        const auto found = last.find(item.report);
        if (found != last.end()) {
            const auto from = layout.items[found->second].at;
            const auto to = layout.items[i].at;
            const bool before = plan.items[layout.items[found->second].item].out_of_order;
            // Leaning to the earlier side, so that arcs between two lanes fan out.
            layout.arcs.push_back({found->second,
                                   i,
                                   {(from.x + to.x) / 2 - arc_lean, (from.y + to.y) / 2 - arc_lean},
                                   item.out_of_order || before});
        }
        last[item.report] = i;
    }
}

int names_per_row(int width) {
    return std::max(1, (width - 2 * margin) / name_width);
}

void draw_names(Drawing& drawing, const ForwardPlan& plan, const PlanLayout& layout, int top) {
    const int across = names_per_row(layout.width);
    for (std::size_t i = 0; i < plan.reports.size(); ++i) {
        const int n = static_cast<int>(i);
        const Point at{margin + n % across * name_width, top + n / across * line_height};
        drawing.text(
            at, cut_text(std::to_string(i + 1) + " " + plan.reports[i], 13, name_width - names_gap),
            {.size = 13});
    }
}

void draw_lanes(Drawing& drawing, const ForwardPlan& plan, const PlanLayout& layout) {
    for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
        const auto& lane = layout.lanes[i];
        if (i % 2 == 0)
            drawing.box({layout.plot_left - margin, lane.top, layout.width - margin, lane.bottom},
                        Ink::pale, Ink::pale);
        drawing.text({layout.plot_left - 2 * margin, (lane.top + lane.bottom) / 2 + 5},
                     cut_text(plan.boards[i], 14, 200, Weight::bold),
                     {.weight = Weight::bold, .anchor = Anchor::end});
    }
}

void draw_items(Drawing& drawing, const ForwardPlan& plan, const PlanLayout& layout) {
    for (const auto& arc : layout.arcs)
        drawing.curve(layout.items[arc.from].at, arc.by, layout.items[arc.to].at,
                      arc.out_of_order ? Ink::red : Ink::quiet, arc.out_of_order ? 2 : 1,
                      arc.out_of_order ? Dash::dashed : Dash::none);
    for (const auto& placed : layout.items) {
        const auto& item = plan.items[placed.item];
        const auto& look = key()[static_cast<std::size_t>(item.mark)];
        drawing.link(item.href);
        drawing.mark(look.mark, placed.at, look.ink);
        drawing.text({placed.at.x + mark_radius + 4, placed.at.y + 4}, placed.words,
                     {.size = words_size,
                      .ink = item.out_of_order ? Ink::red : Ink::ink,
                      .weight = Weight::bold,
                      .halo = true});
        drawing.end_link();
    }
}

}  // namespace

PlanLayout lay_out(const ForwardPlan& plan) {
    PlanLayout layout;
    const auto axis = axis_of(plan);
    layout.plot_left = axis.left();
    layout.plot_right = axis.right();
    layout.plot_top = margin + key_height + months_height;
    layout.width = std::max(axis.right() + 2 * margin, 2 * margin + whole_key_width());
    std::vector<LaneRows> lanes(plan.boards.size());
    std::vector<std::size_t> rows;
    for (const auto index : items_by_day(plan, axis)) {
        const auto& item = plan.items[index];
        auto out = placed(item, index, axis.x(item.day));
        rows.push_back(lanes[item.board].take(out.box.left, out.box.right));
        layout.width = std::max(layout.width, out.box.right + margin);
        layout.items.push_back(std::move(out));
    }
    int top = layout.plot_top;
    for (const auto& lane : lanes) {
        layout.lanes.push_back({top, top + lane.height()});
        top += lane.height();
    }
    for (std::size_t i = 0; i < layout.items.size(); ++i) {
        const auto& lane = layout.lanes[plan.items[layout.items[i].item].board];
        stand(layout.items[i],
              lane.top + lane_edge + row_height / 2 + static_cast<int>(rows[i]) * row_height);
    }
    add_arcs(layout, plan);
    const int across = names_per_row(layout.width);
    const int name_rows = (static_cast<int>(plan.reports.size()) + across - 1) / across;
    layout.height = top + names_gap + name_rows * line_height + margin;
    return layout;
}

Picture draw(const ForwardPlan& plan) {
    if (plan.items.size() > plan_items_max || plan.boards.size() > plan_boards_max) return {};
    const auto layout = lay_out(plan);
    if (layout.items.empty()) return {};
    const auto axis = axis_of(plan);
    const int bottom = layout.lanes.back().bottom;
    Drawing drawing;
    draw_whole_key(drawing);
    draw_lanes(drawing, plan, layout);
    draw_months(drawing, axis, layout.plot_top, bottom);
    if (plan.today) draw_today(drawing, axis, *plan.today, layout.plot_top - line_height, bottom);
    draw_items(drawing, plan, layout);
    draw_names(drawing, plan, layout, bottom + names_gap);
    return drawing.finish(layout.width, layout.height);
}

}  // namespace templates::figures
