#include "templates/figures/governance_map.hpp"

#include <algorithm>

#include "templates/figures/layers.hpp"
#include "templates/figures/words.hpp"

namespace templates::figures {
namespace {

constexpr int margin = 16;
constexpr int node_width = 262;
constexpr int node_height = 62;
constexpr int row_height = 74;
constexpr int column_gap = 66;
constexpr int column_width = node_width + column_gap;
constexpr int band_head = 34;
constexpr int band_gap = 16;
constexpr int key_height = 40;
constexpr int small_size = 12;
constexpr int columns_min = 3;  // for boards that stand alone, side by side
constexpr std::size_t name_lines = 2;

std::vector<std::string> families_of(const GovernanceMap& map) {
    std::vector<std::string> families;
    for (const auto& node : map.nodes)
        if (std::find(families.begin(), families.end(), node.family) == families.end())
            families.push_back(node.family);
    return families;
}

std::vector<std::size_t> bands_of(const GovernanceMap& map,
                                  const std::vector<std::string>& families) {
    std::vector<std::size_t> bands;
    for (const auto& node : map.nodes)
        bands.push_back(static_cast<std::size_t>(
            std::find(families.begin(), families.end(), node.family) - families.begin()));
    return bands;
}

Ties ties_of(const GovernanceMap& map) {
    Ties ties;
    for (const auto& edge : map.edges)
        ties.emplace_back(edge.from, edge.to);
    return ties;
}

// Where the places stand in their band, in rows: layers beside each other, each in the middle, and
// below them the boards that nothing ties to another.
class Rows {
  public:
    Rows(const GovernanceMap& map, const LayeredGraph& graph, const Order& order)
        : graph_(graph), tied_(graph.layer_of.size()), at_(graph.layer_of.size()) {
        for (std::size_t place = map.nodes.size(); place < tied_.size(); ++place)
            tied_[place] = true;
        for (const auto& edge : map.edges)
            tied_[edge.from] = tied_[edge.to] = true;
        columns_ = std::max(columns_min, static_cast<int>(order.size()));
    }

    // Returns the height of the band.
    int place(std::size_t band, const Order& order, int top) {
        int rows = 0;
        for (const auto& layer : order)
            rows = std::max(rows, static_cast<int>(of_band(layer, band, true).size()));
        for (std::size_t layer = 0; layer < order.size(); ++layer) {
            const auto places = of_band(order[layer], band, true);
            int y = top + (rows - static_cast<int>(places.size())) * row_height / 2;
            for (const auto place : places) {
                at_[place] = {margin * 2 + static_cast<int>(layer) * column_width, y};
                y += row_height;
            }
        }
        int alone = 0;
        for (const auto& layer : order) {
            for (const auto place : of_band(layer, band, false)) {
                at_[place] = {margin * 2 + (alone % columns_) * column_width,
                              top + (rows + alone / columns_) * row_height};
                ++alone;
            }
        }
        return (rows + (alone + columns_ - 1) / columns_) * row_height;
    }

    Point at(std::size_t place) const { return at_[place]; }
    int width() const {
        return 2 * margin * 2 + columns_ * node_width + (columns_ - 1) * column_gap;
    }

  private:
    std::vector<std::size_t> of_band(const std::vector<std::size_t>& layer, std::size_t band,
                                     bool tied) const {
        std::vector<std::size_t> places;
        for (const auto place : layer)
            if (graph_.band_of[place] == band && tied_[place] == tied) places.push_back(place);
        return places;
    }

    const LayeredGraph& graph_;
    std::vector<bool> tied_;
    std::vector<Point> at_;
    int columns_ = columns_min;
};

// Out of the right side of a board, along the places in between, into the left side of the other.
std::vector<Point> corners_of(const std::vector<std::size_t>& way, const Rows& rows) {
    std::vector<Point> corners;
    const auto middle = [&](std::size_t place) { return rows.at(place).y + node_height / 2; };
    corners.push_back({rows.at(way.front()).x + node_width, middle(way.front())});
    for (std::size_t i = 1; i + 1 < way.size(); ++i) {
        corners.push_back({rows.at(way[i]).x, middle(way[i])});
        corners.push_back({rows.at(way[i]).x + node_width, middle(way[i])});
    }
    corners.push_back({rows.at(way.back()).x, middle(way.back())});
    return corners;
}

void draw_key(Drawing& drawing) {
    const int y = margin + mark_radius;
    const TextStyle style;
    int x = margin;
    const auto add = [&](Dash dash, std::string_view words) {
        drawing.line({x, y}, {x + 40, y}, Ink::brand, 2, dash);
        drawing.text({x + 48, y + 5}, words, style);
        x += 48 + text_width(words, style.size) + 24;
    };
    add(Dash::none, figure_words::right_reports_to_left);
    add(Dash::dashed, figure_words::left_replaces_right);
}

void draw_node(Drawing& drawing, const MapNode& node, const Box& box) {
    constexpr int inside = 10;
    const int right = box.right - inside;
    drawing.link(node.href);
    drawing.box(box, Ink::ground, node.ended ? Ink::quiet : Ink::brand, 4,
                node.ended ? Dash::dashed : Dash::none);
    const auto date = cut_text(node.date_words, small_size, node_width / 2);
    const int date_width = text_width(date, small_size);
    const int code_width = node_width - 2 * inside - date_width - inside;
    drawing.text({box.left + inside, box.top + 19},
                 cut_text(node.code, 14, code_width, Weight::bold), {.weight = Weight::bold});
    drawing.text({right, box.top + 19}, date,
                 {.size = small_size, .ink = Ink::quiet, .anchor = Anchor::end});
    int base = box.top + 37;
    for (const auto& line : wrap_text(node.name, 13, node_width - 2 * inside, name_lines)) {
        drawing.text({box.left + inside, base}, line, {.size = 13});
        base += 16;
    }
    drawing.end_link();
}

}  // namespace

MapLayout lay_out(const GovernanceMap& map) {
    MapLayout layout;
    const auto ties = ties_of(map);
    const auto families = families_of(map);
    layout.layers = longest_ways(map.nodes.size(), ties);
    const auto graph = layered(layout.layers, bands_of(map, families), ties);
    const auto order = order_by_barycentre(graph);
    layout.crossings = crossings(graph, order);
    Rows rows(map, graph, order);
    layout.width = rows.width();
    int top = margin + key_height;
    for (std::size_t band = 0; band < families.size(); ++band) {
        const int height = rows.place(band, order, top + band_head);
        layout.bands.push_back(
            {families[band], {margin, top, layout.width - margin, top + band_head + height}});
        top += band_head + height + band_gap;
    }
    layout.height = top - band_gap + margin;
    for (std::size_t i = 0; i < map.nodes.size(); ++i) {
        const auto at = rows.at(i);
        layout.nodes.push_back({at.x, at.y, at.x + node_width, at.y + node_height});
    }
    for (const auto& way : graph.ways)
        layout.edges.push_back(corners_of(way, rows));
    return layout;
}

Picture draw(const GovernanceMap& map) {
    if (map.nodes.empty() || map.nodes.size() > map_nodes_max) return {};
    const auto layout = lay_out(map);
    Drawing drawing;
    draw_key(drawing);
    for (const auto& band : layout.bands) {
        drawing.box(band.box, Ink::pale, Ink::line, 6);
        drawing.text(
            {band.box.left + margin, band.box.top + 22},
            cut_text(band.family, 14, band.box.right - band.box.left - 2 * margin, Weight::bold),
            {.weight = Weight::bold});
    }
    for (std::size_t i = 0; i < map.edges.size(); ++i)
        drawing.polyline(layout.edges[i], Ink::brand, 2,
                         map.edges[i].tie == MapTie::succeeded ? Dash::dashed : Dash::none);
    for (std::size_t i = 0; i < map.nodes.size(); ++i)
        draw_node(drawing, map.nodes[i], layout.nodes[i]);
    return drawing.finish(layout.width, layout.height);
}

}  // namespace templates::figures
