// Orders the nodes of a layered graph so that few of its edges cross; knows no sizes.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace templates::figures {

/// Edges from one node to another by index.
using Ties = std::vector<std::pair<std::size_t, std::size_t>>;

/// The longest way to each node from one that nothing leads to, 0 for those. Edges between nodes of
/// a circle count for nothing.
std::vector<int> longest_ways(std::size_t nodes, const Ties& ties);

/// A graph whose edges join neighbouring layers only: a longer one got a place in each layer that
/// it passes. The places of the nodes come first.
struct LayeredGraph {
    std::vector<int> layer_of;                   // of each place
    std::vector<std::size_t> band_of;            // bands stay apart, in this order
    Ties short_ties;                             // between places
    std::vector<std::vector<std::size_t>> ways;  // of each edge: the places it goes through
};
LayeredGraph layered(const std::vector<int>& layers, const std::vector<std::size_t>& bands,
                     const Ties& ties);

/// The places of each layer from the top. Deterministic.
using Order = std::vector<std::vector<std::size_t>>;
Order order_by_barycentre(const LayeredGraph& graph);
int crossings(const LayeredGraph& graph, const Order& order);

}  // namespace templates::figures
