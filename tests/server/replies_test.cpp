// A member replies to an invitation by the link in the letter, without a password.
#include <gtest/gtest.h>

#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"
#include "workflows/meetings/words.hpp"

namespace {

using tests::TestApp;

class Replies : public testing::Test {
  protected:
    // A private meeting of the Children's Trust, confirmed: the invitations are written.
    Replies() {
        add_meeting(app, "meeting1", "CT", "2019-01-10", {{"state", "provisional"}});
        auto secretariat = app.browser("safeguarding-secretariat");
        secretariat.get("/meetings/meeting1/confirm");
        EXPECT_EQ(secretariat.submit("/meetings/meeting1/confirm").status, 200);
    }
    std::string link_of(const std::string& person) {
        return link_in_letter(app, {{"person", person}});
    }
    std::string stored(const std::string& person) {
        return rows(app, "invitation_reply", {{"person", person}}).list("attendance by deputy");
    }
    static constexpr const char* member = "police-lpa-commander";
    static constexpr const char* replies = "/meetings/meeting1/replies";
    TestApp app;
};

TEST_F(Replies, OpeningTheLinkChangesNothingAndTheFormDoes) {
    const auto link = link_of(member);
    ASSERT_FALSE(link.empty());
    for (int scanner = 0; scanner < 3; ++scanner) {
        auto anybody = app.browser();
        EXPECT_TRUE(anybody.get(link).has("Will you attend?"));
    }
    EXPECT_EQ(rows(app, "invitation_reply").count(), 0);
    auto phone = app.browser();
    phone.get(link);
    const auto twice = phone;
    const auto done = phone.submit(link, {{"attendance", "online"}});
    EXPECT_TRUE(done.has("Your reply: online."));
    auto again = twice;
    again.submit_only(link, {{"attendance", "online"}});
    EXPECT_EQ(count_audit(app, "meeting.reply"), 1);
    EXPECT_EQ(stored(member), "online police-lpa-commander ");
    // A change of mind counts.
    phone.get(link);
    phone.submit(link, {{"attendance", "apologies"}, {"deputy", "Inspector Other"}});
    EXPECT_EQ(stored(member), "apologies police-lpa-commander Inspector Other");
}

TEST_F(Replies, AWrongReplyIsNamedAndKeepsWhatWasTyped) {
    const auto link = link_of(member);
    auto phone = app.browser();
    phone.get(link);
    auto refused = phone.submit(link, {{"note", "Late train"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.has(workflows::meetings::words::select_whether_you_will_attend));
    EXPECT_TRUE(refused.has("Late train"));
    refused = phone.submit(link, {{"attendance", "online"}, {"deputy", "Somebody"}});
    EXPECT_TRUE(refused.has(workflows::meetings::words::a_substitute_attends_instead));
    EXPECT_EQ(stored(member), "");
}

TEST_F(Replies, AreForWhoIsInvitedAndEndWithTheMeeting) {
    const auto link = link_of(member);
    auto phone = app.browser();
    EXPECT_EQ(phone.get("/r/no-such-secret").status, 404);
    end_seats(app, "2018-12-31", {{"board", "CT"}, {"person", "police-lpa-commander"}});
    EXPECT_EQ(phone.get(link).status, 404);
    const auto other = link_of("director-children");
    ASSERT_FALSE(other.empty());
    EXPECT_NE(other, link);
    app.restart();
    EXPECT_EQ(app.browser().get(other).status, 200);
    app.clock().set(workflows::make_day(2019, 1, 10) + std::chrono::hours(20));
    EXPECT_EQ(app.browser().get(other).status, 404);
}

TEST_F(Replies, AMoveAsksAgain) {
    auto phone = app.browser();
    const auto link = link_of(member);
    phone.get(link);
    phone.submit(link, {{"attendance", "in_person"}});
    auto secretariat = app.browser("safeguarding-secretariat");
    EXPECT_TRUE(secretariat.get("/meetings/meeting1/workspace").has("1 in person"));
    secretariat.get("/meetings/meeting1/move");
    EXPECT_EQ(secretariat
                  .submit("/meetings/meeting1/move", {{"date-day", "17"},
                                                      {"date-month", "1"},
                                                      {"date-year", "2019"},
                                                      {"reason", "Snow"}})
                  .status,
              200);
    EXPECT_TRUE(secretariat.get("/meetings/meeting1/workspace").has("No replies yet"));
    EXPECT_NE(link_of(member), link) << "the letter about the move brings its own link";
    // The old letter still leads to the meeting as it is now.
    EXPECT_TRUE(app.browser().get(link).has("Thursday 17 January 2019"));
}

// The form was open while the meeting moved: what it says is about the old day.
TEST_F(Replies, AreForTheDateThatTheFormShowed) {
    auto phone = app.browser();
    const auto link = link_of(member);
    phone.get(link);
    auto secretariat = app.browser("safeguarding-secretariat");
    auto desk = app.browser("safeguarding-secretariat");
    desk.get(replies);
    secretariat.get("/meetings/meeting1/move");
    secretariat.submit(
        "/meetings/meeting1/move",
        {{"date-day", "17"}, {"date-month", "1"}, {"date-year", "2019"}, {"reason", "Snow"}});
    const auto told = phone.submit(link, {{"attendance", "in_person"}, {"note", "By train"}});
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.has("it is now on Thursday 17 January 2019"));
    EXPECT_TRUE(told.has("By train"));
    const auto noted = desk.submit(replies, {{"person", member}, {"attendance", "apologies"}});
    EXPECT_EQ(noted.status, 409);
    EXPECT_TRUE(noted.has("it is now on Thursday 17 January 2019"));
    EXPECT_EQ(stored(member), "");
    EXPECT_EQ(phone.submit(link).status, 200) << "the same form, with the new date before them";
    EXPECT_EQ(stored(member), "in_person police-lpa-commander ");
    EXPECT_EQ(rows(app, "invitation_reply").value("planned"), "2019-01-17");
}

TEST_F(Replies, TheSecretaryWritesDownWhoRang) {
    auto secretariat = app.browser("safeguarding-secretariat");
    secretariat.get(replies);
    EXPECT_EQ(secretariat.submit(replies, {{"attendance", "online"}}).status, 422);
    EXPECT_EQ(secretariat.submit(replies, {{"person", member}, {"attendance", "apologies"}}).status,
              200);
    EXPECT_EQ(stored(member), "apologies safeguarding-secretariat ");
    EXPECT_TRUE(secretariat.get(std::string(replies) + ".csv").has(",apologies,,"));
    auto chair = app.browser("cabinet-children");
    EXPECT_EQ(chair.get(replies).status, 200);
    EXPECT_FALSE(chair.page().offers(replies));
    EXPECT_EQ(app.browser("healthwatch").get(replies).status, 403);
}

}  // namespace
