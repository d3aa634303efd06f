// Lays out the front matter until the page numbers in it are those of the finished pack.
#include "templates/documents/front_matter.hpp"

#include "templates/documents/front_sheets.hpp"
#include "templates/documents/sheet.hpp"

namespace templates {
namespace {

// A page number that gains a digit can push a line over; more rounds than this never happened.
constexpr int layout_rounds_max = 6;
constexpr double footer_width_max = 420;
constexpr TextStyle stamp_style{.size = stamp_font_size, .ink = ink_text};

FrontLayout draw_sheets(Sheet& sheet, const PackInput& input, const PackPlan& plan) {
    FrontLayout layout;
    const Tag document(sheet, "Document");
    draw_front_sheet(sheet, input, plan);
    layout.front_sheet_pages = sheet.pages_begun();
    draw_agenda(sheet, input, plan);
    layout.agenda_pages = sheet.pages_begun() - layout.front_sheet_pages;
    for (std::size_t item = 0; item < input.items.size(); ++item) {
        const std::size_t before = sheet.pages_begun();
        if (!input.items[item].papers.empty()) {
            draw_divider(sheet, input, input.items[item], plan.items[item]);
        }
        layout.divider_pages.push_back(sheet.pages_begun() - before);
    }
    return layout;
}

// The agenda alone, to know its length: with that the first layout is nearly always the last.
FrontLayout guess_layout(PangoFontMap* fonts, const PackInput& input) {
    FrontLayout guess{1, 1, std::vector<std::size_t>(input.items.size(), 1)};
    Sheet scratch(fonts, Sheet::Purpose::measure);
    draw_agenda(scratch, input, plan_pack(input, guess));
    guess.agenda_pages = scratch.pages_begun();
    return guess;
}

std::string footer_words(const PackInput& input, const std::string& board, const PackItem* item) {
    std::string words = input.marking;
    const auto add = [&words](const std::string& part) {
        if (!part.empty()) {
            words += (words.empty() ? "" : " \u00b7 ") + part;
        }
    };
    add(board);
    add(input.date_words);
    if (item != nullptr && !item->number.empty()) {
        add("Item " + item->number);
    }
    add(input.version);
    return words;
}

// White behind the words keeps them legible on a paper with a dark or busy edge.
void draw_stamp(Sheet& sheet, const TextBlock& text) {
    sheet.begin_page(text.width + 2 * stamp_padding, stamp_height);
    sheet.fill(0, 0, text.width + 2 * stamp_padding, stamp_height, Ink{1, 1, 1});
    sheet.draw_line(text, stamp_padding, stamp_height - stamp_baseline);
}

void draw_footer(Sheet& sheet, const PackInput& input, const PackItem* item) {
    const TextBlock text = sheet.set_line(footer_words(input, input.board_name, item), stamp_style);
    if (text.width <= footer_width_max) {
        draw_stamp(sheet, text);
    } else {
        draw_stamp(sheet, sheet.set_line(footer_words(input, input.board_code, item), stamp_style));
    }
}

void draw_stamps(Sheet& sheet, const PackInput& input) {
    draw_footer(sheet, input, nullptr);
    for (const PackItem& item : input.items) {
        if (!item.papers.empty()) {
            draw_footer(sheet, input, &item);
        }
    }
    draw_stamp(sheet, sheet.set_line("Page 0123456789 of", stamp_style));
}

}  // namespace

PackPlan plan_pack(const PackInput& input, const FrontLayout& layout) {
    PackPlan plan;
    plan.agenda_page = layout.front_sheet_pages + 1;
    std::size_t next_page = plan.agenda_page + layout.agenda_pages;
    for (std::size_t item = 0; item < input.items.size(); ++item) {
        PackItemPlace place;
        if (!input.items[item].papers.empty()) {
            place.divider_page = next_page;
            next_page += layout.divider_pages[item];
        }
        for (const PackPaper& paper : input.items[item].papers) {
            place.papers.push_back({next_page, paper.page_count});
            next_page += paper.page_count;
        }
        plan.items.push_back(std::move(place));
    }
    plan.page_count = next_page - 1;
    return plan;
}

FrontMatter draw_front_matter(const PackInput& input) {
    const FontMap fonts = new_font_map();
    FrontMatter result;
    result.layout = guess_layout(fonts.get(), input);
    for (int round = 0; round < layout_rounds_max; ++round) {
        result.plan = plan_pack(input, result.layout);
        Sheet sheet(fonts.get());
        const FrontLayout drawn = draw_sheets(sheet, input, result.plan);
        if (drawn == result.layout) {
            draw_stamps(sheet, input);
            result.pdf = sheet.finish();
            return result;
        }
        result.layout = drawn;
    }
    throw std::runtime_error("The agenda's page numbers never settle");
}

}  // namespace templates
