// What follows a new version of a document that goes round: links in letters, choices, comments,
// certificate, review; who may, what a double click does, what a stale page is told.
#include "server/base/jobs.hpp"
#include "server/circulation/review_commands.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/server/rounds_fixture.hpp"

namespace {

using rounds::Rounds;
using tests::Fields;

TEST_F(Rounds, AMaterialVersionMakesAgreementsStaleAndAnEditorialOneDoesNot) {
    auto browser = app.browser("hwb-secretariat");
    browser.get(page);
    auto shown = browser.submit(
        page + "/version", {{"version_label", "6a"}, {"changed", "Commas"}, {"material", "no"}});
    EXPECT_EQ(state("OSAB"), "agreed_with_comments");
    shown = amend();
    EXPECT_TRUE(shown.has("Boards that responded to an earlier version"));
    EXPECT_TRUE(shown.has("draft 6, Thursday 24 March 2016: agreed with comments"));
    EXPECT_EQ(state("OSAB"), "stale");
    EXPECT_EQ(state("CT"), "planned");
    const auto json = data();
    EXPECT_EQ(json.at("versions").as_array().size(), 3U);
    EXPECT_EQ(json.at("stale").as_array().front().as_string(), "OSAB");
    EXPECT_EQ(json.at("projected_finish").as_string(), "");
    EXPECT_TRUE(app.browser("hwb-secretariat").get("/home").links_to(page + "/amended"));
    EXPECT_FALSE(app.browser("osab-chair").get("/home").links_to(page + "/amended"));
}

TEST_F(Rounds, AnOutcomeToAVersionThatIsNoMoreIsStaleAtOnce) {
    act("hwb-secretariat", "JMG-MH", "issue");
    amend();
    EXPECT_EQ(state("JMG-MH"), "issued");
    auto browser = app.browser("hwb-secretariat");
    EXPECT_TRUE(browser.get(page).has("There is a later version."));
    // Its meeting is today: the newest version can no longer go out in time.
    EXPECT_FALSE(browser.page().leads_to("/stops/" + stop("JMG-MH") + "/reissue"));
    act("ccg-clinical-lead", "JMG-MH", "outcome", {{"outcome", "agree"}});
    EXPECT_EQ(state("JMG-MH"), "stale");
    EXPECT_EQ(steps_of(app, "stop", stop("JMG-MH")).list("event", "number"),
              "issue, amend, agree, amend");
}

TEST_F(Rounds, ADoubleClickRecordsOneVersionAndAStalePageIsTold) {
    auto slow = app.browser("hwb-secretariat");
    slow.get(page);
    auto twice = app.browser("leader-county");
    twice.get(page);
    auto again = twice;
    const Fields fields{{"version_label", "draft 7"}, {"changed", "4"}, {"material", "yes"}};
    EXPECT_EQ(twice.submit_only(page + "/version", fields).location(),
              again.submit_only(page + "/version", fields).location());
    EXPECT_EQ(rows(app, "circulation_version").count(), 2);
    const auto stale = slow.submit(
        page + "/version", {{"version_label", "draft 8"}, {"changed", "5"}, {"material", "no"}});
    EXPECT_EQ(stale.status, 409);
    EXPECT_TRUE(stale.has("This circulation has changed since you opened the page."));
}

TEST_F(Rounds, ScannersChangeNothingAndTheLastAnswerStands) {
    amend();
    choose(ask());
    EXPECT_EQ(state("OSAB"), "assent_asked");
    const auto link = link_of("osab-chair");
    auto anybody = app.browser("");
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(anybody.get(link).has("Does your board assent to draft 7?"));
        EXPECT_TRUE(anybody.page().has("You are replying as "));
        EXPECT_EQ(state("OSAB"), "assent_asked");
    }
    auto again = anybody;
    const Fields yes{{"answer", "assent"}};
    EXPECT_EQ(anybody.submit_only(link, yes).location(), again.submit_only(link, yes).location());
    EXPECT_EQ(state("OSAB"), "assented");
    EXPECT_EQ(rows(app, "circulation_answer", {{"outcome", "assented"}})
                  .value("person day version_label"),
              "osab-chair 2016-03-24 draft 7");
    anybody.get(link);
    anybody.submit(link, {{"answer", "refuse_assent"}, {"comment", "Not section 4."}});
    EXPECT_EQ(state("OSAB"), "not_assented");
    EXPECT_EQ(rows(app, "circulation_answer", {{"stop", stop("OSAB")}}).list("standing", "number"),
              "1, 0, 1");
    EXPECT_TRUE(app.browser("hwb-secretariat").get(page).has("These boards have not agreed."));
    set_day(2016, 4, 15);
    EXPECT_EQ(anybody.get(link).status, 200);
    const auto token = anybody.token_on_page();
    set_day(2016, 4, 16);
    EXPECT_EQ(anybody.get(link).status, 404);
    EXPECT_EQ(anybody.post_raw(link, yes, token).status, 404);
}

TEST_F(Rounds, WhoNoLongerChairsTheBoardCannotAnswer) {
    amend();
    choose(ask());
    const auto link = link_of("osab-chair");
    auto anybody = app.browser("");
    anybody.get(link);
    end_seats(app, "2016-03-31", {{"person", "osab-chair"}});
    set_day(2016, 4, 4);
    EXPECT_EQ(anybody.post_raw(link, {{"answer", "assent"}}, anybody.token_on_page()).status, 404);
    EXPECT_EQ(anybody.get(link).status, 404);
    EXPECT_EQ(state("OSAB"), "assent_asked");
}

TEST_F(Rounds, OneCoChairDoesNotReplaceWhatAnotherAnswered) {
    add_seat(app, "second", "OSAB", "healthwatch", "chair");
    amend();
    choose(ask());
    const auto first = link_of("osab-chair");
    const auto second = link_of("healthwatch");
    auto open_before = app.browser("");
    open_before.get(second);
    auto anybody = app.browser("");
    anybody.get(first);
    EXPECT_EQ(anybody.submit(first, {{"answer", "assent"}}).status, 200);
    const auto refused =
        open_before.submit(second, {{"answer", "refuse_assent"}, {"comment", "Not section 4."}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.has("replied for your board on")) << refused.body;
    EXPECT_TRUE(refused.has("contact them and "));
    EXPECT_EQ(state("OSAB"), "assented");
    EXPECT_EQ(rows(app, "circulation_answer", {{"outcome", "assented"}, {"standing", "1"}})
                  .value("person"),
              "osab-chair");
    auto late = app.browser("");
    EXPECT_TRUE(late.get(second).has("replied for your board on"));
    EXPECT_FALSE(late.page().offers(second));
    anybody.get(first);
    anybody.submit(first, {{"answer", "refuse_assent"}, {"comment", "Not section 4."}});
    EXPECT_EQ(state("OSAB"), "not_assented") << "who answered may change their mind";
}

TEST_F(Rounds, ALinkEndsWhenTheOwnerChoosesAnotherWay) {
    amend();
    choose(ask());
    const auto link = link_of("osab-chair");
    EXPECT_FALSE(app.browser("osab-chair").get("/home").links_to(link));
    EXPECT_TRUE(app.browser("osab-chair").get("/home").has("Written assent needed from the"));
    act("hwb-secretariat", "OSAB", "withdraw", {{"comment", "It asked to be left out."}});
    EXPECT_EQ(app.browser("").get(link).status, 404);
    EXPECT_EQ(rows(app, "mail_link").count(), 0);
}

TEST_F(Rounds, AStaleChoiceIsToldAndChangesNothing) {
    amend();
    auto slow = app.browser("leader-county");
    slow.get(page + "/amended");
    choose(ask());
    const auto told = slow.submit(page + "/amended", {{"way-" + stop("OSAB"), "inform"}});
    EXPECT_EQ(told.status, 409);
    EXPECT_EQ(state("OSAB"), "assent_asked");
}

TEST_F(Rounds, AnswersAreGatheredAndRepliedTo) {
    auto owner = app.browser("hwb-secretariat");
    auto shown = owner.get(page + "/comments");
    EXPECT_TRUE(shown.has("Name the officer."));
    const auto number = rows(app, "circulation_answer").value("number");
    const auto reply = "reply-" + stop("OSAB") + "-" + number;
    auto slow = owner;
    shown = owner.submit(page + "/comments", {{reply, "Named in section 2."}});
    EXPECT_TRUE(shown.has("Named in section 2."));
    EXPECT_EQ(slow.submit(page + "/comments", {{reply, "Something else."}}).status, 409);
    const auto board = app.browser("osab-chair").get(page + "/comments");
    EXPECT_TRUE(board.has("Named in section 2."));
    EXPECT_FALSE(board.offers(page + "/comments"));
    const auto csv = app.browser("osab-chair").get(page + "/comments.csv");
    EXPECT_TRUE(
        csv.has("OSAB,2016-03-24,draft 6,agreed_with_comments,no,Name the officer.,Named "
                "in section 2.,yes"))
        << csv.body;
    EXPECT_TRUE(app.browser("osab-chair")
                    .get(page + "/comments.json")
                    .has("\"reply\":\"Named in section 2.\""));
}

TEST_F(Rounds, TheCertificateNamesWhatIsOpen) {
    auto browser = app.browser("hwb-secretariat");
    auto refused = browser.get(page + "/certificate");
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.has("The certificate is not ready"));
    EXPECT_TRUE(refused.has("Outstanding: "));
    EXPECT_TRUE(refused.has("Children&#39;s Trust (planned)"));
    EXPECT_EQ(browser.get(page + "/certificate.pdf").status, 409);
    leave_only("OSAB");
    const auto shown = browser.get(page + "/certificate");
    ASSERT_EQ(shown.status, 200);
    EXPECT_TRUE(shown.has("Agreed with comments"));
    EXPECT_TRUE(shown.has("13 boards removed."));
    const auto pdf = browser.get(page + "/certificate.pdf");
    EXPECT_EQ(pdf.headers.at("content-type"), "application/pdf");
    EXPECT_TRUE(pdf.body.starts_with("%PDF-"));
    EXPECT_EQ(pdf.body, browser.get(page + "/certificate.pdf").body);
    EXPECT_TRUE(browser.get(page + "/certificate.json").has("\"finished\":\"2016-03-24\""));
    EXPECT_TRUE(browser.get(page + "/certificate.csv").has("OSAB,2016-03-24,draft 6,"));
    const auto sha256 = rows(app, "circulation_version").value("sha256");
    EXPECT_EQ(sha256.size(), 64U);
    EXPECT_TRUE(shown.has(sha256));
    EXPECT_TRUE(browser.get(page + "/certificate.json").has("\"sha256\":\"" + sha256 + "\""));
    EXPECT_TRUE(browser.get(page + "/certificate.csv").has("Name the officer.," + sha256));
}

TEST_F(Rounds, TheReviewBeginsOnceByItself) {
    leave_only("OSAB");
    act("osab-chair", "OSAB", "correct", {{"comment", "Without comments."}});
    auto done = act("osab-chair", "OSAB", "outcome", {{"outcome", "agree"}});
    EXPECT_TRUE(done.has("Due for review by Friday 24 March 2017."));
    auto owner = app.browser("hwb-secretariat");
    owner.get(page);
    done = owner.submit(
        page + "/review",
        {{"review_by-day", "1"}, {"review_by-month", "2"}, {"review_by-year", "2017"}});
    EXPECT_TRUE(done.has("Due for review by Wednesday 1 February 2017."));
    const auto begin = [&] {
        return server::circulation::raise_reviews(app.app(), [] { return false; });
    };
    set_day(2017, 1, 31);
    begin();
    EXPECT_EQ(rows(app, "circulation").count(), 1);
    set_day(2017, 2, 1);
    begin();
    begin();
    app.restart();
    begin();
    EXPECT_EQ(rows(app, "circulation").count(), 2);
    EXPECT_EQ(rows(app, "circulation").newest("version_label"), "review 2017");
    auto home = app.browser("hwb-secretariat");
    EXPECT_TRUE(home.get("/home").has("Review and circulate “Joint working protocol”"));
}

TEST_F(Rounds, PlanningProposesWhatPapersReach) {
    set_day(2018, 11, 1);
    auto owner = app.browser("hwb-secretariat");
    owner.get("/circulations/new");
    owner.submit(
        "/circulations/new",
        {{"owner", "HWB"}, {"document", "Plan"}, {"version_label", "1"}, {"purpose", "comment"}});
    const auto path =
        "/circulations/" + rows(app, "circulation", {{"document", "Plan"}}).value("id");
    auto shown = owner.get(path + "/plan");
    ASSERT_EQ(shown.status, 200);
    EXPECT_TRUE(shown.has("No meeting scheduled. Will be asked in writing"));
    EXPECT_TRUE(shown.has("Health Improvement Partnership Board: Thursday 22 November 2018"));
    set_day(2018, 11, 16);
    shown = app.browser("hwb-secretariat").get(path + "/plan");
    EXPECT_TRUE(
        shown.has("Thursday 22 November 2018 is too soon. The deadline for papers was Wednesday 14 "
                  "November 2018."));
    set_day(2018, 11, 1);
    auto twice = app.browser("hwb-secretariat");
    twice.get(path + "/plan");
    auto again = twice;
    const Fields boards{{"board", "HIB"}, {"board", "JMG-BCF"}, {"stage", "1"}};
    EXPECT_EQ(twice.submit_only(path + "/plan", boards).location(),
              again.submit_only(path + "/plan", boards).location());
    EXPECT_EQ(rows(app, "circulation_stop", {{"circulation", path.substr(path.rfind('/') + 1)}})
                  .list("board"),
              "HIB, JMG-BCF");
    const auto json = owner.get(path + ".json");
    EXPECT_TRUE(json.has("\"critical_stop\":\"HIB\"") || json.has("\"critical_stop\":\"JMG-BCF\""));
    EXPECT_TRUE(json.has("\"projected_finish\":\"2018-11-22\"")) << json.body;
}

// Recomputed from facts: nothing of the finish is stored.
TEST_F(Rounds, TheFinishFollowsAMeetingThatMoves) {
    set_day(2016, 1, 11);
    EXPECT_EQ(data().at("projected_finish").as_string(), "2016-03-31");
    EXPECT_EQ(data().at("critical_stop").as_string(), "CT");
    rows(app, "meeting", {{"board", "CSP-OX"}, {"planned", "2016-03-01"}})
        .set({{"planned", "2016-05-05"}});
    EXPECT_EQ(data().at("projected_finish").as_string(), "2016-05-05");
    EXPECT_EQ(data().at("critical_stop").as_string(), "CSP-OX");
    EXPECT_TRUE(app.browser("hwb-secretariat")
                    .get(page)
                    .has("Expected to finish on Thursday 5 May 2016 (Oxford Safer"));
}

}  // namespace
