// Puts "Page 88 of 212" and the footer on a page, upright as the page is seen.
#pragma once

#include <array>
#include <string>

#include "templates/documents/qpdf.hpp"

namespace templates {

// From coordinates as seen (origin in the lower left corner of what is visible, x to the right, y
// up) to the page's own: page = [a b c d e f] applied to (x, y).
struct PageView {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
    double width = 0;   // as seen
    double height = 0;  // as seen
};

// Takes CropBox, MediaBox and Rotate of the page itself; inherited values must have been pushed
// down. A page without a usable box is letter size, as readers show it.
PageView view_of(QPDFObjectHandle page);

// A footer: a page drawn by us whose content becomes a form XObject.
struct Stamp {
    QPDFObjectHandle form;
    double width = 0;
};
Stamp stamp_from_page(QPDFObjectHandle page);

class Stamper {
  public:
    // `font_page` was drawn by us with all letters of a page number in its only font.
    Stamper(QPDF& pack, QPDFObjectHandle font_page);
    // Footer at the left, `number` ("Page 88 of 212") at the right, both near the bottom edge. The
    // page's own content is wrapped, so that its graphics state ends before the stamps begin.
    void stamp(QPDFObjectHandle page, const Stamp& footer, const std::string& number);

  private:
    double width_of(const std::string& words) const;

    QPDF& pack_;
    QPDFObjectHandle save_state_;  // one "q" for all pages
    QPDFObjectHandle font_;
    std::array<double, 128> letter_widths_{};  // in points, by ASCII code
};

}  // namespace templates
