// Papers: taking them in, refusing what is no good PDF, and who may read them.
#include "tests/harness/papers.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <future>

#include "server/access/session_activity.hpp"
#include "server/papers/words.hpp"
#include "templates/documents/inspect.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/templates/pdf_samples.hpp"

namespace {

namespace samples = templates::samples;
using tests::add_item;
using tests::meeting_on;
using tests::paper_titled;
using tests::publish;
using tests::TestApp;

class Papers : public testing::Test {
  protected:
    std::string pdf(const samples::Sample& sample) {
        samples::draw_paper(dir / "sample.pdf", sample);
        return samples::read_file(dir / "sample.pdf");
    }
    tests::Page upload(tests::Browser& browser, const std::string& item, const std::string& bytes,
                       const std::string& file_name, const std::string& title = "") {
        const auto form = "/items/" + item + "/papers";
        browser.get(form);
        return browser.submit_file(form, "paper", file_name, bytes, {{"title", title}});
    }
    int status(const std::string& person, const std::string& paper) {
        return app.browser(person).get("/papers/" + paper + ".pdf").status;
    }

    samples::TempDir dir;
    TestApp app;
    std::string hwb = meeting_on(app, "HWB", "2018-11-15");
    tests::Browser secretary = app.browser("hwb-secretariat");
};

TEST_F(Papers, AreTakenInAndReadByEverybodyOncePublished) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    const auto bytes = pdf({.pages = 3, .title = "Performance report"});
    const auto page = upload(secretary, item, bytes, "Quartal – größer.pdf");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Performance report"));
    const auto paper = paper_titled(app, "Performance report");
    EXPECT_EQ(rows(app, "paper").value("pages"), "3");
    EXPECT_EQ(rows(app, "agenda_item").value("paper_status"), "received");
    EXPECT_EQ(status("", paper), 404);  // not published yet
    EXPECT_EQ(status("healthwatch", paper), 404);
    EXPECT_EQ(status("leader-county", paper), 200);
    publish(secretary, hwb);
    const auto read = app.browser().get("/papers/" + paper + ".pdf");
    EXPECT_EQ(read.status, 200);
    EXPECT_EQ(read.body, bytes);
    EXPECT_EQ(read.headers.at("content-type"), "application/pdf");
    EXPECT_EQ(read.headers.at("cache-control"), "public, no-cache");
    EXPECT_NE(read.headers.at("content-disposition").find("inline; filename=\"Quartal"),
              std::string::npos);
    EXPECT_NE(read.headers.at("content-disposition").find("filename*=UTF-8''Quartal%20%E2%80%93"),
              std::string::npos);
}

TEST_F(Papers, TakeTheTitleTheyWereGivenOrThatOfTheFile) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    upload(secretary, item, pdf({}), "Annual_report.pdf");
    upload(secretary, item, pdf({.title = "Inside"}), "x.pdf", "Given");
    EXPECT_NE(paper_titled(app, "Annual_report"), "");
    EXPECT_NE(paper_titled(app, "Given"), "");
}

TEST_F(Papers, ComeFromTheAuthorOfTheItemToo) {
    const auto own = add_item(app, secretary, hwb, "Performance", {{"owner", "healthwatch"}});
    const auto other = add_item(app, secretary, hwb, "Minutes");
    auto author = app.browser("healthwatch");
    EXPECT_EQ(upload(author, own, pdf({.title = "From the author"}), "a.pdf").status, 200);
    EXPECT_EQ(status("healthwatch", paper_titled(app, "From the author")), 200);
    EXPECT_EQ(author.get("/items/" + other + "/papers").status, 404);
    EXPECT_EQ(app.browser("oscb-chair").get("/items/" + own + "/papers").status, 404);
}

TEST_F(Papers, ThatAreNoGoodPdfAreRefusedInWords) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    const auto whole = pdf({.pages = 4});
    samples::write_file(dir / "locked.pdf", whole);
    samples::encrypt(dir / "locked.pdf", "secret");
    const std::vector<std::pair<std::string, templates::PdfVerdict>> bad{
        {"Only some words in a file", templates::PdfVerdict::not_a_pdf},
        {samples::read_file(dir / "locked.pdf"), templates::PdfVerdict::locked},
        {whole.substr(0, whole.size() / 2), templates::PdfVerdict::broken},
    };
    for (const auto& [bytes, verdict] : bad) {
        const auto page = upload(secretary, item, bytes, "bad.pdf");
        EXPECT_EQ(page.status, 422);
        const auto words = std::string(templates::words_for(verdict));
        EXPECT_TRUE(page.has(words.substr(0, words.find('\''))) && !words.empty()) << words;
    }
    EXPECT_EQ(upload(secretary, item, "", "empty.pdf").status, 422);
    EXPECT_TRUE(secretary.page().has(server::papers::words::select_a_pdf_to_upload));
    EXPECT_EQ(rows(app, "paper").count(), 0);
    EXPECT_TRUE(app.app().papers.list().empty());
    EXPECT_TRUE(std::filesystem::is_empty(app.directory() / "work"));
    EXPECT_EQ(secretary.get("/healthz").status, 200);
}

TEST_F(Papers, OverTheLimitAreRefusedWithTheirSize) {
    app.app().config.upload_bytes_max = 1024 * 1024;
    const auto item = add_item(app, secretary, hwb, "Performance");
    const auto page = upload(secretary, item, std::string(3'000'000, 'x'), "large.pdf");
    EXPECT_EQ(page.status, 413);
    EXPECT_TRUE(page.has("large.pdf is 3 MB. Select a file of 1 MB or less."));
}

TEST_F(Papers, SurviveAWorkerThatDies) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    app.app().config.pdf_worker_program = "/bin/false";
    EXPECT_EQ(upload(secretary, item, pdf({}), "a.pdf").status, 422);
    EXPECT_EQ(rows(app, "paper").count(), 0);
}

TEST_F(Papers, SentTwiceAreAddedOnce) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    const auto form = "/items/" + item + "/papers";
    const auto bytes = pdf({.title = "Once"});
    secretary.get(form);
    auto again = secretary;
    secretary.submit_file(form, "paper", "a.pdf", bytes);
    EXPECT_EQ(again.submit_file(form, "paper", "a.pdf", bytes).status, 200);
    EXPECT_EQ(rows(app, "paper").count(), 1);
}

TEST_F(Papers, SentTwiceAtTheSameTimeAreAddedOnce) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    const auto form = "/items/" + item + "/papers";
    const auto bytes = pdf({.title = "Once"});
    secretary.get(form);
    auto again = secretary;
    auto other = std::async(std::launch::async, [&] {
        return again.submit_file(form, "paper", "a.pdf", bytes).status;
    });
    EXPECT_EQ(secretary.submit_file(form, "paper", "a.pdf", bytes).status, 200);
    EXPECT_EQ(other.get(), 200);
    EXPECT_EQ(rows(app, "paper").count(), 1);
}

TEST_F(Papers, AnotherFileOfTheSameLengthIsNotTakenForTheSame) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    const auto form = "/items/" + item + "/papers";
    const auto bytes = pdf({.title = "Once"});
    auto other = bytes;
    other.back() = ' ';
    secretary.get(form);
    auto again = secretary;
    secretary.submit_file(form, "paper", "a.pdf", bytes);
    const auto page = again.submit_file(form, "paper", "a.pdf", other);
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("You have already sent this form"));
    EXPECT_EQ(rows(app, "paper").count(), 1);
}

TEST_F(Papers, OfExemptItemsAreForMembersAlone) {
    const auto item = add_item(app, secretary, hwb, "CANARY closure", {{"visibility", "exempt"}});
    const auto members = add_item(app, secretary, hwb, "Budget", {{"visibility", "members"}});
    upload(secretary, item, pdf({.pages = 3, .title = "CANARY paper"}), "CANARY.pdf");
    upload(secretary, members, pdf({.title = "Budget paper"}), "budget.pdf");
    publish(secretary, hwb);
    const auto paper = paper_titled(app, "CANARY paper");
    EXPECT_EQ(status("", paper), 404);
    EXPECT_EQ(status("oscb-chair", paper), 404);
    EXPECT_EQ(status("healthwatch", paper), 200);
    EXPECT_EQ(status("", paper_titled(app, "Budget paper")), 404);
    EXPECT_EQ(status("healthwatch", paper_titled(app, "Budget paper")), 200);
    auto reader = app.browser("healthwatch");
    const auto read = reader.get("/papers/" + paper + ".pdf");
    EXPECT_EQ(read.headers.at("cache-control"), "private, no-store");
    bool logged = false;
    for (const auto& use : app.app().activity->take())
        logged = logged || (use.person == "healthwatch" && use.resource == "paper:" + paper);
    EXPECT_TRUE(logged);
    const auto page = app.browser().get("/meetings/" + hwb + "/versions/1");
    EXPECT_FALSE(page.has("CANARY"));
    EXPECT_FALSE(page.has(paper));
    EXPECT_TRUE(page.has("3 pages are not in this pack"));
    EXPECT_EQ(rows(app, "audit", {{"detail LIKE", "%CANARY%"}}).count(), 0);
}

TEST_F(Papers, CloseAtOnceWhenTheirItemIsMadePrivate) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    upload(secretary, item, pdf({.title = "Report"}), "a.pdf");
    publish(secretary, hwb);
    EXPECT_EQ(status("", paper_titled(app, "Report")), 200);
    secretary.get("/items/" + item + "/edit");
    secretary.submit("/items/" + item + "/edit", {{"visibility", "exempt"}});
    EXPECT_EQ(status("", paper_titled(app, "Report")), 404);
    EXPECT_EQ(status("healthwatch", paper_titled(app, "Report")), 200);
}

TEST_F(Papers, ThatWereRemovedCloseAtOnce) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    upload(secretary, item, pdf({.title = "First"}), "a.pdf");
    publish(secretary, hwb);
    const auto paper = paper_titled(app, "First");
    secretary.get("/papers/" + paper + "/remove");
    EXPECT_TRUE(secretary.submit("/papers/" + paper + "/remove")
                    .has(server::papers::words::no_report_received_yet));
    EXPECT_EQ(status("", paper), 404);
    EXPECT_EQ(status("healthwatch", paper), 404);
    EXPECT_EQ(status("leader-county", paper), 404) << "the chair";
    EXPECT_EQ(status("hwb-secretariat", paper), 200) << "who answers for it can still look";
    publish(secretary, hwb);
    auto visitor = app.browser();
    EXPECT_FALSE(visitor.get("/meetings/" + hwb + "/versions/2").has("First"));
    EXPECT_FALSE(visitor.get("/meetings/" + hwb + "/versions/1").has("First"));
    EXPECT_TRUE(visitor.page().has("1 paper was removed after publication"));
}

// Published by mistake, and noticed when the meeting is over.
TEST_F(Papers, OfAPastMeetingComeOffWhenTheyAreRemoved) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    upload(secretary, item, pdf({.title = "CANARY report"}), "a.pdf");
    publish(secretary, hwb);
    const auto paper = paper_titled(app, "CANARY report");
    app.clock().set(app.clock().now() + std::chrono::hours(24 * 15));
    EXPECT_TRUE(app.browser().get("/meetings/" + hwb).has("CANARY report"));
    auto later = app.browser("hwb-secretariat");
    EXPECT_TRUE(later.get("/meetings/" + hwb + "/agenda").has("/items/" + item + "/papers"));
    EXPECT_TRUE(later.get("/items/" + item + "/papers").has("/papers/" + paper + "/remove"));
    later.get("/papers/" + paper + "/remove");
    EXPECT_EQ(later.submit("/papers/" + paper + "/remove").status, 200);
    for (const auto* page : {"", ".json", "/versions/1"}) {
        EXPECT_FALSE(app.browser().get("/meetings/" + hwb + page).has("CANARY")) << page;
        EXPECT_FALSE(app.browser("healthwatch").get("/meetings/" + hwb + page).has("CANARY"));
    }
    EXPECT_EQ(status("", paper), 404);
    EXPECT_EQ(status("healthwatch", paper), 404);
    EXPECT_EQ(count_audit(app, "paper.remove"), 1);
}

TEST_F(Papers, OfAPastMeetingCloseWhenTheirItemIsMadePrivate) {
    const auto item = add_item(app, secretary, hwb, "CANARY item");
    upload(secretary, item, pdf({.title = "CANARY report"}), "a.pdf");
    publish(secretary, hwb);
    const auto paper = paper_titled(app, "CANARY report");
    app.clock().set(app.clock().now() + std::chrono::hours(24 * 15));
    auto later = app.browser("hwb-secretariat");
    const auto form = "/items/" + item + "/edit";
    EXPECT_TRUE(later.get("/meetings/" + hwb + "/agenda").has(form));
    EXPECT_FALSE(later.get(form).asks_for("title"));
    EXPECT_EQ(later.submit(form, {{"title", "Other"}, {"visibility", "members"}}).status, 409);
    later.get(form);
    EXPECT_EQ(later.submit(form, {{"visibility", "public"}}).status, 409);
    later.get(form);
    EXPECT_EQ(later.submit(form, {{"visibility", "exempt"}}).status, 200);
    for (const auto* page : {"", ".json", "/versions/1"})
        EXPECT_FALSE(app.browser().get("/meetings/" + hwb + page).has("CANARY")) << page;
    EXPECT_EQ(status("", paper), 404);
    EXPECT_EQ(status("healthwatch", paper), 200);
    later.get(form);
    EXPECT_EQ(later.submit(form, {{"visibility", "public"}}).status, 409) << "never wider again";
    EXPECT_EQ(rows(app, "agenda_item").value("title"), "CANARY item");
}

TEST_F(Papers, AreNotServedDamaged) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    upload(secretary, item, pdf({.title = "Report"}), "a.pdf");
    publish(secretary, hwb);
    const auto file = app.app().papers.path_of(rows(app, "paper").value("sha256"));
    std::ofstream(file, std::ios::binary | std::ios::app) << "x";
    const auto page = app.browser().get("/papers/" + paper_titled(app, "Report") + ".pdf");
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("The file for this paper is damaged"));
}

TEST_F(Papers, AreCheckedOncePerFileAndAgainWhenItChanges) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    const auto bytes = pdf({.title = "Report"});
    upload(secretary, item, bytes, "a.pdf");
    publish(secretary, hwb);
    const auto paper = paper_titled(app, "Report");
    const auto file = app.app().papers.path_of(rows(app, "paper").value("sha256"));
    const auto changed = std::filesystem::last_write_time(file);
    EXPECT_EQ(status("", paper), 200);
    std::fstream(file, std::ios::binary | std::ios::in | std::ios::out) << "x";
    std::filesystem::last_write_time(file, changed);
    EXPECT_EQ(status("", paper), 200) << "same length, same time: not read again";
    std::filesystem::last_write_time(file, changed + std::chrono::seconds(1));
    EXPECT_EQ(status("", paper), 409);
    std::filesystem::remove(file);
    EXPECT_EQ(status("", paper), 404);
}

TEST_F(Papers, OfAPastMeetingAreNoLongerAdded) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    secretary.get("/items/" + item + "/papers");
    app.clock().set(app.clock().now() + std::chrono::hours(24 * 15));
    auto later = app.browser("hwb-secretariat");
    EXPECT_TRUE(later.get("/items/" + item + "/papers").has("has taken place"));
}

}  // namespace
