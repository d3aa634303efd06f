// Joins front matter and papers into one document with stamps, bookmarks and page labels.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "templates/documents/front_matter.hpp"
#include "templates/documents/mapped_file.hpp"
#include "templates/documents/pack.hpp"
#include "templates/documents/paper_pages.hpp"
#include "templates/documents/paper_reader.hpp"
#include "templates/documents/qpdf.hpp"
#include "templates/documents/stamp.hpp"

namespace templates {

// The pack under construction. Call the steps in this order, once each:
// add_paper() for every paper in pack order, then finish(), then write document().
class PackMerge {
  public:
    // `front` outlives this; its PDF is the primary file, so that its structure tree stays.
    PackMerge(const PackInput& input, const FrontMatter& front);

    // Copies the pages and keeps what the writer reads again. Papers come in pack order.
    // Throws PackFailure for another page count than the input says.
    void add_paper(OpenPaper source);
    void finish();
    QPDF& document() { return pack_; }
    PDFVersion version() const { return version_; }

  private:
    void take_front_pages();
    void take_stamps(const std::vector<QPDFObjectHandle>& stamps);
    void aim_links();
    void write_page_tree();
    void stamp_pages();
    void write_catalog();
    QPDFObjectHandle identifier() const;
    void write_outlines();

    const PackInput& input_;
    const FrontMatter& front_;
    std::vector<MappedFile> papers_in_memory_;
    QPDF pack_;
    PDFVersion version_;
    int last_own_object_ = 0;
    std::vector<QPDFObjectHandle> pages_;      // in pack order; null until its paper is added
    std::vector<std::size_t> front_pages_;     // indexes into pages_ of the pages we drew
    std::vector<std::size_t> footer_of_page_;  // index into footers_
    std::vector<Stamp> footers_;
    QPDFObjectHandle font_page_;
    std::vector<std::vector<std::vector<PaperBookmark>>> bookmarks_;  // by item, by paper
};

}  // namespace templates
