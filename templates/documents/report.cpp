// Draws a report twice, the second time with its page numbers, and makes a document of it.
#include "templates/documents/report.hpp"

#include <algorithm>
#include <memory>

#include "templates/documents/front_matter.hpp"
#include "templates/documents/outlines.hpp"
#include "templates/documents/qpdf.hpp"
#include "templates/documents/report_pages.hpp"
#include "templates/documents/stamp.hpp"
#include "templates/documents/words.hpp"

namespace templates {
namespace {

constexpr TextStyle stamp_style{.size = stamp_font_size, .ink = ink_text};

void draw_stamp(Sheet& sheet, const std::string& words) {
    const TextBlock text = sheet.set_line(words, stamp_style);
    sheet.begin_page(text.width + 2 * stamp_padding, stamp_height);
    sheet.draw_line(text, stamp_padding, stamp_height - stamp_baseline);
}

std::string footer_words(const ReportInput& input) {
    return (input.marking.empty() ? "" : input.marking + " · ") + input.title;
}

QPDFObjectHandle text(const std::string& words) {
    return QPDFObjectHandle::newUnicodeString(words);
}

// "2018-11-07T09:30:00Z" -> "D:20181107093000Z"
std::string pdf_date(const std::string& instant) {
    std::string digits;
    std::copy_if(instant.begin(), instant.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    return "D:" + digits.substr(0, 14) + "Z";
}

class ReportFile {
  public:
    ReportFile(const ReportInput& input, const ReportPlan& plan, const std::string& drawn)
        : input_(input), plan_(plan) {
        file_.setSuppressWarnings(true);
        file_.processMemoryFile("report", drawn.data(), drawn.size());
        pages_ = file_.getAllPages();
        number_font_ = pages_.at(plan.page_count + 1);
        footer_ = pages_.at(plan.page_count);
        pages_.resize(plan.page_count);
    }

    std::string finish() {
        write_page_tree();
        aim_links();
        stamp_pages();
        write_catalog();
        write_outlines();
        QPDFWriter writer(file_);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.write();
        const std::unique_ptr<Buffer> bytes(writer.getBuffer());
        const auto* first = reinterpret_cast<const char*>(bytes->getBuffer());
        return std::string(first, bytes->getSize());
    }

  private:
    void write_page_tree() {
        QPDFObjectHandle tree = file_.getRoot().getKey("/Pages");
        for (QPDFObjectHandle& page : pages_)
            page.replaceKey("/Parent", tree);
        tree.replaceKey("/Kids", QPDFObjectHandle::newArray(pages_));
        tree.replaceKey("/Count",
                        QPDFObjectHandle::newInteger(static_cast<long long>(pages_.size())));
        file_.updateAllPagesCache();
    }

    void aim_links() {
        for (QPDFObjectHandle& page : pages_) {
            QPDFObjectHandle annotations = page.getKey("/Annots");
            if (!annotations.isArray()) continue;
            for (QPDFObjectHandle link : annotations.getArrayAsVector()) {
                const std::string address = link.getKey("/A").getKey("/URI").getStringValue();
                const std::size_t number = std::stoul(address.substr(page_link_prefix.size()));
                link.removeKey("/A");
                link.replaceKey("/Dest", top_of(pages_.at(number - 1)));
                link.replaceKey("/Contents", text(document_words::go_to_page(number)));
            }
        }
    }

    void stamp_pages() {
        Stamper stamper(file_, number_font_);
        const Stamp footer = stamp_from_page(footer_);
        for (std::size_t page = 0; page < pages_.size(); ++page)
            stamper.stamp(pages_[page], footer, document_words::page_of(page + 1, pages_.size()));
    }

    void write_catalog() {
        QPDFObjectHandle root = file_.getRoot();
        root.replaceKey("/Lang", text(input_.language));
        root.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
        root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<</DisplayDocTitle true>>"));
        root.replaceKey("/PageLabels", QPDFObjectHandle::parse("<</Nums [0 <</S /D>>]>>"));
        QPDFObjectHandle facts = file_.makeIndirectObject(QPDFObjectHandle::newDictionary());
        facts.replaceKey("/Title", text(input_.title));
        facts.replaceKey("/Author", text(input_.author));
        facts.replaceKey("/Creator", text("Shiremoot"));
        facts.replaceKey("/Producer", text("Shiremoot"));
        const auto created = QPDFObjectHandle::newString(pdf_date(input_.created));
        facts.replaceKey("/CreationDate", created);
        facts.replaceKey("/ModDate", created);
        file_.getTrailer().replaceKey("/Info", facts);
    }

    void write_outlines() {
        std::vector<Bookmark> tree;
        tree.push_back({document_words::front_sheet, pages_.at(0), Shown::open, {}});
        tree.push_back(
            {document_words::contents, pages_.at(plan_.contents_page - 1), Shown::open, {}});
        for (std::size_t i = 0; i < input_.sections.size(); ++i)
            tree.push_back(
                {input_.sections[i].title, pages_.at(plan_.section_pages[i] - 1), Shown::open, {}});
        set_outlines(file_, tree);
    }

    const ReportInput& input_;
    const ReportPlan& plan_;
    QPDF file_;
    std::vector<QPDFObjectHandle> pages_;
    QPDFObjectHandle footer_;
    QPDFObjectHandle number_font_;
};

}  // namespace

std::string build_report(const ReportInput& input) {
    const FontMap fonts = new_font_map();
    ReportPlan plan;
    {
        Sheet scratch(fonts.get(), Sheet::Purpose::measure);
        plan = draw_report(scratch, input, {});
    }
    Sheet sheet(fonts.get());
    plan = draw_report(sheet, input, plan);
    draw_stamp(sheet, footer_words(input));
    draw_stamp(sheet, "Page 0123456789 of");
    const std::string drawn = sheet.finish();
    return ReportFile(input, plan, drawn).finish();
}

}  // namespace templates
