// A picture on a page with all that must go with it: the finding in words, the table with the same
// facts and the links, and the files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "templates/components.hpp"

namespace templates {

class Store;

struct FigureFile {
    std::string text;  // "Download data (CSV)"
    std::string href;
};

// The facts of pages/figure.html. The picture is drawn for the eye and hidden from assistive
// techniques; caption and table say all that it shows.
struct Figure {
    std::string id = {};       // of the element; unique on its page
    std::string caption = {};  // the finding: "Agreed by 5 of 14 boards."
    std::string label = {};    // of the box that scrolls; unique on its page
    std::string svg = {};      // figures::inline_svg(); empty: no picture
    std::string table_caption = {};
    std::vector<Cell> columns = {};
    std::vector<std::vector<Cell>> rows = {};  // none: the page has the table elsewhere
    std::vector<FigureFile> files = {};
};

// Markup for a key that ends in `_html`, or for BlockPage::html().
std::string figure_html(const Store& store, const Figure& figure);

}  // namespace templates
