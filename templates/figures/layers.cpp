#include "templates/figures/layers.hpp"

#include <algorithm>

namespace templates::figures {
namespace {

constexpr int sweeps = 8;
constexpr long long scale = 1 << 16;  // barycentres are whole numbers: the same on every machine

std::vector<std::size_t> ranks_of(const Order& order, std::size_t places) {
    std::vector<std::size_t> ranks(places);
    for (const auto& layer : order)
        for (std::size_t rank = 0; rank < layer.size(); ++rank)
            ranks[layer[rank]] = rank;
    return ranks;
}

// The mean rank of the neighbours on one side; without any, one's own rank.
std::vector<long long> barycentres(const LayeredGraph& graph, const Order& order, bool from_left) {
    const auto places = graph.layer_of.size();
    const auto ranks = ranks_of(order, places);
    std::vector<long long> sums(places);
    std::vector<long long> counts(places);
    for (const auto& [left, right] : graph.short_ties) {
        const auto moved = from_left ? right : left;
        const auto fixed = from_left ? left : right;
        sums[moved] += static_cast<long long>(ranks[fixed]);
        ++counts[moved];
    }
    std::vector<long long> centres(places);
    for (std::size_t i = 0; i < places; ++i)
        centres[i] =
            counts[i] == 0 ? static_cast<long long>(ranks[i]) * scale : sums[i] * scale / counts[i];
    return centres;
}

void sort_layer(std::vector<std::size_t>& layer, const LayeredGraph& graph,
                const std::vector<long long>& centres) {
    std::stable_sort(layer.begin(), layer.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(graph.band_of[a], centres[a]) < std::pair(graph.band_of[b], centres[b]);
    });
}

void sweep(Order& order, const LayeredGraph& graph, bool from_left) {
    for (std::size_t step = 1; step < order.size(); ++step) {
        const auto layer = from_left ? step : order.size() - 1 - step;
        sort_layer(order[layer], graph, barycentres(graph, order, from_left));
    }
}

}  // namespace

std::vector<int> longest_ways(std::size_t nodes, const Ties& ties) {
    std::vector<int> ways(nodes);
    std::vector<std::size_t> waiting(nodes);
    for (const auto& [from, to] : ties)
        ++waiting[to];
    std::vector<std::size_t> ready;
    for (std::size_t i = 0; i < nodes; ++i)
        if (waiting[i] == 0) ready.push_back(i);
    for (std::size_t at = 0; at < ready.size(); ++at) {
        for (const auto& [from, to] : ties) {
            if (from != ready[at]) continue;
            ways[to] = std::max(ways[to], ways[from] + 1);
            if (--waiting[to] == 0) ready.push_back(to);
        }
    }
    return ways;
}

LayeredGraph layered(const std::vector<int>& layers, const std::vector<std::size_t>& bands,
                     const Ties& ties) {
    LayeredGraph graph{layers, bands, {}, {}};
    for (const auto& [from, to] : ties) {
        std::vector<std::size_t> way{from};
        for (int layer = layers[from] + 1; layer < layers[to]; ++layer) {
            way.push_back(graph.layer_of.size());
            graph.layer_of.push_back(layer);
            graph.band_of.push_back(bands[to]);
        }
        way.push_back(to);
        // One inside a circle may lead backwards: it is drawn and sorts nothing.
        const bool forwards = layers[from] < layers[to];
        for (std::size_t i = 1; forwards && i < way.size(); ++i)
            graph.short_ties.emplace_back(way[i - 1], way[i]);
        graph.ways.push_back(std::move(way));
    }
    return graph;
}

int crossings(const LayeredGraph& graph, const Order& order) {
    const auto ranks = ranks_of(order, graph.layer_of.size());
    int count = 0;
    for (std::size_t i = 0; i < graph.short_ties.size(); ++i) {
        for (std::size_t k = i + 1; k < graph.short_ties.size(); ++k) {
            const auto& [a, b] = graph.short_ties[i];
            const auto& [c, d] = graph.short_ties[k];
            if (graph.layer_of[a] != graph.layer_of[c]) continue;
            const bool up = ranks[a] < ranks[c] && ranks[b] > ranks[d];
            const bool down = ranks[a] > ranks[c] && ranks[b] < ranks[d];
            if (up || down) ++count;
        }
    }
    return count;
}

Order order_by_barycentre(const LayeredGraph& graph) {
    Order order;
    for (std::size_t place = 0; place < graph.layer_of.size(); ++place) {
        const auto layer = static_cast<std::size_t>(graph.layer_of[place]);
        if (order.size() <= layer) order.resize(layer + 1);
        order[layer].push_back(place);
    }
    const std::vector<long long> nothing(graph.layer_of.size());
    for (auto& layer : order)
        sort_layer(layer, graph, nothing);
    Order best = order;
    int fewest = crossings(graph, best);
    for (int i = 0; i < sweeps && fewest > 0; ++i) {
        sweep(order, graph, i % 2 == 0);
        const int count = crossings(graph, order);
        if (count >= fewest) continue;
        fewest = count;
        best = order;
    }
    return best;
}

}  // namespace templates::figures
