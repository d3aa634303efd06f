// What anybody may read: the front page, the calendar, a meeting; and what nobody outside may.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "db/meetings.hpp"
#include "server/meetings/clear_days_exports.hpp"
#include "server/web/page_cache.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/papers.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;

std::string meeting_of(TestApp& app, const std::string& board, const std::string& day) {
    return meeting_on(app, board, day);
}

void add_item(TestApp& app, const std::string& meeting, int position, const std::string& title,
              const std::string& public_title, const std::string& visibility) {
    const auto number = std::to_string(position);
    put_item(app, "item" + number, meeting, title,
             {{"position", number},
              {"public_title", public_title},
              {"purpose", "inform"},
              {"summary", "summary of " + title},
              {"presenter", "The presenter of " + title},
              {"minutes", "15"},
              {"visibility", visibility}});
    app.app().cache->forget({"meeting:" + meeting});
}

TEST(FrontPage, ShowsTheNextMeetingsAndEveryBoard) {
    TestApp app;
    auto browser = app.browser();
    const auto page = browser.get("/");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Thursday 15 November 2018"));
    EXPECT_TRUE(page.has("Oxfordshire Health and Wellbeing Board"));
    EXPECT_TRUE(page.has("href=\"/boards/hwb\""));
    EXPECT_TRUE(page.shows_day("2018-11-15"));
    EXPECT_FALSE(page.shows_day("2018-10-03")) << "that meeting is over";
    EXPECT_EQ(page.headers.at("cache-control"), "public, no-cache");
    EXPECT_FALSE(page.headers.at("etag").empty());
}

TEST(DemoBanner, SaysOnEveryPageWhatDayItIs) {
    TestApp app;
    const auto words =
        "The date in this demonstration is Friday 16 November 2018. Emails show the real date.";
    app.clock().set(workflows::make_day(2018, 11, 16) + std::chrono::hours(9));
    EXPECT_FALSE(app.browser().get("/boards").has(words));
    app.app().config.mode = server::base::Mode::demo;
    for (const auto* target : {"/", "/boards", "/meetings", "/no-such-page"})
        EXPECT_TRUE(app.browser().get(target).has(words)) << target;
    EXPECT_TRUE(app.browser("hwb-secretariat").get("/home").has(words));
}

TEST(MeetingList, GoesByMonthAndKeepsOpenDatesLast) {
    TestApp app;
    auto browser = app.browser();
    const auto page = browser.get("/meetings?from=2018-11-01");
    EXPECT_EQ(page.status, 200);
    const auto november = page.body.find("November 2018</h2>");
    const auto february = page.body.find("February 2019</h2>");
    ASSERT_NE(november, std::string::npos);
    ASSERT_NE(february, std::string::npos);
    EXPECT_LT(november, february);
    EXPECT_TRUE(page.has("(date to be confirmed)"));
}

TEST(MeetingList, FiltersByBoardAndSaysWhatComesNextWhenThereIsNothing) {
    TestApp app;
    auto browser = app.browser();
    const auto page = browser.get("/meetings?board=hib&from=2018-11-16&to=2018-12-01");
    EXPECT_TRUE(page.shows_day("2018-11-22"));
    EXPECT_FALSE(page.shows_day("2018-11-15")) << "of another board, and before it";
    const auto empty = browser.get("/meetings?board=hib&from=2018-11-01&to=2018-11-02");
    EXPECT_TRUE(empty.has("No meetings in this period."));
    EXPECT_TRUE(empty.has("22 November 2018"));
}

TEST(MeetingList, NamesTheFieldOfABadFilter) {
    TestApp app;
    auto browser = app.browser();
    const auto page = browser.get("/meetings?from=2018-02-30");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("There is a problem"));
    EXPECT_TRUE(page.has("href=\"#from\""));
    EXPECT_EQ(browser.get("/meetings.json?from=2018-02-30").status, 422);
}

TEST(MeetingList, AsDataAndAsCalendar) {
    TestApp app;
    auto browser = app.browser();
    const auto data = browser.get("/meetings.json?board=HWB&from=2018-11-01");
    const auto root = boost::json::parse(data.body).as_object();
    ASSERT_FALSE(root.at("data").as_array().empty());
    const auto& first = root.at("data").as_array().front().as_object();
    EXPECT_EQ(first.at("board"), "HWB");
    EXPECT_EQ(first.at("starts_at"), "2018-11-15T14:00:00+00:00");
    const auto feed = browser.get("/boards/hwb/meetings.ics");
    EXPECT_EQ(feed.headers.at("content-type"), "text/calendar; charset=utf-8");
    EXPECT_TRUE(feed.has("UID:" + meeting_of(app, "HWB", "2018-11-15") + "@example.org"));
    EXPECT_TRUE(browser.get("/meetings.ics").has("METHOD:PUBLISH"));
}

TEST(MeetingByDate, RedirectsAlsoFromADateItWasMovedFrom) {
    TestApp app;
    auto browser = app.browser();
    const auto id = meeting_of(app, "HWB", "2018-11-15");
    EXPECT_EQ(browser.get("/boards/hwb/meetings/2018-11-15").location(), "/meetings/" + id);
    {
        auto tx = app.app().database.begin_write();
        auto meeting = db::load_meeting(*tx, id).value();
        meeting.planned = workflows::make_day(2018, 12, 6);
        ASSERT_TRUE(db::move_meeting(*tx, meeting, "The hall is closed"));
        tx->commit();
    }
    const auto answer = browser.get("/boards/hwb/meetings/2018-11-15");
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.location(), "/meetings/" + id);
    EXPECT_TRUE(browser.get("/meetings/" + id)
                    .has("Rearranged from Thursday 15 November 2018: The hall is closed"));
    const auto list = browser.get("/meetings?from=2018-11-01");
    EXPECT_TRUE(list.has("Rearranged from Thursday 15 November 2018"));
    EXPECT_TRUE(list.has("Rearranged to Thursday 6 December 2018"));
    EXPECT_EQ(browser.get("/boards/hwb/meetings/2018-11-16").status, 404);
    EXPECT_EQ(browser.get("/boards/hwb/meetings/2018-02-30").status, 404);
}

TEST(MeetingPage, SaysWhenWhereAndByWhen) {
    TestApp app;
    auto browser = app.browser();
    const auto page = browser.get("/meetings/" + meeting_of(app, "HWB", "2018-11-15"));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("<time datetime=\"2018-11-15T14:00\">Thursday 15 November 2018</time>"));
    EXPECT_TRUE(page.has("2pm to 4pm"));
    EXPECT_TRUE(page.has("Held in public"));
    EXPECT_TRUE(page.has("The agenda will be published by Wednesday 7 November 2018."));
    EXPECT_TRUE(page.has("5 clear days before Thu 15 Nov"));
    EXPECT_FALSE(page.links_to("/meetings/" + meeting_of(app, "HWB", "2018-11-15") + "/workspace"));
}

TEST(MeetingPage, KeepsPrivateItemsAndJoiningDetailsFromThePublic) {
    TestApp app;
    const auto id = meeting_of(app, "HWB", "2018-11-15");
    add_item(app, id, 1, "Canary open", "", "public");
    add_item(app, id, 2, "Canary exempt", "A private report", "exempt");
    add_item(app, id, 3, "Canary members", "Members’ business", "members");
    rows(app, "meeting", {{"id", id}}).set({{"joining", "canary-joining"}}, "meeting:" + id);
    auto visitor = app.browser();
    const std::string href = "/meetings/" + id;
    EXPECT_FALSE(visitor.get(href).has("Canary")) << "nothing is published yet";
    EXPECT_FALSE(app.browser("healthwatch").get(href).has("Canary"))
        << "drafts are not for members";
    auto secretary = app.browser("hwb-secretariat");
    tests::publish(secretary, id);
    for (const auto& target :
         {href, href + ".json", href + ".ics", std::string("/meetings.json")}) {
        const auto page = visitor.get(target);
        EXPECT_EQ(page.status, 200) << target;
        EXPECT_FALSE(page.has("Canary exempt")) << target;
        EXPECT_FALSE(page.has("Canary members")) << target;
        EXPECT_FALSE(page.has("canary-joining")) << target;
    }
    EXPECT_TRUE(visitor.get(href).has("Canary open"));
    EXPECT_TRUE(visitor.get(href).has("A private report"));
    const auto member = app.browser("healthwatch").get(href);
    EXPECT_TRUE(member.has("Canary exempt"));
    EXPECT_TRUE(member.has("canary-joining"));
    EXPECT_EQ(member.headers.at("cache-control"), "private, no-store");
}

TEST(MeetingPage, ShowsNoAgendaOfAPrivateMeetingToThePublic) {
    TestApp app;
    const auto any = meeting_of(app, "JMG-BCF", "2018-11-22");
    add_item(app, any, 1, "Canary private", "Canary title", "public");
    rows(app, "meeting", {{"id", any}})
        .set({{"published", "1"}, {"cancel_reason", "canary-reason"}}, "meeting:" + any);
    auto visitor = app.browser();
    for (const auto* suffix : {"", ".json", ".ics"}) {
        const auto page = visitor.get("/meetings/" + any + suffix);
        EXPECT_FALSE(page.has("Canary")) << suffix;
        EXPECT_FALSE(page.has("canary-reason")) << suffix;
    }
}

TEST(MeetingPage, KeepsPlaceAndContactOfAPrivateMeetingFromThePublic) {
    TestApp app;
    const auto any = meeting_of(app, "JMG-BCF", "2018-11-22");
    rows(app, "meeting", {{"id", any}})
        .set({{"place", "canary-room"}, {"contact", "canary@example.org"}}, "meeting:" + any);
    const auto slug = slug_of(app, "JMG-BCF");
    const std::string href = "/meetings/" + any;
    auto visitor = app.browser();
    for (const auto& target :
         {href, href + ".json", href + ".ics", std::string("/"), std::string("/meetings"),
          std::string("/meetings.json"), std::string("/meetings.ics"), "/boards/" + slug,
          "/boards/" + slug + "/meetings.ics"}) {
        const auto page = visitor.get(target);
        EXPECT_EQ(page.status, 200) << target;
        EXPECT_FALSE(page.has("canary")) << target;
    }
    const auto member =
        rows(app, "membership", {{"board", "JMG-BCF"}, {"to_day", ""}}).value("person");
    const auto page = app.browser(member).get(href);
    EXPECT_TRUE(page.has("canary-room"));
    EXPECT_TRUE(page.has("mailto:canary@example.org"));
}

TEST(MeetingPage, ShowsTheAddressForAnswersOfABoardToThoseInvitedAlone) {
    TestApp app;
    const auto id = meeting_of(app, "HWB", "2018-11-15");
    rows(app, "meeting", {{"id", id}}).set({{"contact", ""}});
    rows(app, "board", {{"code", "HWB"}}).set({{"contact", "answers@example.org"}}, "board:HWB");
    EXPECT_FALSE(app.browser().get("/meetings/" + id).has("answers@example.org"));
    EXPECT_TRUE(app.browser("healthwatch").get("/meetings/" + id).has("answers@example.org"));
}

TEST(Clashes, AreForOfficersAndMatchTheCounty) {
    TestApp app;
    EXPECT_EQ(app.browser().get("/clashes").status, 303);
    EXPECT_EQ(app.browser("healthwatch").get("/clashes").status, 403);
    auto secretary = app.browser("hwb-secretariat");
    const auto data = secretary.get("/clashes.json?from=2018-11-01&to=2018-11-30");
    EXPECT_TRUE(
        data.has("{\"date\":\"2018-11-22\",\"person\":\"cabinet-public-health\","
                 "\"boards\":[\"HIB\",\"JMG-BCF\"]}"))
        << data.body;
    const auto page = secretary.get("/clashes?from=2018-11-01&to=2018-11-30");
    EXPECT_TRUE(page.has("Thursday 22 November 2018"));
    EXPECT_TRUE(secretary.get("/clashes?from=2018-11-31").has("There is a problem"));
}

TEST(Explain, SaysClearDaysAsData) {
    const workflows::Holidays holidays;
    EXPECT_EQ(server::meetings::clear_days_json(
                  workflows::latest_publication(workflows::make_day(2016, 3, 31), 5, holidays)),
              "{\"meeting\":\"2016-03-31\",\"days\":5,\"profile\":\"va_working\","
              "\"latest_publication\":\"2016-03-21\",\"counted\":[\"2016-03-22\",\"2016-03-23\","
              "\"2016-03-24\",\"2016-03-29\",\"2016-03-30\"],\"skipped\":["
              "{\"date\":\"2016-03-25\",\"reason\":\"Good Friday\"},"
              "{\"date\":\"2016-03-26\",\"reason\":\"Saturday\"},"
              "{\"date\":\"2016-03-27\",\"reason\":\"Sunday\"},"
              "{\"date\":\"2016-03-28\",\"reason\":\"Easter Monday\"}]}");
}

}  // namespace
