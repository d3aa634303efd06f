// The bookmark tree of a document.
#pragma once

#include <string>
#include <vector>

#include "templates/documents/qpdf.hpp"

namespace templates {

enum class Shown { open, closed };
struct Bookmark {
    std::string title;
    QPDFObjectHandle page;
    Shown children_shown = Shown::open;
    std::vector<Bookmark> children;
};

// A destination at the top left corner of the page as it is seen, keeping the reader's zoom.
QPDFObjectHandle top_of(QPDFObjectHandle page);

// Replaces the document's outlines.
void set_outlines(QPDF& document, const std::vector<Bookmark>& bookmarks);

}  // namespace templates
