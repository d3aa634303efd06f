// What is taken for the data of a case, and what boards write every day and must pass.
#include "workflows/core/case_data.hpp"

#include <gtest/gtest.h>

#include <set>

namespace workflows {
namespace {

TEST(case_data, each_pattern_meets_its_example_and_passes_what_only_looks_like_it) {
    EXPECT_GE(case_data_patterns().size(), 7U);
    for (const auto& pattern : case_data_patterns()) {
        const auto found = find_case_data(pattern.example);
        ASSERT_TRUE(found) << pattern.example;
        EXPECT_EQ(found->what, pattern.what) << pattern.example;
        const auto other = find_case_data(pattern.passes);
        EXPECT_FALSE(other) << pattern.passes << " holds " << other->found;
    }
}

TEST(case_data, refuses_what_names_a_case) {
    const std::pair<const char*, const char*> texts[] = {
        {"NHS 9434765919 is with the trust", "an NHS number"},
        {"see 943-476-5919", "an NHS number"},
        {"number 401 023 2137.", "an NHS number"},
        {"qq123456c", "a National Insurance number"},
        {"NI: AB 12 34 56 D", "a National Insurance number"},
        {"seen on 03/11/2009", "a date of birth"},
        {"3-11-2009", "a date of birth"},
        {"03.11.2009", "a date of birth"},
        {"3/11/09", "a date of birth"},
        {"born 3 March 2009", "a date of birth"},
        {"born in 2011", "a date of birth"},
        {"DOB 2011-03-04", "a date of birth"},
        {"D.O.B. 4 March 2011", "a date of birth"},
        {"date of birth: 4 March", "a date of birth"},
        {"Jack (aged 7) lives there", "the age of a named person"},
        {"Emma, 9 years old", "the age of a named person"},
        {"the 14-year-old Emma", "the age of a named person"},
        {"lives at 12a Mill Lane, Witney OX28 4AB", "somebody’s address"},
        {"Flat 3, 9 Mill Lane OX1 4AB", "somebody’s address"},
        {"child AB was moved", "somebody’s initials"},
        {"Child A.B. was moved", "somebody’s initials"},
        {"the case of Adult C", "somebody’s initials"},
        {"Baby X", "somebody’s initials"},
        {"the mother, J.S., agreed", "somebody’s initials"},
    };
    for (const auto& [text, what] : texts) {
        const auto found = find_case_data(text);
        ASSERT_TRUE(found) << text;
        EXPECT_EQ(found->what, what) << text << ": " << found->found;
    }
}

TEST(case_data, passes_what_boards_write) {
    const char* const texts[] = {
        "",
        "The meeting of Thursday 15 November 2018 at 2pm",
        "2018-11-15",
        "Between 15 and 22 November 2018 the board met twice",
        "Working Together 2018, chapter 3",
        "Clauses 4.12 to 4.14 and 6.3 of the protocol",
        "clause 4.6.1, version 1.2.18",
        "Care Act 2014, section 42",
        "Issue I-2018-003 and concern SC-2018-014",
        "Telephone 01865 792422, extension 4412",
        "0300 123 4567 or +44 1865 792422",
        "Reference number 1234567890",
        "Children aged 16 to 18 leaving care",
        "Young people aged 14",
        "a six-month pilot, 12 months old by spring",
        "County Hall, New Road, Oxford OX1 1ND",
        "Room 3, County Hall, Oxford OX1 1ND",
        "The child protection plan, the adult MH service and the CCG",
        "Adult services and children's services do not agree the threshold",
        "The unborn baby protocol of 2016",
        "Placement costs rose by 12.5% in 2017/18, to 1,250,000",
        "11 young people this year: six in Oxford, five in Cherwell",
        "Strategaeth iechyd a lles – tŷ cynnes i bawb",
    };
    for (const auto* text : texts) {
        const auto found = find_case_data(text);
        EXPECT_FALSE(found) << text << ": " << found->what << " " << found->found;
    }
}

TEST(case_data, says_the_field_and_the_remedy_and_repeats_nothing) {
    const auto refused = check_no_case_data("comment", "Note", "child AB, 943 476 5919");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::invalid);
    EXPECT_EQ(refused.error().field, "comment");
    EXPECT_EQ(refused.error().message,
              "“Note” seems to contain an NHS number. Remove it. Use only reference numbers and "
              "neutral words.");
    const auto dated = check_no_case_data("text", "Text", "15/11/2018");
    EXPECT_NE(dated.error().message.find("15 November 2027"), std::string::npos);
    EXPECT_TRUE(check_no_case_data("text", "Text", "The threshold is not agreed."));
}

TEST(case_data, of_a_thousand_numbers_only_those_with_the_right_check_digit_are_refused) {
    int refused = 0;
    for (int i = 0; i < 1000; ++i)
        refused += find_case_data("4000000" + std::to_string(100 + i % 900)) ? 1 : 0;
    // One in eleven: the check digit is right by chance.
    EXPECT_GT(refused, 70);
    EXPECT_LT(refused, 110);
}

}  // namespace
}  // namespace workflows
