// What the tests of the figures share: golden files, checks of overlap, hostile texts.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "templates/figures/svg.hpp"
#include "templates/figures/time_axis.hpp"

namespace figures_test {

using templates::figures::Box;
using templates::figures::Day;
using templates::figures::Picture;

inline Day day(int year, unsigned month, unsigned of_month) {
    return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month}};
}

/// A name that would break out of markup, were it not escaped.
inline constexpr std::string_view hostile =
    "\"><script>alert('1')</script> & <b>\xC3\x28\x01 boards";

inline void expect_no_overlap(const std::vector<Box>& boxes) {
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t k = i + 1; k < boxes.size(); ++k)
            EXPECT_FALSE(templates::figures::overlap(boxes[i], boxes[k]))
                << "boxes " << i << " and " << k << " at " << boxes[i].left << "," << boxes[i].top
                << " and " << boxes[k].left << "," << boxes[k].top;
}

inline void expect_inside(const std::vector<Box>& boxes, const Picture& picture) {
    for (const auto& box : boxes) {
        EXPECT_GE(box.left, 0);
        EXPECT_GE(box.top, 0);
        EXPECT_LE(box.right, picture.width);
        EXPECT_LE(box.bottom, picture.height);
    }
}

/// Every mark of the drawing is one that the drawing helper makes: nothing of a text became markup.
inline void expect_only_our_marks(const Picture& picture) {
    for (std::size_t at = picture.marks.find('<'); at != std::string::npos;
         at = picture.marks.find('<', at + 1)) {
        const auto end = picture.marks.find_first_of(" >", at);
        const auto name = picture.marks.substr(at + 1, end - at - 1);
        const bool ours = name == "rect" || name == "line" || name == "text" || name == "/text" ||
                          name == "a" || name == "/a" || name == "circle" || name == "path" ||
                          name == "polygon" || name == "polyline";
        EXPECT_TRUE(ours) << name;
    }
}

/// The picture as a file against tests/golden/figures/NAME.svg; UPDATE_GOLDEN=1 writes it anew.
inline void expect_golden(const std::string& name, const Picture& picture) {
    const auto path =
        std::filesystem::path(SHIREMOOT_SOURCE_DIR) / "tests/golden/figures" / (name + ".svg");
    const auto drawn = templates::figures::svg_file(picture, name);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path) << drawn;
    std::ostringstream kept;
    kept << std::ifstream(path).rdbuf();
    EXPECT_EQ(kept.str(), drawn) << "UPDATE_GOLDEN=1 accepts the change, once it was looked at";
}

}  // namespace figures_test
