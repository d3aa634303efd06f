// Who sits where (protocol 3.4, 3.5, 4.11): the boards of Oxfordshire by the boards, and who may
// see it. The numbers were counted from memberships.csv by another program.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>

#include "db/memberships.hpp"
#include "server/boards/shared_seats.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using server::boards::SharedSeats;
using tests::TestApp;
using workflows::make_day;

constexpr const char* reader = "hwb-secretariat";

std::string keys(const std::vector<server::boards::SharedPost>& posts) {
    std::vector<std::string> all;
    for (const auto& post : posts)
        all.push_back(post.person.key);
    std::sort(all.begin(), all.end());
    std::string text;
    for (const auto& key : all)
        text += (text.empty() ? "" : " ") + key;
    return text;
}

std::size_t posts_in(const std::vector<server::boards::BoardPair>& pairs) {
    std::size_t count = 0;
    for (const auto& pair : pairs)
        count += pair.posts.size();
    return count;
}

class Seats : public testing::Test {
  protected:
    SharedSeats seats() { return SharedSeats(*app.app().database.begin_read()); }
    static std::optional<workflows::Day> day(const std::string& text) {
        if (text.empty()) return std::nullopt;
        return workflows::parse_day(text).value();
    }
    void seat(const std::string& board, const std::string& person, const std::string& from,
              const std::string& to) {
        const auto tx = app.app().database.begin_write();
        ASSERT_TRUE(db::insert_membership(
            *tx, {"", board, person, workflows::Role::member, "", day(from), day(to), 1}));
        tx->commit();
    }
    TestApp app;
};

TEST_F(Seats, AreSharedByFortyThreePairsOfTheBoardsOf2018) {
    const auto all = seats();
    const auto day = make_day(2018, 11, 1);
    EXPECT_EQ(all.boards(day).size(), 17U);
    EXPECT_EQ(all.pairs(day).size(), 43U);
    EXPECT_EQ(posts_in(all.pairs(day)), 54U);
    EXPECT_EQ(keys(all.on_both("HWB", "OSCB", day)), "cabinet-children director-children");
    EXPECT_EQ(keys(all.on_both("OSCB", "HWB", day)), "cabinet-children director-children");
    EXPECT_EQ(keys(all.on_both("HIB", "HWB", day)),
              "cabinet-public-health director-people director-public-health");
    EXPECT_EQ(keys(all.on_both("HIB", "JMG-BCF", day)), "cabinet-public-health");
    EXPECT_EQ(all.pairs_of("HWB", day).size(), 8U);
    EXPECT_EQ(posts_in(all.pairs_of("HWB", day)), 14U);
    EXPECT_TRUE(all.on_both("HWB", "HWB", day).empty());
    EXPECT_TRUE(all.on_both("HWB", "none", day).empty());
}

// Before the first succession, of 1 April 2018, all twenty-two.
TEST_F(Seats, OfBoardsThatWereSucceededCountNoMore) {
    const auto all = seats();
    const auto before = make_day(2018, 3, 31);
    EXPECT_EQ(all.boards(before).size(), 22U);
    EXPECT_EQ(all.pairs(before).size(), 75U);
    EXPECT_EQ(posts_in(all.pairs(before)), 97U);
    EXPECT_EQ(keys(all.on_both("HWB", "JMG-LD", before)), "director-adults");
    EXPECT_TRUE(all.on_both("HWB", "JMG-LD", make_day(2018, 4, 1)).empty());
}

TEST_F(Seats, OfSecretariatsAreLeftOut) {
    EXPECT_EQ(keys(seats().on_both("HIB", "HWB", make_day(2018, 11, 1))).find("secretariat"),
              std::string::npos);
}

TEST_F(Seats, CountFromTheirFirstToTheirLastDay) {
    seat("OGB", "healthwatch", "2019-01-01", "2019-03-31");
    const auto all = seats();
    EXPECT_EQ(keys(all.on_both("HWB", "OGB", make_day(2018, 12, 31))), "leader-county");
    for (const auto day : {make_day(2019, 1, 1), make_day(2019, 3, 31)})
        EXPECT_EQ(keys(all.on_both("HWB", "OGB", day)), "healthwatch leader-county");
    EXPECT_EQ(keys(all.on_both("HWB", "OGB", make_day(2019, 4, 1))), "leader-county");
    const auto shared = all.on_both("OGB", "HWB", make_day(2019, 2, 1));
    const auto found = std::find_if(shared.begin(), shared.end(), [](const auto& post) {
        return post.person.key == "healthwatch";
    });
    ASSERT_NE(found, shared.end());
    EXPECT_EQ(server::boards::seats_words(found->here),
              "member from 1 January 2019 to 31 March 2019");
    EXPECT_EQ(server::boards::seats_words(found->there), "member");
}

TEST_F(Seats, PageShowsTheMatrixAndAChosenPair) {
    auto browser = app.browser(reader);
    const auto page = browser.get("/people/seats");
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(
        page.has("On Thursday 1 November 2018, 11 people sit on more than one board, and 43 pairs "
                 "of boards share at least one member."));
    EXPECT_TRUE(
        page.has("href=\"/people/seats?board=HWB&amp;other=OSCB\">"
                 "<span class=\"govuk-visually-hidden\">HWB and OSCB: </span>2</a>"));
    EXPECT_FALSE(page.has("JMG-LD"));
    const std::string both = "Members of both boards</caption>";
    EXPECT_FALSE(page.has(both));
    const auto pair = browser.get("/people/seats?board=OSCB&other=CT");
    ASSERT_EQ(pair.status, 200);
    EXPECT_TRUE(
        pair.has("The Oxfordshire Safeguarding Children Board and the Children&#39;s Trust"));
    EXPECT_TRUE(pair.has(both));
    EXPECT_TRUE(pair.links_to("/people/cabinet-children"));
    EXPECT_TRUE(pair.has("lead member</td>"));
    EXPECT_TRUE(pair.has("chair</td>"));
    EXPECT_FALSE(pair.has("safeguarding-secretariat"));
    EXPECT_TRUE(browser.get("/people/seats?board=OEP&other=CT").has("Nobody sits on both boards."));
    EXPECT_EQ(browser.get("/people/seats?board=OEP&other=none").status, 404);
    EXPECT_EQ(browser.get("/people/seats?board=OEP").status, 404);
    EXPECT_TRUE(browser.get("/people").has("href=\"/people/seats\""));
}

// The chair of the Safeguarding Children Board is asked to every meeting of the Children's Trust.
TEST_F(Seats, OfAPairAreShownWithWhoIsAlwaysInvited) {
    auto browser = app.browser(reader);
    const auto pair = browser.get("/people/seats?board=CT&other=OSCB");
    const std::string invited = "Always invited to one of these boards";
    EXPECT_TRUE(pair.has(invited));
    EXPECT_TRUE(pair.has(">always invited</td>"));
    EXPECT_FALSE(browser.get("/people/seats?board=CT&other=HWB").has(invited));
    const auto invitees = seats().invited_to_both("CT", "OSCB", make_day(2018, 11, 1));
    ASSERT_EQ(invitees.size(), 1U);
    EXPECT_EQ(invitees[0].person.key, "oscb-chair");
    EXPECT_EQ(invitees[0].here, "always invited");
    EXPECT_EQ(invitees[0].there, "chair");
    EXPECT_TRUE(
        browser.get("/people/seats.json").has("\"invitees\":[{\"post\":\"Independent Chair"));
}

TEST_F(Seats, SayWhatASeatGivesWhereTheRoleDoesNot) {
    add_row(app, "membership_detail",
            {{"membership", seat_of(app, "HWB", "cabinet-children")},
             {"organisation", "Cherwell District Council"},
             {"standing", "observes"},
             {"on_behalf_of", ""}});
    const auto page = app.browser(reader).get("/people/seats?board=HWB&other=OSCB");
    EXPECT_TRUE(page.has("member, observes, for Cherwell District Council"));
    EXPECT_TRUE(
        app.browser(reader).get("/people/seats.csv").has(",Cherwell District Council,observes,"));
}

TEST_F(Seats, AsData) {
    auto browser = app.browser(reader);
    const auto json = boost::json::parse(browser.get("/people/seats.json").body);
    EXPECT_EQ(json.at("date").as_string(), "2018-11-01");
    EXPECT_EQ(json.at("boards").as_array().size(), 17U);
    const auto& pairs = json.at("pairs").as_array();
    ASSERT_EQ(pairs.size(), 43U);
    std::int64_t posts = 0;
    for (const auto& pair : pairs) {
        posts += pair.at("count").to_number<std::int64_t>();
        EXPECT_EQ(pair.at("posts").as_array().size(), pair.at("count").to_number<std::size_t>());
    }
    EXPECT_EQ(posts, 54);
    const auto csv = browser.get("/people/seats.csv");
    EXPECT_EQ(csv.headers.at("content-type"), "text/csv; charset=utf-8");
    EXPECT_EQ(std::count(csv.body.begin(), csv.body.end(), '\n'), 55);
    EXPECT_TRUE(csv.has(
        "CT,OSCB,cabinet-children,Cabinet Member for Children and Families,Oxfordshire County "
        "Council,chair,,,lead-member,,,Oxfordshire County Council,votes,Oxfordshire County "
        "Council,votes\n"));
    for (const auto* text : {"@example.org", "secretariat"}) {
        EXPECT_FALSE(csv.has(text)) << text;
        EXPECT_FALSE(browser.get("/people/seats.json").has(text)) << text;
    }
}

TEST_F(Seats, StandOnThePageOfABoardForChairsAndSecretariats) {
    const auto page = app.browser(reader).get("/boards/hwb");
    EXPECT_TRUE(page.has("Members who sit on other boards"));
    EXPECT_TRUE(page.has("href=\"/people/seats?board=HWB&amp;other=OSCB\""));
    EXPECT_FALSE(app.browser(reader).get("/boards/jmg-ld").links_to("/people/seats"));
    EXPECT_TRUE(app.browser("leader-county").get("/boards/hwb").links_to("/people/seats"))
        << "chairs ask who can speak for them (protocol 3.5)";
    for (const char* other : {"", "healthwatch"})
        EXPECT_FALSE(app.browser(other).get("/boards/hwb").links_to("/people/seats")) << other;
}

// Of the fourteen stops of 2016 four have nobody of the owner's board on theirs: the CSPs; and
// OxSCP.
TEST_F(Seats, SayWhoCanSpeakToADocumentThatGoesRound) {
    app.clock().set(make_day(2016, 1, 11) + std::chrono::hours(9));
    const auto path = "/circulations/" + rows(app, "circulation").value("id");
    const auto page = app.browser(reader).get(path);
    ASSERT_TRUE(page.has("Who can present it"));
    const auto count = [&](const std::string& text) {
        std::size_t found = 0;
        for (auto at = page.body.find(text); at != std::string::npos;
             at = page.body.find(text, at + 1))
            ++found;
        return found;
    };
    EXPECT_EQ(count("Nobody sits on both"), 5U);
    EXPECT_EQ(count("The board that owns the document"), 1U);
    // JMG-OP 2, PD 1, LD 1, MH 1, OSCB 2, OSAB 2, CT 2, HIB 3.
    EXPECT_EQ(count("<p class=\"govuk-body\">Director for Adult Services"), 5U);
    EXPECT_EQ(count("(lead member)</p>") + count("(lead officer)</p>") + count("(member)</p>") +
                  count("(chair)</p>") + count("(vice-chair)</p>"),
              14U);
    const auto chair = app.browser("oscb-chair").get(path);
    EXPECT_EQ(chair.status, 200);
    const std::string speakers = "Who can present it";
    EXPECT_TRUE(chair.has(speakers));
    EXPECT_FALSE(app.browser("healthwatch").get(path).has(speakers));
}

// A stop is asked for its own day: on 31 March 2016 who sat then, whoever sits now.
TEST_F(Seats, AtAStopAreThoseOfTheDayOfItsMeeting) {
    seat("CT", "healthwatch", "2016-03-31", "2016-03-31");
    seat("OSCB", "healthwatch", "2016-03-31", "2016-03-31");
    const auto path = "/circulations/" + rows(app, "circulation").value("id");
    const auto page = app.browser(reader).get(path);
    const std::string on_the_day = "(member from 31 March 2016 to 31 March 2016)";
    const auto first = page.body.find(on_the_day);
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(page.body.find(on_the_day, first + 1), std::string::npos) << "OSCB met before";
}

TEST_F(Seats, NoPostGetsTheAddressOfThePage) {
    auto browser = app.browser(reader);
    browser.get("/people/new");
    EXPECT_EQ(browser
                  .submit_only("/people/new", {{"post", "Seats"},
                                               {"organisation", "Council"},
                                               {"email", "seats@example.org"}})
                  .location(),
              "/people/seats-2?done=added");
}

}  // namespace
