// A report as other people's tools read it: qpdf and poppler.
#include "templates/documents/report.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "templates/documents/inspect.hpp"
#include "tests/templates/pdf_samples.hpp"

namespace templates {
namespace {

using samples::run;
using samples::TempDir;

ReportInput sample(std::size_t sections) {
    ReportInput input;
    input.title = "Annual Partnerships Update 2018";
    input.author = "Oxfordshire";
    input.language = "en-GB";
    input.created = "2018-11-30T09:30:00Z";
    input.date_words = "Friday 30 November 2018";
    input.status = "Published Friday 30 November 2018";
    input.facts = {{"Partnerships", std::to_string(sections)}, {"Nothing said", ""}};
    for (std::size_t i = 1; i <= sections; ++i)
        input.sections.push_back({"Partnership number " + std::to_string(i),
                                  {{"Chair", "Leader of the Council"}, {"Website", ""}},
                                  {{"Focus", "First paragraph.\nSecond tŷ paragraph."}}});
    return input;
}

struct Written {
    TempDir dir;
    std::string path;
    explicit Written(const ReportInput& input) : path(dir / "report.pdf") {
        std::ofstream(path, std::ios::binary) << build_report(input);
    }
    std::string page(std::size_t number) const {
        const auto text = std::to_string(number);
        return run("pdftotext -layout -f " + text + " -l " + text + " " + path + " -").output;
    }
};

bool holds(const std::string& text, const std::string& wanted) {
    return text.find(wanted) != std::string::npos;
}

TEST(Report, HasFrontSheetContentsAndAPageForEachSection) {
    const Written report(sample(13));
    const auto checked = run("qpdf --check " + report.path);
    EXPECT_TRUE(holds(checked.output, "No syntax or stream encoding errors")) << checked.output;
    EXPECT_EQ(inspect_pdf_file(report.path).page_count, 2U + 13U);
    EXPECT_TRUE(holds(report.page(1), "Annual Partnerships Update 2018"));
    EXPECT_TRUE(holds(report.page(1), "Published Friday 30 November 2018"));
    EXPECT_TRUE(holds(report.page(1), "Page 1 of 15"));
    EXPECT_FALSE(holds(report.page(1), "Nothing said"));
    EXPECT_TRUE(holds(report.page(2), "Partnership number 13"));
    EXPECT_TRUE(holds(report.page(15), "Partnership number 13"));
    EXPECT_TRUE(holds(report.page(15), "Second tŷ paragraph."));
    EXPECT_TRUE(holds(report.page(15), "Page 15 of 15"));
    EXPECT_FALSE(holds(report.page(15), "Website"));
}

TEST(Report, SaysInItsContentsWhereSectionsBegin) {
    auto input = sample(3);
    input.sections[0].texts[0].text = std::string(3000, 'W');
    for (int i = 0; i < 5; ++i)
        input.sections[0].texts.push_back({"Aims", std::string(3000, 'W')});
    const Written report(input);
    const auto pages = inspect_pdf_file(report.path).page_count;
    EXPECT_GT(pages, 7U);
    // The last section is the last page, and the contents say so.
    const auto contents = report.page(2);
    const auto line = contents.substr(contents.find("Partnership number 3"));
    EXPECT_TRUE(holds(line.substr(0, line.find('\n')), std::to_string(pages))) << contents;
    EXPECT_TRUE(holds(report.page(pages), "Partnership number 3"));
    for (std::size_t page = 1; page <= pages; ++page)
        EXPECT_TRUE(holds(report.page(page),
                          "Page " + std::to_string(page) + " of " + std::to_string(pages)));
}

TEST(Report, IsTaggedAndNamedForReadersAloud) {
    const Written report(sample(2));
    const auto info = run("pdfinfo " + report.path).output;
    EXPECT_TRUE(holds(info, "Tagged:          yes")) << info;
    EXPECT_TRUE(holds(info, "Title:           Annual Partnerships Update 2018"));
    const auto structure = run("pdfinfo -struct-text " + report.path).output;
    EXPECT_TRUE(holds(structure, "H1")) << structure;
    EXPECT_TRUE(holds(structure, "H3"));
    EXPECT_TRUE(holds(structure, "Leader of the Council"));
    EXPECT_FALSE(holds(structure, "Page 1 of"));
}

TEST(Report, IsTheSameForTheSameFacts) {
    EXPECT_EQ(build_report(sample(4)), build_report(sample(4)));
    EXPECT_NE(build_report(sample(4)), build_report(sample(5)));
}

TEST(Report, MarksADraftOnEveryPage) {
    auto input = sample(2);
    input.marking = "Draft for officers";
    const Written report(input);
    for (std::size_t page = 1; page <= 4; ++page)
        EXPECT_TRUE(holds(report.page(page), "Draft for officers"));
}

TEST(Report, TakesTextOfAnyKind) {
    auto input = sample(1);
    input.sections[0].texts[0].text = "\n\n" + std::string(2999, ' ') + "\n\xff\xfe bad";
    for (int i = 0; i < 1000; ++i)
        input.sections[0].texts[0].text += "ŷ";
    EXPECT_GE(inspect_pdf_bytes(build_report(input)).page_count, 3U);
    EXPECT_EQ(inspect_pdf_bytes(build_report(sample(0))).page_count, 2U);
}

}  // namespace
}  // namespace templates
