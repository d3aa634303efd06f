// What the demonstration takes from the imported file when it plays the boards' answers.
#include <gtest/gtest.h>

#include "server/demo/story.hpp"

namespace {

using server::demo::next_version;
using server::demo::outcomes_named;
using workflows::StopEvent;

TEST(DemoStory, TakesTheOutcomesFromThePurposeOfTheCirculation) {
    EXPECT_EQ(outcomes_named("discussion, comment and agreement in principle"),
              (std::vector{StopEvent::agree_in_principle, StopEvent::agree_with_comments,
                           StopEvent::consult}));
    EXPECT_EQ(outcomes_named("discussion"), std::vector{StopEvent::consult});
    EXPECT_EQ(outcomes_named(""), std::vector{StopEvent::agree});
}

TEST(DemoStory, CountsVersionsOn) {
    EXPECT_EQ(next_version("draft 6"), "draft 7");
    EXPECT_EQ(next_version("v1.9"), "v1.10");
    EXPECT_EQ(next_version("final"), "final 2");
}

}  // namespace
