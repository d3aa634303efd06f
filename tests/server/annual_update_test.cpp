// The Annual Partnerships Update: drawn from facts, published by a person, then kept as it was.
#include "server/partnership_register/annual_update.hpp"

#include <gtest/gtest.h>

#include "db/register.hpp"
#include "server/partnership_register/words.hpp"
#include "templates/documents/inspect.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;
using workflows::make_day;

constexpr const char* update = "/register/update/2018";

void file_return(TestApp& app, const std::string& board, workflows::ReturnState state) {
    auto tx = app.app().database.begin_write();
    db::RegisterReturn row;
    row.board = board;
    row.year = 2018;
    row.due = make_day(2018, 11, 29);
    EXPECT_TRUE(db::insert_return(*tx, row).has_value());
    row.state = state;
    row.completed = workflows::parse_day("2018-10-20").value();
    row.texts = {"Focus of " + board, "Done by " + board, "Aims", "Challenges", "Governed", ""};
    EXPECT_TRUE(db::save_return(*tx, row).has_value());
    tx->commit();
}

server::partnership_register::AnnualUpdate made(TestApp& app) {
    return server::partnership_register::make_update(*app.app().database.begin_read(), 2018,
                                                     "Oxfordshire", make_day(2018, 11, 1));
}

std::string fact(const server::partnership_register::AnnualUpdate& made, const std::string& section,
                 const std::string& label) {
    for (const auto& part : made.sections) {
        if (part.title != section) continue;
        for (const auto& one : part.facts) {
            if (one.label == label) return one.words;
        }
    }
    return "none";
}

constexpr const char* hwb = "Oxfordshire Health and Wellbeing Board";
constexpr const char* hib = "Health Improvement Partnership Board";

TEST(AnnualUpdate, IsMadeOfFactsForEachPartnership) {
    TestApp app;
    file_return(app, "HIB", workflows::ReturnState::accepted);
    file_return(app, "CT", workflows::ReturnState::submitted);
    const auto all = made(app);
    EXPECT_EQ(all.sections.size(), 13U);
    EXPECT_EQ(all.missing, std::vector<std::string>{"Children's Trust"});
    // Of 2018: a meeting in public on 10 May, two workshops that count for none, one to come.
    EXPECT_EQ(
        fact(all, hwb, "Meetings held"),
        server::partnership_register::words::not_recorded_before(
            "Thursday 10 May 2018", server::partnership_register::words::held_counts(1, 1, 0), 4));
    EXPECT_EQ(fact(all, hwb, "Public meeting held"), "Yes: 1");
    EXPECT_EQ(fact(all, hwb, "Joint meetings held"), "None");
    EXPECT_EQ(fact(all, hwb, "Last meeting"), "Wednesday 3 October 2018");
    EXPECT_EQ(fact(all, hwb, "Date completed"), server::partnership_register::words::no_return);
    EXPECT_EQ(fact(all, hib, "Date completed"), "Saturday 20 October 2018");
    EXPECT_EQ(fact(all, "Oxfordshire Safeguarding Children Board", "Public meeting held"),
              server::partnership_register::words::not_required);
    EXPECT_TRUE(fact(all, hwb, "Annual reports").starts_with("0 of "));
    EXPECT_EQ(all.facts.at(1).words, server::partnership_register::words::accepted_of(1, 2));
}

TEST(AnnualUpdate, SaysThatACadenceWasNotKeptOfAYearThatIsWhollyOnRecord) {
    TestApp app;
    add_meeting(app, "early", "HWB", "2017-11-09", {{"state", "held"}, {"held_in", "public"}});
    EXPECT_EQ(fact(made(app), hwb, "Meetings held"),
              server::partnership_register::words::not_enough_held(
                  server::partnership_register::words::held_counts(1, 1, 0), 4));
}

TEST(AnnualUpdate, CountsWhatAPredecessorWasInformedOfForItsSuccessor) {
    TestApp app;
    file_return(app, "JMG-ACSN", workflows::ReturnState::accepted);
    const char* group = "Adults with Care and Support Needs Joint Management Group";
    EXPECT_EQ(fact(made(app), group, "Annual reports"), "0 of 2 recorded as delivered");
    add_obligation(app, "o", "Joint Strategic Needs Assessment", "JMG-LD",
                   {{"season", "spring"}, {"state", "informed"}});
    EXPECT_EQ(fact(made(app), group, "Annual reports"), "1 of 2 recorded as delivered");
}

TEST(AnnualUpdate, CountsJointMeetingsForBothBoards) {
    TestApp app;
    const auto joint = meeting_on(app, "OSCB", "2018-09-26");
    rows(app, "meeting", {{"id", joint}}).set({{"kind", "joint"}});
    cancel_meetings(app, {{"board", "OSAB"}, {"planned", "2018-09-26"}});
    add_row(app, "joint_board", {{"meeting", joint}, {"board", "OSAB"}});
    const auto all = made(app);
    EXPECT_EQ(fact(all, "Oxfordshire Safeguarding Children Board", "Joint meetings held"), "1");
    EXPECT_EQ(fact(all, "Oxfordshire Safeguarding Adults Board", "Joint meetings held"), "1");
}

TEST(AnnualUpdate, IsStoredAndReadBackWordForWord) {
    TestApp app;
    file_return(app, "HIB", workflows::ReturnState::accepted);
    const auto json = server::partnership_register::update_json(made(app));
    EXPECT_EQ(
        server::partnership_register::update_json(server::partnership_register::parse_update(json)),
        json);
    EXPECT_ANY_THROW(server::partnership_register::parse_update("{}"));
}

TEST(AnnualUpdatePages, ADraftIsForOfficers) {
    TestApp app;
    file_return(app, "HIB", workflows::ReturnState::accepted);
    EXPECT_EQ(app.browser().get(update).status, 404);
    EXPECT_EQ(app.browser().get("/register/update/2018.pdf").status, 404);
    EXPECT_EQ(app.browser("healthwatch").get(update).status, 404);
    const auto page = app.browser("oscb-chair").get(update);
    EXPECT_TRUE(page.has("Draft for officers"));
    EXPECT_TRUE(page.has("Done by HIB"));
    EXPECT_FALSE(page.offers(std::string(update) + "/publish"));
    EXPECT_TRUE(
        app.browser("hwb-secretariat").get(update).offers(std::string(update) + "/publish"));
    EXPECT_TRUE(app.browser("hwb-secretariat").get("/register/returns/2018").has(update));
}

TEST(AnnualUpdatePages, OnePublishedStaysAsItWas) {
    TestApp app;
    file_return(app, "HIB", workflows::ReturnState::accepted);
    auto browser = app.browser("hwb-secretariat");
    browser.get(update);
    const auto token = browser.token_on_page();
    const auto publish = std::string(update) + "/publish";
    const auto first = browser.post_raw(publish, {}, token);
    // The same click once more is the same publication.
    EXPECT_EQ(browser.post_raw(publish, {}, token).location(), first.location());
    EXPECT_TRUE(browser.get(first.location()).has("Annual Partnerships Update published"));
    EXPECT_EQ(rows(app, "annual_update").count(), 1);
    const auto before = app.browser().get(update);
    EXPECT_TRUE(before.has("Published Thursday 1 November 2018"));
    EXPECT_TRUE(before.has("Done by HIB"));
    const auto pdf = app.browser().get("/register/update/2018.pdf").body;
    rows(app, "register_return").set({{"achievements", "Other words"}});
    rows(app, "meeting", {{"board", "HIB"}, {"planned", "2018-11-22"}})
        .set({{"planned", "2018-12-01"}});
    app.clock().set(app.clock().now() + std::chrono::days(30));
    EXPECT_EQ(app.browser().get(update).body, before.body);
    EXPECT_EQ(app.browser().get("/register/update/2018.pdf").body, pdf);
    EXPECT_TRUE(app.browser().get("/register").has("Annual Partnerships Update 2018"));
    EXPECT_TRUE(app.browser("oscb-chair").get(std::string(update) + "?draft=yes").has("Other wor"));
    // A draft asked for by somebody else is the published one.
    EXPECT_FALSE(app.browser().get(std::string(update) + "?draft=yes").has("Other words"));
}

TEST(AnnualUpdatePages, IsNotPublishedWithoutSayingSoWhereReturnsAreMissing) {
    TestApp app;
    file_return(app, "HIB", workflows::ReturnState::accepted);
    file_return(app, "CT", workflows::ReturnState::submitted);
    auto browser = app.browser("hwb-secretariat");
    browser.get(update);
    auto page = browser.submit(std::string(update) + "/publish");
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("1 return has not been accepted."));
    EXPECT_TRUE(page.has("href=\"#without"));
    EXPECT_EQ(rows(app, "annual_update").count(), 0);
    page = browser.submit(std::string(update) + "/publish", {{"without", "yes"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(
        app.browser().get(update).has("No return from the board for 2018 has been accepted."));
}

TEST(AnnualUpdatePages, IsNotPublishedBeforeAnyBoardHasSaidAnything) {
    TestApp app;
    file_return(app, "CT", workflows::ReturnState::submitted);
    auto browser = app.browser("hwb-secretariat");
    browser.get(update);
    const auto page = browser.submit(std::string(update) + "/publish", {{"without", "yes"}});
    EXPECT_TRUE(
        page.has("No returns have been accepted yet, so the published update has not changed."));
    EXPECT_EQ(rows(app, "annual_update").count(), 0);
}

TEST(AnnualUpdatePages, ThePdfHasASectionForEachPartnership) {
    TestApp app;
    file_return(app, "HIB", workflows::ReturnState::accepted);
    const auto page = app.browser("oscb-chair").get("/register/update/2018.pdf");
    EXPECT_EQ(page.headers.at("content-type"), "application/pdf");
    EXPECT_EQ(templates::inspect_pdf_bytes(page.body).page_count, 2U + 13U);
}

}  // namespace
