// The governance map: layers, crossings and boxes as numbers; the county of 2018 as a picture.
#include <gtest/gtest.h>

#include <array>

#include "templates/figures/governance_map.hpp"
#include "templates/figures/layers.hpp"
#include "tests/templates/figures_fixture.hpp"

namespace {

using namespace templates::figures;

struct BoardOf2018 {
    const char* code;
    const char* name;
    const char* parent;
    const char* successor;
    const char* family;
};

// boards.csv as it stands on 1 November 2018.
constexpr std::array county{
    BoardOf2018{"HWB", "Oxfordshire Health and Wellbeing Board", "", "", "Health and wellbeing"},
    BoardOf2018{"CT", "Children's Trust", "HWB", "", "Health and wellbeing"},
    BoardOf2018{"HIB", "Health Improvement Partnership Board", "HWB", "", "Health and wellbeing"},
    BoardOf2018{"JMG-ACSN", "Adults with Care and Support Needs Joint Management Group", "HWB", "",
                "Health and wellbeing"},
    BoardOf2018{"JMG-BCF", "Better Care Fund Joint Management Group", "HWB", "",
                "Health and wellbeing"},
    BoardOf2018{"JMG-LD", "Learning Disability Joint Management Group", "", "JMG-ACSN",
                "Health and wellbeing"},
    BoardOf2018{"JMG-MH", "Mental Health Joint Management Group", "", "JMG-ACSN",
                "Health and wellbeing"},
    BoardOf2018{"JMG-OP", "Older People's Joint Management Group", "", "JMG-BCF",
                "Health and wellbeing"},
    BoardOf2018{"JMG-PD", "Physical Disability Joint Management Group", "", "JMG-ACSN",
                "Health and wellbeing"},
    BoardOf2018{"SOP", "Safer Oxfordshire Partnership", "", "", "Community safety"},
    BoardOf2018{"CSP-CH", "Cherwell Community Safety Partnership", "SOP", "", "Community safety"},
    BoardOf2018{"CSP-OX", "Oxford Safer Communities Partnership", "SOP", "", "Community safety"},
    BoardOf2018{"OxSCP", "Oxfordshire Safer Communities Partnership", "", "SOP",
                "Community safety"},
    BoardOf2018{"OSAB", "Oxfordshire Safeguarding Adults Board", "", "", "Other boards"},
    BoardOf2018{"OSCB", "Oxfordshire Safeguarding Children Board", "", "", "Other boards"},
    BoardOf2018{"OEP", "Oxfordshire Environment Partnership", "", "", "Other boards"},
    BoardOf2018{"OGB", "Oxfordshire Growth Board", "", "", "Other boards"}};

std::size_t index_of(std::string_view code) {
    std::size_t i = 0;
    while (county.at(i).code != code)
        ++i;
    return i;
}

GovernanceMap map_of_2018() {
    GovernanceMap map;
    for (std::size_t i = 0; i < county.size(); ++i) {
        const auto& board = county[i];
        const std::string_view parent = board.parent;
        const std::string_view successor = board.successor;
        map.nodes.push_back({board.code, board.name,
                             successor.empty() ? "22 Nov 2018" : "until 31 Mar 2018", board.family,
                             !successor.empty(), std::string("/boards/") + board.code});
        if (!parent.empty()) map.edges.push_back({index_of(parent), i, MapTie::reports});
        if (!successor.empty()) map.edges.push_back({index_of(successor), i, MapTie::succeeded});
    }
    return map;
}

// Boards tied at random, by a generator of our own so that every machine makes the same.
GovernanceMap some_map(std::size_t nodes, std::size_t edges, unsigned seed) {
    GovernanceMap map;
    const auto next = [&seed](std::size_t below) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<std::size_t>(seed >> 8U) % below;
    };
    for (std::size_t i = 0; i < nodes; ++i)
        map.nodes.push_back({"B" + std::to_string(i), "Board " + std::to_string(i), "no date",
                             "Family " + std::to_string(i * 3 / nodes), false, ""});
    for (std::size_t i = 0; i < edges; ++i) {
        const auto to = 1 + next(nodes - 1);
        map.edges.push_back({next(to), to, MapTie::reports});
    }
    return map;
}

TEST(GovernanceMap, LooksAsItDid) {
    figures_test::expect_golden("governance_2018", draw(map_of_2018()));
}

TEST(GovernanceMap, PutsEachBoardRightOfTheOneItReportsTo) {
    const auto map = map_of_2018();
    const auto layout = lay_out(map);
    EXPECT_EQ(layout.layers[index_of("HWB")], 0);
    EXPECT_EQ(layout.layers[index_of("CT")], 1);
    EXPECT_EQ(layout.layers[index_of("JMG-PD")], 2);
    EXPECT_EQ(layout.layers[index_of("OSAB")], 0);
    for (const auto& edge : map.edges) {
        EXPECT_LT(layout.nodes[edge.from].right, layout.nodes[edge.to].left);
        const auto& corners = layout.edges[static_cast<std::size_t>(&edge - map.edges.data())];
        EXPECT_EQ(corners.front().x, layout.nodes[edge.from].right);
        EXPECT_EQ(corners.back().x, layout.nodes[edge.to].left);
    }
}

TEST(GovernanceMap, CrossesNoLinesInTheCountyAndOverlapsNoBoards) {
    const auto map = map_of_2018();
    const auto layout = lay_out(map);
    EXPECT_EQ(layout.crossings, 0);
    figures_test::expect_no_overlap(layout.nodes);
    figures_test::expect_inside(layout.nodes, draw(map));
    ASSERT_EQ(layout.bands.size(), 3U);
    EXPECT_EQ(layout.bands[0].family, "Health and wellbeing");
    EXPECT_LT(layout.bands[0].box.bottom, layout.bands[1].box.top);
    for (std::size_t i = 0; i < map.nodes.size(); ++i) {
        const auto& box = layout
                              .bands[map.nodes[i].family == "Health and wellbeing" ? 0
                                     : map.nodes[i].family == "Community safety"   ? 1
                                                                                   : 2]
                              .box;
        EXPECT_GE(layout.nodes[i].top, box.top);
        EXPECT_LE(layout.nodes[i].bottom, box.bottom);
    }
}

TEST(Layers, SortOutWhatCanBeSortedOut) {
    // Two chains given crosswise; and the one crossing that four ties between two pairs must have.
    const Ties crosswise{{0, 3}, {1, 2}};
    const auto graph = layered({0, 0, 1, 1}, {0, 0, 0, 0}, crosswise);
    EXPECT_EQ(crossings(graph, order_by_barycentre(graph)), 0);
    const auto full = layered({0, 0, 1, 1}, {0, 0, 0, 0}, {{0, 2}, {0, 3}, {1, 2}, {1, 3}});
    EXPECT_EQ(crossings(full, order_by_barycentre(full)), 1);
}

TEST(Layers, GiveALongTieAPlaceInEachLayerItPasses) {
    const auto ways = longest_ways(3, {{0, 1}, {1, 2}, {0, 2}});
    EXPECT_EQ(ways, (std::vector<int>{0, 1, 2}));
    const auto graph = layered(ways, {0, 0, 0}, {{0, 1}, {1, 2}, {0, 2}});
    ASSERT_EQ(graph.ways[2].size(), 3U);
    EXPECT_EQ(graph.layer_of[graph.ways[2][1]], 1);
    EXPECT_EQ(graph.short_ties.size(), 4U);
}

// Boards cannot report in a circle, but reporting and succession together could.
TEST(Layers, EndInACircle) {
    GovernanceMap map;
    for (int i = 0; i < 3; ++i)
        map.nodes.push_back({"B" + std::to_string(i), "Board", "", "F", false, ""});
    map.edges = {{0, 1, MapTie::reports}, {1, 2, MapTie::reports}, {2, 0, MapTie::succeeded}};
    const auto layout = lay_out(map);
    figures_test::expect_no_overlap(layout.nodes);
    EXPECT_FALSE(draw(map).empty());
}

TEST(Layers, NeverGetMoreCrossingsThanTheOrderGiven) {
    for (unsigned seed = 1; seed <= 50; ++seed) {
        const auto map = some_map(30, 40, seed);
        const auto layout = lay_out(map);
        figures_test::expect_no_overlap(layout.nodes);
        EXPECT_EQ(draw(map).marks, draw(map).marks);
        Ties ties;
        for (const auto& edge : map.edges)
            ties.emplace_back(edge.from, edge.to);
        const auto graph = layered(layout.layers, std::vector<std::size_t>(30), ties);
        Order given;
        for (std::size_t i = 0; i < graph.layer_of.size(); ++i) {
            const auto layer = static_cast<std::size_t>(graph.layer_of[i]);
            if (given.size() <= layer) given.resize(layer + 1);
            given[layer].push_back(i);
        }
        EXPECT_LE(crossings(graph, order_by_barycentre(graph)), crossings(graph, given));
    }
}

TEST(GovernanceMap, OfNothingIsNothingAndOfOneBoardIsOne) {
    EXPECT_TRUE(draw(GovernanceMap{}).empty());
    const GovernanceMap one{{{"HWB", "Board", "no date", "Boards", false, ""}}, {}};
    EXPECT_FALSE(draw(one).empty());
    EXPECT_EQ(lay_out(one).nodes.size(), 1U);
}

TEST(GovernanceMap, TakesFortyBoardsAndNoMore) {
    const auto forty = some_map(40, 80, 7);
    const auto picture = draw(forty);
    ASSERT_FALSE(picture.empty());
    EXPECT_LT(picture.marks.size(), 100U * 1024U);
    figures_test::expect_inside(lay_out(forty).nodes, picture);
    EXPECT_TRUE(draw(some_map(41, 10, 7)).empty());
    EXPECT_TRUE(draw(some_map(200, 400, 7)).empty());
}

TEST(GovernanceMap, KeepsHostileNamesInTheirPlace) {
    auto map = map_of_2018();
    map.nodes[0] = {std::string(figures_test::hostile),
                    std::string(figures_test::hostile),
                    std::string(figures_test::hostile),
                    std::string(figures_test::hostile),
                    true,
                    std::string(figures_test::hostile)};
    map.nodes[1].name = std::string(5000, 'W');
    const auto picture = draw(map);
    figures_test::expect_only_our_marks(picture);
    EXPECT_LT(picture.marks.size(), 40U * 1024U);
}

}  // namespace
