// The secretariat's side of a meeting: planning, confirming, moving, cancelling, and the letters.
#include <gtest/gtest.h>

#include <regex>

#include "server/meetings/words.hpp"
#include "server/web/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::Browser;
using tests::Fields;
using tests::TestApp;

// HWB and its sub-boards; the clock stands at Thursday 1 November 2018.
constexpr const char* secretary = "hwb-secretariat";

std::string meeting_of(TestApp& app, const std::string& board, const std::string& planned) {
    return meeting_on(app, board, planned);
}

std::string column(TestApp& app, const std::string& id, const std::string& name) {
    return rows(app, "meeting", {{"id", id}}).value(name);
}

Fields date(const std::string& day, const std::string& month, const std::string& year) {
    return {{"date-day", day}, {"date-month", month}, {"date-year", year}};
}

Fields with(Fields fields, const Fields& more) {
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

int letters(TestApp& app, const std::string& kind) {
    return count_mail(app, kind);
}

std::string newest_subject(TestApp& app) {
    return rows(app, "outbox").newest("subject");
}

/// The calendar part of a letter, which travels in base64.
std::string calendar_of(const std::string& letter) {
    static constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto part = letter.find("Content-Type: text/calendar");
    if (part == std::string::npos) return "";
    const auto begin = letter.find("\r\n\r\n", part) + 4;
    std::string text;
    unsigned bits = 0;
    int count = 0;
    for (auto at = begin; at < letter.size() && letter[at] != '-'; ++at) {
        const auto digit = digits.find(letter[at]);
        if (digit == std::string_view::npos) continue;
        bits = bits << 6 | static_cast<unsigned>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        text += static_cast<char>(bits >> count & 0xFFU);
    }
    return text;
}

Browser on_new_form(TestApp& app) {
    auto browser = app.browser(secretary);
    browser.get("/meetings/new?board=hwb");
    return browser;
}

TEST(NewMeeting, IsPlannedForADayAMonthOrNoDateYet) {
    TestApp app;
    for (const auto& [fields, key] : {std::pair{date("14", "2", "2019"), "2019-02-14"},
                                      {date("", "5", "2019"), "2019-05"},
                                      {date("", "", ""), ""}}) {
        auto browser = on_new_form(app);
        const auto page = browser.submit("/meetings/new", fields);
        EXPECT_EQ(page.status, 200) << key;
        EXPECT_TRUE(page.has("Meeting added")) << page.body;
        EXPECT_EQ(rows(app, "meeting",
                       {{"board", "HWB"}, {"state", "provisional"}, {"planned", std::string(key)}})
                      .count(),
                  1);
    }
    EXPECT_EQ(letters(app, "invitation"), 0);
}

TEST(NewMeeting, NamesTheFieldOfAnImpossibleDateAndKeepsWhatWasTyped) {
    TestApp app;
    auto browser = on_new_form(app);
    const auto page =
        browser.submit("/meetings/new", with(date("30", "2", "2019"), {{"place", "Canary Hall"}}));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("href=\"#date\""));
    EXPECT_TRUE(page.has("value=\"Canary Hall\""));
    EXPECT_TRUE(page.has("name=\"date-day\" type=\"text\" inputmode=\"numeric\" value=\"30\""));
    const auto words = browser.submit("/meetings/new", date("x", "2", "2019"));
    EXPECT_EQ(words.status, 422);
    const auto ends = browser.submit(
        "/meetings/new", with(date("14", "2", "2019"), {{"starts", "4pm"}, {"ends", "2pm"}}));
    EXPECT_TRUE(ends.has("href=\"#ends\""));
}

TEST(NewMeeting, ShowsClashesAndHolidaysBeforeItTakesTheDay) {
    TestApp app;
    auto browser = on_new_form(app);
    // The Health Improvement Board meets on that day, and shares members.
    auto page = browser.submit("/meetings/new", date("22", "11", "2018"));
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("People with two meetings on the same day"));
    EXPECT_TRUE(page.has("Use this date anyway"));
    // The tick is good for the day it was shown with, and for no other.
    page = browser.submit("/meetings/new", with(date("25", "12", "2018"), {{"use_anyway", "yes"}}));
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("is not a working day: Christmas Day."));
    page = browser.submit("/meetings/new", {{"use_anyway", "yes"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(meeting_of(app, "HWB", "2018-12-25").empty());
}

TEST(NewMeeting, IsForTheSecretariatOfThatBoardOnly) {
    TestApp app;
    EXPECT_EQ(app.browser().get("/meetings/new").status, 303);
    EXPECT_EQ(app.browser("healthwatch").get("/meetings/new").status, 403);
    auto other = app.browser("growth-secretariat");
    const auto page = other.get("/meetings/new?board=hwb");
    EXPECT_FALSE(page.offers("/meetings/new", {{"board", "hwb"}}));
    other.get("/meetings/new");
    const auto token = other.token_on_page();
    const auto before = rows(app, "meeting").count();
    EXPECT_NE(
        other.post_raw("/meetings/new", {{"board", "hwb"}, {"event", "propose"}}, token).status,
        303);
    EXPECT_EQ(rows(app, "meeting").count(), before);
}

TEST(NewMeeting, ConfirmedAtOnceInvitesEverybodyWithACalendarEntry) {
    TestApp app;
    auto browser = on_new_form(app);
    browser.submit("/meetings/new", with(date("14", "2", "2019"), {{"event", "call"},
                                                                   {"place", "County Hall"},
                                                                   {"joining", "Dial 0123"},
                                                                   {"starts", "10am"},
                                                                   {"ends", "midday"}}));
    const auto id = meeting_of(app, "HWB", "2019-02-14");
    ASSERT_FALSE(id.empty());
    const auto seats = rows(app, "membership", {{"board", "HWB"}}).count_different("person");
    EXPECT_EQ(letters(app, "invitation"), seats);
    const auto letter = newest_letter(app);
    EXPECT_TRUE(newest_subject(app).starts_with("Invitation: Thursday 14 February 2019, 10am, "));
    EXPECT_NE(letter.find("method=REQUEST"), std::string::npos);
    EXPECT_NE(letter.find("10am to midday"), std::string::npos);
    EXPECT_NE(letter.find("Dial 0123"), std::string::npos);
    EXPECT_NE(letter.find("/meetings/" + id), std::string::npos);
}

TEST(NewMeeting, DoubleSubmitMakesOne) {
    TestApp app;
    auto browser = on_new_form(app);
    auto same_page = browser;
    const auto first = browser.submit_only("/meetings/new", date("14", "2", "2019"));
    const auto second = same_page.submit_only("/meetings/new", date("14", "2", "2019"));
    EXPECT_EQ(first.status, 303);
    EXPECT_EQ(second.location(), first.location());
    EXPECT_EQ(rows(app, "meeting", {{"planned", "2019-02-14"}}).count(), 1);
}

TEST(MeetingStep, MovesTellsAndKeepsTheOldDate) {
    TestApp app;
    const auto id = meeting_of(app, "HWB", "2018-11-15");
    auto browser = app.browser(secretary);
    const auto form = browser.get("/meetings/" + id + "/move");
    EXPECT_TRUE(std::regex_search(form.body, std::regex("Rearrange and email \\d+ people")))
        << form.body;
    const auto page = browser.submit(
        "/meetings/" + id + "/move",
        with(date("6", "12", "2018"),
             {{"comment", "The hall is closed"}, {"starts", "3pm"}, {"ends", "5pm"}}));
    EXPECT_EQ(page.status, 200) << page.body;
    EXPECT_TRUE(page.has("Thursday 6 December 2018, 3pm"));
    EXPECT_EQ(column(app, id, "sequence"), "1");
    EXPECT_EQ(column(app, id, "starts"), "15:00");
    EXPECT_GT(letters(app, "meeting_moved"), 0);
    const auto letter = newest_letter(app);
    EXPECT_NE(calendar_of(letter).find("SEQUENCE:1\r\n"), std::string::npos);
    EXPECT_NE(calendar_of(letter).find("UID:" + id + "@example.org"), std::string::npos);
    EXPECT_NE(letter.find("Thursday 15 November 2018, 2pm"), std::string::npos);
    EXPECT_NE(letter.find("The hall is closed"), std::string::npos);
    EXPECT_TRUE(app.browser()
                    .get("/meetings/" + id)
                    .has("Rearranged from Thursday 15 November 2018: The hall is closed"));
    EXPECT_EQ(newest_audit(app, "action"), "meeting.move");
}

TEST(MeetingStep, WithdrawsTheEntryOfWhoHasNoSeatOnTheNewDay) {
    TestApp app;
    const auto id = meeting_of(app, "HWB", "2018-11-15");
    end_seats(app, "2018-11-20", {{"board", "HWB"}, {"person", "healthwatch"}});
    auto browser = app.browser(secretary);
    browser.get("/meetings/" + id + "/move");
    browser.submit("/meetings/" + id + "/move",
                   with(date("6", "12", "2018"), {{"comment", "The hall is closed"}}));
    const Fields to_leaver{{"person", "healthwatch"}};
    EXPECT_EQ(rows(app, "outbox", to_leaver).list("template"), "meeting_cancelled");
    EXPECT_EQ(letters(app, "meeting_cancelled"), 1);
    EXPECT_GT(letters(app, "meeting_moved"), 0);
    const auto letter = newest_letter(app, to_leaver);
    EXPECT_NE(letter.find("method=CANCEL"), std::string::npos);
    EXPECT_NE(letter.find("The hall is closed"), std::string::npos);
    const auto entry = calendar_of(letter);
    EXPECT_NE(entry.find("UID:" + id + "@example.org"), std::string::npos);
    EXPECT_NE(entry.find("SEQUENCE:1\r\n"), std::string::npos);
    EXPECT_NE(entry.find("20181115T140000"), std::string::npos) << "the date they were told";
}

TEST(MeetingStep, CancelsWithAReasonAndWithdrawsTheEntry) {
    TestApp app;
    const auto id = meeting_of(app, "HWB", "2018-11-15");
    auto browser = app.browser(secretary);
    browser.get("/meetings/" + id + "/cancel");
    auto page = browser.submit("/meetings/" + id + "/cancel", {{"comment", " "}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("href=\"#comment\""));
    EXPECT_EQ(letters(app, "meeting_cancelled"), 0);
    browser.submit("/meetings/" + id + "/cancel", {{"comment", "Not quorate"}});
    EXPECT_EQ(column(app, id, "state"), "cancelled");
    const auto letter = newest_letter(app);
    EXPECT_NE(letter.find("method=CANCEL"), std::string::npos);
    EXPECT_NE(letter.find("Not quorate"), std::string::npos);
    EXPECT_TRUE(app.browser().get("/meetings/" + id).has("Not quorate"));
    // Back again, and confirmed: invitations go a second time with a higher SEQUENCE.
    browser.get("/meetings/" + id + "/reinstate");
    browser.submit("/meetings/" + id + "/reinstate", {{"comment", "Quorate after all"}});
    EXPECT_EQ(column(app, id, "state"), "provisional");
    const int reinstated = letters(app, "invitation");
    EXPECT_GT(reinstated, 0);
    browser.get("/meetings/" + id + "/confirm");
    browser.submit("/meetings/" + id + "/confirm");
    EXPECT_EQ(column(app, id, "state"), "confirmed");
    EXPECT_EQ(letters(app, "invitation"), 2 * reinstated);
    EXPECT_EQ(column(app, id, "sequence"), "3");
}

TEST(MeetingStep, WarnsBeforeAPastMeetingIsMoved) {
    TestApp app;
    const auto id = meeting_of(app, "HWB", "2018-11-15");
    const std::string tells = "and email ", passed = "has passed";
    auto browser = app.browser(secretary);
    EXPECT_TRUE(browser.get("/meetings/" + id + "/cancel").has(tells));
    EXPECT_TRUE(browser.get("/meetings/" + id + "/move").has(tells));
    EXPECT_FALSE(browser.page().has(passed));
    app.clock().set(workflows::make_day(2018, 11, 16) + std::chrono::hours(9));
    auto later = app.browser(secretary);
    EXPECT_TRUE(later.get("/meetings/" + id + "/move").has(tells));
    EXPECT_TRUE(later.page().has(
        server::meetings::words::date_passed_rearrange("Thursday 15 November 2018")));
    EXPECT_FALSE(later.get("/meetings/" + id + "/cancel").has(tells));
}

TEST(MeetingStep, WarnsBeforeAPastMeetingIsCancelledAndTellsNobody) {
    TestApp app;
    const auto id = meeting_of(app, "HWB", "2018-11-15");
    const auto cancel = "/meetings/" + id + "/cancel";
    const std::string passed = "has passed",
                      withdrawn = server::meetings::words::the_meeting_will_be_shown;
    const auto before = app.browser(secretary).get(cancel);
    EXPECT_FALSE(before.has(passed));
    EXPECT_TRUE(before.has(withdrawn));
    app.clock().set(workflows::make_day(2018, 11, 16) + std::chrono::hours(9));
    auto browser = app.browser(secretary);
    EXPECT_TRUE(browser.get(cancel).has(
        server::meetings::words::date_passed_cancel("Thursday 15 November 2018")));
    EXPECT_TRUE(browser.page().has("No emails will be sent."));
    EXPECT_FALSE(browser.page().has(withdrawn));
    const auto page = browser.submit(cancel, {{"comment", "The hall was flooded"}});
    EXPECT_TRUE(page.has("Meeting cancelled. No emails will be sent because its date has passed"));
    EXPECT_EQ(letters(app, "meeting_cancelled"), 0);
}

TEST(MeetingStep, TellsAsManyOfACancellationAsTheButtonSays) {
    TestApp app;
    const auto id = meeting_of(app, "HWB", "2018-11-15");
    rows(app, "person", {{"key", "healthwatch"}}).set({{"email", ""}});
    auto browser = app.browser(secretary);
    const auto form = browser.get("/meetings/" + id + "/cancel");
    std::smatch found;
    ASSERT_TRUE(std::regex_search(form.body, found,
                                  std::regex("Cancel the meeting and email (\\d+) people")));
    const auto page = browser.submit("/meetings/" + id + "/cancel", {{"comment", "Not quorate"}});
    EXPECT_TRUE(page.has(server::web::words::meeting_cancelled_we_will_email_everyone));
    EXPECT_EQ(letters(app, "meeting_cancelled"), std::stoi(found[1]));
}

TEST(MeetingStep, ConfirmsAMonthWithItsDay) {
    TestApp app;
    const auto id = meeting_of(app, "SOP", "2019-02");
    const auto who = holder_of(app, "SOP", "secretariat");
    ASSERT_FALSE(who.empty());
    auto browser = app.browser(who);
    browser.get("/meetings/" + id + "/confirm");
    EXPECT_EQ(browser.submit("/meetings/" + id + "/confirm").status, 422) << "no day yet";
    browser.submit("/meetings/" + id + "/confirm", {{"date-day", "13"}});
    EXPECT_EQ(column(app, id, "planned"), "2019-02-13");
    EXPECT_EQ(column(app, id, "state"), "confirmed");
}

TEST(MeetingStep, RefusesWhatTheTableDoesNotAllowAndWhomItDoesNotName) {
    TestApp app;
    const auto id = meeting_of(app, "HWB", "2018-11-15");
    EXPECT_EQ(app.browser("healthwatch").get("/meetings/" + id + "/cancel").status, 403);
    EXPECT_EQ(app.browser("growth-secretariat").get("/meetings/" + id + "/move").status, 403);
    auto browser = app.browser(secretary);
    EXPECT_TRUE(
        browser.get("/meetings/" + id + "/hold").has("You cannot do this because the meeting is "));
    browser.get("/meetings/" + id + "/cancel");
    const auto token = browser.token_on_page();
    EXPECT_EQ(
        browser
            .post_raw("/meetings/" + id + "/reinstate", {{"version", "1"}, {"comment", "x"}}, token)
            .status,
        409);
}

TEST(MeetingStep, TellsWhoComesSecondThatItChanged) {
    TestApp app;
    const auto id = meeting_of(app, "HWB", "2018-11-15");
    auto first = app.browser(secretary);
    auto second = app.browser(secretary);
    first.get("/meetings/" + id + "/edit");
    second.get("/meetings/" + id + "/edit");
    first.submit("/meetings/" + id + "/edit", {{"place", "Town Hall"}});
    const auto page = second.submit("/meetings/" + id + "/edit", {{"place", "Canary Hall"}});
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("Canary Hall")) << "what was typed is kept";
    EXPECT_EQ(column(app, id, "place"), "Town Hall");
}

TEST(EditMeeting, SendsNewDetailsToThoseInvitedOnce) {
    TestApp app;
    const auto id = meeting_of(app, "HWB", "2018-11-15");
    auto browser = app.browser(secretary);
    browser.get("/meetings/" + id + "/edit");
    browser.submit("/meetings/" + id + "/edit", {{"place", "Town Hall"}});
    EXPECT_EQ(letters(app, "invitation"), 0) << "imported: nobody is invited unasked";
    browser.get("/meetings/" + id + "/edit");
    browser.submit("/meetings/" + id + "/edit", {{"tell", "yes"}});
    const int invited = letters(app, "invitation");
    EXPECT_GT(invited, 0);
    EXPECT_TRUE(newest_subject(app).starts_with("Invitation: "));
    browser.get("/meetings/" + id + "/edit");
    browser.submit("/meetings/" + id + "/edit", {{"place", "County Hall"}});
    const int told = letters(app, "invitation");
    EXPECT_EQ(told, 2 * invited);
    EXPECT_TRUE(newest_subject(app).starts_with("Changed: "));
    EXPECT_EQ(column(app, id, "sequence"), "2");
    browser.get("/meetings/" + id + "/edit");
    browser.submit("/meetings/" + id + "/edit", {{"contact", "hwb@example.org"}});
    EXPECT_EQ(letters(app, "invitation"), told) << "nothing that people need to know changed";
}

TEST(Workspace, IsForTheSecretariatAndTheChairAndSaysWhatIsNext) {
    TestApp app;
    const auto id = meeting_of(app, "HWB", "2018-11-15");
    EXPECT_EQ(app.browser("healthwatch").get("/meetings/" + id + "/workspace").status, 403);
    const auto chair = app.browser("leader-county").get("/meetings/" + id + "/workspace");
    EXPECT_EQ(chair.status, 200);
    EXPECT_FALSE(chair.leads_to("/meetings/" + id + "/cancel"))
        << "the buttons are the secretariat's";
    const auto page = app.browser(secretary).get("/meetings/" + id + "/workspace");
    EXPECT_TRUE(page.has("Deadline: Wed 7 Nov 2018: 5 clear days before Thu 15 Nov"));
    EXPECT_TRUE(page.links_to("/meetings/" + id + "/move"));
    EXPECT_FALSE(page.leads_to("/meetings/" + id + "/hold"));
}

TEST(Help, CountsClearDaysAndShowsTheWorkflows) {
    TestApp app;
    auto browser = app.browser();
    const auto page = browser.get("/help/clear-days?meeting=2016-03-31");
    EXPECT_TRUE(page.has("Publish by Mon 21 Mar 2016"));
    EXPECT_TRUE(page.has("Not counted: Good Friday"));
    EXPECT_TRUE(browser.get("/help/clear-days.json?meeting=2016-03-31")
                    .has("\"latest_publication\":\"2016-03-21\""));
    EXPECT_EQ(browser.get("/help/clear-days?meeting=2016-02-30").status, 422);
    EXPECT_EQ(browser.get("/help/clear-days.json?meeting=x").status, 422);
    EXPECT_TRUE(browser.get("/help/workflows").has("Requests between boards"));
    for (const auto* target : {"/help", "/accessibility", "/about/licences", "/help/clear-days"}) {
        EXPECT_EQ(browser.get(target).status, 200) << target;
    }
}

}  // namespace
