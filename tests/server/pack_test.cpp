// Packs: building one off the request, who gets which, what stays out of them, failures in words.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>

#include "db/people.hpp"
#include "server/agenda/words.hpp"
#include "server/papers/pack_jobs.hpp"
#include "server/papers/packs.hpp"
#include "server/papers/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/papers.hpp"
#include "tests/templates/pdf_samples.hpp"

namespace {

namespace samples = templates::samples;
using server::papers::Audience;
using tests::add_item;
using tests::meeting_on;
using tests::publish;
using tests::TestApp;

class Packs : public testing::Test {
  protected:
    void SetUp() override {
        const auto open = add_item(app, secretary, hwb, "Performance",
                                   {{"purpose", "discuss"}, {"presenter", "Director"}});
        const auto secret = add_item(app, secretary, hwb, "CANARY closure",
                                     {{"visibility", "exempt"}, {"public_title", "A care home"}});
        add_item(app, secretary, hwb, "Any other business", {{"paper", "none"}});
        upload(open, {.pages = 2, .words = "Openly", .title = "Performance report"}, "open.pdf");
        upload(secret, {.pages = 3, .words = "CANARYWORDS", .title = "CANARY paper"}, "CANARY.pdf");
        publish(secretary, hwb);
    }
    void upload(const std::string& item, const samples::Sample& sample, const std::string& name) {
        samples::draw_paper(dir / name, sample);
        secretary.get("/items/" + item + "/papers");
        secretary.submit_file("/items/" + item + "/papers", "paper", name,
                              samples::read_file(dir / name));
    }
    // The job's address after asking for a pack.
    std::string order(const std::string& audience) {
        secretary.get(pack());
        return secretary.submit_only(pack(), {{"audience", audience}}).location();
    }
    // "Send the papers: To do", as the secretary's workspace says it.
    std::string task_of(const std::string& name) {
        const auto page = secretary.get("/meetings/" + hwb + "/workspace");
        std::smatch found;
        const std::regex task(">(" + name + "[^<]*)<[^]*?-status\">(?:<strong[^>]*>)?([^<]*)<");
        if (!std::regex_search(page.body, found, task)) return page.body;
        return found[1].str() + ": " + found[2].str();
    }
    void set_papers_out(const std::string& state, tests::Fields where = {}) {
        where.emplace_back("template", "papers_out");
        rows(app, "outbox", where).set({{"state", state}});
    }
    std::string pack(const std::string& below = "") const {
        return "/meetings/" + hwb + "/pack" + below;
    }
    std::string text_of(const std::string& bytes) {
        samples::write_file(dir / "pack.pdf", bytes);
        return samples::run("pdftotext -layout " + (dir / "pack.pdf") + " -").output;
    }

    samples::TempDir dir;
    TestApp app;
    std::string hwb = meeting_on(app, "HWB", "2018-11-15");
    tests::Browser secretary = app.browser("hwb-secretariat");
};

// On every page of a pack with exempt papers.
const std::string marking = "Not for publication";

TEST_F(Packs, AreBuiltOffTheRequest) {
    const auto job = order("public");
    EXPECT_TRUE(job.starts_with("/jobs/"));
    EXPECT_TRUE(secretary.get(job).has("Waiting to start"));
    EXPECT_TRUE(secretary.page().has("Refresh this page"));
    EXPECT_EQ(order("public"), job);  // one job, however often it is asked for
    EXPECT_TRUE(server::papers::build_one_pack(app.app()));
    EXPECT_FALSE(server::papers::build_one_pack(app.app()));
    EXPECT_TRUE(secretary.get(job).has("Open the agenda pack (PDF)"));
    const auto json = secretary.get(job + ".json");
    EXPECT_TRUE(json.has("\"state\":\"done\""));
    EXPECT_TRUE(json.has("pack.pdf?audience=public"));
    EXPECT_TRUE(secretary.get(pack()).has("Open the pack (PDF, "));
    EXPECT_EQ(app.browser("healthwatch").get(job).status, 404);
}

TEST_F(Packs, AreGivenUpWhenTheProgramStopsAndWaitForTheNextStart) {
    const auto job = order("public");
    EXPECT_FALSE(server::papers::build_one_pack(app.app(), [] { return true; }));
    EXPECT_EQ(rows(app, "job").value("state"), "queued");
    EXPECT_TRUE(secretary.get(job).has("Refresh this page"));
    EXPECT_TRUE(server::papers::build_one_pack(app.app()));
    EXPECT_EQ(rows(app, "job").value("state"), "done");
}

TEST_F(Packs, ForThePublicHoldNothingOfExemptItems) {
    order("public");
    order("exempt");
    while (server::papers::build_one_pack(app.app())) {
    }
    const auto open = app.browser().get(pack(".pdf"));
    ASSERT_EQ(open.status, 200);
    const auto text = text_of(open.body);
    EXPECT_EQ(text.find("CANARY"), std::string::npos);
    EXPECT_EQ(open.body.find("CANARY"), std::string::npos);
    EXPECT_NE(text.find("A care home"), std::string::npos);
    EXPECT_NE(text.find("This paper is private. 3 pages are not in this pack."), std::string::npos);
    EXPECT_NE(text.find("Openly sheet 2"), std::string::npos);
    EXPECT_NE(text.find(server::agenda::words::verbal_update), std::string::npos);
    EXPECT_EQ(text.find(marking), std::string::npos);

    EXPECT_EQ(app.browser().get(pack(".pdf?audience=exempt")).status, 404);
    EXPECT_EQ(app.browser("oscb-chair").get(pack(".pdf?audience=exempt")).status, 404);
    EXPECT_EQ(app.browser().get(pack(".pdf?audience=members")).status, 404);
    EXPECT_EQ(app.browser().get(pack(".pdf?audience=all")).status, 404);
    const auto whole = app.browser("healthwatch").get(pack(".pdf?audience=exempt"));
    ASSERT_EQ(whole.status, 200);
    EXPECT_EQ(whole.headers.at("cache-control"), "private, no-store");
    const auto all = text_of(whole.body);
    EXPECT_NE(all.find("CANARYWORDS sheet 3"), std::string::npos);
    EXPECT_NE(all.find(marking), std::string::npos);
    const auto pages = rows(app, "pack", {{"audience", "exempt"}}).value("pages");
    EXPECT_NE(all.find("Page " + pages + " of " + pages), std::string::npos) << all;
}

TEST_F(Packs, OfTheSameInputsAreTheSameAndNotBuiltTwice) {
    const auto first = server::papers::build_pack(app.app(), hwb, Audience::exempt);
    ASSERT_TRUE(first);
    EXPECT_FALSE(first->reused);
    const auto again = server::papers::build_pack(app.app(), hwb, Audience::exempt);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->reused);
    std::filesystem::remove(app.app().papers.path_of(first->pack.sha256));
    const auto rebuilt = server::papers::build_pack(app.app(), hwb, Audience::exempt);
    ASSERT_TRUE(rebuilt);
    EXPECT_FALSE(rebuilt->reused);
    EXPECT_EQ(rebuilt->pack.sha256, first->pack.sha256);
    EXPECT_EQ(rows(app, "pack").count(), 1);
    EXPECT_TRUE(std::filesystem::is_empty(app.directory() / "work"));
}

TEST_F(Packs, AreNotServedOnceTheAgendaChanged) {
    ASSERT_TRUE(server::papers::build_pack(app.app(), hwb, Audience::public_));
    EXPECT_EQ(app.browser().get(pack(".pdf")).status, 200);
    const auto item = tests::item_titled(app, "Performance");
    secretary.get("/items/" + item + "/edit");
    secretary.submit("/items/" + item + "/edit", {{"visibility", "exempt"}});
    EXPECT_EQ(app.browser().get(pack(".pdf")).status, 404);
}

TEST_F(Packs, FailNamingThePaperAndWhy) {
    const auto file = app.app().papers.path_of(
        rows(app, "paper", {{"title", "Performance report"}}).value("sha256"));
    std::ofstream(file, std::ios::binary | std::ios::app) << "x";
    const auto job = order("public");
    server::papers::build_one_pack(app.app());
    const auto page = secretary.get(job);
    EXPECT_TRUE(page.has("Failed"));
    EXPECT_TRUE(page.has("Item 1, Performance report: The file for this paper is damaged."));
    EXPECT_TRUE(secretary.get(job + ".json").has("\"state\":\"failed\""));
}

TEST_F(Packs, CanBeCancelledWhileTheyWaitAndWhileTheyAreBuilt) {
    const auto waiting = order("public");
    secretary.get(waiting);
    EXPECT_TRUE(secretary.submit(waiting + "/cancel").has("Cancelled"));
    EXPECT_FALSE(server::papers::build_one_pack(app.app()));
    EXPECT_EQ(secretary.get(waiting + ".json").status, 200);
    EXPECT_TRUE(secretary.page().has("\"state\":\"cancelled\""));
    const auto stopped = server::papers::build_pack(
        app.app(), hwb, Audience::public_,
        [](const templates::PackProgress&) { return server::base::Proceed::no; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().message, server::papers::words::cancelled_by_the_user);
    EXPECT_EQ(rows(app, "pack").count(), 0);
    EXPECT_TRUE(std::filesystem::is_empty(app.directory() / "work"));
}

TEST_F(Packs, FailInWordsWhenTheWorkerDies) {
    app.app().config.pdf_worker_program = "/bin/false";
    const auto built = server::papers::build_pack(app.app(), hwb, Audience::public_);
    ASSERT_FALSE(built);
    EXPECT_NE(built.error().message.find(server::papers::words::the_pack_is_too_large),
              std::string::npos);
}

TEST_F(Packs, AreTheSecretariatsToBuild) {
    EXPECT_EQ(app.browser("healthwatch").get(pack()).status, 403);
    EXPECT_EQ(app.browser().get(pack()).status, 303);
}

TEST_F(Packs, StandOnThePageOfTheMeetingForWhoMayReadThem) {
    const auto page = "/meetings/" + hwb;
    EXPECT_FALSE(app.browser().get(page).links_to(page + "/pack.pdf"));
    ASSERT_TRUE(server::papers::build_pack(app.app(), hwb, Audience::public_));
    ASSERT_TRUE(server::papers::build_pack(app.app(), hwb, Audience::exempt));
    EXPECT_TRUE(app.browser().get(page).links_to(page + "/pack.pdf?audience=public"));
    EXPECT_TRUE(app.browser("healthwatch").get(page).has("pack.pdf?audience=exempt"));
    EXPECT_FALSE(app.browser().get(page + ".json").has("CANARY"));
}

TEST_F(Packs, InterruptedByAStopAreBuiltAfterIt) {
    const auto job = order("public");
    {
        auto tx = app.app().database.begin_write();
        ASSERT_TRUE(db::start_job(*tx, job.substr(6)));
        tx->commit();
    }
    app.restart();
    EXPECT_TRUE(server::papers::build_one_pack(app.app()));
    EXPECT_EQ(rows(app, "job").value("state"), "done");
}

TEST_F(Packs, AreSentToEverybodyOnTheBoardOnce) {
    const auto form = "/meetings/" + hwb + "/send";
    EXPECT_TRUE(secretary.get(form).has(server::papers::words::create_a_pack_for_the_published));
    EXPECT_EQ(task_of("Send the papers"), "Send the papers: Cannot start yet");
    ASSERT_TRUE(server::papers::build_pack(app.app(), hwb, Audience::exempt));
    {
        auto tx = app.app().database.begin_write();
        auto person = db::load_person(*tx, "cabinet-children").value();
        person.email = "";
        ASSERT_TRUE(db::save_person(*tx, person));
        tx->commit();
    }
    const auto before = count_mail(app, "papers_out");
    const auto review = secretary.get(form);
    EXPECT_TRUE(review.has(server::papers::words::email_to("9 people")));
    EXPECT_TRUE(
        review.has("1 person has no email address: Cabinet Member for "
                   "Children and Families."));
    EXPECT_EQ(count_mail(app, "papers_out"), before);
    EXPECT_EQ(task_of("Send the papers"), "Send the papers: To do");
    EXPECT_TRUE(secretary.page().has("href=\"" + form + "\""));
    secretary.get(form);
    EXPECT_TRUE(secretary.submit(form).has("The emails are in the queue"));
    EXPECT_EQ(count_mail(app, "papers_out"), 9);
    EXPECT_EQ(rows(app, "outbox_letter", {{"bytes LIKE", "%CANARY%"}}).count(), 0);
    secretary.get(form);
    EXPECT_EQ(secretary.submit(form).status, 409);
    EXPECT_TRUE(secretary.page().has(server::papers::words::version_already_sent("1")));
    EXPECT_EQ(app.browser("oscb-chair").get(form).status, 403);
}

TEST_F(Packs, AreKnownAsSentInTheWorkspace) {
    const auto form = "/meetings/" + hwb + "/send";
    EXPECT_EQ(task_of("Agenda items"), "Agenda items: Completed");
    ASSERT_TRUE(server::papers::build_pack(app.app(), hwb, Audience::exempt));
    secretary.get(form);
    secretary.submit(form);
    EXPECT_EQ(task_of("Papers sent"), "Papers sent to 0 of 10 people: Being sent");
    set_papers_out("accepted");
    EXPECT_EQ(task_of("Papers sent"), "Papers sent to 10 people on Thu 1 Nov 2018: Completed");
    EXPECT_TRUE(secretary.page().links_to("/mail?meeting=" + hwb));
    set_papers_out("failed", {{"person", "healthwatch"}});
    EXPECT_EQ(task_of("Papers sent"), "Papers sent to 9 of 10 people: 1 failed");
    const auto chair = app.browser("leader-county").get("/meetings/" + hwb + "/workspace");
    EXPECT_TRUE(chair.has("sent to 9 of 10 people"));
    EXPECT_FALSE(chair.links_to("/mail?meeting=" + hwb));
    set_papers_out("cancelled");
    EXPECT_EQ(task_of("Send the papers"), "Send the papers: To do") << "all were held back";
}

TEST(Pack, OfAPrivateMeetingHasNoPublicKind) {
    TestApp app;
    const auto oscb = meeting_on(app, "OSCB", "2018-12-04");
    auto secretary = app.browser("safeguarding-secretariat");
    EXPECT_TRUE(secretary.get("/meetings/" + oscb + "/pack").has("Check and publish the agenda"));
    add_item(app, secretary, oscb, "Review");
    publish(secretary, oscb);
    const auto page = secretary.get("/meetings/" + oscb + "/pack");
    EXPECT_FALSE(page.offers("/meetings/" + oscb + "/pack", {{"audience", "public"}}));
    EXPECT_TRUE(page.offers("/meetings/" + oscb + "/pack", {{"audience", "exempt"}}));
    EXPECT_EQ(secretary.submit("/meetings/" + oscb + "/pack", {{"audience", "public"}}).status,
              409);
    EXPECT_FALSE(server::papers::build_pack(app.app(), meeting_on(app, "HWB", "2018-11-15"),
                                            Audience::public_));
}

}  // namespace
