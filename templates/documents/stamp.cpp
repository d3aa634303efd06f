// Stamps are form XObjects with one shared font; each page gets one short stream that places them.
#include "templates/documents/stamp.hpp"

#include <algorithm>
#include <cmath>
#include <qpdf/QUtil.hh>
#include <string>
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

std::string number(double value) {
    return QUtil::double_to_string(value, 3) + " ";
}

// "q a b c d e f cm /name Do Q": the form's lower left corner at (x, y) as seen.
std::string place(const PageView& view, const std::string& name, double scale, double x, double y) {
    return "q " + number(view.a * scale) + number(view.b * scale) + number(view.c * scale) +
           number(view.d * scale) + number(view.a * x + view.c * y + view.e) +
           number(view.b * x + view.d * y + view.f) + "cm " + name + " Do Q\n";
}

// The page's resources, as its own copy: pages often share one dictionary.
QPDFObjectHandle own_forms(QPDFObjectHandle page) {
    QPDFObjectHandle resources = page.getKey("/Resources");
    resources =
        resources.isDictionary() ? resources.shallowCopy() : QPDFObjectHandle::newDictionary();
    QPDFObjectHandle forms = resources.getKey("/XObject");
    forms = forms.isDictionary() ? forms.shallowCopy() : QPDFObjectHandle::newDictionary();
    resources.replaceKey("/XObject", forms);
    page.replaceKey("/Resources", resources);
    return forms;
}

std::string add_form(QPDFObjectHandle forms, std::string name, QPDFObjectHandle form) {
    while (forms.hasKey(name)) {
        name += "x";
    }
    forms.replaceKey(name, form);
    return name;
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

Stamper::Stamper(QPDF& pack) : pack_(pack), save_state_(pack.newStream("q\n")) {}

void Stamper::stamp(QPDFObjectHandle page, const Stamp& footer, const Stamp& page_number) {
    const PageView view = view_of(page);
    const double needed = footer.width + page_number.width + 2 * side_margin + 10;
    const double scale = std::clamp(
        std::min(view.width / needed, std::min(view.width, view.height) / reference_width),
        scale_min, scale_max);
    const QPDFObjectHandle forms = own_forms(page);
    const double bottom = bottom_margin * scale;
    const std::string content =
        "\nQ\n/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n" +
        place(view, add_form(forms, "/PackFooter", footer.form), scale, side_margin * scale,
              bottom) +
        place(view, add_form(forms, "/PackPage", page_number.form), scale,
              view.width - (side_margin + page_number.width) * scale, bottom) +
        "EMC\n";
    std::vector<QPDFObjectHandle> contents{save_state_};
    QPDFObjectHandle original = page.getKey("/Contents");
    if (original.isArray()) {
        for (const QPDFObjectHandle& part : original.getArrayAsVector()) {
            contents.push_back(part);
        }
    } else if (original.isStream()) {
        contents.push_back(original);
    }
    contents.push_back(pack_.newStream(content));
    page.replaceKey("/Contents", QPDFObjectHandle::newArray(contents));
}

}  // namespace templates
