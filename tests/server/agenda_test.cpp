// Building an agenda and publishing it: order, refusals, notice, and what the public must not see.
#include <gtest/gtest.h>

#include "server/agenda/agenda_content.hpp"
#include "server/agenda/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/papers.hpp"
#include "workflows/agenda/words.hpp"

namespace {

using tests::add_item;
using tests::Fields;
using tests::item_titled;
using tests::meeting_on;
using tests::publish;
using tests::TestApp;

std::string titles(TestApp& app, const std::string& meeting) {
    return rows(app, "agenda_item", {{"meeting", meeting}}).list("title", "position");
}

class Agenda : public testing::Test {
  protected:
    std::string agenda(const std::string& below = "") const {
        return "/meetings/" + hwb + "/agenda" + below;
    }
    TestApp app;  // 1 November 2018; the board meets in public on the 15th
    std::string hwb = meeting_on(app, "HWB", "2018-11-15");
    tests::Browser secretary = app.browser("hwb-secretariat");
};

TEST_F(Agenda, IsBuiltAndPutInOrder) {
    for (const char* title : {"Welcome", "Minutes", "Performance"})
        add_item(app, secretary, hwb, title, {{"minutes", "20"}});
    secretary.get(agenda());
    EXPECT_TRUE(secretary.page().has("60 of 120 minutes allocated."));
    const auto moves = [&](const std::string& title, const std::string& way) {
        return secretary.page().offers("/items/" + item_titled(app, title) + "/" + way);
    };
    EXPECT_TRUE(moves("Performance", "up"));
    EXPECT_FALSE(moves("Welcome", "up"));
    EXPECT_FALSE(moves("Performance", "down"));
    secretary.submit("/items/" + item_titled(app, "Performance") + "/up");
    EXPECT_EQ(titles(app, hwb), "Welcome, Performance, Minutes");
    secretary.submit("/items/" + item_titled(app, "Welcome") + "/down");
    EXPECT_EQ(titles(app, hwb), "Performance, Welcome, Minutes");
    EXPECT_EQ(rows(app, "agenda_item").list("position"), "1, 2, 3");
}

TEST_F(Agenda, TellsWhoMovesAnItemThatSomebodyMovedMeanwhile) {
    for (const char* title : {"Welcome", "Minutes", "Performance"})
        add_item(app, secretary, hwb, title);
    auto colleague = app.browser("hwb-secretariat");
    colleague.get(agenda());
    secretary.get(agenda());
    secretary.submit("/items/" + item_titled(app, "Performance") + "/up");
    const auto page = colleague.submit("/items/" + item_titled(app, "Performance") + "/up");
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("Somebody else changed the order"));
    EXPECT_EQ(titles(app, hwb), "Welcome, Performance, Minutes");
}

TEST_F(Agenda, KeepsWhatWasTypedInARefusedForm) {
    secretary.get(agenda("/new"));
    const auto page = secretary.submit(
        agenda("/new"),
        {{"title", " "}, {"summary", "Kept words"}, {"minutes", "15"}, {"purpose", "decide"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("Enter a title."));
    EXPECT_TRUE(page.has("Kept words"));
    EXPECT_TRUE(page.has("value=\"15\""));
    EXPECT_TRUE(page.has("value=\"decide\" selected"));
    for (const auto& [field, value] : Fields{{"minutes", "many"},
                                             {"minutes", "601"},
                                             {"purpose", "dance"},
                                             {"visibility", "secret"},
                                             {"owner", "nobody-here"},
                                             {"title", std::string(201, 'x')},
                                             {"presenter", std::string(201, 'x')},
                                             {"summary", std::string(4001, 'x')}}) {
        secretary.get(agenda("/new"));
        Fields fields{{"title", "Good"}};
        if (field == "title") fields.clear();
        fields.emplace_back(field, value);
        EXPECT_EQ(secretary.submit(agenda("/new"), fields).status, 422) << field;
    }
    EXPECT_EQ(rows(app, "agenda_item").count(), 0);
}

TEST_F(Agenda, TellsWhoSavesAnItemThatSomebodySavedMeanwhile) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    const auto form = "/items/" + item + "/edit";
    auto colleague = app.browser("hwb-secretariat");
    colleague.get(form);
    secretary.get(form);
    secretary.submit(form, {{"title", "Performance report"}});
    const auto page = colleague.submit(form, {{"title", "Mine"}});
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("value=\"Mine\""));
    EXPECT_EQ(titles(app, hwb), "Performance report");
}

TEST_F(Agenda, IsTheSecretariatsAlone) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    for (const char* person : {"healthwatch", "oscb-chair", "safeguarding-secretariat"}) {
        auto other = app.browser(person);
        EXPECT_EQ(other.get(agenda()).status, 403) << person;
        EXPECT_EQ(other.get("/items/" + item + "/edit").status, 403) << person;
        other.get("/sign-in");
        EXPECT_EQ(other.post_raw("/items/" + item + "/remove", {}, other.token_on_page()).status,
                  403)
            << person;
    }
    EXPECT_EQ(app.browser().get(agenda()).status, 303);
    EXPECT_EQ(titles(app, hwb), "Performance");
}

// LGA 1972 s.100B(3): what was in time for the 15th is not for the 12th.
TEST_F(Agenda, PublishedForAnotherDaySaysWhatNoticeItGivesNow) {
    add_item(app, secretary, hwb, "Performance");
    publish(secretary, hwb);
    EXPECT_TRUE(app.browser().get("/meetings/" + hwb).has("9 clear days before the meeting"));
    const Fields to{{"date-day", "6"},
                    {"date-month", "11"},
                    {"date-year", "2018"},
                    {"comment", "The hall is shut"}};
    secretary.get("/meetings/" + hwb + "/move");
    const auto warned = secretary.submit("/meetings/" + hwb + "/move", to);
    EXPECT_EQ(warned.status, 409);
    EXPECT_TRUE(warned.has("gives 2 clear days’ notice for Tuesday 6 November 2018 (5"));
    auto anyway = to;
    anyway.emplace_back("use_anyway", "yes");
    const std::string nine = "9 clear days before the meeting";
    EXPECT_TRUE(app.browser().get("/meetings/" + hwb).has(nine));
    EXPECT_EQ(secretary.submit("/meetings/" + hwb + "/move", anyway).status, 200);
    const auto page = app.browser().get("/meetings/" + hwb);
    EXPECT_FALSE(page.has(nine));
    EXPECT_TRUE(
        page.has("for a meeting on Thursday 15 November 2018. The meeting was rearranged: this is "
                 "2 clear days before Tuesday 6 November 2018 (5 required)"))
        << page.body;
    EXPECT_TRUE(page.has("The hall is shut"));
    EXPECT_TRUE(
        app.browser()
            .get("/meetings/" + hwb + "/versions/1")
            .has("9 clear days before the meeting scheduled for Thursday 15 November 2018"));
    EXPECT_TRUE(secretary.get("/meetings/" + hwb + "/send").has("Publish the agenda again first"));
}

TEST_F(Agenda, OfAPastMeetingIsClosed) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    secretary.get(agenda("/new"));
    app.clock().set(app.clock().now() + std::chrono::hours(24 * 15));
    auto later = app.browser("hwb-secretariat");
    later.get(agenda("/new"));
    EXPECT_EQ(later.submit(agenda("/new"), {{"title", "Too late"}}).status, 409);
    EXPECT_TRUE(later.page().has("has taken place"));
    later.get("/items/" + item + "/remove");
    EXPECT_EQ(later.submit("/items/" + item + "/remove").status, 409);
    EXPECT_FALSE(later.get(agenda()).links_to(agenda("/new")));
    EXPECT_EQ(titles(app, hwb), "Performance");
}

TEST_F(Agenda, KeepsAnItemThatComesFromARequest) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    rows(app, "agenda_item").set({{"request", "request-1"}});
    secretary.get("/items/" + item + "/remove");
    const auto page = secretary.submit("/items/" + item + "/remove");
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has("This item comes from a request. Reopen the request to remove the item."));
    EXPECT_EQ(titles(app, hwb), "Performance");
    EXPECT_EQ(rows(app, "agenda_item").value("struck"), "0");
}

TEST_F(Agenda, StartsPrivateForABoardThatMeetsInPrivate) {
    const auto oscb = meeting_on(app, "OSCB", "2018-12-04");
    auto safeguarding = app.browser("safeguarding-secretariat");
    add_item(app, safeguarding, oscb, "Serious case review");
    add_item(app, secretary, hwb, "Performance");
    EXPECT_EQ(rows(app, "agenda_item", {{"meeting", oscb}}).value("visibility"), "members");
    EXPECT_EQ(rows(app, "agenda_item", {{"meeting", hwb}}).value("visibility"), "public");
}

TEST_F(Agenda, IsPublishedWithTheDaysCounted) {
    add_item(app, secretary, hwb, "Performance");
    const auto review = secretary.get("/meetings/" + hwb + "/publish");
    EXPECT_TRUE(review.has("you will give 9 clear days’ notice (5 required)."));
    EXPECT_TRUE(review.has("do not count."));
    EXPECT_FALSE(review.asks_for("late_reason"));
    const auto done = publish(secretary, hwb);
    EXPECT_EQ(done.status, 200);
    EXPECT_TRUE(done.has("Version 1 is published. There are no unpublished changes."));
    EXPECT_EQ(rows(app, "meeting", {{"id", hwb}}).value("published"), "1");
    EXPECT_EQ(rows(app, "agenda_version").value("clear_days"), "9");
    EXPECT_EQ(count_audit(app, "agenda.publish"), 1);
}

TEST_F(Agenda, PublishedLateNeedsAReasonThatEverybodyReads) {
    add_item(app, secretary, hwb, "Performance");
    app.clock().set(app.clock().now() + std::chrono::hours(24 * 7));  // Thursday the 8th: 4 days
    auto later = app.browser("hwb-secretariat");
    const auto form = "/meetings/" + hwb + "/publish";
    const auto review = later.get(form);
    EXPECT_TRUE(review.has("you will give 4 clear days’ notice (5 required)."));
    EXPECT_TRUE(review.has("section 100B(4)(b)"));
    EXPECT_EQ(later.submit(form, {{"late_reason", "  "}}).status, 422);
    EXPECT_TRUE(later.page().has(workflows::agenda::words::enter_reason_for_urgency(5)));
    EXPECT_EQ(rows(app, "agenda_version").count(), 0);
    EXPECT_EQ(later.submit(form, {{"late_reason", "Figures came on the 7th"}}).status, 200);
    EXPECT_TRUE(
        app.browser().get("/meetings/" + hwb + "/versions/1").has("Figures came on the 7th"));
}

TEST_F(Agenda, PublishedAfterOfficeHoursCountsFromTheNextWorkingDay) {
    add_item(app, secretary, hwb, "Performance");
    // Wednesday the 7th is the last day in time; half past five is Thursday's.
    app.clock().set(app.clock().now() + std::chrono::hours(24 * 6 + 8) + std::chrono::minutes(30));
    auto later = app.browser("hwb-secretariat");
    const auto review = later.get("/meetings/" + hwb + "/publish");
    EXPECT_TRUE(review.has(server::agenda::words::if_you_publish_now(4, 5)));
    EXPECT_TRUE(review.has(server::agenda::words::office_is_closed("Thursday 8 November 2018")));
}

TEST_F(Agenda, TellsTheAuthorThatAPaperIsWanted) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    const auto form = "/items/" + item + "/edit";
    secretary.get(form);
    secretary.submit(form, {{"owner", "healthwatch"}});
    EXPECT_EQ(count_mail(app, "paper_wanted"), 1);
    secretary.get(form);
    secretary.submit(form, {{"summary", "More words"}});
    EXPECT_EQ(count_mail(app, "paper_wanted"), 1);
}

TEST_F(Agenda, IsNotPublishedUnseen) {
    add_item(app, secretary, hwb, "Performance");
    const auto form = "/meetings/" + hwb + "/publish";
    secretary.get(form);
    auto colleague = app.browser("hwb-secretariat");
    add_item(app, colleague, hwb, "Slipped in");
    EXPECT_EQ(secretary.submit(form).status, 409);
    EXPECT_TRUE(secretary.page().has("Somebody changed the agenda"));
    EXPECT_EQ(rows(app, "agenda_version").count(), 0);
}

TEST_F(Agenda, IsNotPublishedEmptyOrProvisional) {
    EXPECT_TRUE(secretary.get("/meetings/" + hwb + "/publish").has("This agenda has no items."));
    const auto sop = meeting_on(app, "SOP", "2019-02");
    auto other = app.browser(holder_of(app, "SOP", "secretariat"));
    EXPECT_TRUE(other.get("/meetings/" + sop + "/publish").has("provisional"));
}

TEST_F(Agenda, VersionsStayAsTheyWere) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    publish(secretary, hwb);
    const auto first = rows(app, "agenda_version", {{"number", "1"}}).value("content");
    secretary.get("/items/" + item + "/edit");
    secretary.submit("/items/" + item + "/edit", {{"title", "Performance in the year"}});
    EXPECT_TRUE(secretary.get(agenda()).has("You have unpublished changes."));
    EXPECT_TRUE(publish(secretary, hwb).has("Version 2 is published"));
    EXPECT_EQ(rows(app, "agenda_version", {{"number", "1"}}).value("content"), first);
    auto anybody = app.browser();
    EXPECT_TRUE(anybody.get("/meetings/" + hwb + "/versions/1").has("1. Performance<"));
    EXPECT_TRUE(anybody.page().has("A newer version"));
    EXPECT_TRUE(anybody.get("/meetings/" + hwb + "/versions/2").has("Performance in the year"));
    for (const char* number : {"3", "0", "-1", "x", "99999999999"})
        EXPECT_EQ(anybody.get("/meetings/" + hwb + "/versions/" + number).status, 404) << number;
    EXPECT_ANY_THROW(rows(app, "agenda_version").set({{"content", ""}}));
}

TEST_F(Agenda, AnItemWithdrawnAfterPublicationKeepsItsNumber) {
    const auto item = add_item(app, secretary, hwb, "Performance");
    add_item(app, secretary, hwb, "Minutes");
    publish(secretary, hwb);
    secretary.get("/items/" + item + "/remove");
    EXPECT_TRUE(secretary.page().has(server::agenda::words::this_item_has_been_published));
    secretary.submit("/items/" + item + "/remove");
    publish(secretary, hwb);
    const auto page = app.browser().get("/meetings/" + hwb + "/versions/2");
    EXPECT_TRUE(page.has("Withdrawn"));
    EXPECT_TRUE(page.has("2. Minutes"));
}

TEST_F(Agenda, ExemptItemsNeverShowTheirTitleToThePublic) {
    add_item(app, secretary, hwb, "Welcome");
    add_item(app, secretary, hwb, "CANARY care home closure",
             {{"visibility", "exempt"}, {"summary", "CANARY summary"}, {"presenter", "CANARY"}});
    add_item(app, secretary, hwb, "CANARY tender",
             {{"visibility", "exempt"}, {"public_title", "A contract"}});
    EXPECT_FALSE(publish(secretary, hwb).has("CANARY"));  // the review lists what is public
    const auto address = "/meetings/" + hwb + "/versions/1";
    const auto open = app.browser().get(address);
    EXPECT_FALSE(open.has("CANARY"));
    EXPECT_TRUE(open.has("2. Exempt item"));
    EXPECT_TRUE(open.has("3. A contract"));
    EXPECT_FALSE(app.browser("oscb-chair").get(address).has("CANARY"));
    EXPECT_TRUE(app.browser("healthwatch").get(address).has("CANARY care home closure"));
    EXPECT_EQ(rows(app, "audit", {{"detail LIKE", "%CANARY%"}}).count(), 0);
}

TEST(AgendaContent, SurvivesItsJson) {
    server::agenda::AgendaContent content{"2018-11-15", "14:00", "16:00", "County Hall", {}};
    server::agenda::PublishedItem item;
    item.id = "a1";
    item.title = "Report \"one\" \n é";
    item.visibility = workflows::Visibility::members;
    item.papers = {{"p1", "Paper", "a.pdf", std::string(64, 'a'), 1234, 3}};
    content.items = {item, item};
    const auto text = server::agenda::to_json(content);
    EXPECT_EQ(server::agenda::to_json(server::agenda::parse_agenda_content(text)), text);
    const auto seen = server::agenda::seen_at(content, workflows::Level::public_);
    EXPECT_TRUE(seen.items[0].withheld);
    EXPECT_EQ(seen.items[0].title, "Item for members");
    EXPECT_TRUE(seen.items[0].papers.empty());
    EXPECT_EQ(server::agenda::withheld_words(seen.items[0]),
              "This paper is private. 3 pages are not in this pack.");
    EXPECT_ANY_THROW(server::agenda::parse_agenda_content("{}"));
}

TEST_F(Agenda, WhoseVersionIsMissingShowsNoItemThatWasNotPublished) {
    add_item(app, secretary, hwb, "CANARY item");
    rows(app, "meeting", {{"id", hwb}}).set({{"published", "1"}});
    const auto page = "/meetings/" + hwb;
    for (const char* person : {"", "healthwatch"}) {
        auto browser = app.browser(person);
        EXPECT_TRUE(browser.get(page).has("The agenda is being prepared.")) << person;
        EXPECT_FALSE(browser.page().has("CANARY")) << person;
        EXPECT_FALSE(browser.get(page + ".json").has("CANARY")) << person;
    }
    EXPECT_TRUE(secretary.get(page).has("CANARY item"));
    EXPECT_TRUE(secretary.page().has("Draft agenda"));
}

}  // namespace
