// What stays when two boards become one, against an order written by hand.
#include "workflows/succession/merger.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using workflows::ObligationState;
using workflows::prevails;

// Each line stands before those above it.
const std::vector<std::vector<ObligationState>> order{
    {ObligationState::waived, ObligationState::missed},
    {ObligationState::expected},
    {ObligationState::slotted},
    {ObligationState::prepared},
    {ObligationState::delivered},
    {ObligationState::agreed, ObligationState::consulted, ObligationState::informed,
     ObligationState::responded},
    {ObligationState::response_due},
};

TEST(Merger, OfTwoObligationsTheOneThatIsFurtherStandsAndAnAnswerOwedBeforeAll) {
    std::size_t states = 0;
    for (std::size_t line = 0; line < order.size(); ++line) {
        for (const auto state : order[line]) {
            ++states;
            for (std::size_t other = 0; other < order.size(); ++other)
                for (const auto beside : order[other])
                    EXPECT_EQ(prevails(state, beside), line >= other)
                        << workflows::to_text(state) << " " << workflows::to_text(beside);
        }
    }
    EXPECT_EQ(states, workflows::names<ObligationState>.size());
}

}  // namespace
