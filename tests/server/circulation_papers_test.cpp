// The text of a document that goes round: uploaded, read by the boards and by a link, named in
// letters; and when what is missing of a board was due.
#include "tests/harness/county_fixture.hpp"
#include "tests/server/rounds_fixture.hpp"

namespace {

using rounds::Rounds;
using tests::Fields;

class RoundPapers : public Rounds {};

TEST_F(RoundPapers, AChairReadsWhatIsAskedByTheLinkAlone) {
    amend();
    choose(ask());
    const auto link = link_of("osab-chair");
    auto anybody = app.browser("");
    EXPECT_TRUE(anybody.get(link).has("Read draft 7 (PDF, 1 page,"));
    EXPECT_TRUE(anybody.page().has("href=\"" + link + "/document.pdf\""));
    const auto document = anybody.get(link + "/document.pdf");
    EXPECT_EQ(document.status, 200);
    EXPECT_EQ(document.headers.at("content-type"), "application/pdf");
    EXPECT_EQ(document.headers.at("cache-control"), "private, no-store");
    EXPECT_EQ(document.headers.at("x-robots-tag"), "noindex");
    EXPECT_NE(document.headers.at("content-disposition").find("draft 7.pdf"), std::string::npos);
    EXPECT_EQ(document.body, app.browser("oscb-chair").get(page + "/versions/2.pdf").body);
    EXPECT_NE(document.body, app.browser("oscb-chair").get(page + "/versions/1.pdf").body);
    EXPECT_EQ(anybody.post_raw(link + "/document.pdf", {}).status, 405);
    EXPECT_EQ(state("OSAB"), "assent_asked");
}

// What an item's own file may be, a document that goes round may be, and nothing else.
TEST_F(RoundPapers, AFileThatIsNoPdfIsRefusedAndTheFormKeepsTheRest) {
    auto owner = app.browser("hwb-secretariat");
    owner.get(page);
    const Fields fields{{"version_label", "draft 7"}, {"changed", "4"}, {"material", "yes"}};
    auto refused = owner.submit_file(page + "/version", "paper", "x.pdf", "no PDF", fields);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.has("href=\"#paper-new\""));
    EXPECT_TRUE(refused.has("value=\"draft 7\""));
    EXPECT_EQ(state("OSAB"), "agreed_with_comments");
    // Draft 6 went out: no form offers another file for it, and none is taken.
    EXPECT_FALSE(owner.get(page).offers(page + "/file"));
    refused = owner.post_raw(page + "/file", {{"version", "1"}}, owner.token_on_page());
    EXPECT_EQ(refused.status, 422);
}

TEST_F(RoundPapers, LettersLinkToTheVersionAndSayWhenItGoesAnotherWay) {
    const auto letter = [&](const std::string& board, const std::string& kind) {
        auto bytes = newest_letter(app, {{"template", kind}, {"subject_id", stop(board)}});
        for (auto at = bytes.find("=\r\n"); at != std::string::npos; at = bytes.find("=\r\n"))
            bytes.erase(at, 3);
        return bytes;
    };
    EXPECT_NE(letter("OSAB", "stop_issued").find(page + "/versions/1.pdf"), std::string::npos);
    set_day(2016, 1, 11);
    act("hwb-secretariat", "CT", "issue");
    amend();
    EXPECT_NE(letter("CT", "stop_amended").find(page + "/versions/2.pdf"), std::string::npos);
    auto owner = app.browser("hwb-secretariat");
    owner.get(page);
    owner.submit(page + "/version",
                 {{"version_label", "draft 8"}, {"changed", "5"}, {"material", "yes"}});
    EXPECT_EQ(act("hwb-secretariat", "CT", "reissue").status, 422);
    EXPECT_EQ(act("hwb-secretariat", "CT", "reissue", {{"another_way", "yes"}}).status, 200);
    EXPECT_NE(letter("CT", "stop_issued").find("another way"), std::string::npos);
    EXPECT_EQ(letter("CT", "stop_issued").find("/versions/"), std::string::npos);
}

// The officers' agenda: what is missing of a board that has met was due on the day it met.
TEST_F(RoundPapers, AMissingOutcomeIsDueOnTheDayOfTheMeeting) {
    act("hwb-secretariat", "JMG-MH", "issue");
    set_day(2016, 4, 1);
    const auto json = app.browser("hwb-secretariat").get("/officers-agenda.json").body;
    const auto at = json.find("The board met on Thursday 24 March 2016. No outcome");
    ASSERT_NE(at, std::string::npos) << json;
    EXPECT_EQ(json.substr(json.find("\"due\":", at), 18), "\"due\":\"2016-03-24\"");
}

}  // namespace
