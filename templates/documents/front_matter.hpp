// The pages of a pack that we draw ourselves, and the stamps for every page.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "templates/documents/pack.hpp"

namespace templates {

// How many pages each part takes.
struct FrontLayout {
    std::size_t front_sheet_pages = 0;
    std::size_t agenda_pages = 0;
    std::vector<std::size_t> divider_pages;  // one for each item, 0 without papers
    bool operator==(const FrontLayout&) const = default;
};

// Page numbers that follow from the layout and the papers' page counts.
PackPlan plan_pack(const PackInput& input, const FrontLayout& layout);

// One PDF that holds, in this order: front sheet, agenda, dividers, then pages of the size of a
// stamp: one footer for the front pages, one footer for each item with a divider, and last a page
// whose only font has the letters of every page number.
struct FrontMatter {
    std::string pdf;
    FrontLayout layout;
    PackPlan plan;
};
FrontMatter draw_front_matter(const PackInput& input);

// A stamp's height and its words, in points; the words' foot is measured from the stamp's foot.
inline constexpr double stamp_height = 12;
inline constexpr double stamp_font_size = 7.5;
inline constexpr double stamp_baseline = 3.6;
inline constexpr double stamp_padding = 2;

}  // namespace templates
