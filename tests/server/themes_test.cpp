// Themes (protocol 3.7, appendix C): the register, asking all boards by letter, agreeing the lead.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <regex>

#include "server/succession/succession_commands.hpp"
#include "server/themes/theme_commands.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;
using workflows::make_day;

constexpr const char* secretariat = "hwb-secretariat";
constexpr const char* theme = "/themes/modern-slavery";

class Themes : public testing::Test {
  protected:
    void raise() {
        auto browser = app.browser(secretariat);
        browser.get("/themes/new");
        ASSERT_EQ(browser
                      .submit("/themes/new",
                              {{"theme", "Modern slavery"}, {"approach", "One way to report it"}})
                      .status,
                  200);
    }
    // Until Thursday 22 November 2018.
    void ask() {
        auto browser = app.browser(secretariat);
        browser.get(std::string(theme) + "/ask");
        const auto page = browser.submit(std::string(theme) + "/ask");
        ASSERT_EQ(page.status, 200) << page.body;
    }
    // The newest that a post got for a board.
    std::string link_to(const std::string& person, const std::string& board) {
        return link_in_letter(app,
                              {{"person", person}, {"board", board}, {"template LIKE", "theme_%"}});
    }
    tests::Page answer(const std::string& link, const std::string& word,
                       const std::string& comment = "") {
        auto browser = app.browser();
        browser.get(link);
        return browser.submit(link, {{"answer", word}, {"comment", comment}});
    }
    std::string answer_of(const std::string& board) {
        return rows(app, "theme_ask", {{"board", board}}).value("answer");
    }
    int letters(const std::string& kind) { return count_mail(app, kind); }
    void on(workflows::Day day) { app.clock().set(day + std::chrono::hours(10)); }
    TestApp app;
};

TEST_F(Themes, OfAppendixCAreARegisterForEverybody) {
    auto anyone = app.browser();
    const auto page = anyone.get("/themes");
    ASSERT_EQ(page.status, 200);
    for (const char* name :
         {"Child sexual exploitation", "Female genital mutilation",
          "Human trafficking and modern slavery", "Preventing extremism", "Domestic abuse"})
        EXPECT_TRUE(page.has(name)) << name;
    EXPECT_TRUE(
        page.has("Oxfordshire Safer Communities Partnership (now the Safer Oxfordshire "
                 "Partnership); Children&#39;s Trust"));
    const auto json = boost::json::parse(anyone.get("/themes.json").body);
    EXPECT_EQ(json.at("data").as_array().size(), 5U);
    EXPECT_TRUE(
        anyone.get("/themes.csv").has("Domestic abuse,OxSCP;CT,OSCB;OSAB;CSPs,,,,agreed\n"));
    EXPECT_EQ(anyone.get("/themes/domestic-abuse").status, 200);
    EXPECT_FALSE(anyone.page().leads_to("/themes/domestic-abuse/edit"));
    EXPECT_EQ(anyone.get("/themes/none").status, 404);
    EXPECT_EQ(anyone.get("/themes/domestic-abuse/answers").status, 303);
    EXPECT_EQ(app.browser("healthwatch").get("/themes/domestic-abuse/answers").status, 403);
}

TEST_F(Themes, StandOnThePagesOfTheirBoards) {
    auto anyone = app.browser();
    const std::string leads = "</a> (leads)";
    EXPECT_TRUE(anyone.get("/boards/oscb").has("Child sexual exploitation" + leads));
    EXPECT_TRUE(anyone.page().has("Preventing extremism</a> (contributes)"));
    EXPECT_TRUE(anyone.get("/boards/sop").has("Preventing extremism</a> (leads)")) << "taken over";
    EXPECT_TRUE(
        anyone.get("/boards/csp-ox").has("Human trafficking and modern slavery</a> (leads)"))
        << "by its group";
    EXPECT_FALSE(anyone.get("/boards/ogb").has(leads));
}

TEST_F(Themes, ArePutToTheChairOfEveryBoardThatIsStillThere) {
    raise();
    ask();
    EXPECT_EQ(rows(app, "theme_ask").count(), 17);
    EXPECT_EQ(letters("theme_asked"), 18) << "one board has two chairs";
    EXPECT_EQ(rows(app, "theme", {{"key", "modern-slavery"}}).value("state"), "polled");
    auto browser = app.browser(secretariat);
    EXPECT_FALSE(browser.get(theme).leads_to(std::string(theme) + "/ask"))
        << "nobody is asked twice at a time";
    EXPECT_TRUE(browser.page().has("Boards have been asked to reply by Thursday 22 November 2018"));
}

TEST_F(Themes, AreAnsweredByALinkWithoutAnAccount) {
    raise();
    ask();
    const auto link = link_to("oscb-chair", "OSCB");
    auto scanner = app.browser();
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(scanner.get(link).status, 200);
    EXPECT_TRUE(scanner.page().has("One way to report it"));
    EXPECT_TRUE(scanner.page().has("You are replying as "));
    EXPECT_EQ(answer_of("OSCB"), "") << "a scanner of mail changes nothing";
    EXPECT_EQ(scanner.submit(link).status, 422) << "no answer was chosen";
    EXPECT_TRUE(
        answer(link, "relevant", "We see cases").has("Your board replied: relevant to this board"));
    EXPECT_TRUE(answer(link, "would_lead").has("this board would lead"));
    EXPECT_EQ(answer_of("OSCB"), "would_lead") << "the last answer stands";
    EXPECT_EQ(rows(app, "theme_ask", {{"board", "OSCB"}}).value("answered_by"), "oscb-chair");
    EXPECT_EQ(answer_of("HWB"), "") << "it is for one board";
    EXPECT_EQ(app.browser().get("/r/none").status, 404);
}

TEST_F(Themes, TakeOneAnswerFromADoubleClick) {
    raise();
    ask();
    const auto link = link_to("oscb-chair", "OSCB");
    auto browser = app.browser();
    browser.get(link);
    const auto token = browser.token_on_page();
    const auto first = browser.post_raw(link, {{"answer", "relevant"}}, token);
    const auto second = browser.post_raw(link, {{"answer", "relevant"}}, token);
    EXPECT_EQ(first.status, 303);
    EXPECT_EQ(second.location(), first.location());
    EXPECT_EQ(count_audit(app, "theme.answer"), 1);
}

TEST_F(Themes, TakeNoAnswerAfterTheLastDayNorFromWhoLostTheSeat) {
    raise();
    ask();
    const auto link = link_to("oscb-chair", "OSCB");
    end_seats(app, "2018-11-04", {{"board", "OSCB"}, {"role", "chair"}});
    on(make_day(2018, 11, 5));
    EXPECT_EQ(app.browser().get(link).status, 403);
    rows(app, "membership", {{"board", "OSCB"}, {"role", "chair"}}).set({{"to_day", ""}});
    on(make_day(2018, 11, 22));
    auto browser = app.browser();
    ASSERT_EQ(browser.get(link).status, 200) << "the last day counts";
    const auto token = browser.token_on_page();
    on(make_day(2018, 11, 23));
    EXPECT_EQ(browser.get(link).status, 404);
    EXPECT_EQ(browser.post_raw(link, {{"answer", "relevant"}}, token).status, 404);
    EXPECT_EQ(answer_of("OSCB"), "");
}

TEST_F(Themes, ChaseOnceAWeekThoseWhoHaveNotAnswered) {
    raise();
    ask();
    answer(link_to("oscb-chair", "OSCB"), "relevant");
    on(make_day(2018, 11, 7));
    EXPECT_EQ(server::themes::chase_theme_polls(app.app()), 0);
    on(make_day(2018, 11, 8));
    EXPECT_EQ(server::themes::chase_theme_polls(app.app()), 16);
    EXPECT_EQ(server::themes::chase_theme_polls(app.app()), 0) << "once";
    EXPECT_EQ(count_mail(app, "theme_chased", {{"board", "OSCB"}}), 0);
    answer(link_to("osab-chair", "OSAB"), "not_relevant");
    app.restart();
    on(make_day(2018, 11, 18));  // a Sunday, after days of outage
    EXPECT_EQ(server::themes::chase_theme_polls(app.app()), 0);
    on(make_day(2018, 11, 19));
    EXPECT_EQ(server::themes::chase_theme_polls(app.app()), 15);
    on(make_day(2018, 11, 27));
    EXPECT_EQ(server::themes::chase_theme_polls(app.app()), 0) << "the last day is over";
    // The first letter's link answers as well as the last one's.
    EXPECT_EQ(rows(app, "mail_link", {{"board", "CT"}}).count_different("token_hash"), 3);
}

TEST_F(Themes, AreAgreedFromTheOffers) {
    raise();
    auto browser = app.browser(secretariat);
    const auto agree = std::string(theme) + "/agree";
    browser.get(agree);
    EXPECT_TRUE(
        browser
            .submit(
                agree,
                {{"leads", "OSAB"}, {"approach", "a"}, {"responsibility", "b"}, {"reporting", "c"}})
            .has("Ask the boards first"));
    ask();
    answer(link_to("osab-chair", "OSAB"), "would_lead", "We have a lead officer");
    const auto answers = browser.get(std::string(theme) + "/answers");
    EXPECT_TRUE(answers.has("1 of 17 boards have replied"));
    EXPECT_TRUE(answers.has("We have a lead officer"));
    EXPECT_TRUE(browser.get(std::string(theme) + "/answers.csv")
                    .has("OSAB,would_lead,We have a lead officer,"));
    EXPECT_EQ(boost::json::parse(browser.get(std::string(theme) + "/answers.json").body)
                  .at("answered")
                  .as_int64(),
              1);
    EXPECT_TRUE(browser.get(agree).has("relevant, and this board would lead"));
    const auto field_missing = browser.submit(
        agree, {{"leads", "OSAB"}, {"responsibility", "b"}, {"reporting", "c"}, {"approach", ""}});
    EXPECT_TRUE(field_missing.has("Enter what the boards have agreed to do."));
    browser.get(agree);
    EXPECT_TRUE(browser
                    .submit(agree, {{"leads", "OSAB"},
                                    {"leads", "CT"},
                                    {"leads", "HWB"},
                                    {"approach", "a"},
                                    {"responsibility", "b"},
                                    {"reporting", "c"}})
                    .has("no more than two lead boards"));
    browser.get(agree);
    const auto link = link_to("oscb-chair", "OSCB");
    const auto done = browser.submit(agree, {{"leads", "OSAB"},
                                             {"contributors", "CSPs"},
                                             {"approach", "One report form"},
                                             {"responsibility", "The business managers"},
                                             {"reporting", "To OSAB every spring"}});
    EXPECT_TRUE(done.has("Oxfordshire Safeguarding Adults Board"));
    EXPECT_TRUE(done.has("To OSAB every spring"));
    EXPECT_TRUE(done.has("History"));
    EXPECT_EQ(rows(app, "theme", {{"key", "modern-slavery"}}).value("state"), "agreed");
    EXPECT_EQ(app.browser().get(link).status, 404) << "nobody is asked any more";
    on(make_day(2018, 11, 12));
    EXPECT_EQ(server::themes::chase_theme_polls(app.app()), 0);
}

TEST_F(Themes, AskTheSuccessorOfABoardThatIsTakenOver) {
    raise();
    ask();
    auto tx = app.app().database.begin_write({"assistant-chief-executive", ""});
    const auto batch = server::succession::propose_succession(
        *tx,
        {{"OEP", "OGB"}, "OxLEP", make_day(2018, 11, 1), workflows::ComingMeetings::hand_over});
    ASSERT_TRUE(server::succession::record_change(app.app(), *tx, batch.value()));
    tx->commit();
    tx.reset();
    EXPECT_EQ(rows(app, "theme_ask").count(), 15);
    EXPECT_EQ(rows(app, "theme_ask", {{"board", "OxLEP"}}).count(), 1)
        << "one question is left of three";
    EXPECT_EQ(app.browser().get(link_to("oep-chair", "OEP")).status, 404);
    EXPECT_EQ(app.browser().get(link_to("oxlep-chair", "OxLEP")).status, 200);
}

TEST_F(Themes, AreEditedAndClosedByOfficersAlone) {
    auto browser = app.browser(secretariat);
    const std::string path = "/themes/preventing-extremism";
    browser.get(path + "/edit");
    EXPECT_TRUE(browser.submit(path + "/edit", {{"reporting", "To HWB every autumn"}})
                    .has("To HWB every autumn"));
    EXPECT_EQ(rows(app, "theme", {{"key", "preventing-extremism"}}).value("lead_boards"), "OxSCP")
        << "a succeeded lead stays named";
    auto other = app.browser(secretariat);
    other.get(path + "/edit");
    browser.get(path + "/edit");
    browser.submit(path + "/edit", {{"approach", "x"}});
    EXPECT_EQ(other.submit_only(path + "/edit", {{"approach", "y"}}).status, 409);
    browser.get(path + "/close");
    EXPECT_TRUE(browser.submit(path + "/close", {{"comment", ""}}).has("Enter the reason."));
    browser.get(path + "/close");
    EXPECT_TRUE(browser.submit(path + "/close", {{"comment", "Merged into another"}})
                    .has("Merged into another"));
    EXPECT_FALSE(app.browser().get("/boards/sop").has("Preventing extremism"));
    browser.get(path + "/reopen");
    browser.submit(path + "/reopen", {{"comment", "Still there"}});
    EXPECT_EQ(rows(app, "theme", {{"key", "preventing-extremism"}}).value("state"), "raised");
    EXPECT_EQ(app.browser("leader-county").get(path + "/edit").status, 403);
}

}  // namespace
