// Makes the pages of somebody's PDF fit to go into a pack.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "templates/documents/qpdf.hpp"

namespace templates {

// A bookmark that the paper brought along.
struct PaperBookmark {
    std::string title;
    std::size_t page = 0;  // index into the paper's pages
    std::vector<PaperBookmark> children;
};
// More bookmarks of one paper than this are left out, as are deeper levels.
inline constexpr std::size_t paper_bookmarks_max = 200;
inline constexpr int paper_bookmark_levels_max = 3;

struct PaperPages {
    std::vector<QPDFObjectHandle> pages;  // still objects of the paper
    std::vector<PaperBookmark> bookmarks;
};

// Changes `paper` in memory: inherited attributes move to the pages, filled form fields become
// page content, named destinations become explicit, and of pages and annotations only what shows
// or leads to a page or web address stays. Throws QPDFExc for what cannot be read.
PaperPages clean_paper(QPDF& paper);

// Last look at everything copied into the pack, objects numbered above `last_own_object`: no
// reference to a structure tree that stayed behind, no action that runs or opens something.
void strip_copied_objects(QPDF& pack, int last_own_object);

// True where the document would run a script, open a file, or carries attachments or media.
bool has_active_content(QPDF& document);

}  // namespace templates
