// Every kind of file that a secretary may choose by mistake, and what we say about it.
#include <gtest/gtest.h>

#include "templates/documents/inspect.hpp"
#include "templates/documents/words.hpp"
#include "tests/templates/pdf_samples.hpp"

namespace templates {
namespace {

using samples::TempDir;

PdfVerdict verdict_of(const std::string& path) {
    return inspect_pdf_file(path).verdict;
}

TEST(PdfInspect, ReadsAGoodPaper) {
    const TempDir dir;
    samples::draw_paper(dir / "a.pdf",
                        {.pages = 3, .title = "OSCB Annual Report", .is_tagged = true});
    const PdfInspection found = inspect_pdf_file(dir / "a.pdf");
    EXPECT_EQ(found.verdict, PdfVerdict::good);
    EXPECT_EQ(found.page_count, 3U);
    EXPECT_EQ(found.title, "OSCB Annual Report");
    EXPECT_TRUE(found.is_tagged);
    EXPECT_TRUE(found.has_text);
    EXPECT_FALSE(found.has_active_content);
    EXPECT_EQ(words_for(found.verdict), "");
    EXPECT_EQ(advice_for(found), "");
    EXPECT_EQ(inspect_pdf_bytes(samples::read_file(dir / "a.pdf")).page_count, 3U);
}

TEST(PdfInspect, AdvisesOnScansAndScripts) {
    const TempDir dir;
    samples::draw_paper(dir / "scan.pdf", {.lines = 0, .picture_every = 1});
    const PdfInspection scan = inspect_pdf_file(dir / "scan.pdf");
    EXPECT_EQ(scan.verdict, PdfVerdict::good);
    EXPECT_FALSE(scan.has_text);
    EXPECT_NE(advice_for(scan).find(document_words::pdf_looks_like_a_scan), std::string::npos);
    samples::draw_paper(dir / "armed.pdf", {});
    samples::arm(dir / "armed.pdf");
    const PdfInspection armed = inspect_pdf_file(dir / "armed.pdf");
    EXPECT_EQ(armed.verdict, PdfVerdict::good);
    EXPECT_TRUE(armed.has_active_content);
    EXPECT_NE(advice_for(armed).find(document_words::active_content_is_left_out),
              std::string::npos);
}

TEST(PdfInspect, KnowsWhatIsNotAPdf) {
    const TempDir dir;
    samples::write_file(dir / "letter.pdf", "Dear Chairman, please find attached");
    samples::write_file(dir / "empty.pdf", "");
    EXPECT_EQ(verdict_of(dir / "letter.pdf"), PdfVerdict::not_a_pdf);
    EXPECT_EQ(verdict_of(dir / "empty.pdf"), PdfVerdict::not_a_pdf);
    EXPECT_EQ(words_for(PdfVerdict::not_a_pdf), document_words::not_a_pdf);
    EXPECT_THROW(inspect_pdf_file(dir / "missing.pdf"), std::runtime_error);
}

TEST(PdfInspect, RefusesLockedPapers) {
    const TempDir dir;
    samples::draw_paper(dir / "a.pdf", {});
    samples::encrypt(dir / "a.pdf", "secret");
    EXPECT_EQ(verdict_of(dir / "a.pdf"), PdfVerdict::locked);
    samples::draw_paper(dir / "b.pdf", {});
    samples::encrypt(dir / "b.pdf", "");
    EXPECT_EQ(verdict_of(dir / "b.pdf"), PdfVerdict::locked);
}

TEST(PdfInspect, FindsDamageAtEveryPlaceOfTheCut) {
    const TempDir dir;
    samples::draw_paper(dir / "a.pdf", {.pages = 2, .lines = 20});
    const std::string whole = samples::read_file(dir / "a.pdf");
    for (std::size_t size = 16; size + 64 < whole.size(); size += 512) {
        EXPECT_EQ(inspect_pdf_bytes(std::string_view(whole).substr(0, size)).verdict,
                  PdfVerdict::broken)
            << size;
    }
    samples::write_file(dir / "head.pdf", "%PDF-1.7\nnothing else");
    EXPECT_EQ(verdict_of(dir / "head.pdf"), PdfVerdict::broken);
}

TEST(PdfInspect, SurvivesFlippedBytes) {
    const TempDir dir;
    samples::draw_paper(dir / "a.pdf", {.lines = 5});
    const std::string whole = samples::read_file(dir / "a.pdf");
    for (std::size_t place = 9; place < whole.size(); place += 37) {
        std::string flipped = whole;
        flipped[place] = static_cast<char>(flipped[place] ^ 0x41);
        const PdfInspection found = inspect_pdf_bytes(flipped);
        EXPECT_EQ(found.page_count > 0, found.verdict == PdfVerdict::good) << place;
    }
}

TEST(PdfInspect, CountsPages) {
    const TempDir dir;
    samples::draw_paper(dir / "a.pdf", {.pages = 1, .lines = 1});
    samples::alter(dir / "a.pdf", [](QPDF& document) {
        QPDFObjectHandle tree = document.getRoot().getKey("/Pages");
        tree.replaceKey("/Kids", QPDFObjectHandle::newArray());
        tree.replaceKey("/Count", QPDFObjectHandle::newInteger(0));
    });
    EXPECT_EQ(verdict_of(dir / "a.pdf"), PdfVerdict::no_pages);
    samples::draw_paper(dir / "b.pdf", {.pages = paper_pages_max + 1, .lines = 0});
    const PdfInspection found = inspect_pdf_file(dir / "b.pdf");
    EXPECT_EQ(found.verdict, PdfVerdict::too_many_pages);
    EXPECT_EQ(found.page_count, paper_pages_max + 1);
}

}  // namespace
}  // namespace templates
