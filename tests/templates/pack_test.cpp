// A pack as other people's tools read it: qpdf, poppler, and the qpdf library.
#include "templates/documents/pack.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "templates/documents/qpdf.hpp"
#include "templates/documents/words.hpp"
#include "tests/templates/pdf_samples.hpp"

// Asked by the leak checker of a sanitizer build: fontconfig keeps its configuration until the
// process ends and has no owner for it then.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}

namespace templates {
namespace {

using samples::oxfordshire_meeting;
using samples::read_file;
using samples::run;
using samples::TempDir;

std::string page_text(const std::string& pdf, std::size_t page, const std::string& options = "") {
    const std::string number = std::to_string(page);
    return run("pdftotext " + options + " -f " + number + " -l " + number + " " + pdf + " -")
        .output;
}

std::size_t page_index(QPDF& document, QPDFObjectHandle page) {
    const std::vector<QPDFObjectHandle> pages = document.getAllPages();
    const auto found = std::find_if(
        pages.begin(), pages.end(),
        [&page](const QPDFObjectHandle& other) { return other.getObjGen() == page.getObjGen(); });
    return found == pages.end() ? 0 : static_cast<std::size_t>(found - pages.begin()) + 1;
}

std::size_t count_lines(const std::string& text, const std::string& wanted) {
    std::istringstream lines(text);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line);) {
        line.erase(line.find_last_not_of(" \f\r") + 1);
        count += line == wanted ? 1 : 0;
    }
    return count;
}

// Runs of spaces as one, so that columns compare as words.
std::string squeezed(const std::string& text) {
    std::string result;
    std::unique_copy(text.begin(), text.end(), std::back_inserter(result),
                     [](char left, char right) { return left == ' ' && right == ' '; });
    return result;
}

// Every page must carry its number once, whatever its size, rotation and crop.
void expect_stamps(const std::string& pdf, std::size_t pages) {
    for (std::size_t page = 1; page <= pages; ++page) {
        const std::string stamp = "Page " + std::to_string(page) + " of " + std::to_string(pages);
        EXPECT_EQ(count_lines(page_text(pdf, page), stamp), 1U) << stamp;
        // What is shown, and nothing outside of it.
        EXPECT_NE(page_text(pdf, page, "-cropbox -nopgbrk").find(stamp), std::string::npos)
            << stamp << " is outside the crop box";
    }
}

TEST(Pack, IsAValidTaggedDocumentWithTitleAndLanguage) {
    const TempDir dir;
    const PackInput input = oxfordshire_meeting(dir);
    const PackPlan plan = build_pack(input, dir / "pack.pdf");
    const samples::Ran check = run("qpdf --check " + dir / "pack.pdf");
    EXPECT_EQ(check.status, 0) << check.output;
    const std::string info = squeezed(run("pdfinfo " + dir / "pack.pdf").output);
    for (const std::string& fact :
         {"Title: " + input.title, "Pages: " + std::to_string(plan.page_count) + "\n",
          std::string("Tagged: yes"), std::string("JavaScript: no"), std::string("Form: none"),
          std::string("CreationDate: Wed Nov 7 09:30:00 2018")}) {
        EXPECT_NE(info.find(fact), std::string::npos) << fact << "\n" << info;
    }
    const std::string structure = run("pdfinfo -struct-text " + dir / "pack.pdf").output;
    EXPECT_NE(structure.find("H1"), std::string::npos);
    EXPECT_NE(structure.find("\"7 OSCB Annual Report 14\""), std::string::npos) << structure;

    QPDF document;
    document.processFile((dir / "pack.pdf").c_str());
    EXPECT_EQ(document.getRoot().getKey("/Lang").getUTF8Value(), "en-GB");
    EXPECT_TRUE(
        document.getRoot().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    EXPECT_TRUE(document.getRoot().hasKey("/PageLabels"));
}

TEST(Pack, StampsEveryPage) {
    const TempDir dir;
    const PackInput input = oxfordshire_meeting(dir);
    samples::rotate_pages(dir / "guidance.pdf", 90);
    samples::rotate_pages(dir / "minutes.pdf", 180);
    samples::rotate_pages(dir / "performance.pdf", 270);
    samples::crop_pages(dir / "oscb.pdf", {40, 60, 500, 700});
    samples::rotate_pages(dir / "oscb-summary.pdf", 90);
    samples::crop_pages(dir / "oscb-summary.pdf", {10, 20, 400, 580});
    samples::alter(
        dir / "dashboard.pdf", [](QPDF&) {},
        [](QPDFWriter& writer) { writer.setObjectStreamMode(qpdf_o_generate); });
    const PackPlan plan = build_pack(input, dir / "pack.pdf");
    EXPECT_EQ(plan.page_count, 21U);
    expect_stamps(dir / "pack.pdf", plan.page_count);
    EXPECT_NE(page_text(dir / "pack.pdf", 15).find("Item 7"), std::string::npos);
}

TEST(Pack, StampsPagesThatInheritEverything) {
    const TempDir dir;
    PackInput input = oxfordshire_meeting(dir);
    samples::alter(dir / "minutes.pdf", [](QPDF& document) {
        QPDFObjectHandle tree = document.getRoot().getKey("/Pages");
        for (QPDFObjectHandle page : document.getAllPages()) {
            page.removeKey("/MediaBox");
        }
        tree.replaceKey("/MediaBox", QPDFObjectHandle::parse("[-100 -50 500 700]"));
        tree.replaceKey("/Rotate", QPDFObjectHandle::newInteger(-90));
    });
    expect_stamps(dir / "pack.pdf", build_pack(input, dir / "pack.pdf").page_count);
}

TEST(Pack, AgendaNamesTheRightPagesAndLinksToThem) {
    const TempDir dir;
    const PackInput input = oxfordshire_meeting(dir);
    const PackPlan plan = build_pack(input, dir / "pack.pdf");
    const std::string agenda = squeezed(page_text(dir / "pack.pdf", plan.agenda_page, "-layout"));
    std::vector<std::size_t> targets;
    for (std::size_t item = 0; item < input.items.size(); ++item) {
        const PackItemPlace& place = plan.items[item];
        ASSERT_EQ(place.papers.size(), input.items[item].papers.size());
        if (place.divider_page == 0) {
            continue;
        }
        targets.push_back(place.divider_page);
        EXPECT_NE(page_text(dir / "pack.pdf", place.divider_page)
                      .find(document_words::papers_for_this_item),
                  std::string::npos);
        for (std::size_t paper = 0; paper < place.papers.size(); ++paper) {
            const std::size_t first = place.papers[paper].first_page;
            targets.push_back(first);
            const std::string line =
                input.items[item].papers[paper].title + " " + std::to_string(first) + "\n";
            EXPECT_NE(agenda.find(line), std::string::npos) << line << agenda;
            EXPECT_NE(page_text(dir / "pack.pdf", first).find(" sheet 1 line 0"),
                      std::string::npos);
        }
    }
    QPDF document;
    document.processFile((dir / "pack.pdf").c_str());
    std::vector<std::size_t> linked;
    QPDFObjectHandle page = document.getAllPages().at(plan.agenda_page - 1);
    for (QPDFObjectHandle link : page.getKey("/Annots").getArrayAsVector()) {
        EXPECT_FALSE(link.hasKey("/A"));
        linked.push_back(page_index(document, link.getKey("/Dest").getArrayItem(0)));
    }
    EXPECT_EQ(linked, targets);
}

TEST(Pack, LongAgendaRunsOverSeveralPages) {
    const TempDir dir;
    PackInput input = oxfordshire_meeting(dir);
    const PackItem item = input.items[6];
    for (int copy = 0; copy < 40; ++copy) {
        input.items.push_back(item);
    }
    const PackPlan plan = build_pack(input, dir / "pack.pdf");
    EXPECT_GT(plan.items[2].divider_page, plan.agenda_page + 2);
    const std::size_t divider = plan.items.back().divider_page;
    EXPECT_NE(page_text(dir / "pack.pdf", divider).find(document_words::papers_for_this_item),
              std::string::npos);
    EXPECT_NE(page_text(dir / "pack.pdf", plan.items[2].divider_page - 1, "-layout")
                  .find(" " + std::to_string(divider) + "\n"),
              std::string::npos);
}

TEST(Pack, BookmarksLeadFromItemToPaperToItsOwn) {
    const TempDir dir;
    const PackInput input = oxfordshire_meeting(dir);
    samples::alter(dir / "oscb.pdf", [](QPDF& document) {
        QPDFObjectHandle entry = document.makeIndirectObject(
            QPDFObjectHandle::parse("<</Title (Chapter 2) /A <</S /GoTo /D (chapter-2)>>>>"));
        // A maze: the entry is its own child and its own successor.
        entry.replaceKey("/First", entry);
        entry.replaceKey("/Next", entry);
        QPDFObjectHandle outlines = QPDFObjectHandle::newDictionary();
        outlines.replaceKey("/First", entry);
        document.getRoot().replaceKey("/Outlines", document.makeIndirectObject(outlines));
        QPDFObjectHandle names = QPDFObjectHandle::parse("<</Dests <</Names [(chapter-2)]>>>>");
        QPDFObjectHandle target = QPDFObjectHandle::newArray();
        target.appendItem(document.getAllPages().at(2));
        target.appendItem(QPDFObjectHandle::newName("/Fit"));
        names.getKey("/Dests").getKey("/Names").appendItem(target);
        document.getRoot().replaceKey("/Names", names);
    });
    const PackPlan plan = build_pack(input, dir / "pack.pdf");
    QPDF document;
    document.processFile((dir / "pack.pdf").c_str());
    QPDFOutlineDocumentHelper outlines(document);
    std::vector<QPDFOutlineObjectHelper> top = outlines.getTopLevelOutlines();
    ASSERT_EQ(top.size(), 2 + input.items.size());
    EXPECT_EQ(top[0].getTitle(), "Front sheet");
    EXPECT_EQ(page_index(document, top[0].getDestPage()), 1U);
    EXPECT_EQ(page_index(document, top[1].getDestPage()), plan.agenda_page);
    EXPECT_EQ(top[2].getTitle(), "1. Welcome by the Chairman");
    EXPECT_EQ(page_index(document, top[2].getDestPage()), plan.agenda_page);
    EXPECT_EQ(top[8].getTitle(), "7. OSCB Annual Report");
    EXPECT_EQ(page_index(document, top[8].getDestPage()), plan.items[6].divider_page);
    std::vector<QPDFOutlineObjectHelper> papers = top[8].getKids();
    ASSERT_EQ(papers.size(), 2U);
    EXPECT_EQ(papers[1].getTitle(), "Summary for young people");
    EXPECT_EQ(page_index(document, papers[1].getDestPage()), plan.items[6].papers[1].first_page);
    std::vector<QPDFOutlineObjectHelper> own = papers[0].getKids();
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own[0].getTitle(), "Chapter 2");
    EXPECT_EQ(page_index(document, own[0].getDestPage()), plan.items[6].papers[0].first_page + 2);
}

TEST(Pack, SameInputsGiveTheSameBytes) {
    const TempDir dir;
    const TempDir elsewhere;
    PackInput input = oxfordshire_meeting(dir);
    build_pack(input, dir / "one.pdf");
    build_pack(input, dir / "two.pdf");
    build_pack(oxfordshire_meeting(elsewhere), dir / "three.pdf");
    const std::string one = read_file(dir / "one.pdf");
    EXPECT_EQ(one, read_file(dir / "two.pdf"));
    EXPECT_EQ(one, read_file(dir / "three.pdf"));
    std::swap(input.items[2], input.items[3]);
    build_pack(input, dir / "other.pdf");
    EXPECT_NE(one, read_file(dir / "other.pdf"));
    EXPECT_FALSE(std::filesystem::exists(dir / "one.pdf.part"));
}

TEST(Pack, LeavesOutWhatRunsOrIsAttached) {
    const TempDir dir;
    const PackInput input = oxfordshire_meeting(dir);
    samples::arm(dir / "guidance.pdf");
    const std::string before =
        run("qpdf --qdf --object-streams=disable " + dir / "guidance.pdf" + " -").output;
    EXPECT_NE(before.find("/JavaScript"), std::string::npos);  // the sample is armed
    const PackPlan plan = build_pack(input, dir / "pack.pdf");
    const std::string all =
        run("qpdf --qdf --object-streams=disable " + dir / "pack.pdf" + " -").output;
    for (const char* word :
         {"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction", "/AA", "/RichMedia",
          "/FileAttachment", "/EF", "/XFA", "a.exe", "attached program", "javascript:"}) {
        EXPECT_EQ(all.find(word), std::string::npos) << word;
    }
    EXPECT_NE(all.find("https://www.oxfordshire.gov.uk/"), std::string::npos);
    EXPECT_NE(page_text(dir / "pack.pdf", plan.items[2].papers[0].first_page).find("Guidance"),
              std::string::npos);
}

TEST(Pack, DropsStructureThatStaysBehind) {
    const TempDir dir;
    const PackInput input = oxfordshire_meeting(dir);  // minutes.pdf is tagged
    const PackPlan plan = build_pack(input, dir / "pack.pdf");
    QPDF document;
    document.processFile((dir / "pack.pdf").c_str());
    std::vector<QPDFObjectHandle> pages = document.getAllPages();
    QPDFObjectHandle minutes = pages.at(plan.items[3].papers[0].first_page - 1);
    QPDFObjectHandle front = pages.at(0);
    EXPECT_FALSE(minutes.hasKey("/StructParents"));
    EXPECT_TRUE(front.hasKey("/StructParents"));
}

TEST(Pack, KeepsWhatWasFilledIntoAForm) {
    const TempDir dir;
    const PackInput input = oxfordshire_meeting(dir);
    samples::alter(dir / "guidance.pdf", [](QPDF& document) {
        QPDFObjectHandle look =
            document.newStream("BT /F 12 Tf 10 10 Td (Signed by the author) Tj ET");
        look.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
        look.getDict().replaceKey("/BBox", QPDFObjectHandle::parse("[0 0 200 40]"));
        look.getDict().replaceKey(
            "/Resources", QPDFObjectHandle::parse("<</Font <</F <</Type /Font /Subtype /Type1 "
                                                  "/BaseFont /Helvetica>>>>>>"));
        QPDFObjectHandle field = document.makeIndirectObject(QPDFObjectHandle::parse(
            "<</Type /Annot /Subtype /Widget /FT /Tx /T (by) /Rect [60 300 260 340] /F 4>>"));
        QPDFObjectHandle looks = QPDFObjectHandle::newDictionary();
        looks.replaceKey("/N", look);
        field.replaceKey("/AP", looks);
        QPDFObjectHandle fields = QPDFObjectHandle::newArray();
        fields.appendItem(field);
        QPDFObjectHandle page = document.getAllPages().at(0);
        page.replaceKey("/Annots", fields);
        QPDFObjectHandle form = QPDFObjectHandle::newDictionary();
        form.replaceKey("/Fields", fields);
        document.getRoot().replaceKey("/AcroForm", form);
    });
    const PackPlan plan = build_pack(input, dir / "pack.pdf");
    EXPECT_NE(page_text(dir / "pack.pdf", plan.items[2].papers[0].first_page).find("Signed by"),
              std::string::npos);
}

TEST(Pack, SaysWhichPaperHasAnotherLength) {
    const TempDir dir;
    PackInput input = oxfordshire_meeting(dir);
    input.items[6].papers[1].page_count = 3;
    try {
        build_pack(input, dir / "pack.pdf");
        FAIL() << "a pack with wrong page numbers";
    } catch (const PackFailure& failure) {
        EXPECT_EQ(failure.item_index(), 6U);
        EXPECT_EQ(failure.paper_index(), 1U);
        EXPECT_NE(std::string(failure.what()).find("oscb-summary.pdf"), std::string::npos);
    }
    EXPECT_FALSE(std::filesystem::exists(dir / "pack.pdf"));
    EXPECT_FALSE(std::filesystem::exists(dir / "pack.pdf.part"));
}

TEST(Pack, RefusesMorePapersOrPagesThanItSays) {
    const TempDir dir;
    PackInput input = oxfordshire_meeting(dir);
    input.items[2].papers.front().page_count = pack_pages_max;
    EXPECT_THROW(build_pack(input, dir / "pack.pdf"), PackFailure);
    input.items[2].papers.assign(pack_papers_max + 1, input.items[3].papers.front());
    EXPECT_THROW(build_pack(input, dir / "pack.pdf"), PackFailure);
    input.items[2].papers.assign(1, {"Empty", "empty.pdf", "", 0});
    EXPECT_THROW(build_pack(input, dir / "pack.pdf"), PackFailure);
}

TEST(Pack, ProgressNeverFallsAndEndsAtTheTotal) {
    const TempDir dir;
    std::size_t last = 0;
    std::size_t total = 0;
    bool named = false;
    const PackPlan plan =
        build_pack(oxfordshire_meeting(dir), dir / "pack.pdf", [&](const PackProgress& progress) {
            EXPECT_GE(progress.pages_done, last);
            last = progress.pages_done;
            total = progress.pages_total;
            named = named || progress.label == "Adding item 7: OSCB Annual Report 2017-18";
        });
    EXPECT_EQ(total, plan.page_count);
    EXPECT_EQ(last, total);
    EXPECT_TRUE(named);
}

TEST(Pack, MarksEveryPageOfAPrivatePack) {
    const TempDir dir;
    PackInput input = oxfordshire_meeting(dir);
    input.marking = "Not for publication";
    const PackPlan plan = build_pack(input, dir / "pack.pdf");
    for (std::size_t page = 1; page <= plan.page_count; ++page) {
        EXPECT_NE(page_text(dir / "pack.pdf", page).find("Not for publication"), std::string::npos)
            << page;
    }
}

TEST(Pack, TakesAnyWordsAndNoItems) {
    const TempDir dir;
    PackInput input = oxfordshire_meeting(dir);
    input.items.clear();
    input.board_name = "Bwrdd Iechyd \u0141\u00f3d\u017a (a) \\ <b> & \xff\xfe broken";
    input.title = input.board_name;
    const PackPlan plan = build_pack(input, dir / "pack.pdf");
    EXPECT_EQ(plan.page_count, 2U);
    EXPECT_EQ(run("qpdf --check " + dir / "pack.pdf").status, 0);
    expect_stamps(dir / "pack.pdf", 2);
}

}  // namespace
}  // namespace templates
