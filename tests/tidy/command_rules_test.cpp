// The rules of commands find what knows a page, and what writes beside them.
#include "tests/tidy/command_rules.hpp"

#include <gtest/gtest.h>

namespace tidy {
namespace {

std::size_t found(std::vector<Finding> (*rule)(const SourceText&), const std::string& path,
                  const std::string& text) {
    return rule(split_source(path, text)).size();
}

TEST(CommandRules, WebInCommands) {
    for (const char* path : {"server/boards/board_commands.cpp", "server/boards/board_commands.hpp",
                             "server/boards/seat_queries.cpp", "server/boards/commands.cpp"}) {
        EXPECT_EQ(found(find_web_in_commands, path, "#include \"server/web/context.hpp\"\n"), 1U);
        EXPECT_EQ(found(find_web_in_commands, path, "#include \"templates/view.hpp\"\n"), 1U);
        EXPECT_EQ(found(find_web_in_commands, path, "#include \"server/web/href.hpp\"\n"), 0U);
        EXPECT_EQ(found(find_web_in_commands, path, "// #include \"templates/view.hpp\"\n"), 0U);
    }
    for (const char* path : {"server/boards/board_pages.cpp", "server/web/dispatch.cpp",
                             "tests/server/board_commands.cpp"}) {
        EXPECT_EQ(found(find_web_in_commands, path, "#include \"server/web/page.hpp\"\n"), 0U);
    }
}

TEST(CommandRules, StrayedWrites) {
    for (const char* bad :
         {"db::save_board(tx, board);", "const auto row = db::insert_row(tx, row);",
          "if (auto ok = db::append_audit(tx, {}); !ok) return;", "db::record_answer(*tx, key);",
          "return db::hand_over_polls(tx, from, to);"}) {
        EXPECT_EQ(found(find_strayed_writes, "server/boards/board_pages.cpp", bad), 1U) << bad;
        EXPECT_EQ(found(find_strayed_writes, "server/boards/board_queries.cpp", bad), 1U) << bad;
        EXPECT_EQ(found(find_strayed_writes, "server/boards/board_commands.cpp", bad), 0U) << bad;
        EXPECT_EQ(found(find_strayed_writes, "server/access/signed_in_viewer.cpp", bad), 0U) << bad;
        EXPECT_EQ(found(find_strayed_writes, "db/boards.cpp", bad), 0U) << bad;
    }
    for (const char* good :
         {"db::load_board(tx, code);", "db::settings(tx);", "db::append(all, more);",
          "// db::save_board(tx, board);", "say(\"db::save_board(\");", "db::end_times rows;",
          "db::user_rows(tx);"}) {
        EXPECT_EQ(found(find_strayed_writes, "server/boards/board_pages.cpp", good), 0U) << good;
    }
}

}  // namespace
}  // namespace tidy
