#include "templates/figures/timetable_matrix.hpp"

#include <algorithm>
#include <map>

#include "templates/figures/words.hpp"

namespace templates::figures {
namespace {

constexpr int margin = 16;
constexpr int key_height = 36;
constexpr int head_height = 30;
constexpr int report_width = 250;
constexpr int column_width_min = 92;
constexpr int column_width_max = 180;
constexpr int cell_edge = 6;
constexpr int word_size = 13;
constexpr int small_size = 12;
constexpr int word_left = 22;  // after the mark
constexpr int line = 16;
constexpr int row_height_min = 46;
constexpr std::size_t report_lines = 3;

const std::vector<KeyEntry>& key() {
    static const std::vector<KeyEntry> entries{
        {Mark::disc, Ink::brand, figure_words::agree_explained},
        {Mark::half_disc, Ink::amber, figure_words::consult_explained},
        {Mark::ring, Ink::blue, figure_words::inform_explained}};
    return entries;
}

std::string_view word_of(ReportMark mark) {
    return mark == ReportMark::agree     ? figure_words::agree
           : mark == ReportMark::consult ? figure_words::consult
                                         : figure_words::inform;
}

int height_of(const MatrixEntry& entry) {
    return (entry.status.empty() ? 2 : 3) * line + cell_edge;
}

// As wide as its code and its words.
int column_width(const TimetableMatrix& matrix, std::size_t board) {
    int width = text_width(matrix.boards[board], word_size, Weight::bold) + 2 * cell_edge;
    for (const auto& entry : matrix.entries) {
        if (entry.board != board) continue;
        const int words =
            std::max(text_width(entry.status, small_size), text_width(entry.season, small_size));
        width = std::max(width, words + word_left + 2 * cell_edge);
    }
    return std::clamp(width, column_width_min, column_width_max);
}

std::vector<int> columns_of(const TimetableMatrix& matrix) {
    std::vector<int> columns{margin + report_width};
    for (std::size_t board = 0; board < matrix.boards.size(); ++board)
        columns.push_back(columns.back() + column_width(matrix, board));
    return columns;
}

// Places the entries of each cell one below the other, from the top of its row.
class Stacks {
  public:
    int height(std::size_t report) const {
        int most = row_height_min;
        for (const auto& [cell, height] : heights_)
            if (cell.first == report) most = std::max(most, height + cell_edge);
        return most;
    }
    int add(const MatrixEntry& entry) {
        auto& height = heights_.try_emplace({entry.report, entry.board}, cell_edge).first->second;
        const int top = height;
        height += height_of(entry);
        return top;
    }

  private:
    std::map<std::pair<std::size_t, std::size_t>, int> heights_;
};

void draw_entry(Drawing& drawing, const MatrixEntry& entry, const Box& box) {
    const auto& look = key()[static_cast<std::size_t>(entry.mark)];
    const int left = box.left + word_left;
    const int room = box.right - left;
    drawing.link(entry.href);
    drawing.mark(look.mark, {box.left + mark_radius + 1, box.top + mark_radius + 1}, look.ink);
    drawing.text({left, box.top + 13}, word_of(entry.mark),
                 {.size = word_size, .weight = Weight::bold});
    drawing.text({left, box.top + 13 + line}, cut_text(entry.season, small_size, room),
                 {.size = small_size});
    if (!entry.status.empty())
        drawing.text({left, box.top + 13 + 2 * line}, cut_text(entry.status, small_size, room),
                     {.size = small_size});
    drawing.end_link();
}

void draw_frame(Drawing& drawing, const TimetableMatrix& matrix, const MatrixLayout& layout) {
    const int top = layout.rows.front() - head_height;
    drawing.box({margin, top, layout.columns.back(), layout.rows.front()}, Ink::pale, Ink::line);
    for (std::size_t i = 0; i < matrix.boards.size(); ++i)
        drawing.text(
            {layout.columns[i] + cell_edge, layout.rows.front() - 10},
            cut_text(matrix.boards[i], word_size, column_width_max - 2 * cell_edge, Weight::bold),
            {.size = word_size, .weight = Weight::bold});
    drawing.line({margin, top}, {margin, layout.rows.back()}, Ink::line);
    for (const int x : layout.columns)
        drawing.line({x, top}, {x, layout.rows.back()}, Ink::line);
    for (std::size_t i = 0; i < matrix.reports.size(); ++i) {
        drawing.line({margin, layout.rows[i + 1]}, {layout.columns.back(), layout.rows[i + 1]},
                     Ink::line);
        int base = layout.rows[i] + line + 2;
        for (const auto& words :
             wrap_text(matrix.reports[i], word_size, report_width - 3 * cell_edge, report_lines)) {
            drawing.text({margin + cell_edge, base}, words, {.size = word_size});
            base += line;
        }
    }
}

}  // namespace

MatrixLayout lay_out(const TimetableMatrix& matrix) {
    MatrixLayout layout;
    layout.columns = columns_of(matrix);
    Stacks stacks;
    std::vector<int> tops;
    for (const auto& entry : matrix.entries)
        tops.push_back(stacks.add(entry));
    layout.rows.push_back(margin + key_height + head_height);
    for (std::size_t report = 0; report < matrix.reports.size(); ++report) {
        const auto lines = wrap_text(matrix.reports[report], word_size,
                                     report_width - 3 * cell_edge, report_lines);
        const int words = static_cast<int>(lines.size()) * line + 2 * cell_edge;
        layout.rows.push_back(layout.rows.back() + std::max(words, stacks.height(report)));
    }
    for (std::size_t i = 0; i < matrix.entries.size(); ++i) {
        const auto& entry = matrix.entries[i];
        const int top = layout.rows[entry.report] + tops[i];
        layout.entries.push_back({layout.columns[entry.board] + cell_edge, top,
                                  layout.columns[entry.board + 1] - cell_edge,
                                  top + height_of(entry) - cell_edge});
    }
    layout.width = std::max(layout.columns.back(), margin + key_width(key())) + margin;
    layout.height = layout.rows.back() + margin;
    return layout;
}

Picture draw(const TimetableMatrix& matrix) {
    const auto cells = matrix.reports.size() * matrix.boards.size();
    if (cells == 0 || cells > matrix_cells_max) return {};
    const auto layout = lay_out(matrix);
    Drawing drawing;
    draw_key(drawing, {margin, margin + mark_radius}, key());
    draw_frame(drawing, matrix, layout);
    for (std::size_t i = 0; i < matrix.entries.size(); ++i)
        draw_entry(drawing, matrix.entries[i], layout.entries[i]);
    return drawing.finish(layout.width, layout.height);
}

}  // namespace templates::figures
