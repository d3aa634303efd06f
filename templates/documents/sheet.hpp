// Tagged PDF pages by cairo with text set by pango: what front matter and stamps are drawn with.
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace templates {

template <auto release>
struct Releaser {
    template <class T>
    void operator()(T* object) const {
        release(object);
    }
};
using Surface = std::unique_ptr<cairo_surface_t, Releaser<cairo_surface_destroy>>;
using Drawing = std::unique_ptr<cairo_t, Releaser<cairo_destroy>>;
using FontMap = std::unique_ptr<PangoFontMap, Releaser<g_object_unref>>;
using TextContext = std::unique_ptr<PangoContext, Releaser<g_object_unref>>;
using TextLayout = std::unique_ptr<PangoLayout, Releaser<g_object_unref>>;

// All lengths are PDF points (1/72 inch), measured from the top left corner of the page.
inline constexpr double a4_width = 595.276;
inline constexpr double a4_height = 841.89;

struct Ink {
    double red, green, blue;
};
inline constexpr Ink ink_text{0.11, 0.11, 0.12};
inline constexpr Ink ink_quiet{0.33, 0.35, 0.38};  // 7:1 on white
inline constexpr Ink ink_accent{0.07, 0.21, 0.36};
inline constexpr Ink ink_rule{0.72, 0.75, 0.79};

enum class Weight { regular, bold };
enum class Slant { upright, italic };
enum class Align { left, right };
struct TextStyle {
    double size = 11;
    Weight weight = Weight::regular;
    Ink ink = ink_text;
    Slant slant = Slant::upright;
    Align align = Align::left;
};

// Text set in lines no wider than asked, ready to be drawn.
struct TextBlock {
    TextLayout layout;
    Ink ink;
    double width = 0;   // of the longest line
    double height = 0;  // of all lines; 0 for empty text
};

// A PDF in memory and the page being drawn. One thread.
class Sheet {
  public:
    // The font map is shared by all sheets of one pack: it keeps loaded fonts.
    // Throws std::runtime_error when Liberation Sans is not installed, so that a pack never comes
    // out in another machine's idea of a font. A sheet to measure on counts pages, draws nothing.
    enum class Purpose { keep, measure };
    explicit Sheet(PangoFontMap* fonts, Purpose purpose = Purpose::keep);
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    // Empty text gives a block without height, which draws nothing.
    TextBlock set_text(std::string_view text, const TextStyle& style, double width) const;
    TextBlock set_line(std::string_view text, const TextStyle& style) const;
    // Draws from the top left corner. Lines aligned left end in a space that is in the file, so
    // that whoever has it read aloud hears words, not lines run together.
    void draw(const TextBlock& block, double x, double y);
    // Draws one line with its letters' foot at y and nothing after them.
    void draw_line(const TextBlock& block, double x, double baseline);
    void fill(double x, double y, double width, double height, Ink ink);

    void begin_tag(const char* name);
    void end_tag(const char* name);
    // A link to a page of the finished pack; merge turns its address into a destination.
    void begin_link(std::size_t page);
    void end_link();

    // Ends the page before it. A structure element may stay open across pages; one that ends the
    // document must end on its last page, before the next begins. The first page is always A4.
    void begin_page(double width = a4_width, double height = a4_height);
    std::size_t pages_begun() const { return pages_begun_; }
    // Ends the document and hands over its bytes; nothing may be drawn after it.
    std::string finish();

  private:
    void check() const;
    void draw_lines(const TextBlock& block, double x, double y);

    Purpose purpose_;
    std::string bytes_;
    Surface surface_;
    Drawing drawing_;
    TextContext text_;
    std::size_t pages_begun_ = 0;
};

// A structure element for as long as it lives.
class Tag {
  public:
    Tag(Sheet& sheet, const char* name) : sheet_(sheet), name_(name) { sheet_.begin_tag(name_); }
    ~Tag() { sheet_.end_tag(name_); }
    Tag(const Tag&) = delete;
    Tag& operator=(const Tag&) = delete;

  private:
    Sheet& sheet_;
    const char* name_;
};

// Everything drawn while it lives is one link; page 0 means no link.
class PageLink {
  public:
    PageLink(Sheet& sheet, std::size_t page);
    ~PageLink();
    PageLink(const PageLink&) = delete;
    PageLink& operator=(const PageLink&) = delete;

  private:
    Sheet& sheet_;
    std::size_t page_;
};

// How a link names its page between drawing and merging: "shiremoot-page:88".
inline constexpr std::string_view page_link_prefix = "shiremoot-page:";

FontMap new_font_map();

}  // namespace templates
