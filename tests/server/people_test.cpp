// Posts: who may see and change them, and what a new mailbox does.
#include "db/people.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "db/identity.hpp"
#include "db/memberships.hpp"
#include "db/session.hpp"
#include "server/access/session_activity.hpp"
#include "server/people/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;

TEST(People, AreForSecretariats) {
    TestApp app;
    EXPECT_EQ(app.browser().get("/people").status, 303);
    EXPECT_EQ(app.browser("healthwatch").get("/people").status, 403);
    EXPECT_EQ(app.browser("leader-county").get("/people.json").status, 403);
    EXPECT_EQ(app.browser("leader-county").get("/people/oscb-chair").status, 403);
    const auto page = app.browser("growth-secretariat").get("/people");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("oscb-chair@example.org"));
    EXPECT_TRUE(app.browser("growth-secretariat").get("/people.json").has("\"count\":36"));
}

TEST(People, ShowSeatsOfAPost) {
    TestApp app;
    const auto page = app.browser("hwb-secretariat").get("/people/cabinet-public-health");
    EXPECT_TRUE(page.has("Health Improvement Partnership Board"));
    EXPECT_TRUE(page.has("lead member"));
    EXPECT_EQ(app.browser("hwb-secretariat").get("/people/nobody").status, 404);
}

TEST(People, AMendedMailboxGetsTheNextLetterAndOldSessionsEnd) {
    TestApp app;
    auto chair = app.browser("oscb-chair");
    EXPECT_EQ(chair.get("/home").status, 200);
    auto public_browser = app.browser();
    public_browser.get("/sign-in");
    public_browser.submit("/sign-in", {{"email", "oscb-chair@example.org"}});
    auto secretariat = app.browser("safeguarding-secretariat");
    secretariat.get("/people/oscb-chair/edit");
    const auto page = secretariat.submit(
        "/people/oscb-chair/edit", {{"holder", "A. Holder"}, {"email", " New.Chair@Example.org"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("new.chair@example.org"));
    EXPECT_TRUE(page.has(server::people::words::some_emails_are_still_queued));
    EXPECT_TRUE(page.has("signed out"));
    EXPECT_EQ(chair.get("/home").status, 303);
    public_browser.get("/sign-in");
    public_browser.submit("/sign-in", {{"email", "new.chair@example.org"}});
    EXPECT_EQ(rows(app, "outbox").newest("recipient"), "new.chair@example.org");
    EXPECT_TRUE(secretariat.get("/people/oscb-chair").has("oscb-chair@example.org"));
}

TEST(People, AnUnchangedMailboxKeepsSessions) {
    TestApp app;
    auto chair = app.browser("oscb-chair");
    auto secretariat = app.browser("safeguarding-secretariat");
    secretariat.get("/people/oscb-chair/edit");
    secretariat.submit("/people/oscb-chair/edit", {{"holder", "A. Holder"}});
    EXPECT_EQ(chair.get("/home").status, 200);
}

TEST(People, ABadAddressIsRefusedAndKept) {
    TestApp app;
    auto browser = app.browser("safeguarding-secretariat");
    for (const std::string bad :
         {"", "chair", "chair@", "a b@example.org", "chair@example.org\nRCPT TO:<x@y.org>",
          "\"chair\"@example.org", "chair@[127.0.0.1]", "<chair@example.org>"}) {
        browser.get("/people/oscb-chair/edit");
        const auto page = browser.submit("/people/oscb-chair/edit",
                                         {{"holder", "CANARY holder"}, {"email", bad}});
        EXPECT_EQ(page.status, 422) << bad;
        EXPECT_TRUE(page.has("href=\"#email\"")) << bad;
        EXPECT_TRUE(page.has("CANARY holder")) << bad;
    }
    EXPECT_EQ(rows(app, "person", {{"key", "oscb-chair"}}).value("email"),
              "oscb-chair@example.org");
}

TEST(People, ASeatOnOnesOwnBoardDoesNotOpenAMailbox) {
    for (const std::string role : {"member", "chair"}) {
        TestApp app;
        auto browser = app.browser("hwb-secretariat");
        {
            auto tx = app.app().database.begin_write();
            for (const auto& seat : db::list_memberships(*tx, "HWB")) {
                if (seat.membership.role != workflows::Role::chair) continue;
                ASSERT_TRUE(db::end_membership(*tx, seat.membership.id,
                                               workflows::make_day(2018, 10, 1), 1));
            }
            tx->commit();
        }
        browser.get("/boards/hwb/members");
        ASSERT_EQ(
            browser.submit_only("/boards/hwb/members", {{"person", "oscb-chair"}, {"role", role}})
                .status,
            303)
            << browser.page().body;
        browser.get("/people/oscb-chair/edit");
        const auto page = browser.submit("/people/oscb-chair/edit", {{"email", "x@example.org"}});
        EXPECT_EQ(page.status, 422) << role;
        EXPECT_TRUE(page.has("This post is also involved in ")) << role;
        EXPECT_EQ(rows(app, "person", {{"key", "oscb-chair"}}).value("email"),
                  "oscb-chair@example.org");
    }
}

TEST(People, TheSecretariatOfTheBoardItChairsMendsAMailboxAndTheOldOneIsTold) {
    TestApp app;
    auto other = app.browser("growth-secretariat");
    other.get("/people/leader-county/edit");
    EXPECT_TRUE(other.submit("/people/leader-county/edit", {{"email", "x@example.org"}})
                    .has("This post is also involved in HWB business."));
    auto browser = app.browser("hwb-secretariat");
    browser.get("/people/leader-county/edit");
    EXPECT_EQ(browser.submit("/people/leader-county/edit", {{"email", "new@example.org"}}).status,
              200);
    EXPECT_EQ(rows(app, "outbox", {{"template", "mailbox_changed"}}).value("recipient"),
              "leader-county@example.org");
}

// What the mailbox will open later, or opens without a seat, counts as well.
TEST(People, InvitationsAndLaterSeatsGuardAMailbox) {
    for (const std::string sql :
         {"INSERT INTO standing_invitation(board, person, reason) VALUES ('HWB', 'guest', 'x')",
          "INSERT INTO membership(id, board, person, role, label, from_day, to_day) VALUES "
          "('later', "
          "'HWB', 'guest', 'chair', '', '2018-12-01', '')"}) {
        TestApp app;
        {
            auto tx = app.app().database.begin_write();
            workflows::Person guest;
            guest.key = "guest";
            guest.post = "Guest";
            guest.organisation = "Elsewhere";
            guest.email = "guest@example.org";
            ASSERT_TRUE(db::insert_person(*tx, guest));
            tx->session().execute_script(sql);
            workflows::Membership seat;
            seat.board = "OSCB";
            seat.person = "guest";
            seat.role = workflows::Role::member;
            ASSERT_TRUE(db::insert_membership(*tx, seat));
            tx->commit();
        }
        const auto secretary = holder_of(app, "OSCB", "secretariat");
        auto browser = app.browser(secretary);
        browser.get("/people/guest/edit");
        const auto page = browser.submit("/people/guest/edit", {{"email", "x@example.org"}});
        EXPECT_EQ(page.status, 422) << sql;
        EXPECT_TRUE(page.has("This post is also involved in HWB business."));
    }
}

// A post that left its boards is still named here and there; whoever seats it on a board of their
// own must not get what is sent to it.
TEST(People, BeingNamedGuardsAMailboxWithoutASeat) {
    const std::string meeting =
        "INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES "
        "('m', 'HIB', '2019-01-10', 'provisional', 'chairs', 'private'); ";
    const std::string issue =
        "INSERT INTO issue(id, reference, kind, raising_board, asked_board, title, detail, state, "
        "holder, since, next_date, created_at, created_by) VALUES ('i', 'I-1', 'boards', 'HIB', "
        "'HIB', 't', 'd', 'senior_officers', ";
    const std::string poll =
        "INSERT INTO date_poll(id, board, title, kind, held_in, starts, ends, whole_board, "
        "closes_on, state, created_at, created_by) VALUES ('p', 'HIB', 't', 'chairs', 'private', "
        "'10:00', '11:00', 0, '2018-12-01', 'open', 1, 'x'); ";
    const std::string response =
        "INSERT INTO response(id, source_kind, source, source_title, visibility, asking_board, "
        "owing_board, number, recommendation, required, due, first_due, owner, state, created_at, "
        "created_by) VALUES ('r', 'item', 'x', 't', 'members', 'HIB', 'HIB', 1, 'r', 'comment', "
        "'', "
        "'', 'guest', 'due', 1, 'x')";
    for (const std::string& sql :
         {issue + "'guest', '2018-10-01', '2018-11-15', 1, 'x')",
          issue + "'', '2018-10-01', '2018-11-15', 1, 'x'); INSERT INTO issue_person VALUES ('i', "
                  "'guest')",
          meeting + "INSERT INTO meeting_person(meeting, person) VALUES ('m', 'guest')",
          meeting + "INSERT INTO agenda_item(id, meeting, position, title, purpose, owner, "
                    "visibility) VALUES ('a', 'm', 1, 't', 'note', 'guest', 'members')",
          poll + "INSERT INTO date_poll_person(poll, person, board) VALUES ('p', 'guest', 'HIB')",
          response,
          std::string("INSERT INTO timetable_report(report, owner, author) VALUES "
                      "('JSNA', 'HIB', 'guest')")}) {
        TestApp app;
        {
            auto tx = app.app().database.begin_write();
            workflows::Person guest;
            guest.key = "guest";
            guest.post = "Guest";
            guest.organisation = "Elsewhere";
            guest.email = "guest@example.org";
            ASSERT_TRUE(db::insert_person(*tx, guest));
            tx->session().execute_script(sql);
            ASSERT_TRUE(db::insert_membership(
                *tx, {"", "OGB", "guest", workflows::Role::member, "", {}, {}, 1}));
            tx->commit();
        }
        auto browser = app.browser("growth-secretariat");
        browser.get("/people/guest/edit");
        const auto page = browser.submit("/people/guest/edit", {{"email", "x@example.org"}});
        EXPECT_EQ(page.status, 422) << sql;
        EXPECT_TRUE(page.has("This post is also involved in HIB business."));
        EXPECT_EQ(rows(app, "person", {{"key", "guest"}}).value("email"), "guest@example.org");
    }
}

TEST(People, NoTwoPostsGetOneMailbox) {
    TestApp app;
    auto browser = app.browser("healthwatch");
    browser.get("/people/healthwatch/edit");
    const auto page =
        browser.submit("/people/healthwatch/edit", {{"email", "OSCB-chair@example.org"}});
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.has(server::people::words::another_post_already_uses_this_email));
}

TEST(People, ControlCharactersAreRefusedAndLineEndsKeptOutOfLetters) {
    TestApp app;
    auto browser = app.browser("safeguarding-secretariat");
    browser.get("/people/oscb-chair/edit");
    EXPECT_EQ(browser.submit("/people/oscb-chair/edit", {{"post", "Chair\x01"}}).status, 422);
    browser.get("/people/oscb-chair/edit");
    EXPECT_EQ(browser.submit("/people/oscb-chair/edit", {{"post", "The\tChair\r\nBcc: x"}}).status,
              200);
    auto public_browser = app.browser();
    public_browser.get("/sign-in");
    public_browser.submit("/sign-in", {{"email", "oscb-chair@example.org"}});
    EXPECT_TRUE(public_browser.page().has("Check your email"));
    EXPECT_EQ(app.query("SELECT COUNT(*) FROM outbox JOIN outbox_letter ON message = outbox.id "
                        "WHERE bytes LIKE '%' || char(10) || 'Bcc: x%' "
                        "AND instr(bytes, char(10) || 'Bcc: x') < instr(bytes, 'Subject:')"),
              "0");
}

// The form is let in, and waits for the writer while its seat ends.
TEST(People, ASeatThatEndsWhileTheFormWaitsNoLongerCounts) {
    TestApp app;
    auto browser = app.browser("safeguarding-secretariat");
    browser.get("/people/oscb-chair/edit");
    app.clock().set(app.clock().now() + std::chrono::minutes(5));
    const auto session = rows(app, "session").value("token_hash");
    auto tx = app.app().database.begin_write();
    std::thread sender([&] {
        browser.submit_only("/people/oscb-chair/edit", {{"holder", "Too late"}});
    });
    while (app.app().activity->last_used(session) != app.clock().now())
        std::this_thread::yield();
    db::end_sessions_of(*tx, "safeguarding-secretariat");
    tx->commit();
    tx.reset();
    sender.join();
    EXPECT_EQ(browser.page().status, 403);
    EXPECT_EQ(rows(app, "person", {{"key", "oscb-chair"}}).value("holder"), "");
}

TEST(People, SeatsBeginAtMidnightInTheCounty) {
    TestApp app;
    {
        auto tx = app.app().database.begin_write();
        ASSERT_TRUE(db::insert_membership(*tx, {"",
                                                "OGB",
                                                "healthwatch",
                                                workflows::Role::member,
                                                "",
                                                workflows::make_day(2019, 7, 2),
                                                {},
                                                1})
                        .has_value());
        tx->commit();
    }
    app.clock().set(
        workflows::to_instant(workflows::make_day(2019, 7, 2), {0, 30}, "Europe/London").value());
    EXPECT_EQ(app.browser("growth-secretariat").get("/people/healthwatch/edit").status, 200);
}

TEST(People, RefuseAStaleForm) {
    TestApp app;
    auto first = app.browser("safeguarding-secretariat");
    auto second = app.browser("safeguarding-secretariat");
    first.get("/people/oscb-chair/edit");
    second.get("/people/oscb-chair/edit");
    first.submit("/people/oscb-chair/edit", {{"holder", "First"}});
    EXPECT_EQ(second.submit("/people/oscb-chair/edit", {{"holder", "Second"}}).status, 409);
    EXPECT_EQ(rows(app, "person", {{"key", "oscb-chair"}}).value("holder"), "First");
}

TEST(People, AreEditedBySecretariatsOfTheirBoardsAndByThemselves) {
    TestApp app;
    EXPECT_EQ(app.browser("growth-secretariat").get("/people/oscb-chair/edit").status, 403);
    EXPECT_EQ(app.browser("healthwatch").get("/people/oscb-chair/edit").status, 403);
    auto chair = app.browser("oscb-chair");
    const auto form = chair.get("/people/oscb-chair/edit");
    EXPECT_EQ(form.status, 200);
    EXPECT_FALSE(form.asks_for("post"));
    EXPECT_TRUE(
        chair.submit("/people/oscb-chair/edit", {{"holder", "Me"}, {"post", "King"}}).has("Saved"));
    EXPECT_EQ(rows(app, "person", {{"key", "oscb-chair"}}).value("holder post"),
              "Me Independent Chair of the Safeguarding Children Board");
}

TEST(People, OnlyAnAdministratorMovesTheMailboxOfAnAdministrator) {
    TestApp app;
    {
        auto tx = app.app().database.begin_write();
        auto person = db::find_person(*tx, "oscb-chair");
        person->administrator = true;
        ASSERT_TRUE(db::save_person(*tx, *person).has_value());
        tx->commit();
    }
    auto browser = app.browser("safeguarding-secretariat");
    browser.get("/people/oscb-chair/edit");
    const auto page = browser.submit("/people/oscb-chair/edit", {{"email", "mine@example.org"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has(server::people::words::this_post_is_an_administrator_only));
}

TEST(People, ANewPostGetsAKeyOfItsOwnAndOneFormOneEffect) {
    TestApp app;
    auto browser = app.browser("growth-secretariat");
    browser.get("/people/new");
    tests::Fields fields{{"post", "Clinical Lead"},
                         {"organisation", "Buckinghamshire"},
                         {"email", "lead@example.org"}};
    EXPECT_EQ(browser.submit_only("/people/new", fields).location(),
              "/people/clinical-lead?done=added");
    browser.get("/people/new");
    const auto same_mailbox = browser.submit("/people/new", fields);
    EXPECT_EQ(same_mailbox.status, 409);
    EXPECT_TRUE(same_mailbox.has(server::people::words::another_post_already_uses_this_email));
    fields.back().second = "lead-2@example.org";
    browser.get("/people/new");
    EXPECT_EQ(browser.submit_only("/people/new", fields).location(),
              "/people/clinical-lead-2?done=added");
    browser.get("/people/new");
    EXPECT_EQ(browser.submit("/people/new", {{"post", "X"}, {"email", "x@example.org"}}).status,
              422);
}

TEST(People, ADoubleClickAddsOnePost) {
    TestApp app;
    auto browser = app.browser("growth-secretariat");
    browser.get("/people/new");
    const auto token = browser.token_on_page();
    const tests::Fields fields{{"post", "Clerk"},
                               {"organisation", "Somewhere"},
                               {"holder", ""},
                               {"email", "clerk@example.org"}};
    EXPECT_EQ(browser.post_raw("/people/new", fields, token).status, 303);
    EXPECT_EQ(browser.post_raw("/people/new", fields, token).status, 303);
    EXPECT_EQ(rows(app, "person", {{"post", "Clerk"}}).count(), 1);
}

}  // namespace
