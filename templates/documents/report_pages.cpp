#include "templates/documents/report_pages.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "templates/documents/words.hpp"
#include "workflows/text/utf8.hpp"

namespace templates {
namespace {

constexpr double margin = 64;
constexpr double content_width = a4_width - 2 * margin;
constexpr double content_right = a4_width - margin;
constexpr double top_edge = 60;
constexpr double bottom_edge = a4_height - 56;
constexpr double label_width = 132;
constexpr double page_width = 44;
// A paragraph is set in pieces that fit on a page, whatever its letters.
constexpr std::size_t piece_bytes_max = 900;

constexpr TextStyle display{.size = 34, .weight = Weight::bold, .ink = ink_accent};
constexpr TextStyle heading{.size = 22, .weight = Weight::bold, .ink = ink_accent};
constexpr TextStyle subheading{.size = 13, .weight = Weight::bold, .ink = ink_accent};
constexpr TextStyle strong{.size = 11.5, .weight = Weight::bold};
constexpr TextStyle label_style{.size = 10, .weight = Weight::bold, .ink = ink_quiet};
constexpr TextStyle plain{.size = 11};

struct Flow {
    Sheet& sheet;
    double y = top_edge;

    void turn_page() {
        sheet.begin_page();
        y = top_edge;
    }
    void make_room(double height) {
        if (y + height > bottom_edge) turn_page();
    }
    void paragraph(std::string_view text, const TextStyle& style, double space_after,
                   const char* tag = "P") {
        if (text.empty()) return;
        const TextBlock block = sheet.set_text(text, style, content_width);
        make_room(block.height);
        {
            const Tag element(sheet, tag);
            sheet.draw(block, margin, y);
        }
        y += block.height + space_after;
    }
    void rule(double thickness, Ink ink, double space_after) {
        sheet.fill(margin, y, content_width, thickness, ink);
        y += thickness + space_after;
    }
};

void draw_fact(Flow& flow, const ReportFact& fact) {
    if (fact.words.empty()) return;
    const TextBlock name = flow.sheet.set_text(fact.label, label_style, label_width - 8);
    const TextBlock words = flow.sheet.set_text(fact.words, plain, content_width - label_width);
    const double height = std::max(name.height, words.height);
    flow.make_room(height);
    {
        const Tag paragraph(flow.sheet, "P");
        flow.sheet.draw(name, margin, flow.y + 1);
        flow.sheet.draw(words, margin + label_width, flow.y);
    }
    flow.y += height + 6;
    flow.rule(0.5, ink_rule, 6);
}

// Cut after a blank where there is one, and never inside a character.
std::size_t piece_end(std::string_view text) {
    if (text.size() <= piece_bytes_max) return text.size();
    const auto blank = text.rfind(' ', piece_bytes_max);
    if (blank != std::string_view::npos && blank > 0) return blank + 1;
    return std::max<std::size_t>(workflows::text::first_bytes(text, piece_bytes_max).size(), 1);
}

void draw_lines(Flow& flow, std::string_view text) {
    while (!text.empty()) {
        const auto line_end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, line_end);
        text.remove_prefix(std::min(line_end + 1, text.size()));
        while (!line.empty()) {
            const auto end = piece_end(line);
            flow.paragraph(line.substr(0, end), plain, end == line.size() ? 6 : 0);
            line.remove_prefix(end);
        }
    }
}

void draw_text(Flow& flow, const ReportText& text) {
    constexpr double heading_with_a_line = 60;
    flow.y += 8;
    flow.make_room(heading_with_a_line);
    flow.paragraph(text.heading, subheading, 4, "H3");
    draw_lines(flow, text.text);
}

void draw_front_sheet(Sheet& sheet, const ReportInput& input) {
    sheet.begin_page();
    sheet.fill(0, 0, a4_width, 14, ink_accent);
    Flow flow{sheet, 118};
    const Tag section(sheet, "Sect");
    flow.paragraph(input.author, {.size = 12, .weight = Weight::bold, .ink = ink_accent}, 14);
    flow.paragraph(input.title, display, 18, "H1");
    flow.paragraph(input.date_words, {.size = 15}, 26);
    flow.paragraph(input.marking, strong, 20);
    flow.rule(1.2, ink_accent, 12);
    draw_fact(flow, {document_words::status, input.status});
    for (const auto& fact : input.facts)
        draw_fact(flow, fact);
}

void draw_entry(Flow& flow, const std::string& title, std::size_t page) {
    const TextBlock words = flow.sheet.set_text(title, plain, content_width - page_width);
    const auto number = page == 0 ? std::string() : std::to_string(page);
    TextStyle right = plain;
    right.align = Align::right;
    const TextBlock digits = flow.sheet.set_text(number, right, page_width);
    flow.make_room(words.height);
    {
        const Tag entry(flow.sheet, "LI");
        const PageLink link(flow.sheet, page);
        flow.sheet.draw(words, margin, flow.y);
        flow.sheet.draw(digits, content_right - page_width, flow.y);
    }
    flow.y += words.height + 8;
}

void draw_contents(Sheet& sheet, const ReportInput& input, const ReportPlan& plan) {
    Flow flow{sheet};
    flow.turn_page();
    const Tag section(sheet, "Sect");
    flow.paragraph(document_words::contents, heading, 14, "H2");
    flow.rule(1.2, ink_accent, 10);
    const Tag list(sheet, "L");
    for (std::size_t i = 0; i < input.sections.size(); ++i) {
        const bool known = i < plan.section_pages.size();
        draw_entry(flow, input.sections[i].title, known ? plan.section_pages[i] : 0);
    }
}

void draw_section(Sheet& sheet, const ReportSection& part) {
    Flow flow{sheet};
    flow.turn_page();
    const Tag section(sheet, "Sect");
    flow.paragraph(part.title, heading, 12, "H2");
    flow.rule(1.2, ink_accent, 10);
    for (const auto& fact : part.facts)
        draw_fact(flow, fact);
    for (const auto& text : part.texts)
        draw_text(flow, text);
}

}  // namespace

ReportPlan draw_report(Sheet& sheet, const ReportInput& input, const ReportPlan& plan) {
    ReportPlan drawn;
    const Tag document(sheet, "Document");
    draw_front_sheet(sheet, input);
    drawn.contents_page = sheet.pages_begun() + 1;
    draw_contents(sheet, input, plan);
    for (const auto& section : input.sections) {
        drawn.section_pages.push_back(sheet.pages_begun() + 1);
        draw_section(sheet, section);
    }
    drawn.page_count = sheet.pages_begun();
    return drawn;
}

}  // namespace templates
