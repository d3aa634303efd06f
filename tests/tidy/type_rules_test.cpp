// The rules of types find what is compared as text or spelled out again.
#include "tests/tidy/type_rules.hpp"

#include <gtest/gtest.h>

namespace tidy {
namespace {

std::size_t found(std::vector<Finding> (*rule)(const SourceText&), const std::string& path,
                  const std::string& text) {
    return rule(split_source(path, text)).size();
}

TEST(TypeRules, ComparedTexts) {
    for (const char* bad :
         {"if (meeting.state == \"held\") return;", "return role != \"chair\";",
          "const bool out = item->paper_status ==\n    \"received\";",
          "a = \"exempt\" == visibility;", "if (std::string(row.visibility) == \"exempt\") {}",
          "if (board.held_in == \"mixed\") {}", "if (state.empty() || state == \"open\") {}"}) {
        EXPECT_EQ(found(find_compared_texts, "server/boards/board_pages.cpp", bad), 1U) << bad;
        EXPECT_EQ(found(find_compared_texts, "workflows/boards/board.cpp", bad), 1U) << bad;
        EXPECT_EQ(found(find_compared_texts, "db/boards.cpp", bad), 0U) << bad;
        EXPECT_EQ(found(find_compared_texts, "tests/db/boards_test.cpp", bad), 0U) << bad;
    }
    for (const char* good :
         {"if (meeting.state == MeetingState::held) return;", "if (name == \"state\") return;",
          "// state == \"held\"", "say(\"state == \");", "row.state = text(\"held\");",
          "if (form.get(\"kind\") == \"joint\") {}", "if (estate == \"large\") {}",
          "if (state <= \"held\") {}"}) {
        EXPECT_EQ(found(find_compared_texts, "server/boards/board_pages.cpp", good), 0U) << good;
    }
}

TEST(TypeRules, SpelledOut) {
    for (const char* bad :
         {"if (board.succeeded_on <= today) return;", "return today >= board->succeeded_on;",
          "if (*board.succeeded_on > day) return;", "zone = \"Europe/London\";",
          "std::transform(a.begin(), a.end(), a.begin(), ::tolower);",
          "if ((c & 0xC0) == 0x80) return;", "if ((c & 0xC0U) == 0x80U) return;"}) {
        EXPECT_EQ(found(find_spelled_out, "server/boards/board_pages.cpp", bad), 1U) << bad;
        EXPECT_EQ(found(find_spelled_out, "db/boards.cpp", bad), 1U) << bad;
        EXPECT_EQ(found(find_spelled_out, "tests/db/boards_test.cpp", bad), 0U) << bad;
    }
    for (const char* good :
         {"if (board.succeeded_on) return;", "board.succeeded_on = on;", "f(board.succeeded_on);",
          "// succeeded_on <= today", "invalid(\"such as Europe/London.\");", "x = 0xC2;"}) {
        EXPECT_EQ(found(find_spelled_out, "server/boards/board_pages.cpp", good), 0U) << good;
    }
    EXPECT_EQ(found(find_spelled_out, "workflows/text/utf8.cpp", "x = c & 0xC0U;"), 0U);
    EXPECT_EQ(found(find_spelled_out, "workflows/core/date.hpp", "x = \"Europe/London\";"), 0U);
    EXPECT_EQ(found(find_spelled_out, "workflows/boards/board.hpp", "x = *succeeded_on > day;"),
              0U);
}

}  // namespace
}  // namespace tidy
