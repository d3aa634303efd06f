// The yearly return: every pair of state and step against a table written by hand, and what is
// checked before a return counts.
#include "workflows/register/register_return.hpp"

#include <gtest/gtest.h>

#include <map>

namespace {

using namespace workflows;
using E = ReturnEvent;

// from, event: to. Everything else is refused.
const std::map<std::pair<std::string, std::string>, std::string> expected{
    {{"new", "ask"}, "asked"},
    {{"asked", "save"}, "drafted"},
    {{"asked", "submit"}, "submitted"},
    {{"drafted", "save"}, "drafted"},
    {{"drafted", "submit"}, "submitted"},
    {{"submitted", "accept"}, "accepted"},
    {{"submitted", "send_back"}, "sent_back"},
    {{"sent_back", "save"}, "sent_back"},
    {{"sent_back", "submit"}, "submitted"},
    {{"accepted", "send_back"}, "sent_back"},
};

constexpr ReturnActor everybody{.board = true, .office = true};

TEST(RegisterReturn, TakesTheStepsOfTheTableAndNoOther) {
    std::vector<std::optional<ReturnState>> states{std::nullopt};
    for (const auto& name : names<ReturnState>)
        states.emplace_back(name.value);
    for (const auto& state : states) {
        for (const auto& event : names<ReturnEvent>) {
            const std::string from(state ? to_text(*state) : "new");
            const auto found = expected.find({from, std::string(event.text)});
            const auto step = decide(state, event.value, "Change it.", everybody);
            // Nobody closes a return: that follows when its board is succeeded.
            if (event.value == E::close) {
                EXPECT_FALSE(step.has_value());
                continue;
            }
            ASSERT_EQ(step.has_value(), found != expected.end()) << from << " " << event.text;
            if (step) {
                EXPECT_EQ(to_text((*step)->to), found->second);
            } else {
                EXPECT_EQ(step.error().code, Code::refused);
            }
        }
    }
}

TEST(RegisterReturn, TheBoardFilesAndTheOfficeJudges) {
    const ReturnActor board{.board = true};
    const ReturnActor office{.office = true};
    for (const auto& step : return_steps()) {
        if (step.who == ReturnWho::nobody) continue;
        const bool of_board = step.event == E::save || step.event == E::submit;
        const auto by_board = decide(step.from, step.event, "Text", board);
        const auto by_office = decide(step.from, step.event, "Text", office);
        EXPECT_EQ(by_board.has_value(), of_board);
        EXPECT_EQ(by_office.has_value(), !of_board);
        const auto& refused = of_board ? by_office : by_board;
        EXPECT_EQ(refused.error().code, Code::forbidden);
    }
}

TEST(RegisterReturn, NobodyAcceptsTheirOwn) {
    auto actor = everybody;
    actor.submitted_it = true;
    const auto step = decide(ReturnState::submitted, E::accept, "", actor);
    ASSERT_FALSE(step.has_value());
    EXPECT_EQ(step.error().code, Code::refused);
    EXPECT_TRUE(decide(ReturnState::submitted, E::send_back, "Mine", actor).has_value());
}

TEST(RegisterReturn, SendingBackNeedsAComment) {
    const auto step = decide(ReturnState::submitted, E::send_back, " ", everybody);
    ASSERT_FALSE(step.has_value());
    EXPECT_EQ(step.error().field, "comment");
    EXPECT_EQ(decide(ReturnState::submitted, E::send_back, std::string(4001, 'a'), everybody)
                  .error()
                  .field,
              "comment");
}

ReturnTexts whole() {
    return {"Focus", "Achievements", "Aims", "Challenges", "Governance", ""};
}

constexpr Day today = std::chrono::sys_days{std::chrono::year{2018} / 11 / 1};

std::string refused_field(const ReturnTexts& texts) {
    const auto result = check_submission(texts, today, today, {}, false);
    return result ? "" : result.error().field;
}

TEST(RegisterReturn, EveryTextMustBeThereToSubmit) {
    EXPECT_EQ(refused_field(whole()), "");
    for (const auto& row : return_texts()) {
        auto texts = whole();
        texts.*row.text = " \n";
        EXPECT_EQ(refused_field(texts), row.field);
        EXPECT_TRUE(check_draft(texts).has_value());
    }
}

TEST(RegisterReturn, TextsHaveALimitInCharacters) {
    for (const auto& row : return_texts()) {
        auto texts = whole();
        texts.*row.text = std::string(return_text_characters_max, 'a');
        EXPECT_TRUE(check_draft(texts).has_value());
        texts.*row.text += "ŷ";
        ASSERT_FALSE(check_draft(texts).has_value());
        EXPECT_EQ(check_draft(texts).error().field, row.field);
        EXPECT_NE(check_draft(texts).error().message.find("It is 1 character too long."), std::string::npos);
    }
}

TEST(RegisterReturn, CompletionBeforeTheLastMeetingIsWarnedOf) {
    const PlannedDate last = today - std::chrono::days(3);
    const auto on = [&](Day day, bool accepted) {
        const auto result = check_submission(whole(), day, today, last, accepted);
        return result ? "" : result.error().field;
    };
    EXPECT_EQ(on(today, false), "");
    EXPECT_EQ(on(today - std::chrono::days(3), false), "");
    EXPECT_EQ(on(today - std::chrono::days(4), false), "use_anyway");
    EXPECT_EQ(on(today - std::chrono::days(4), true), "");
    EXPECT_EQ(on(today + std::chrono::days(1), true), "completed");
}

}  // namespace
