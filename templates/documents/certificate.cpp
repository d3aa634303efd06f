#include "templates/documents/certificate.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "templates/documents/qpdf.hpp"
#include "templates/documents/sheet.hpp"
#include "templates/documents/words.hpp"
#include "workflows/text/utf8.hpp"

namespace templates {
namespace {

constexpr double margin = 56;
constexpr double content_width = a4_width - 2 * margin;
constexpr double top_edge = 64;
constexpr double bottom_edge = a4_height - 64;
constexpr double foot_line = a4_height - 36;
constexpr double row_space = 7;  // above and below the words of a row

struct Column {
    std::string_view head;
    double width;
};
constexpr std::array columns{Column{document_words::board, 136}, Column{document_words::date, 84},
                             Column{document_words::version_label, 60},
                             Column{document_words::outcome, 92},
                             Column{document_words::comments, 111}};
constexpr double column_gap = 8;

constexpr TextStyle kicker{.size = 11, .weight = Weight::bold, .ink = ink_accent};
constexpr TextStyle display{.size = 26, .weight = Weight::bold, .ink = ink_accent};
constexpr TextStyle lead{.size = 14, .weight = Weight::bold};
constexpr TextStyle plain{.size = 10.5};
constexpr TextStyle label{.size = 10, .weight = Weight::bold, .ink = ink_quiet};
constexpr TextStyle cell{.size = 9.5};
constexpr TextStyle row_head{.size = 9.5, .weight = Weight::bold};
constexpr TextStyle small{.size = 8.5, .ink = ink_quiet};

// A row fits on a page: what is longer stands in full on the page of comments.
constexpr std::size_t comment_bytes_max = 600;

std::string shortened(const std::string& text) {
    if (text.size() <= comment_bytes_max) return text;
    return document_words::shortened_comment(workflows::text::first_bytes(text, comment_bytes_max));
}

class Certificate {
  public:
    Certificate(Sheet& sheet, const CertificateFacts& facts) : sheet_(sheet), facts_(facts) {}

    void draw() {
        const Tag document(sheet_, "Document");
        turn_page();
        sheet_.fill(0, 0, a4_width, 12, ink_accent);
        paragraph(facts_.county, kicker, 10);
        paragraph(document_words::certificate_of_circulation, display, 6, "H1");
        paragraph(facts_.document, lead, 14);
        paragraph(facts_.verdict, plain, 14);
        fact(document_words::latest_version, facts_.version);
        fact(document_words::document_from, facts_.owner);
        fact(document_words::circulated_for, facts_.purpose);
        fact(document_words::completed_on, facts_.finished);
        y_ += 10;
        paragraph(document_words::outcome_from_each_board, lead, 8, "H2");
        table();
        files();
    }

  private:
    struct Row {
        std::array<TextBlock, columns.size()> cells;
        double height = 0;
    };

    void turn_page() {
        sheet_.begin_page();
        y_ = top_edge;
        sheet_.draw_line(sheet_.set_line(document_words::certificate_foot(
                                             facts_.document, facts_.version,
                                             static_cast<int>(sheet_.pages_begun())),
                                         small),
                         margin, foot_line);
    }

    void paragraph(std::string_view text, const TextStyle& style, double space,
                   const char* tag = "P") {
        if (text.empty()) return;
        const auto block = sheet_.set_text(text, style, content_width);
        const Tag element(sheet_, tag);
        sheet_.draw(block, margin, y_);
        y_ += block.height + space;
    }

    void fact(std::string_view name, std::string_view value) {
        constexpr double name_width = 110;
        if (value.empty()) return;
        const auto words = sheet_.set_text(value, plain, content_width - name_width);
        const Tag element(sheet_, "P");
        sheet_.draw(sheet_.set_text(name, label, name_width), margin, y_);
        sheet_.draw(words, margin + name_width, y_);
        y_ += words.height + 5;
    }

    Row set_row(const std::array<std::string_view, columns.size()>& texts, bool head) {
        Row row;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto& style = head ? label : i == 0 ? row_head : cell;
            row.cells[i] = sheet_.set_text(texts[i], style, columns[i].width - column_gap);
            row.height = std::max(row.height, row.cells[i].height);
        }
        row.height += 2 * row_space;
        return row;
    }

    void draw_row(const Row& row, bool head) {
        const Tag line(sheet_, "TR");
        double x = margin;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Tag element(sheet_, head || i == 0 ? "TH" : "TD");
            sheet_.draw(row.cells[i], x, y_ + row_space);
            x += columns[i].width;
        }
        y_ += row.height;
        sheet_.fill(margin, y_, content_width, head ? 1.2 : 0.5, head ? ink_accent : ink_rule);
    }

    void table() {
        std::array<std::string_view, columns.size()> heads;
        std::ranges::transform(columns, heads.begin(), &Column::head);
        const Row head = set_row(heads, true);
        const Tag element(sheet_, "Table");
        draw_row(head, true);
        for (const auto& line : facts_.lines) {
            const auto comments = shortened(line.comments);
            const Row row =
                set_row({line.board, line.day, line.version, line.outcome, comments}, false);
            if (y_ + row.height > bottom_edge) {
                turn_page();
                draw_row(head, true);
            }
            draw_row(row, false);
        }
    }

    // By its SHA-256 anybody can tell whether the file they hold is the one that the boards saw.
    void files() {
        constexpr double entry_height = 40;
        if (facts_.files.empty()) return;
        y_ += 20;
        if (y_ + 2 * entry_height > bottom_edge) turn_page();
        paragraph(document_words::files_the_boards_considered, lead, 8, "H2");
        for (const auto& file : facts_.files) {
            if (y_ + entry_height > bottom_edge) turn_page();
            paragraph(document_words::sum_of_version(file.version), label, 3);
            paragraph(file.sha256, cell, 9);
        }
    }

    Sheet& sheet_;
    const CertificateFacts& facts_;
    double y_ = top_edge;
};

// "2016-03-31T00:00:00Z" -> "D:20160331000000Z"
std::string pdf_date(const std::string& instant) {
    std::string digits;
    std::ranges::copy_if(instant, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    return "D:" + digits.substr(0, 14) + "Z";
}

QPDFObjectHandle text(const std::string& words) {
    return QPDFObjectHandle::newUnicodeString(words);
}

// Language and title are what a reader aloud asks for first; cairo writes neither.
std::string with_catalog(const std::string& drawn, const CertificateFacts& facts) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("certificate", drawn.data(), drawn.size());
    QPDFObjectHandle root = pdf.getRoot();
    root.replaceKey("/Lang", text(facts.language));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<</DisplayDocTitle true>>"));
    QPDFObjectHandle info = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    info.replaceKey("/Title", text(document_words::certificate_title(facts.document)));
    info.replaceKey("/Author", text(facts.owner));
    info.replaceKey("/Creator", text("Shiremoot"));
    info.replaceKey("/Producer", text("Shiremoot"));
    const auto created = QPDFObjectHandle::newString(pdf_date(facts.created));
    info.replaceKey("/CreationDate", created);
    info.replaceKey("/ModDate", created);
    pdf.getTrailer().replaceKey("/Info", info);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

std::string draw_certificate(const CertificateFacts& facts) {
    const FontMap fonts = new_font_map();
    Sheet sheet(fonts.get());
    Certificate(sheet, facts).draw();
    return with_catalog(sheet.finish(), facts);
}

}  // namespace templates
