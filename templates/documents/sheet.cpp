// Draws tagged PDF pages: cairo writes the structure, pango sets the lines.
#include "templates/documents/sheet.hpp"

#include <cairo-pdf.h>

#include <stdexcept>

namespace templates {
namespace {

constexpr const char* font_family = "Liberation Sans";

cairo_status_t append_bytes(void* target, const unsigned char* data, unsigned int size) {
    static_cast<std::string*>(target)->append(data, data + size);
    return CAIRO_STATUS_SUCCESS;
}

using FontDescription =
    std::unique_ptr<PangoFontDescription, Releaser<pango_font_description_free>>;
using FontOptions = std::unique_ptr<cairo_font_options_t, Releaser<cairo_font_options_destroy>>;

FontDescription describe(const TextStyle& style) {
    FontDescription font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), font_family);
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(
        font.get(), style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(
        font.get(), style.slant == Slant::italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return font;
}

// A machine's own hinting settings must not move a line break.
void fix_font_options(PangoContext* context) {
    const FontOptions options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options.get());
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
}

void require_font(PangoContext* context) {
    const FontDescription wanted = describe(TextStyle{});
    const std::unique_ptr<PangoFont, Releaser<g_object_unref>> font(
        pango_context_load_font(context, wanted.get()));
    if (font) {
        const FontDescription got(pango_font_describe(font.get()));
        const char* family = pango_font_description_get_family(got.get());
        if (family != nullptr && std::string_view(family) == font_family) {
            return;
        }
    }
    throw std::runtime_error("The font Liberation Sans (package fonts-liberation) is missing");
}

}  // namespace

FontMap new_font_map() {
    return FontMap(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
}

Sheet::Sheet(PangoFontMap* fonts, Purpose purpose)
    : purpose_(purpose),
      surface_(cairo_pdf_surface_create_for_stream(append_bytes, &bytes_, a4_width, a4_height)),
      drawing_(cairo_create(surface_.get())),
      text_(pango_font_map_create_context(fonts)) {
    check();
    fix_font_options(text_.get());
    require_font(text_.get());
    // Replaced by the pack's own date when the pack is put together; fixed here so that the clock
    // never enters the bytes.
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   "2000-01-01T00:00:00Z");
    check();
}

Sheet::~Sheet() {
    // Cairo flushes into bytes_ when it dies, so it has to die first.
    drawing_.reset();
    surface_.reset();
}

void Sheet::check() const {
    cairo_status_t status = cairo_surface_status(surface_.get());
    if (status == CAIRO_STATUS_SUCCESS) {
        status = cairo_status(drawing_.get());
    }
    if (status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(std::string("cairo: ") + cairo_status_to_string(status));
    }
}

TextBlock Sheet::set_text(std::string_view text, const TextStyle& style, double width) const {
    if (text.empty()) {
        return {};
    }
    TextBlock block{TextLayout(pango_layout_new(text_.get())), style.ink};
    PangoLayout* layout = block.layout.get();
    pango_layout_set_font_description(layout, describe(style).get());
    // Pango draws nothing but warnings for text that is not UTF-8.
    const std::unique_ptr<char, Releaser<g_free>> valid(
        g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
    const bool is_one_line = width <= 0;
    const char* line_end = is_one_line || style.align == Align::right ? "" : " ";
    pango_layout_set_text(layout, (std::string(valid.get()) + line_end).c_str(), -1);
    if (is_one_line) {
        pango_layout_set_single_paragraph_mode(layout, TRUE);
    } else {
        pango_layout_set_width(layout, pango_units_from_double(width));
    }
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout, 1.18F);
    pango_layout_set_alignment(layout,
                               style.align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    PangoRectangle logical{};
    pango_layout_get_extents(layout, nullptr, &logical);
    block.width = pango_units_to_double(logical.width);
    block.height = pango_units_to_double(logical.height);
    return block;
}

TextBlock Sheet::set_line(std::string_view text, const TextStyle& style) const {
    return set_text(text, style, 0);
}

void Sheet::draw(const TextBlock& block, double x, double y) {
    if (block.height <= 0 || purpose_ == Purpose::measure) {
        return;
    }
    cairo_set_source_rgb(drawing_.get(), block.ink.red, block.ink.green, block.ink.blue);
    if (pango_layout_get_line_count(block.layout.get()) > 1) {
        draw_lines(block, x, y);
    } else {
        cairo_move_to(drawing_.get(), x, y);
        pango_cairo_show_layout(drawing_.get(), block.layout.get());
    }
}

void Sheet::draw_lines(const TextBlock& block, double x, double y) {
    PangoLayout* layout = block.layout.get();
    const std::string_view text = pango_layout_get_text(layout);
    const TextLayout spaced(pango_layout_new(text_.get()));
    pango_layout_set_font_description(spaced.get(), pango_layout_get_font_description(layout));
    const std::unique_ptr<PangoLayoutIter, Releaser<pango_layout_iter_free>> lines(
        pango_layout_get_iter(layout));
    do {
        // Pango gives the space at the end of a wrapped line no glyph, so each line is set anew.
        PangoLayoutLine* line = pango_layout_iter_get_line_readonly(lines.get());
        const auto start = static_cast<std::size_t>(pango_layout_line_get_start_index(line));
        std::string words(
            text.substr(start, static_cast<std::size_t>(pango_layout_line_get_length(line))));
        words += words.ends_with(' ') ? "" : " ";
        pango_layout_set_text(spaced.get(), words.c_str(), static_cast<int>(words.size()));
        PangoRectangle place{};
        pango_layout_iter_get_line_extents(lines.get(), nullptr, &place);
        cairo_move_to(drawing_.get(), x + pango_units_to_double(place.x),
                      y + pango_units_to_double(pango_layout_iter_get_baseline(lines.get())));
        pango_cairo_show_layout_line(drawing_.get(),
                                     pango_layout_get_line_readonly(spaced.get(), 0));
    } while (pango_layout_iter_next_line(lines.get()) != FALSE);
}

void Sheet::draw_line(const TextBlock& block, double x, double baseline) {
    if (block.height <= 0) {
        return;
    }
    cairo_set_source_rgb(drawing_.get(), block.ink.red, block.ink.green, block.ink.blue);
    cairo_move_to(drawing_.get(), x, baseline);
    pango_cairo_show_layout_line(drawing_.get(),
                                 pango_layout_get_line_readonly(block.layout.get(), 0));
}

void Sheet::fill(double x, double y, double width, double height, Ink ink) {
    cairo_set_source_rgb(drawing_.get(), ink.red, ink.green, ink.blue);
    cairo_rectangle(drawing_.get(), x, y, width, height);
    cairo_fill(drawing_.get());
}

void Sheet::begin_tag(const char* name) {
    cairo_tag_begin(drawing_.get(), name, nullptr);
}

void Sheet::end_tag(const char* name) {
    cairo_tag_end(drawing_.get(), name);
}

void Sheet::begin_link(std::size_t page) {
    const std::string address =
        "uri='" + std::string(page_link_prefix) + std::to_string(page) + "'";
    cairo_tag_begin(drawing_.get(), CAIRO_TAG_LINK, address.c_str());
}

void Sheet::end_link() {
    cairo_tag_end(drawing_.get(), CAIRO_TAG_LINK);
}

void Sheet::begin_page(double width, double height) {
    if (pages_begun_ != 0) {
        cairo_show_page(drawing_.get());
        check();
        // Not before the first page, which may be inside a tag already: a new size forgets it.
        cairo_pdf_surface_set_size(surface_.get(), width, height);
    }
    ++pages_begun_;
}

std::string Sheet::finish() {
    cairo_show_page(drawing_.get());
    check();
    drawing_.reset();
    cairo_surface_finish(surface_.get());
    const cairo_status_t status = cairo_surface_status(surface_.get());
    if (status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(std::string("cairo: ") + cairo_status_to_string(status));
    }
    return std::move(bytes_);
}

PageLink::PageLink(Sheet& sheet, std::size_t page) : sheet_(sheet), page_(page) {
    if (page_ != 0) {
        sheet_.begin_link(page_);
    }
}

PageLink::~PageLink() {
    if (page_ != 0) {
        sheet_.end_link();
    }
}

}  // namespace templates
