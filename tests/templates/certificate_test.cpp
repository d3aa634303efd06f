// The certificate of a circulation as other people's tools read it: poppler and qpdf.
#include "templates/documents/certificate.hpp"

#include <gtest/gtest.h>

#include "templates/documents/qpdf.hpp"
#include "templates/documents/words.hpp"
#include "tests/templates/pdf_samples.hpp"

namespace templates {
namespace {

using samples::run;
using samples::TempDir;

CertificateFacts protocol(std::size_t boards) {
    CertificateFacts facts;
    facts.language = "en-GB";
    facts.created = "2016-04-21T00:00:00Z";
    facts.county = "Oxfordshire";
    facts.document = "Joint working protocol";
    facts.version = "draft 7";
    facts.owner = "Oxfordshire Health and Wellbeing Board";
    facts.purpose = "discussion, comment and agreement in principle";
    facts.finished = "Thursday 21 April 2016";
    facts.verdict =
        "Agreed by " + std::to_string(boards) + " of " + std::to_string(boards) + " boards.";
    for (std::size_t i = 0; i < boards; ++i)
        facts.lines.push_back({"South and Vale Community Safety Partnership " + std::to_string(i),
                               "Thursday 28 January 2016", "draft 6", "Agreed with comments",
                               i % 3 == 0 ? "Name one officer for each board to whom the others "
                                            "can turn, and say by when they answer."
                                          : ""});
    facts.files = {{"draft 6", std::string(64, 'a')}, {"draft 7", std::string(64, 'b')}};
    return facts;
}

std::string written(const TempDir& folder, const std::string& bytes) {
    const auto path = folder / "certificate.pdf";
    samples::write_file(path, bytes);
    return path;
}

TEST(certificate, says_what_each_board_said) {
    const TempDir folder;
    const auto path = written(folder, draw_certificate(protocol(14)));
    const auto text = run("pdftotext -layout " + path + " -").output;
    for (const char* words :
         {document_words::certificate_of_circulation, "Joint working protocol",
          "Agreed by 14 of 14 boards.", "Thursday 21 April 2016", "Agreed with", "Page 1", "Page 2",
          document_words::files_the_boards_considered, "draft 7, SHA-256"})
        EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
    EXPECT_NE(text.find(std::string(64, 'b')), std::string::npos) << text;
    for (int i = 0; i < 14; ++i)
        EXPECT_NE(text.find("Partnership " + std::to_string(i)), std::string::npos) << i;
}

TEST(certificate, is_tagged_and_sound) {
    const TempDir folder;
    const auto path = written(folder, draw_certificate(protocol(40)));
    EXPECT_EQ(run("qpdf --check " + path).status, 0);
    const auto info = run("pdfinfo " + path).output;
    EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
    EXPECT_NE(info.find("Title:           Certificate of circulation: Joint working protocol"),
              std::string::npos)
        << info;
    const auto tree = run("pdfinfo -struct " + path).output;
    for (const char* tag : {"Document", "H1", "H2", "Table", "TR", "TH", "TD"})
        EXPECT_NE(tree.find(tag), std::string::npos) << tag;
    QPDF pdf;
    pdf.processFile(path.c_str());
    EXPECT_EQ(pdf.getRoot().getKey("/Lang").getUTF8Value(), "en-GB");
}

TEST(certificate, cuts_a_comment_that_no_page_would_hold) {
    auto facts = protocol(3);
    facts.files.clear();
    for (int i = 0; i < 400; ++i)
        facts.lines[1].comments += "Größe zählt. ";
    const TempDir folder;
    const auto path = written(folder, draw_certificate(facts));
    const auto text = run("pdftotext " + path + " -").output;
    EXPECT_NE(text.find("(see the boards’"), std::string::npos) << text;
    EXPECT_NE(text.find("Partnership 2"), std::string::npos) << text;
    EXPECT_NE(run("pdfinfo " + path).output.find("Pages:           1"), std::string::npos);
}

TEST(certificate, of_the_same_facts_has_the_same_bytes) {
    EXPECT_EQ(draw_certificate(protocol(14)), draw_certificate(protocol(14)));
    auto other = protocol(14);
    other.lines[0].outcome = "Agreed";
    EXPECT_NE(draw_certificate(other), draw_certificate(protocol(14)));
}

}  // namespace
}  // namespace templates
