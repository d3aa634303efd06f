// Themes that several boards share (protocol 3.7): the table and the rules around it.
#include "workflows/themes/theme.hpp"

#include <gtest/gtest.h>

namespace {

using workflows::make_day;
using workflows::ThemeEvent;
using workflows::ThemeFacts;
using workflows::ThemeState;

const ThemeFacts complete{.leads = 1, .approach = "a", .responsibility = "b", .reporting = "c"};

TEST(ThemeTable, AsksTheBoardsBeforeALeadIsAgreed) {
    const auto early = workflows::decide(ThemeState::raised, ThemeEvent::agree, complete);
    ASSERT_FALSE(early);
    EXPECT_NE(early.error().message.find("Ask the boards first"), std::string::npos);
    EXPECT_EQ(workflows::decide(ThemeState::raised, ThemeEvent::ask, {}).value(),
              ThemeState::polled);
    EXPECT_EQ(workflows::decide(ThemeState::polled, ThemeEvent::agree, complete).value(),
              ThemeState::agreed);
}

TEST(ThemeTable, WantsTheWholeAgreement) {
    const auto field = [](ThemeFacts facts) {
        return workflows::decide(ThemeState::polled, ThemeEvent::agree, facts).error().field;
    };
    auto facts = complete;
    facts.leads = 0;
    EXPECT_EQ(field(facts), "leads");
    facts.leads = 3;
    EXPECT_EQ(field(facts), "leads");
    facts = complete;
    facts.approach = " \n";
    EXPECT_EQ(field(facts), "approach");
    facts = complete;
    facts.responsibility = "";
    EXPECT_EQ(field(facts), "responsibility");
    facts = complete;
    facts.reporting = "";
    EXPECT_EQ(field(facts), "reporting");
    facts = complete;
    facts.leads = 2;  // appendix C: domestic abuse
    EXPECT_TRUE(workflows::decide(ThemeState::polled, ThemeEvent::agree, facts));
}

TEST(ThemeTable, ClosesAndReopensWithAReason) {
    for (const auto state : {ThemeState::raised, ThemeState::polled, ThemeState::agreed}) {
        EXPECT_EQ(workflows::decide(state, ThemeEvent::close, {}).error().field, "comment");
        EXPECT_TRUE(workflows::decide(state, ThemeEvent::close, {.comment = "over"}));
    }
    EXPECT_EQ(
        workflows::decide(ThemeState::closed, ThemeEvent::reopen, {.comment = "again"}).value(),
        ThemeState::raised);
    EXPECT_FALSE(workflows::decide(ThemeState::closed, ThemeEvent::ask, {}));
}

TEST(ThemeTable, AsksNobodyTwiceAtATime) {
    EXPECT_FALSE(workflows::decide(ThemeState::polled, ThemeEvent::ask, {.poll_open = true}));
    EXPECT_TRUE(workflows::decide(ThemeState::polled, ThemeEvent::ask, {}));
    for (const auto event : workflows::available_events(ThemeState::polled, true))
        EXPECT_NE(event, ThemeEvent::ask);
}

TEST(ThemeChase, ComesOnceAWeekUntilTheLastDayAndNeverAfterAnAnswer) {
    const auto asked = make_day(2019, 1, 7);
    const auto closes = make_day(2019, 1, 28);
    const auto day = [&](int days) { return asked + std::chrono::days(days); };
    const auto due = [&](std::optional<workflows::Day> chased, int days, bool answered = false) {
        return workflows::is_chase_due({asked, chased, answered}, closes, day(days));
    };
    EXPECT_FALSE(due({}, 6));
    EXPECT_TRUE(due({}, 7));
    EXPECT_FALSE(due(day(7), 13));
    EXPECT_TRUE(due(day(7), 14));
    EXPECT_TRUE(due(day(7), 21));
    EXPECT_FALSE(due(day(7), 22)) << "the last day is over";
    EXPECT_FALSE(due({}, 14, true));
}

TEST(ThemeKey, IsPlain) {
    EXPECT_EQ(workflows::theme_key("Child sexual exploitation"), "child-sexual-exploitation");
    EXPECT_EQ(workflows::theme_key("Children's \"safety\" & more!"), "children-s-safety-more");
    EXPECT_NE(workflows::theme_key("New"), "new");
    EXPECT_NE(workflows::theme_key("???"), "");
}

}  // namespace
