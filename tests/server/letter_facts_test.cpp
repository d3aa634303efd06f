// How a subject is cut to length: its longest value first, its own words last.
#include "server/letters/letter_facts.hpp"

#include <gtest/gtest.h>

#include "templates/letter_source.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"

namespace {

using server::letters::fitted_subject;

std::string value(const std::string& text) {
    return templates::subject_value_begin + text + templates::subject_value_end;
}

TEST(FittedSubject, LeavesWhatFits) {
    EXPECT_EQ(fitted_subject("Agenda due " + value("today") + ": " + value("Growth Board")),
              "Agenda due today: Growth Board");
}

TEST(FittedSubject, CutsTheLongestValueAtAWord) {
    const std::string board = "Adults with Care and Support Needs Joint Management Group";
    EXPECT_EQ(fitted_subject("Invitation: " + value("Thursday 14 February 2019, 10am") + ", " +
                             value(board)),
              "Invitation: Thursday 14 February 2019, 10am, Adults with Care and Support…");
}

TEST(FittedSubject, CutsSeveralLongValues) {
    const std::string word(100, 'x');
    const auto subject = fitted_subject("Papers: " + value(word) + ", " + value(word) + " end");
    EXPECT_TRUE(subject.starts_with("Papers: x")) << subject;
    EXPECT_TRUE(subject.ends_with("… end")) << subject;
    EXPECT_LE(workflows::text::characters(subject), server::letters::subject_characters_max);
}

TEST(FittedSubject, IsOneLineWhateverTheValuesAre) {
    EXPECT_EQ(fitted_subject("A: " + value("two\r\nlines\x01\x02") + "."), "A: two  lines.");
}

TEST(FittedSubject, CutsItsOwnWordsWhenThereIsNoValue) {
    EXPECT_LE(workflows::text::characters(fitted_subject(std::string(200, 'x'))),
              server::letters::subject_characters_max);
}

}  // namespace
