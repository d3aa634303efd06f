// A poll for the date of a chairs' meeting (protocol 4.5 c): asked, answered by link, chased,
// closed.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "server/polls/poll_words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"
#include "workflows/planning/words.hpp"

namespace {

using tests::Fields;
using tests::Page;
using tests::TestApp;

constexpr const char* secretary = "hwb-secretariat";

void add_day(Fields& fields, const std::string& name, const std::string& iso) {
    fields.emplace_back(name + "-day", iso.substr(8));
    fields.emplace_back(name + "-month", iso.substr(5, 2));
    fields.emplace_back(name + "-year", iso.substr(0, 4));
}

// The clock stands at Thursday 1 November 2018. No board of these chairs meets on the two days.
Fields usual(const std::string& first = "2018-12-06", const std::string& second = "2018-12-07") {
    Fields fields{{"title", "One threshold document"},
                  {"kind", "chairs"},
                  {"starts", "10am"},
                  {"ends", "11am"},
                  {"place", "County Hall"}};
    for (const char* board : {"oscb", "osab", "ct"})
        fields.emplace_back("chairs", board);
    add_day(fields, "closes_on", "2018-11-16");
    add_day(fields, "day-1", first);
    add_day(fields, "day-2", second);
    return fields;
}

class DatePolls : public testing::Test {
  protected:
    Page ask(const Fields& fields = usual()) {
        auto browser = app.browser(secretary);
        browser.get("/polls/new?board=hwb");
        auto page = browser.submit("/polls/new", fields);
        poll = rows(app, "date_poll").value("id");
        return page;
    }
    std::string link_of(const std::string& person) {
        return link_in_letter(app, {{"person", person}, {"template", "date_poll"}});
    }
    Page answer(const std::string& person, const std::string& first, const std::string& second) {
        const auto link = link_of(person);
        auto browser = app.browser();
        browser.get(link);
        return browser.submit(link, {{"answer-2018-12-06", first}, {"answer-2018-12-07", second}});
    }
    Page step(const std::string& name, const Fields& fields = {}) {
        auto browser = app.browser(secretary);
        browser.get("/polls/" + poll);
        return browser.submit("/polls/" + poll + "/" + name, fields);
    }
    int letters(const std::string& kind) { return count_mail(app, kind); }
    std::string answers() {
        return rows(app, "date_poll_answer").list("person answer", "person day");
    }
    boost::json::value data() {
        return boost::json::parse(app.browser(secretary).get("/polls/" + poll + ".json").body);
    }
    TestApp app;
    std::string poll;
};

TEST_F(DatePolls, EverybodyAskedGetsALinkOfTheirOwn) {
    EXPECT_EQ(ask().status, 200);
    EXPECT_EQ(letters("date_poll"), 3);
    EXPECT_NE(link_of("oscb-chair"), link_of("osab-chair"));
    const auto form = app.browser().get(link_of("oscb-chair"));
    EXPECT_EQ(form.status, 200);
    EXPECT_TRUE(
        form.has("You are replying as Independent Chair of the Safeguarding Children Board, "));
    EXPECT_TRUE(form.has("Thursday 6 December 2018"));
    EXPECT_TRUE(form.has("One threshold document"));
    EXPECT_EQ(count_mail(app, "", {{"subject LIKE", "%threshold%"}}), 0);
    app.restart();
    EXPECT_EQ(app.browser().get(link_of("oscb-chair")).status, 200);
}

TEST_F(DatePolls, OpeningTheLinkChangesNothingAndTheLastAnswerStands) {
    ask();
    const auto link = link_of("oscb-chair");
    for (int scanner = 0; scanner < 5; ++scanner)
        app.browser().get(link);
    EXPECT_EQ(answers(), "");
    EXPECT_TRUE(answer("oscb-chair", "yes", "no").has("We have recorded your replies"));
    EXPECT_EQ(answers(), "oscb-chair yes, oscb-chair no");
    answer("oscb-chair", "if_need_be", "yes");
    EXPECT_EQ(answers(), "oscb-chair if_need_be, oscb-chair yes");
    EXPECT_EQ(rows(app, "audit", {{"action", "poll.answer"}}).list("actor detail"),
              "oscb-chair 2 dates, oscb-chair 2 dates");
    auto browser = app.browser();
    browser.get(link);
    auto again = browser;
    EXPECT_EQ(browser.submit_only(link).location(), again.submit_only(link).location());
    EXPECT_EQ(answers(), "oscb-chair if_need_be, oscb-chair yes");
}

TEST_F(DatePolls, AnAnswerForEachDateIsNeededAndWhatWasTypedStays) {
    ask();
    const auto page = answer("oscb-chair", "yes", "");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has(server::polls::words::answer_for("Friday 7 December 2018")));
    EXPECT_TRUE(page.has("value=\"yes\" checked"));
    EXPECT_EQ(answers(), "");
}

TEST_F(DatePolls, NobodyAskedSeesWhatOthersAnswered) {
    ask();
    answer("osab-chair", "no", "no");
    const auto page = app.browser().get(link_of("oscb-chair"));
    EXPECT_FALSE(page.has("checked"));
    const std::string answered = "have replied";
    EXPECT_TRUE(app.browser(secretary).get("/polls/" + poll).has(answered));
    EXPECT_FALSE(page.has(answered));
    EXPECT_EQ(app.browser("oscb-chair").get("/polls/" + poll).status, 404);
    EXPECT_EQ(app.browser("leader-county").get("/polls/" + poll).status, 200) << "chairs the HWB";
}

TEST_F(DatePolls, TheTableAndItsDataCountTheSame) {
    ask();
    answer("oscb-chair", "yes", "if_need_be");
    answer("osab-chair", "yes", "no");
    const auto json = data();
    EXPECT_EQ(json.at("answered").as_int64(), 2);
    EXPECT_EQ(json.at("asked").as_int64(), 3);
    EXPECT_EQ(json.at("dates").at(0).at("yes").as_int64(), 2);
    EXPECT_EQ(json.at("dates").at(1).at("no").as_int64(), 1);
    EXPECT_EQ(json.at("best").as_string(), "2018-12-06");
    auto browser = app.browser(secretary);
    const auto csv = browser.get("/polls/" + poll + ".csv");
    EXPECT_TRUE(csv.has("post,2018-12-06,2018-12-07\n")) << csv.body;
    EXPECT_TRUE(csv.has("total yes,2,0\n")) << csv.body;
    EXPECT_TRUE(browser.get("/polls/" + poll).has(server::polls::words::replied(2, 3)));
    EXPECT_TRUE(browser.get("/polls").has(server::polls::words::replied(2, 3)));
    EXPECT_TRUE(browser.get("/home").has(server::polls::words::replied(2, 3)));
    EXPECT_TRUE(browser.page().links_to("/polls/" + poll));
}

TEST_F(DatePolls, OnlyThoseWhoHaveNotAnsweredAreChased) {
    ask();
    answer("oscb-chair", "yes", "yes");
    EXPECT_EQ(step("chase").status, 200);
    EXPECT_EQ(letters("date_poll"), 5);
    EXPECT_EQ(count_mail(app, "", {{"person", "oscb-chair"}}), 1);
    EXPECT_EQ(count_mail(app, "", {{"subject LIKE", "Reminder%"}}), 2);
    EXPECT_TRUE(answer("osab-chair", "yes", "no").has("We have recorded your replies"));
}

TEST_F(DatePolls, ADoubleClickChasesOnce) {
    ask();
    auto browser = app.browser(secretary);
    browser.get("/polls/" + poll);
    auto again = browser;
    browser.submit_only("/polls/" + poll + "/chase");
    again.submit_only("/polls/" + poll + "/chase");
    EXPECT_EQ(letters("date_poll"), 6);
    auto stale = app.browser(secretary);
    stale.get("/polls/" + poll);
    step("chase");
    EXPECT_EQ(stale.submit("/polls/" + poll + "/chase").status, 409);
}

TEST_F(DatePolls, ClosingCreatesTheMeetingAndInvitesThoseAsked) {
    ask();
    answer("oscb-chair", "yes", "no");
    const auto page = step("close", {{"day", "2018-12-06"}});
    EXPECT_EQ(page.status, 200) << page.body;
    const auto meeting = rows(app, "date_poll").value("meeting");
    EXPECT_EQ(
        rows(app, "meeting", {{"id", meeting}}).value("board planned state kind starts place"),
        "HWB 2018-12-06 confirmed chairs 10:00 County Hall");
    EXPECT_EQ(recipients(app, "invitation"),
              "cabinet-children hwb-secretariat osab-chair oscb-chair");
    EXPECT_TRUE(
        app.browser().get(link_of("osab-chair")).has(workflows::planning::words::date_agreed));
    EXPECT_TRUE(app.browser("osab-chair").get("/meetings/" + meeting).has("County Hall"));
    EXPECT_FALSE(app.browser("hib-chair").get("/meetings/" + meeting).has("County Hall"));
    EXPECT_TRUE(app.browser(secretary).get("/polls/" + poll).has("/meetings/" + meeting));
}

// OSCB's chair was asked as OSCB's chair; a seat elsewhere is no reason to read on.
TEST_F(DatePolls, WhoLostTheSeatIsNotOfTheMeetingAnyMore) {
    ask();
    step("close", {{"day", "2018-12-06"}});
    const auto meeting = "/meetings/" + rows(app, "date_poll").value("meeting");
    rows(app, "meeting", {{"kind", "chairs"}}).set({{"joining", "CANARY room"}});
    add_seat(app, "s", "OGB", "oscb-chair", "member");
    EXPECT_TRUE(app.browser("oscb-chair").get(meeting).has("CANARY room"));
    end_seats(app, "2018-10-31", {{"person", "oscb-chair"}, {"board", "OSCB"}});
    EXPECT_FALSE(app.browser("oscb-chair").get(meeting).has("CANARY room"));
    EXPECT_TRUE(app.browser("osab-chair").get(meeting).has("CANARY room"));
}

TEST_F(DatePolls, ClosingTakesOneOfTheDates) {
    ask();
    EXPECT_EQ(step("close", {{"day", "2018-12-13"}}).status, 422);
    EXPECT_EQ(step("close", {{"day", ""}}).status, 422);
    EXPECT_EQ(rows(app, "meeting", {{"kind", "chairs"}}).count(), 0);
}

TEST_F(DatePolls, CancellingTellsEverybodyAndTheLinksSaySo) {
    ask();
    EXPECT_EQ(step("cancel").status, 422) << "a reason is needed";
    EXPECT_EQ(step("cancel", {{"reason", "Settled by telephone."}}).status, 200);
    EXPECT_EQ(letters("date_poll_cancelled"), 3);
    EXPECT_TRUE(
        app.browser().get(link_of("oscb-chair")).has(workflows::planning::words::poll_cancelled));
    EXPECT_FALSE(app.browser(secretary).get("/home").links_to("/polls/" + poll));
}

TEST_F(DatePolls, AfterTheClosingDayTheLinksSaySo) {
    ask();
    const auto link = link_of("oscb-chair");
    auto browser = app.browser();
    browser.get(link);
    app.clock().set(workflows::parse_day("2018-11-17").value() + std::chrono::hours(9));
    EXPECT_TRUE(app.browser().get(link).has(
        workflows::planning::words::poll_closed("Friday 16 November 2018")));
    EXPECT_EQ(
        browser.submit_only(link, {{"answer-2018-12-06", "yes"}, {"answer-2018-12-07", "yes"}})
            .status,
        409);
    EXPECT_EQ(answers(), "");
}

TEST_F(DatePolls, WhoLostTheSeatAnswersNoMore) {
    ask();
    const auto link = link_of("oscb-chair");
    auto browser = app.browser("safeguarding-secretariat");
    const auto seat = seat_of(app, "OSCB", "oscb-chair");
    browser.get("/memberships/" + seat + "/end");
    browser.submit("/memberships/" + seat + "/end", {{"last-day", "31"},
                                                     {"last-month", "10"},
                                                     {"last-year", "2018"},
                                                     {"to_day-day", "31"},
                                                     {"to_day-month", "10"},
                                                     {"to_day-year", "2018"}});
    EXPECT_EQ(app.browser().get(link).status, 404);
}

TEST_F(DatePolls, ADayWithSomethingAgainstItIsShownFirst) {
    auto browser = app.browser(secretary);
    browser.get("/polls/new?board=hwb");
    // The Children's Trust meets on 12 December, the OSCB on the 4th.
    auto page = browser.submit("/polls/new", usual("2018-12-12", "2018-12-08"));
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has(server::polls::words::check_poll_date("Wednesday 12 December 2018")))
        << page.body;
    EXPECT_TRUE(page.has("Sat 8 Dec 2018: Saturday"));
    EXPECT_TRUE(page.has("One threshold document"));
    EXPECT_EQ(letters("date_poll"), 0);
    page = browser.submit("/polls/new");
    EXPECT_EQ(page.status, 200) << page.body;
    EXPECT_EQ(letters("date_poll"), 3);
}

TEST_F(DatePolls, RefusalsNameTheFieldAndKeepTheText) {
    for (const auto& [drop, anchor] : {std::pair{"title", "#title"},
                                       {"chairs", "#members"},
                                       {"closes_on-year", "#closes_on"},
                                       {"day-2-day", "#day-1"},
                                       {"starts", "#starts"}}) {
        Fields fields = usual();
        std::erase_if(fields, [&, name = std::string(drop)](const auto& field) {
            return field.first == name || (name == "day-2-day" && field.first == "day-2-month");
        });
        if (std::string(drop) == "starts") fields.emplace_back("starts", "late");
        const auto page = ask(fields);
        EXPECT_EQ(page.status, 422) << drop;
        EXPECT_TRUE(page.has("href=\"" + std::string(anchor))) << drop << page.body;
        EXPECT_TRUE(page.has("County Hall"));
    }
    EXPECT_EQ(letters("date_poll"), 0);
    EXPECT_EQ(app.browser("hib-chair").get("/polls/new").status, 403);
}

}  // namespace
