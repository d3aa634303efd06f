// The drawing helper: escaping, widths, cutting, and the figure with its table on a page.
#include <gtest/gtest.h>

#include <cmath>

#include "templates/figure.hpp"
#include "templates/store.hpp"
#include "tests/templates/figures_fixture.hpp"

namespace {

using namespace templates::figures;
using figures_test::hostile;

TEST(Svg, EscapesTextForXml) {
    EXPECT_EQ(escaped("Children's <Trust> & \"HWB\""),
              "Children&#39;s &lt;Trust&gt; &amp; &quot;HWB&quot;");
    EXPECT_EQ(escaped("Größe – 中"), "Größe – 中");
    EXPECT_EQ(escaped(std::string_view("a\0b\x1F", 4)),
              "a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD");
    EXPECT_EQ(escaped("\xC3("), "\xEF\xBF\xBD(");
    EXPECT_EQ(escaped("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(escaped("\xF0\x9F\x93"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(escaped(""), "");
}

TEST(Svg, KeepsHostileTextInItsPlace) {
    Drawing drawing;
    drawing.link(hostile).text({1, 2}, hostile).end_link();
    const auto picture = drawing.finish(10, 10);
    figures_test::expect_only_our_marks(picture);
    EXPECT_EQ(picture.marks.find("<script"), std::string::npos);
    EXPECT_EQ(svg_file(picture, hostile).find("<script"), std::string::npos);
}

TEST(Svg, KnowsHowWideATextIs) {
    EXPECT_EQ(text_width("", 14), 0);
    EXPECT_EQ(text_width("HWB", 100), 234);  // 72.2 + 94.4 + 66.7
    EXPECT_EQ(text_width("i", 1000), 222);
    EXPECT_EQ(text_width("i", 1000, Weight::bold), 278);
    EXPECT_GT(text_width("中", 14), text_width("i", 14));
    EXPECT_GT(text_width(std::string(1 << 20, 'm'), 14), 10000);
}

TEST(Svg, CutsAndBreaksWhatIsTooLong) {
    const std::string name = "Oxfordshire Safeguarding Children Board";
    EXPECT_EQ(cut_text(name, 14, 1000), name);
    const auto cut = cut_text(name, 14, 100);
    EXPECT_LE(text_width(cut, 14), 100);
    EXPECT_TRUE(cut.ends_with("…"));
    const auto lines = wrap_text(name, 14, 150, 2);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], "Oxfordshire");
    for (const auto& line : lines)
        EXPECT_LE(text_width(line, 14), 150);
    EXPECT_EQ(wrap_text("Safeguarding", 14, 150, 2), std::vector<std::string>{"Safeguarding"});
    EXPECT_EQ(wrap_text(std::string(200, 'W'), 14, 150, 3).size(), 1U);
    EXPECT_TRUE(wrap_text("", 14, 150, 3).empty());
    EXPECT_EQ(cut_text(std::string(1 << 20, 'W'), 14, 40).size(), std::string("WW…").size());
}

double channel(std::string_view hex) {
    const double value = std::stoi(std::string(hex), nullptr, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Ink ink) {
    const auto hex = colour(ink);
    return 0.2126 * channel(hex.substr(1, 2)) + 0.7152 * channel(hex.substr(3, 2)) +
           0.0722 * channel(hex.substr(5, 2));
}

double contrast(Ink a, Ink b) {
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

// WCAG 2.2, 1.4.3 and 1.4.11.
TEST(Svg, ColoursStandOutFromTheirGrounds) {
    for (const auto ink :
         {Ink::ink, Ink::quiet, Ink::brand, Ink::amber, Ink::blue, Ink::red, Ink::purple}) {
        EXPECT_GE(contrast(ink, Ink::ground), 4.5) << colour(ink);
        EXPECT_GE(contrast(ink, Ink::pale), 4.5) << colour(ink);
    }
}

TEST(Svg, HidesThePictureOnAPageAndNamesItInAFile) {
    Drawing drawing;
    drawing.link("").mark(Mark::disc, {5, 5}, Ink::ink).end_link();
    const auto picture = drawing.finish(20, 10);
    const auto on_page = inline_svg(picture);
    EXPECT_TRUE(on_page.starts_with("<svg class=\"sm-fig__svg\" aria-hidden=\"true\""));
    EXPECT_EQ(on_page.find("<a "), std::string::npos);
    EXPECT_EQ(on_page.find("style="), std::string::npos);
    EXPECT_NE(svg_file(picture, "A & B").find("<title>A &amp; B</title>"), std::string::npos);
    EXPECT_EQ(inline_svg(Picture{}), "");
}

TEST(Figure, HasItsFindingItsTableAndItsFiles) {
    const templates::Store store;
    templates::Figure figure;
    figure.id = "line";
    figure.caption = "Agreed by 5 of 14 boards.";
    figure.label = "Line of the draft <6>";
    figure.svg = "<svg></svg>";
    figure.table_caption = "Stops";
    figure.columns = {{.text = "Board"}};
    figure.rows = {{{.text = "HWB & co", .href = "/boards/hwb"}}};
    figure.files = {{"Download data (CSV)", "/line.csv"}};
    const auto html = templates::figure_html(store, figure);
    for (const auto* part :
         {"<figure class=\"sm-fig\" id=\"line\">", "Agreed by 5 of 14 boards.</figcaption>",
          "role=\"region\" tabindex=\"0\" aria-label=\"Line of the draft &lt;6&gt;\"",
          "<svg></svg>", "<details",
          "<a class=\"govuk-link\" href=\"/boards/hwb\">HWB &amp; co</a>",
          "href=\"/line.csv\">Download data (CSV)</a>"}) {
        EXPECT_NE(html.find(part), std::string::npos) << part;
    }
    figure.svg.clear();
    figure.rows.clear();
    const auto bare = templates::figure_html(store, figure);
    EXPECT_EQ(bare.find("role=\"region\""), std::string::npos);
    EXPECT_EQ(bare.find("<details"), std::string::npos);
}

}  // namespace
