// Links in letters that answer for one post: for whom, how long, and what is kept of their secret.
#include "db/mail_links.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "db/session.hpp"
#include "server/letters/link_types.hpp"
#include "server/people/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"
#include "workflows/core/date.hpp"

namespace {

using tests::Fields;
using tests::TestApp;

constexpr const char* asked = "police-lpa-commander";

// A meeting of the Children's Trust, confirmed: everybody on it has a link to reply by.
class MailLinks : public testing::Test {
  protected:
    MailLinks() {
        add_meeting(app, "meeting1", "CT", "2019-01-10", {{"state", "provisional"}});
        auto secretariat = app.browser("safeguarding-secretariat");
        secretariat.get("/meetings/meeting1/confirm");
        EXPECT_EQ(secretariat.submit("/meetings/meeting1/confirm").status, 200);
        link = link_of(asked);
        EXPECT_NE(link, "");
    }
    std::string link_of(const std::string& person) {
        return link_in_letter(app, {{"person", person}});
    }
    /// One more, which stands in no letter.
    std::string new_link() {
        auto tx = app.app().database.begin_write();
        const auto address = server::letters::make_mail_link(
            app.app(), *tx,
            {"invitation_reply", "meeting1", "CT", asked, tx->now() + std::chrono::hours(24)});
        tx->commit();
        return address.substr(app.app().config.base_url.size());
    }
    int replies() { return rows(app, "invitation_reply").count(); }
    tests::Page change(const std::string& person, const Fields& fields) {
        make_administrator(app, "safeguarding-secretariat");
        auto browser = app.browser("safeguarding-secretariat");
        browser.get("/people/" + person + "/edit");
        return browser.submit("/people/" + person + "/edit", fields);
    }
    TestApp app;
    std::string link;
    const Fields yes{{"attendance", "online"}};
};

TEST_F(MailLinks, EveryPageSaysForWhomItAnswers) {
    const auto words = "You are replying as " +
                       rows(app, "person", {{"key", "police-lpa-commander"}}).value("post") + ", " +
                       rows(app, "board", {{"code", "CT"}}).value("name") + ".";
    const auto page = app.browser().get(link);
    EXPECT_NE(page.body.find(words.substr(0, words.find('\''))), std::string::npos) << page.body;
    EXPECT_EQ(page.body.find("You are replying as"), page.body.rfind("You are replying as"));
}

TEST_F(MailLinks, WhoIsSignedInAsAnotherPostIsToldNothingAndAnswersNothing) {
    auto other = app.browser("director-children");
    const auto page = other.get(link);
    EXPECT_EQ(page.status, 403);
    EXPECT_TRUE(page.has("This link is for another person. Sign out to use it."));
    EXPECT_FALSE(page.offers(link));
    const auto day = workflows::long_date(workflows::make_day(2019, 1, 10));
    for (const std::string& fact : {day, std::string("Police")})
        EXPECT_FALSE(page.has(fact)) << fact;
    other.get("/home");
    const auto refused = other.post_raw(link, yes, other.token_on_page());
    EXPECT_EQ(refused.status, 403);
    EXPECT_FALSE(refused.has(day));
    EXPECT_EQ(replies(), 0);
    auto own = app.browser(asked);
    own.get(link);
    EXPECT_EQ(own.submit(link, {{"attendance", "online"}}).status, 200);
    EXPECT_EQ(replies(), 1);
}

TEST_F(MailLinks, TheAuditTrailSaysThatAnAnswerCameByLink) {
    auto phone = app.browser();
    phone.get(link);
    phone.submit(link, yes);
    EXPECT_EQ(
        rows(app, "audit", {{"action", "mail_link.answer"}}).value("actor resource board detail"),
        "police-lpa-commander invitation_reply:meeting1 CT Replied using the link in an email");
}

TEST_F(MailLinks, WorkInABrowserWhoseSessionEnded) {
    auto browser = app.browser(asked);
    rows(app, "session").remove();
    EXPECT_EQ(browser.get(link).status, 200);
    EXPECT_TRUE(browser.submit(link, yes).has("Your reply: online."));
    EXPECT_EQ(replies(), 1);
}

// What the page of a post says when links to it have ended.
const std::string ask_again = server::people::words::links_in_earlier_emails_to_this_post_no;

TEST_F(MailLinks, EndWithTheMailboxAndTheHolder) {
    for (const Fields& fields :
         {Fields{{"email", "new@example.org"}}, Fields{{"holder", "Somebody New"}}}) {
        auto phone = app.browser();
        phone.get(link);
        const auto saved = change(asked, fields);
        EXPECT_EQ(saved.status, 200);
        EXPECT_TRUE(saved.has(ask_again));
        EXPECT_EQ(phone.submit_only(link, yes).status, 404);
        EXPECT_EQ(app.browser().get(link).status, 404);
        EXPECT_EQ(replies(), 0);
        EXPECT_EQ(app.browser().get(link_of("director-children")).status, 200);
        link = new_link();  // for the second turn
    }
    EXPECT_NE(
        newest_audit(app, "detail", {{"action", "person.edit"}}).find("1 link in an email ended"),
        std::string::npos);
}

TEST_F(MailLinks, AnUnchangedPostKeepsItsLinks) {
    EXPECT_FALSE(change(asked, {{"organisation", "Thames Valley"}}).has(ask_again));
    EXPECT_EQ(app.browser().get(link).status, 200);
}

// The letter alone holds the secret, and this one comes in none.
TEST_F(MailLinks, TheSecretStandsNowhereInTheDatabase) {
    link = new_link();
    auto phone = app.browser();
    phone.get(link);
    const auto twice = phone;
    EXPECT_EQ(phone.submit_only(link, yes).location(), link);
    auto again = twice;
    EXPECT_EQ(again.submit_only(link, yes).location(), link) << "the answer to the first";
    auto other = twice;
    EXPECT_TRUE(other.submit_only(link, {{"attendance", "apologies"}}).has(link));
    EXPECT_EQ(rows(app, "submission").newest("location"), "/r/{token}");
    app.restart();
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator(app.directory())) {
        if (!entry.is_regular_file()) continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(stream), {});
    }
    EXPECT_NE(bytes.find("invitation_reply"), std::string::npos);
    EXPECT_EQ(bytes.find(link.substr(3)), std::string::npos);
}

}  // namespace
