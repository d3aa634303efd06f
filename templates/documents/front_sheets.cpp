// Sets the words of front sheet, agenda and dividers on A4 pages.
#include "templates/documents/front_sheets.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "templates/documents/words.hpp"

namespace templates {
namespace {

constexpr double margin = 64;
constexpr double content_width = a4_width - 2 * margin;
constexpr double content_right = a4_width - margin;
constexpr double top_edge = 60;
constexpr double bottom_edge = a4_height - 56;
constexpr double number_width = 40;  // the column of item numbers
constexpr double page_width = 44;    // the column of page numbers
constexpr double text_left = margin + number_width;
constexpr double text_width = content_width - number_width - page_width;

constexpr TextStyle kicker{.size = 12, .weight = Weight::bold, .ink = ink_accent};
constexpr TextStyle display{.size = 34, .weight = Weight::bold, .ink = ink_accent};
constexpr TextStyle heading{.size = 22, .weight = Weight::bold, .ink = ink_accent};
constexpr TextStyle lead{.size = 17, .weight = Weight::bold};
constexpr TextStyle strong{.size = 11.5, .weight = Weight::bold};
constexpr TextStyle plain{.size = 11};
constexpr TextStyle quiet{.size = 9.5, .ink = ink_quiet};
constexpr TextStyle remark{.size = 9.5, .ink = ink_text, .slant = Slant::italic};

TextStyle right(TextStyle style) {
    style.align = Align::right;
    return style;
}

// A page and how far down it is used.
struct Flow {
    Sheet& sheet;
    double y = top_edge;

    void turn_page() {
        sheet.begin_page();
        y = top_edge;
    }
    bool has_room(double height) const { return y + height <= bottom_edge; }
    void draw(const char* tag, const TextBlock& block, double x, double space_after) {
        const Tag element(sheet, tag);
        sheet.draw(block, x, y);
        y += block.height + space_after;
    }
    void paragraph(std::string_view text, const TextStyle& style, double space_after,
                   const char* tag = "P") {
        if (!text.empty()) {
            draw(tag, sheet.set_text(text, style, content_width), margin, space_after);
        }
    }
    void rule(double thickness, Ink ink, double space_after) {
        sheet.fill(margin, y, content_width, thickness, ink);
        y += thickness + space_after;
    }
};

// A label in a narrow column, its words beside it.
void draw_fact(Flow& flow, std::string_view label, std::string_view words) {
    constexpr double label_width = 96;
    if (words.empty()) {
        return;
    }
    const TextBlock name = flow.sheet.set_text(
        label, {.size = 10, .weight = Weight::bold, .ink = ink_quiet}, label_width);
    const TextBlock value = flow.sheet.set_text(words, plain, content_width - label_width);
    if (!flow.has_room(value.height)) {
        flow.turn_page();
    }
    {
        const Tag paragraph(flow.sheet, "P");
        flow.sheet.draw(name, margin, flow.y + 1);
        flow.sheet.draw(value, margin + label_width, flow.y);
    }
    flow.y += std::max(name.height, value.height) + 9;
    flow.rule(0.5, ink_rule, 9);
}

std::string pack_size_words(const PackInput& input, const PackPlan& plan) {
    std::size_t papers = 0;
    for (const PackItem& item : input.items) {
        papers += item.papers.size();
    }
    return document_words::pack_has(plan.page_count, input.items.size(), papers);
}

void draw_marking(Flow& flow, const std::string& marking) {
    if (marking.empty()) {
        return;
    }
    const TextBlock words = flow.sheet.set_text(marking, strong, content_width - 20);
    flow.sheet.fill(margin, flow.y, 4, words.height + 10, ink_text);
    flow.y += 5;
    flow.draw("P", words, margin + 16, 23);
}

// One row that is a link as a whole: words on the left, the page number on the right.
struct Row {
    TextBlock number;
    TextBlock words;
    TextBlock page;
    std::size_t target = 0;
    double words_left = text_left;
    double height() const { return std::max({number.height, words.height, page.height}); }
};

Row set_row(const Sheet& sheet, const TextStyle& style, std::string_view number,
            std::string_view words, std::size_t target, double words_left = text_left) {
    const std::string page = target == 0 ? std::string() : std::to_string(target);
    Row row{sheet.set_text(number, style, words_left - margin - 4),
            sheet.set_text(words, style, content_right - page_width - words_left),
            sheet.set_text(page, right(style), page_width), target, words_left};
    return row;
}

void draw_row(Flow& flow, const Row& row, const char* tag, double space_after) {
    {
        const Tag element(flow.sheet, tag);
        const PageLink link(flow.sheet, row.target);
        flow.sheet.draw(row.number, margin, flow.y);
        flow.sheet.draw(row.words, row.words_left, flow.y);
        flow.sheet.draw(row.page, content_right - page_width, flow.y);
    }
    flow.y += row.height() + space_after;
}

void draw_columns(Flow& flow, std::string_view first, std::string_view second) {
    const TextStyle style{.size = 9.5, .weight = Weight::bold, .ink = ink_quiet};
    const TextBlock left_head = flow.sheet.set_line(first, style);
    {
        const Tag paragraph(flow.sheet, "P");
        flow.sheet.draw(left_head, margin, flow.y);
        flow.sheet.draw(flow.sheet.set_text(second, style, content_width - number_width), text_left,
                        flow.y);
        flow.sheet.draw(flow.sheet.set_text(document_words::page_label, right(style), page_width),
                        content_right - page_width, flow.y);
    }
    flow.y += left_head.height + 6;
    flow.rule(1.2, ink_accent, 9);
}

std::string item_facts(const PackItem& item) {
    std::string words;
    const auto add = [&words](const std::string& part) {
        if (!part.empty()) words += (words.empty() ? "" : " \u00b7 ") + part;
    };
    add(item.purpose);
    add(item.owner);
    const bool is_presented = !item.presenter.empty() && item.presenter != item.owner;
    if (is_presented) add(document_words::presented_by(item.presenter));
    add(item.minutes);
    return words;
}

struct AgendaEntry {
    Row title;
    TextBlock facts;
    TextBlock note;
    std::vector<Row> papers;

    // What must stay together: the title, its facts, and the first paper.
    double head_height() const {
        const double head = title.height() + 3 + facts.height + note.height + 6;
        return papers.empty() ? head : head + papers.front().height();
    }
};

AgendaEntry set_entry(const Sheet& sheet, const PackItem& item, const PackItemPlace& place) {
    AgendaEntry entry{set_row(sheet, strong, item.number, item.title, place.divider_page),
                      sheet.set_text(item_facts(item), quiet, text_width),
                      sheet.set_text(item.note, remark, text_width),
                      {}};
    for (std::size_t paper = 0; paper < item.papers.size(); ++paper) {
        entry.papers.push_back(set_row(sheet, {.size = 10}, "", item.papers[paper].title,
                                       place.papers[paper].first_page, text_left + 12));
    }
    return entry;
}

void draw_papers(Flow& flow, const std::vector<Row>& papers) {
    if (papers.empty()) {
        return;
    }
    const Tag list(flow.sheet, "L");
    for (const Row& row : papers) {
        if (!flow.has_room(row.height())) {
            flow.turn_page();
        }
        draw_row(flow, row, "LI", 4);
    }
}

void draw_entry(Flow& flow, const AgendaEntry& entry) {
    const Tag section(flow.sheet, "Sect");
    draw_row(flow, entry.title, "H3", 3);
    if (entry.facts.height > 0) {
        flow.draw("P", entry.facts, text_left, 4);
    }
    if (entry.note.height > 0) {
        flow.draw("P", entry.note, text_left, 4);
    }
    flow.y += 2;
    draw_papers(flow, entry.papers);
    flow.y += 5;
    flow.rule(0.5, ink_rule, 9);
}

}  // namespace

void draw_front_sheet(Sheet& sheet, const PackInput& input, const PackPlan& plan) {
    sheet.begin_page();
    sheet.fill(0, 0, a4_width, 14, ink_accent);
    Flow flow{sheet, 118};
    const Tag section(sheet, "Sect");
    flow.paragraph(input.board_name, kicker, 14);
    flow.paragraph(document_words::agenda_and_papers, display, 10, "H1");
    if (input.meeting_title != input.board_name) {
        flow.paragraph(input.meeting_title, {.size = 15}, 26);
    }
    flow.y += 18;
    flow.paragraph(input.date_words, lead, 3);
    flow.paragraph(input.time_words, {.size = 14}, 0);
    flow.y += 30;
    draw_marking(flow, input.marking);
    flow.rule(1.2, ink_accent, 12);
    draw_fact(flow, document_words::place, input.place);
    draw_fact(flow, document_words::status, input.status);
    draw_fact(flow, document_words::version_label, input.version);
    draw_fact(flow, document_words::in_this_pack, pack_size_words(input, plan));
    draw_fact(flow, document_words::contact, input.contact);
}

void draw_agenda(Sheet& sheet, const PackInput& input, const PackPlan& plan) {
    Flow flow{sheet};
    flow.turn_page();
    const Tag section(sheet, "Sect");
    flow.paragraph(document_words::agenda, heading, 2, "H2");
    flow.paragraph(document_words::board_and_date(input.board_name, input.date_words),
                   {.size = 11, .ink = ink_quiet}, 24);
    draw_columns(flow, document_words::item, document_words::title_and_papers);
    for (std::size_t item = 0; item < input.items.size(); ++item) {
        const AgendaEntry entry = set_entry(sheet, input.items[item], plan.items[item]);
        if (!flow.has_room(entry.head_height())) {
            flow.turn_page();
            draw_columns(flow, document_words::item, document_words::title_and_papers);
        }
        draw_entry(flow, entry);
    }
}

void draw_divider(Sheet& sheet, const PackInput& input, const PackItem& item,
                  const PackItemPlace& place) {
    Flow flow{sheet};
    flow.turn_page();
    sheet.fill(0, 0, 14, a4_height, ink_accent);
    flow.y = 150;
    const Tag section(sheet, "Sect");
    const std::string label =
        item.number.empty() ? document_words::item : document_words::item_number(item.number);
    flow.paragraph(label, {.size = 15, .weight = Weight::bold, .ink = ink_quiet}, 6);
    flow.paragraph(item.title, {.size = 27, .weight = Weight::bold, .ink = ink_accent}, 26, "H2");
    flow.rule(1.2, ink_accent, 12);
    draw_fact(flow, document_words::purpose, item.purpose);
    draw_fact(flow, document_words::report_author, item.owner);
    draw_fact(flow, document_words::presented_by_label, item.presenter);
    draw_fact(flow, document_words::time, item.minutes);
    draw_marking(flow, input.marking);
    draw_fact(flow, document_words::please_note, item.note);
    flow.y += 22;
    flow.paragraph(document_words::papers_for_this_item, {.size = 13, .weight = Weight::bold}, 10,
                   "H3");
    std::vector<Row> papers;
    for (std::size_t paper = 0; paper < item.papers.size(); ++paper) {
        papers.push_back(set_row(sheet, plain, "", item.papers[paper].title,
                                 place.papers[paper].first_page, margin));
    }
    draw_papers(flow, papers);
}

}  // namespace templates
