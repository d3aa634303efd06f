// The register and the yearly returns, through their pages: who files, who reads, what is kept.
#include "db/register.hpp"

#include <gtest/gtest.h>

#include <set>

#include "db/people.hpp"
#include "server/partnership_register/return_words.hpp"
#include "server/partnership_register/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"
#include "workflows/register/words.hpp"

namespace {

using tests::Fields;
using tests::TestApp;

constexpr const char* returns = "/register/returns/2018";
constexpr const char* form = "/boards/hib/return/2018";

Fields texts(const std::string& mark = "") {
    return {{"focus", "Prevention of ill health" + mark},
            {"achievements", "Fewer people smoke" + mark},
            {"aims", "Healthy weight" + mark},
            {"challenges", "Inequality between places" + mark},
            {"governance", "Reports to the Health and Wellbeing Board" + mark}};
}

Fields with(Fields fields, const Fields& more) {
    for (const auto& field : more) {
        std::erase_if(fields, [&](const auto& old) { return old.first == field.first; });
        fields.push_back(field);
    }
    return fields;
}

class RegisterReturns : public testing::Test {
  protected:
    RegisterReturns() {
        auto tx = app.app().database.begin_write();
        auto person = db::find_person(*tx, "assistant-chief-executive");
        person->administrator = true;
        EXPECT_TRUE(db::save_person(*tx, *person).has_value());
        tx->commit();
    }

    tests::Page ask(const std::string& by = "assistant-chief-executive") {
        auto browser = app.browser(by);
        browser.get(returns);
        return browser.submit(std::string(returns) + "/ask");
    }
    tests::Page file(const std::string& by, const Fields& fields, const char* step = "submit") {
        auto browser = app.browser(by);
        browser.get(form);
        return browser.submit(form, with(fields, {{"step", step}}));
    }
    std::string state() {
        return rows(app, "register_return", {{"board", "HIB"}, {"year", "2018"}}).value("state");
    }
    int letters(const std::string& kind) { return count_mail(app, kind); }
    tests::Page judge(const std::string& by, const std::string& event, const Fields& fields = {}) {
        auto browser = app.browser(by);
        browser.get(std::string(returns) + "/hib");
        return browser.submit(std::string(returns) + "/hib/" + event, fields);
    }

    TestApp app;
};

TEST(RegisterPage, ShowsTheCalendarBesideWhatEachBoardSaid) {
    TestApp app;
    const auto page = app.browser().get("/register");
    EXPECT_TRUE(page.has(workflows::partnership_register::words::all_meet_next(
        {"HIB", "JMG-BCF", "TVESC"}, "Thursday 22 November 2018")));
    EXPECT_TRUE(page.has("Members of more than one: Cabinet Member for Public Health"));
    EXPECT_TRUE(
        page.has("OSAB and OSCB share a secretariat and both met on Wednesday 26 September"));
    EXPECT_TRUE(page.has("Completed Saturday 1 September 2018. Last meeting Wednesday 3 October"));
    EXPECT_TRUE(page.has(server::partnership_register::words::own_record));
    EXPECT_FALSE(page.links_to("/register/returns"));
    EXPECT_TRUE(app.browser("hwb-secretariat").get("/register").links_to("/register/returns"));
}

TEST(RegisterPage, IsDataToo) {
    TestApp app;
    const auto json = app.browser().get("/register.json");
    EXPECT_TRUE(json.has("\"records\":13"));
    EXPECT_TRUE(json.has("\"lints\":[\"early_completion\",\"shared_next\"]"));
    const auto csv = app.browser().get("/register.csv");
    EXPECT_TRUE(csv.body.starts_with("board,name,completed,chairs,"));
    EXPECT_EQ(std::count(csv.body.begin(), csv.body.end(), '\n'), 1 + 17);
    EXPECT_TRUE(csv.has("SOP,"));
}

TEST(RegisterPage, AMovedMeetingShowsAtOnce) {
    TestApp app;
    const std::string disagrees = "HIB gives its next meeting as Thursday 22 November 2018";
    EXPECT_FALSE(app.browser().get("/register").has(disagrees));
    auto secretariat = app.browser("hwb-secretariat");
    const auto id = meeting_on(app, "HIB", "2018-11-22");
    secretariat.get("/meetings/" + id + "/move");
    secretariat.submit(
        "/meetings/" + id + "/move",
        {{"date-day", "29"}, {"date-month", "11"}, {"date-year", "2018"}, {"comment", "Room"}});
    EXPECT_EQ(rows(app, "meeting", {{"id", id}}).value("planned"), "2018-11-29");
    EXPECT_TRUE(
        app.browser().get("/register").has(disagrees + ", but the calendar says Thursday 29"));
}

TEST_F(RegisterReturns, AreAskedOfTheBoardsOfTheRegisterInOneGo) {
    auto browser = app.browser("assistant-chief-executive");
    EXPECT_TRUE(
        browser.get("/register/returns").has(server::partnership_register::words::none_asked));
    const auto page = ask();
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has(server::partnership_register::words::counts(13, 0, 0, 0, 13)));
    EXPECT_TRUE(page.has("Chase 13 boards"));
    EXPECT_EQ(rows(app, "register_return").count(), 13);
    EXPECT_EQ(rows(app, "register_return", {{"due", "2018-11-29"}}).count(), 13);
    EXPECT_EQ(recipients(app, "return_asked", {{"board", "HIB"}}), "hib-chair hwb-secretariat");
    // The letter leads to the form, which asks to sign in first.
    EXPECT_EQ(app.browser().get(form).location(), std::string("/sign-in?next=") + form);
    EXPECT_TRUE(app.browser("hib-chair").get("/home").has("Submit the 2018 annual return"));
}

TEST_F(RegisterReturns, ADoubleClickAsksOnce) {
    auto browser = app.browser("hwb-secretariat");
    browser.get(returns);
    const Fields chosen{{"boards", "HIB"},
                        {"boards", "OSCB"},
                        {"due-day", "30"},
                        {"due-month", "11"},
                        {"due-year", "2018"}};
    const auto token = browser.token_on_page();
    const auto first = browser.post_raw(std::string(returns) + "/ask", chosen, token);
    const auto second = browser.post_raw(std::string(returns) + "/ask", chosen, token);
    EXPECT_EQ(first.location(), std::string(returns) + "?done=returns-asked");
    EXPECT_EQ(first.location(), second.location());
    EXPECT_EQ(rows(app, "register_return").count(), 2);
    EXPECT_EQ(count_audit(app, "return.ask"), 2);
    EXPECT_EQ(letters("return_asked"), 4);
}

TEST_F(RegisterReturns, AskingNeedsBoardsAndADayToCome) {
    auto browser = app.browser("assistant-chief-executive");
    browser.get(returns);
    auto page = browser.submit(std::string(returns) + "/ask", {{"due-year", "2017"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("must be today or in the future"));
    EXPECT_TRUE(page.has("value=\"2017\""));
    browser.get("/register/returns/2031");
    page = browser.submit("/register/returns/2031/ask");
    EXPECT_EQ(page.status, 422);
    EXPECT_EQ(rows(app, "register_return").count(), 0);
}

TEST_F(RegisterReturns, ABoardSavesSubmitsAndIsAccepted) {
    ask();
    EXPECT_EQ(file("hwb-secretariat", {{"focus", "Half a thought"}}, "save").status, 200);
    EXPECT_EQ(state(), "drafted");
    EXPECT_TRUE(app.browser("hib-chair").get(form).has("Half a thought"));
    // A draft is nobody's but the board's.
    EXPECT_FALSE(app.browser("assistant-chief-executive")
                     .get(std::string(returns) + "/hib")
                     .has("Half a thought"));
    const auto page = file("hib-chair", texts());
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Return submitted"));
    EXPECT_EQ(rows(app, "register_return", {{"board", "HIB"}})
                  .value("completed last_meeting next_meeting submitted_by"),
              "2018-11-01 2018-09-13 2018-11-22 hib-chair");
    EXPECT_TRUE(judge("assistant-chief-executive", "accept").has("Return accepted"));
    EXPECT_EQ(state(), "accepted");
    // The register takes it: one record less is older than its meeting.
    const auto shown = app.browser().get("/register");
    EXPECT_TRUE(shown.has("7 of 13 register entries"));
    EXPECT_TRUE(shown.has(server::partnership_register::words::own_return(2018)));
    EXPECT_TRUE(shown.has("Reports to the Health and Wellbeing Board"));
}

TEST_F(RegisterReturns, ARefusedTextIsKept) {
    ask();
    auto page = file("hib-chair", with(texts(), {{"aims", ""}}));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("href=\"#aims"));
    EXPECT_TRUE(page.has("Fewer people smoke"));
    page = file("hib-chair", with(texts(), {{"focus", std::string(3001, 'x')}}));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has(workflows::partnership_register::words::too_long(1)));
    EXPECT_TRUE(page.has(std::string(3001, 'x')));
    page = file("hib-chair", with(texts(), {{"website", "javascript:alert(1)"}}));
    EXPECT_EQ(page.status, 422);
    EXPECT_EQ(state(), "asked");
}

TEST_F(RegisterReturns, CompletionBeforeTheLastMeetingIsWarnedOf) {
    ask();
    const Fields early{
        {"completed-day", "12"}, {"completed-month", "9"}, {"completed-year", "2018"}};
    auto browser = app.browser("hib-chair");
    browser.get(form);
    const auto page = browser.submit(form, with(with(texts(), early), {{"step", "submit"}}));
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("The board met on Thursday 13 September 2018, after this date"));
    EXPECT_TRUE(page.has("Fewer people smoke"));
    EXPECT_EQ(state(), "asked");
    browser.submit(form, {{"use_anyway", "yes"}, {"step", "submit"}});
    EXPECT_EQ(state(), "submitted");
    EXPECT_EQ(rows(app, "register_return", {{"board", "HIB"}}).value("completed"), "2018-09-12");
}

TEST_F(RegisterReturns, AnOldFormDoesNotOverwrite) {
    ask();
    auto slow = app.browser("hib-chair");
    slow.get(form);
    file("hwb-secretariat", {{"focus", "First"}}, "save");
    const auto page = slow.submit(form, {{"focus", "Second"}, {"step", "save"}});
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("Second"));
    EXPECT_EQ(rows(app, "register_return", {{"board", "HIB"}}).value("focus"), "First");
}

TEST_F(RegisterReturns, IsSentBackWithACommentAndComesAgain) {
    ask();
    file("hwb-secretariat", texts());
    EXPECT_EQ(judge("assistant-chief-executive", "send_back", {{"comment", " "}}).status, 422);
    judge("assistant-chief-executive", "send_back", {{"comment", "Name the districts."}});
    EXPECT_EQ(state(), "sent_back");
    EXPECT_EQ(letters("return_sent_back"), 2);
    auto browser = app.browser("hib-chair");
    EXPECT_TRUE(browser.get(form).has("Name the districts."));
    EXPECT_TRUE(browser.page().has("Fewer people smoke"));
    EXPECT_TRUE(
        browser.get("/home").has(server::partnership_register::words::todo_change_return(2018)));
    file("hib-chair", texts(" in the districts"));
    EXPECT_EQ(state(), "submitted");
    EXPECT_FALSE(app.browser("hib-chair").get(form).has("Name the districts."));
}

TEST_F(RegisterReturns, NobodyAcceptsTheirOwn) {
    ask();
    file("hwb-secretariat", texts());
    auto browser = app.browser("hwb-secretariat");
    browser.get(std::string(returns) + "/hib");
    EXPECT_TRUE(browser.page().has("You submitted this return."));
    const auto page = browser.post_raw(std::string(returns) + "/hib/accept", {{"version", "2"}},
                                       browser.token_on_page());
    EXPECT_EQ(page.status, 409);
    EXPECT_EQ(state(), "submitted");
    judge("assistant-chief-executive", "accept");
    EXPECT_EQ(state(), "accepted");
}

TEST_F(RegisterReturns, IsChasedAfterAReviewOnceADay) {
    ask();
    file("hwb-secretariat", texts());
    auto browser = app.browser("assistant-chief-executive");
    browser.get(std::string(returns) + "/chase");
    EXPECT_TRUE(browser.page().has("Chase 12 boards"));
    EXPECT_TRUE(browser.page().has(
        "Reminder: 2018 register return, Oxfordshire Safeguarding Children Board"));
    EXPECT_EQ(letters("return_chased"), 0);
    const auto page = browser.submit(std::string(returns) + "/chase");
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(rows(app, "register_return", {{"chases", "1"}}).count(), 12);
    EXPECT_EQ(count_mail(app, "return_chased", {{"board", "HIB"}}), 0);
    EXPECT_TRUE(browser.get(std::string(returns) + "/chase").has("No boards to chase"));
    app.clock().set(app.clock().now() + std::chrono::days(40));
    EXPECT_TRUE(app.browser("assistant-chief-executive")
                    .get(std::string(returns) + "/chase")
                    .has("Overdue: 2018 register return"));
}

TEST_F(RegisterReturns, RemindersGoBeforeAndAfterTheDay) {
    ask();
    EXPECT_TRUE(app.browser("hwb-secretariat").get("/boards/hib/reminders").status == 200);
    const auto due = app.browser("assistant-chief-executive").get("/home");
    EXPECT_EQ(due.status, 200);
    file("hwb-secretariat", texts());
    EXPECT_TRUE(app.browser("assistant-chief-executive")
                    .get("/home")
                    .has("Review the return from the Health Improvement"));
}

TEST_F(RegisterReturns, LastYearsWordsAreFilledIn) {
    {
        auto tx = app.app().database.begin_write();
        db::RegisterReturn row;
        row.board = "HIB";
        row.year = 2017;
        row.due = workflows::make_day(2017, 11, 30);
        EXPECT_TRUE(db::insert_return(*tx, row).has_value());
        row.state = workflows::ReturnState::accepted;
        row.completed = workflows::parse_day("2017-11-01").value();
        row.texts = {"What it was in 2017", "Done in 2017", "a", "c", "g", "www.example.org/old"};
        EXPECT_TRUE(db::save_return(*tx, row).has_value());
        tx->commit();
    }
    ask();
    const auto page = app.browser("hib-chair").get(form);
    EXPECT_TRUE(page.has("What it was in 2017"));
    EXPECT_TRUE(page.has("its text is filled in below"));
}

TEST_F(RegisterReturns, AreOfTheirBoardAndOfThoseWhoCollectThem) {
    ask();
    EXPECT_EQ(app.browser("oscb-chair").get(form).status, 403);
    EXPECT_EQ(app.browser("growth-secretariat").get(form).status, 403);
    EXPECT_EQ(app.browser("oscb-chair").get(returns).status, 403);
    EXPECT_EQ(app.browser("hib-chair").get("/boards/hib/return/2017").status, 404);
    EXPECT_EQ(app.browser("hib-chair").get("/boards/hib/return/abc").status, 404);
    EXPECT_EQ(app.browser("hwb-secretariat").get("/register/returns/1800").status, 404);
}

TEST_F(RegisterReturns, PassToTheSuccessor) {
    ask();
    file("hwb-secretariat", {{"focus", "Of HIB"}}, "save");
    {
        auto tx = app.app().database.begin_write();
        // HWB was asked itself.
        EXPECT_EQ(db::hand_over_returns(*tx, "HIB", "HWB"),
                  std::vector<std::string>{"return:HIB/2018"});
        EXPECT_EQ(db::hand_over_returns(*tx, "OSCA", "CSP-OX"),
                  std::vector<std::string>{"return:CSP-OX/2018"});
        EXPECT_TRUE(db::hand_over_returns(*tx, "HIB", "HWB").empty());
        tx->commit();
    }
    EXPECT_EQ(rows(app, "register_return", {{"board", "HIB"}}).list("state focus"), "closed Of HIB")
        << "what was drafted is kept";
    EXPECT_EQ(rows(app, "register_return", {{"board", "OSCA"}}).count(), 0);
    EXPECT_EQ(rows(app, "register_return").count(), 13);
    auto browser = app.browser("hwb-secretariat");
    EXPECT_TRUE(browser.get(form).has("will not be included in the update"));
    EXPECT_TRUE(browser.page().has("Of HIB"));
    EXPECT_EQ(browser.post_raw(form, {{"focus", "More"}}, browser.token_on_page()).status, 409);
}

TEST_F(RegisterReturns, AreData) {
    ask();
    auto browser = app.browser("hwb-secretariat");
    EXPECT_TRUE(browser.get("/register/returns/2018.json")
                    .has("{\"board\":\"HIB\",\"state\":\"asked\",\"due\":\"2018-11-29\""));
    EXPECT_TRUE(browser.get("/register/returns/2018.csv").has("HIB,asked,2018-11-29,"));
}

}  // namespace
