// Footers are shared form XObjects, page numbers text in one shared font; each page gets one short
// stream that places both.
#include "templates/documents/stamp.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "templates/documents/front_matter.hpp"

namespace templates {
namespace {

constexpr double side_margin = 34;    // on a page as wide as A4; more on wider pages
constexpr double bottom_margin = 12;  // what common printers still print
constexpr double reference_width = 595;
constexpr double scale_min = 0.3;
constexpr double scale_max = 4;

using Rectangle = QPDFObjectHandle::Rectangle;

bool has_area(const Rectangle& box) {
    return box.urx - box.llx > 1 && box.ury - box.lly > 1;
}

Rectangle visible_box(QPDFObjectHandle page) {
    const Rectangle media = page.getKey("/MediaBox").getArrayAsRectangle();
    const Rectangle crop = page.getKey("/CropBox").getArrayAsRectangle();
    if (!has_area(media)) {
        return has_area(crop) ? crop : Rectangle(0, 0, 612, 792);
    }
    const Rectangle both(std::max(media.llx, crop.llx), std::max(media.lly, crop.lly),
                         std::min(media.urx, crop.urx), std::min(media.ury, crop.ury));
    return has_area(crop) && has_area(both) ? both : media;
}

int rotation_of(QPDFObjectHandle page) {
    QPDFObjectHandle rotate = page.getKey("/Rotate");
    const int degrees = rotate.isInteger() ? rotate.getIntValueAsInt() % 360 : 0;
    return (degrees + 360) % 360;
}

// As PDF wants it: no exponent, no locale, a thousandth of a point is enough.
std::string number(double value) {
    std::array<char, 64> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                            std::chars_format::fixed, 3);
    return error == std::errc() ? std::string(digits.data(), end) + " " : std::string("0 ");
}

// "a b c d e f cm ": what follows is drawn from (x, y) as seen.
std::string place(const PageView& view, double scale, double x, double y) {
    return number(view.a * scale) + number(view.b * scale) + number(view.c * scale) +
           number(view.d * scale) + number(view.a * x + view.c * y + view.e) +
           number(view.b * x + view.d * y + view.f) + "cm ";
}

// The page's own copy of one part of its resources: pages often share one dictionary.
QPDFObjectHandle own_part(QPDFObjectHandle resources, const char* part) {
    QPDFObjectHandle names = resources.getKey(part);
    names = names.isDictionary() ? names.shallowCopy() : QPDFObjectHandle::newDictionary();
    resources.replaceKey(part, names);
    return names;
}

std::string add_resource(QPDFObjectHandle resources, const char* part, std::string name,
                         QPDFObjectHandle resource) {
    QPDFObjectHandle names = own_part(resources, part);
    while (names.hasKey(name)) {
        name += "x";
    }
    names.replaceKey(name, resource);
    return name;
}

std::string draw_number(const std::string& words, const std::string& font, double width) {
    return "1 g 0 0 " + number(width) + number(stamp_height) + "re f 0.11 0.11 0.12 rg BT " + font +
           " " + number(stamp_font_size) + "Tf " + number(stamp_padding) + number(stamp_baseline) +
           "Td (" + words + ") Tj ET ";
}

// The page's own content between "q" and "Q", then ours.
QPDFObjectHandle wrap(QPDFObjectHandle content, QPDFObjectHandle before, QPDFObjectHandle after) {
    std::vector<QPDFObjectHandle> parts{before};
    if (content.isArray()) {
        for (const QPDFObjectHandle& part : content.getArrayAsVector()) {
            parts.push_back(part);
        }
    } else if (content.isStream()) {
        parts.push_back(content);
    }
    parts.push_back(after);
    return QPDFObjectHandle::newArray(parts);
}

}  // namespace

PageView view_of(QPDFObjectHandle page) {
    const Rectangle box = visible_box(page);
    const double width = box.urx - box.llx;
    const double height = box.ury - box.lly;
    switch (rotation_of(page)) {
        case 90:
            return {0, 1, -1, 0, box.urx, box.lly, height, width};
        case 180:
            return {-1, 0, 0, -1, box.urx, box.ury, width, height};
        case 270:
            return {0, -1, 1, 0, box.llx, box.ury, height, width};
        default:
            return {1, 0, 0, 1, box.llx, box.lly, width, height};
    }
}

Stamp stamp_from_page(QPDFObjectHandle page) {
    QPDFObjectHandle form = page.getKey("/Contents");
    const Rectangle box = page.getKey("/MediaBox").getArrayAsRectangle();
    QPDFObjectHandle dictionary = form.getDict();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
    dictionary.replaceKey("/BBox", QPDFObjectHandle::newArray(box));
    dictionary.replaceKey("/Resources", page.getKey("/Resources"));
    return {form, box.urx - box.llx};
}

Stamper::Stamper(QPDF& pack, QPDFObjectHandle font_page)
    : pack_(pack), save_state_(pack.newStream("q\n")) {
    QPDFObjectHandle fonts = font_page.getKey("/Resources").getKey("/Font");
    const std::set<std::string> names = fonts.getKeys();
    font_ = names.empty() ? QPDFObjectHandle::newNull() : fonts.getKey(*names.begin());
    // Cairo writes Latin text with one byte a letter. If another cairo did not, the numbers would
    // be nonsense, so no pack may come out.
    if (!font_.isDictionary() || !font_.getKey("/Encoding").isNameAndEquals("/WinAnsiEncoding")) {
        throw std::runtime_error("The font of the page numbers is not encoded as expected");
    }
    const auto first = static_cast<std::size_t>(font_.getKey("/FirstChar").getUIntValue());
    std::vector<QPDFObjectHandle> widths = font_.getKey("/Widths").getArrayAsVector();
    for (std::size_t letter = first; letter < letter_widths_.size(); ++letter) {
        if (letter - first < widths.size()) {
            letter_widths_.at(letter) =
                widths[letter - first].getNumericValue() * stamp_font_size / 1000;
        }
    }
}

double Stamper::width_of(const std::string& words) const {
    double width = 2 * stamp_padding;
    for (const char letter : words) {
        width += letter_widths_.at(static_cast<unsigned char>(letter));
    }
    return width;
}

void Stamper::stamp(QPDFObjectHandle page, const Stamp& footer, const std::string& words) {
    const PageView view = view_of(page);
    const double width = width_of(words);
    const double needed = footer.width + width + 2 * side_margin + 10;
    const double scale = std::clamp(
        std::min(view.width / needed, std::min(view.width, view.height) / reference_width),
        scale_min, scale_max);
    QPDFObjectHandle resources = page.getKey("/Resources");
    resources =
        resources.isDictionary() ? resources.shallowCopy() : QPDFObjectHandle::newDictionary();
    page.replaceKey("/Resources", resources);
    const std::string form = add_resource(resources, "/XObject", "/PackFooter", footer.form);
    const std::string font = add_resource(resources, "/Font", "/PackFont", font_);
    const double bottom = bottom_margin * scale;
    const double number_left = view.width - (side_margin + width) * scale;
    const std::string content = "\nQ\n/Artifact <</Type/Pagination/Subtype/Footer>> BDC\nq " +
                                place(view, scale, side_margin * scale, bottom) + form +
                                " Do Q\nq " + place(view, scale, number_left, bottom) +
                                draw_number(words, font, width) + "Q\nEMC\n";
    page.replaceKey("/Contents",
                    wrap(page.getKey("/Contents"), save_state_, pack_.newStream(content)));
}

}  // namespace templates
