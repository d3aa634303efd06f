// Which board reports to which, drawn in layers from left to right, a band for each family.
#pragma once

#include <string>
#include <vector>

#include "templates/figures/svg.hpp"

namespace templates::figures {

/// More boards are not drawn: the table has them.
inline constexpr std::size_t map_nodes_max = 40;

struct MapNode {
    std::string code = {};
    std::string name = {};
    std::string date_words = {};  // "22 Nov 2018", "no date", "until 31 Mar 2018"
    std::string family = {};      // boards of one family stand in one band
    bool ended = false;           // another board has taken over
    std::string href = {};
};

enum class MapTie : std::uint8_t {
    reports,   // `to` reports to `from`
    succeeded  // `from` took over from `to`
};

/// From one node to another by index. Ties that would close a circle are drawn and order nothing.
struct MapEdge {
    std::size_t from = 0;
    std::size_t to = 0;
    MapTie tie = MapTie::reports;
};

struct GovernanceMap {
    std::vector<MapNode> nodes = {};  // families in the order in which they come first
    std::vector<MapEdge> edges = {};
};

struct MapLayout {
    struct Band {
        std::string family;
        Box box;
    };
    int width = 0;
    int height = 0;
    std::vector<Box> nodes;                 // as in the map
    std::vector<int> layers;                // of the nodes: the longest way from the left, from 0
    std::vector<std::vector<Point>> edges;  // as in the map: the corners of each
    std::vector<Band> bands;
    int crossings = 0;  // of edges between neighbouring layers
};
/// Layers by the longest way, their order by barycentres (Sugiyama, Tagawa and Toda 1981), eight
/// sweeps of which the best stays. The same map gives the same picture.
MapLayout lay_out(const GovernanceMap& map);

/// Empty without boards and beyond map_nodes_max.
Picture draw(const GovernanceMap& map);

}  // namespace templates::figures
