// Characters, words, percent-coding and lines of CSV.
#include <gtest/gtest.h>

#include "workflows/text/csv.hpp"
#include "workflows/text/percent.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows::text {
namespace {

TEST(Utf8, FindsTheFirstCharacterOfEachLength) {
    EXPECT_EQ(first_character("ab"), "a");
    EXPECT_EQ(first_character("éb"), "é");
    EXPECT_EQ(first_character("€b"), "€");
    EXPECT_EQ(first_character("\U0001F600b"), "\U0001F600");
}

TEST(Utf8, KnowsTheNumberOfACharacter) {
    EXPECT_EQ(code_point("a"), 0x61U);
    EXPECT_EQ(code_point("é"), 0xE9U);
    EXPECT_EQ(code_point("€"), 0x20ACU);
    EXPECT_EQ(code_point("\U0001F600"), 0x1F600U);
    EXPECT_EQ(code_point("\U0010FFFF"), 0x10FFFFU);
}

TEST(Utf8, RefusesWhatTheTableRefuses) {
    for (const char* bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x9F\xBF", "\xED\xA0\x80",
                            "\xE2\x82", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
                            "\xE2\x28\xA1", "\xF0\x9F\x98\x28", "\xFF"}) {
        EXPECT_FALSE(is_utf8(bad));
        EXPECT_FALSE(is_utf8("a" + std::string(bad)));
    }
    for (const char* good : {"", "a", "\xC2\x80", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                             "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(is_utf8(good));
}

TEST(Utf8, ReplacesEachBadByte) {
    EXPECT_EQ(valid_utf8("a\xC0\x80z"), "a\uFFFD\uFFFDz");
    EXPECT_EQ(valid_utf8("é"), "é");
}

TEST(Utf8, CutsBetweenCharacters) {
    EXPECT_EQ(text::characters("aé€"), 3U);
    EXPECT_EQ(first_characters("aé€", 2), "aé");
    EXPECT_EQ(first_characters("aé€", 3), "aé€");
    EXPECT_EQ(first_characters("aé€", 0), "");
    EXPECT_EQ(first_bytes("aé€", 2), "a");
    EXPECT_EQ(first_bytes("aé€", 3), "aé");
    EXPECT_EQ(first_bytes("aé€", 5), "aé");
    EXPECT_EQ(first_bytes("aé€", 6), "aé€");
}

TEST(Words, AreTrimmed) {
    EXPECT_EQ(trim(" \t a b\r\n"), "a b");
    EXPECT_EQ(trim(" \n"), "");
    EXPECT_EQ(trimmed(std::string(" a ")), "a");
    EXPECT_EQ(trim(" a\n", blanks_of_a_line), "a\n");
    EXPECT_TRUE(text::is_blank(" \t\r\n"));
    EXPECT_FALSE(text::is_blank(" . "));
}

TEST(Words, ChangeTheirCapitalsInAsciiOnly) {
    EXPECT_EQ(lower("AbZ Élan @["), "abz Élan @[");
    EXPECT_EQ(capitalised("another meeting"), "Another meeting");
    EXPECT_EQ(capitalised("élan"), "élan");
    EXPECT_EQ(capitalised(""), "");
    EXPECT_TRUE(same_but_for_case("Content-Type", "content-type"));
    EXPECT_FALSE(same_but_for_case("a", "ab"));
}

TEST(Words, AreSplitAndJoined) {
    EXPECT_EQ(split("a,b,,", ','), (std::vector<std::string>{"a", "b", "", ""}));
    EXPECT_EQ(split("", ','), std::vector<std::string>{""});
    EXPECT_EQ(joined(std::vector<std::string>{"a", "", "c"}), "a, , c");
    EXPECT_EQ(joined(std::vector<std::string>{}), "");
    EXPECT_EQ(joined(split("1 2", ' '), "-"), "1-2");
    EXPECT_EQ(joined_with_and({"a"}), "a");
    EXPECT_EQ(joined_with_and({"a", "b", "c"}), "a, b and c");
}

TEST(Words, CountWithTheirNoun) {
    EXPECT_EQ(counted(0, "day", "days"), "0 days");
    EXPECT_EQ(counted(1U, "day", "days"), "1 day");
    EXPECT_EQ(counted(12L, "person", "people"), "12 people");
}

TEST(Percent, DecodesWhatIsWhole) {
    EXPECT_EQ(percent_decode("a%20b+c%c3%A9", Plus::is_plus), "a b+cé");
    EXPECT_EQ(percent_decode("a+b%2B", Plus::is_space), "a b+");
    EXPECT_EQ(percent_decode("", Plus::is_plus), "");
    EXPECT_EQ(percent_decode("é \"", Plus::is_plus), "é \"");
    for (const char* bad : {"%", "%a", "%0g", "%00", "%C3", "\xC3", "a%2"})
        EXPECT_EQ(percent_decode(bad, Plus::is_plus), std::nullopt) << bad;
}

TEST(Percent, KeepsAStraySignWhereItIsAskedTo) {
    EXPECT_EQ(percent_decode_leniently("50%+%41%zz%"), "50%+A%zz%");
    EXPECT_EQ(percent_decode_leniently("%FF"), "\xFF");
    EXPECT_EQ(percent_decode_leniently("%%41"), "%A");
}

TEST(Percent, EncodesAllButWhatIsKept) {
    EXPECT_EQ(percent_encode("/a b-é", "/-"), "/a%20b-%C3%A9");
    EXPECT_EQ(percent_encode("%", ""), "%25");
}

TEST(Csv, QuotesAndGuards) {
    EXPECT_EQ(csv_line({"plain", "a,b", "\"yes\"", "=1+1", "", "two\nlines"}),
              "plain,\"a,b\",\"\"\"yes\"\"\",'=1+1,,\"two\nlines\"\n");
    EXPECT_EQ(csv_line(std::vector<std::string>{"one", "two"}), "one,two\n");
    EXPECT_EQ(csv_line(std::vector<std::string>{}), "\n");
    EXPECT_EQ(without_guard(with_guard("'=1")), "'=1");
}

}  // namespace
}  // namespace workflows::text
