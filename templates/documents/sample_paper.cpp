#include "templates/documents/sample_paper.hpp"

#include <array>
#include <string_view>

#include "templates/documents/sheet.hpp"

namespace templates {
namespace {

constexpr double margin = 72;
constexpr double text_width = a4_width - 2 * margin;
constexpr int paragraphs_per_page = 7;

constexpr std::array<std::string_view, 4> sentences{
    "The board is asked to consider the evidence set out below and to say what it wants done.",
    "Figures are for the county as a whole; those for each district are in the annex.",
    "Partners were asked for their views, and those that answered in time are reflected here.",
    "The risks are that work is done twice, or that each partner believes another is doing it.",
};

class Writer {
  public:
    Writer(Sheet& sheet, double y) : sheet_(sheet), y_(y) {}
    void write(const char* tag, std::string_view text, const TextStyle& style, double space) {
        const Tag element(sheet_, tag);
        const auto block = sheet_.set_text(text, style, text_width);
        sheet_.draw(block, margin, y_);
        y_ += block.height + space;
    }

  private:
    Sheet& sheet_;
    double y_;
};

std::string paragraph_text(int number) {
    std::string text = std::to_string(number) + ".  ";
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        text += sentences[(i + static_cast<std::size_t>(number)) % sentences.size()];
        text += ' ';
    }
    return text;
}

void write_page(Sheet& sheet, const SamplePaper& paper, int page) {
    sheet.begin_page();
    Writer writer(sheet, margin);
    if (page == 0) {
        writer.write("H1", paper.title, {.size = 22, .weight = Weight::bold}, 8);
        writer.write("P", "Report of the " + paper.author, {.size = 12, .ink = ink_quiet}, 24);
    }
    for (int i = 0; i < paragraphs_per_page; ++i) {
        const int number = page * paragraphs_per_page + i + 1;
        if (i % 4 == 0) {
            writer.write("H2", page == 0 && i == 0 ? "Summary" : "Findings",
                         {.size = 14, .weight = Weight::bold}, 6);
        }
        writer.write("P", paragraph_text(number), {}, 9);
    }
    writer.write("P", "A sample paper, made for the demonstration.",
                 {.size = 9, .ink = ink_quiet, .slant = Slant::italic}, 0);
}

}  // namespace

std::string sample_paper(const SamplePaper& paper) {
    const FontMap fonts = new_font_map();
    Sheet sheet(fonts.get());
    sheet.begin_tag("Document");
    for (int page = 0; page < paper.pages; ++page) {
        write_page(sheet, paper, page);
    }
    sheet.end_tag("Document");
    return sheet.finish();
}

}  // namespace templates
