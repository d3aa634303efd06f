// What one board may see and do of another: no more than what was addressed to it (protocol 4.3 to
// 4.7). Each test is a step that one board once could take in the place of another.
#include <gtest/gtest.h>

#include "server/timetable/words.hpp"
#include "templates/standard_pages.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/server/response_fixture.hpp"

namespace {

using tests::Fields;
using tests::Page;

class BetweenBoardsAccess : public tests::Responses {
  protected:
    // A form that the viewer's own pages do not offer, with a token of theirs.
    Page force(const std::string& person, const std::string& target, const Fields& fields) {
        auto browser = app.browser(person);
        browser.get("/people/" + person + "/edit");
        return browser.post_raw(target, fields, browser.token_on_page());
    }
    void make_administrator() { tests::make_administrator(app, "assistant-chief-executive"); }
    std::string audit(const std::string& action) {
        return app.query("SELECT COALESCE(MAX(detail), '') FROM audit WHERE action = '" + action +
                         "'");
    }
    std::string letters() { return recipients("arrangement_news"); }
};

const std::string plan = "/timetable/reports/joint-strategic-needs-assessment";
const std::string to_hwb = "/obligations/2019~joint-strategic-needs-assessment~hwb~agree";

TEST_F(BetweenBoardsAccess, NobodyTakesTheReportOfAnotherBoard) {
    const Fields taken{
        {"version", "0"}, {"owner", "OEP"}, {"author", "growth-secretariat"}, {"give_away", "yes"}};
    EXPECT_EQ(app.browser("growth-secretariat").get(to_hwb).status, 404);
    EXPECT_FALSE(app.browser("growth-secretariat").get(plan).offers(plan));
    for (const std::string person : {"growth-secretariat", "safeguarding-secretariat", "oep-chair"})
        EXPECT_EQ(force(person, plan, taken).status, 403) << person;
    EXPECT_EQ(app.browser("growth-secretariat").get(to_hwb).status, 404);
    EXPECT_EQ(rows(app, "timetable_report").count(), 0);
}

TEST_F(BetweenBoardsAccess, TheOwnerNamesAnAuthorOfItsOwnAndGivesAReportAwayKnowingly) {
    auto owner = app.browser("leader-county");
    EXPECT_TRUE(owner.get(plan).has(server::timetable::words::change_lead_board));
    auto refused = force("leader-county", plan, {{"version", "0"}, {"author", "oep-chair"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.has(server::timetable::words::select_author));
    owner.get(plan);
    EXPECT_EQ(owner.submit(plan, {{"author", "director-public-health"}}).status, 200);
    EXPECT_EQ(audit("timetable.report"),
              "Joint Strategic Needs Assessment: from HWB / lead officer to HWB / "
              "director-public-health");
    owner.get(plan);
    refused = owner.submit(plan, {{"owner", "HIB"}, {"author", ""}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.has(server::timetable::words::confirm_transfer));
    owner.get(plan);
    EXPECT_EQ(owner.submit(plan, {{"owner", "HIB"}, {"author", ""}, {"give_away", "yes"}}).status,
              200);
    // What was given away is no longer theirs to change.
    EXPECT_FALSE(app.browser("leader-county").get(plan).offers(plan));
    EXPECT_TRUE(app.browser("hib-chair").get(plan).offers(plan));
}

TEST_F(BetweenBoardsAccess, OneOfficeKeepsWhatBelongsToAllBoards) {
    make_administrator();
    const std::string ask = "/register/returns/2018/ask";
    for (const auto* path : {"/register/returns/2018", "/timetable/seasons",
                             "/timetable/roll-forward?year=2019", "/themes/domestic-abuse/close"}) {
        EXPECT_EQ(app.browser("growth-secretariat").get(path).status, 403) << path;
        EXPECT_EQ(app.browser("hwb-secretariat").get(path).status, 200) << path;
    }
    // The board that leads on a theme closes it, too; and so does the one that raised it.
    EXPECT_EQ(app.browser("safeguarding-secretariat").get("/themes/domestic-abuse/close").status,
              200);
    auto growth = app.browser("growth-secretariat");
    growth.get("/themes/new");
    EXPECT_EQ(growth.submit("/themes/new", {{"theme", "Clean air"}}).status, 200);
    EXPECT_EQ(growth.get("/themes/clean-air/edit").status, 200);
    EXPECT_EQ(app.browser("community-safety-secretariat").get("/themes/clean-air/edit").status,
              403);
    // Administrators name another office.
    EXPECT_EQ(app.browser("hwb-secretariat").get("/register/office").status, 403);
    auto administrator = app.browser("assistant-chief-executive");
    administrator.get("/register/office");
    EXPECT_EQ(administrator.submit("/register/office", {{"board", "OEP"}}).status, 200);
    EXPECT_EQ(audit("office.name"), "partnership office: HWB to OEP");
    EXPECT_EQ(app.browser("growth-secretariat").get("/register/returns/2018").status, 200);
    EXPECT_EQ(app.browser("hwb-secretariat").get("/register/returns/2018").status, 403);
}

TEST_F(BetweenBoardsAccess, NoOfficerOfABoardAcceptsItsReturn) {
    add_row(app, "register_return",
            {{"board", "HIB"},
             {"year", "2018"},
             {"state", "submitted"},
             {"due", "2018-11-30"},
             {"focus", "x"},
             {"submitted_by", "hib-chair"},
             {"completed", "2018-11-01"},
             {"asked_by", "leader-county"}});
    add_row(app, "register_return",
            {{"board", "HWB"},
             {"year", "2018"},
             {"state", "submitted"},
             {"due", "2018-11-30"},
             {"focus", "x"},
             {"submitted_by", "leader-county"},
             {"completed", "2018-11-01"},
             {"asked_by", "leader-county"}});
    // One post is secretariat of both boards; HWB is the office itself.
    auto office = app.browser("hwb-secretariat");
    EXPECT_TRUE(office.get("/register/returns/2018/hib").has("You are an officer of this board"));
    const auto refused =
        force("hwb-secretariat", "/register/returns/2018/hib/accept", {{"version", "1"}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.has("You are an officer of the board that submitted this return."));
    office.get("/register/returns/2018/hwb");
    EXPECT_EQ(office.submit("/register/returns/2018/hwb/accept").status, 200);
}

class Comments : public BetweenBoardsAccess {
  protected:
    Comments() {
        write_rows(
            app,
            "INSERT INTO circulation(id, document, version_label, owner, purpose, created_at) "
            "VALUES ('round', 'Strategy', 'draft 1', 'CT', 'agree', 0);"
            "INSERT INTO circulation_stop(id, circulation, board, meeting, state, version_issued, "
            "comments) "
            "SELECT 'at-' || board, 'round', board, id, CASE board WHEN 'OEP' THEN 'withdrawn' "
            "ELSE 'agreed_with_comments' END, 'draft 1', 'CANARY of ' || board FROM meeting "
            "WHERE id IN (SELECT MIN(id) FROM meeting WHERE board IN ('HWB', 'TVESC', 'OEP') "
            "GROUP BY board);"
            "INSERT INTO circulation_answer(stop, number, day, version_label, outcome, comments, "
            "person, reply) SELECT id, 1, '2018-10-01', 'draft 1', 'agreed_with_comments', "
            "comments, 'leader-county', 'REPLY to ' || board FROM circulation_stop "
            "WHERE circulation = 'round'");
    }
};

TEST_F(Comments, AreForTheOwnerAndForTheBoardThatMadeThem) {
    const std::string round = "/circulations/round";
    for (const auto* twin : {"", ".json", "/comments", "/comments.csv", "/comments.json",
                             "/certificate", "/certificate.csv", "/certificate.json"}) {
        const auto owner = app.browser("cabinet-children").get(round + twin);
        ASSERT_EQ(owner.status, 200) << twin;
        EXPECT_TRUE(owner.has("CANARY of HWB")) << twin;
        EXPECT_TRUE(owner.has("CANARY of TVESC")) << twin;
        const auto own = app.browser("healthwatch").get(round + twin);
        ASSERT_EQ(own.status, 200) << twin;
        EXPECT_TRUE(own.has("CANARY of HWB")) << twin;
        EXPECT_FALSE(own.has("CANARY of TVESC")) << twin;
        EXPECT_FALSE(own.has("REPLY to TVESC")) << twin;
        // Whose stop was withdrawn reads nothing more.
        EXPECT_EQ(app.browser("oep-chair").get(round + twin).status, 404) << twin;
    }
    EXPECT_FALSE(app.browser("cabinet-community-safety").get("/circulations.json").has("of HWB\""));
    EXPECT_FALSE(app.browser("oep-chair").get("/circulations").has("Strategy"));
}

TEST_F(Comments, TwinsOfWhatIsNotThereYetSaySoToPrograms) {
    rows(app, "circulation_stop", {{"id", "at-HWB"}}).set({{"state", "issued"}});
    const std::string certificate = "/circulations/round/certificate";
    auto browser = app.browser("cabinet-children");
    EXPECT_TRUE(browser.get(certificate).has("The certificate is not ready"));
    for (const auto* suffix : {".csv", ".pdf", ".json"}) {
        const auto page = browser.get(certificate + suffix);
        EXPECT_EQ(page.status, 409) << suffix;
        EXPECT_TRUE(page.has("The certificate will be ready when every board has finished."))
            << suffix;
        EXPECT_FALSE(page.has("<html")) << suffix;
        EXPECT_FALSE(page.has(templates::error_wording(409).heading)) << suffix;
    }
    EXPECT_EQ(browser.get(certificate + ".json").headers.at("content-type"),
              "application/problem+json");
    EXPECT_EQ(browser.get(certificate + ".csv").headers.at("content-type"),
              "text/plain; charset=utf-8");
    EXPECT_FALSE(browser.get("/requests/none.svg").has("<html"));
}

TEST_F(BetweenBoardsAccess, WhatAnotherBoardStillWritesIsNotDeliveredForIt) {
    EXPECT_EQ(name(wish("CT")).status, 200);
    rows(app, "agenda_item", {{"id", "report"}}).set({{"request", "asked"}});
    add_request(
        app, "asked", "OSAB", "OSCB",
        {{"title", "x"}, {"detail", "x"}, {"state", "accepted"}, {"created_by", "osab-chair"}});
    add_row(app, "response",
            {{"id", "theirs"},
             {"source", "report"},
             {"source_title", "x"},
             {"asking_board", "OSAB"},
             {"owing_board", "HWB"},
             {"number", "9"},
             {"recommendation", "Half a thought"},
             {"required", "comment"},
             {"due", "2019-03-01"},
             {"first_due", "2019-03-01"},
             {"owner", ""},
             {"state", "named"},
             {"created_by", "osab-chair"}});
    EXPECT_EQ(deliver().status, 200);
    EXPECT_EQ(rows(app, "response").list("asking_board state", "number"), "OSCB due, OSAB named");
}

TEST_F(BetweenBoardsAccess, TheBoardThatOwesIsToldOfAnArrangementAndMayEndIt) {
    const std::string page = "/responses/arrangements";
    auto asker = app.browser("oscb-chair");
    asker.get(page);
    EXPECT_EQ(asker
                  .submit(page, {{"asking_board", "OSCB"},
                                 {"owing_board", "HWB"},
                                 {"title", "Monthly figures"},
                                 {"every_months", "1"},
                                 {"next_due-day", "14"},
                                 {"next_due-month", "12"},
                                 {"next_due-year", "2018"}})
                  .status,
              200);
    EXPECT_EQ(letters(), "clinical-chair-ccg hwb-secretariat leader-county");
    const auto id = rows(app, "response_arrangement").value("id");
    const std::string end = page + "/end";
    EXPECT_EQ(force("hib-chair", end, {{"arrangement", id}, {"reason", "No."}}).status, 404);
    auto owing = app.browser("leader-county");
    owing.get(page);
    EXPECT_EQ(owing.submit(end, {{"arrangement", id}}).status, 422);
    EXPECT_TRUE(owing.page().has("Enter the reason for ending it."));
    owing.get(page);
    EXPECT_EQ(owing.submit(end, {{"arrangement", id}, {"reason", "Nobody collects them."}}).status,
              200);
    EXPECT_TRUE(owing.page().has("by HWB: Nobody collects them."));
    EXPECT_EQ(letters(),
              "clinical-chair-ccg hwb-secretariat leader-county oscb-chair "
              "safeguarding-secretariat");
    EXPECT_EQ(force("oscb-chair", end, {{"arrangement", id}}).status, 409);
}

}  // namespace
