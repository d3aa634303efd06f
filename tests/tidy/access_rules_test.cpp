// The rules of access find who decides beside the policy table.
#include "tests/tidy/access_rules.hpp"

#include <gtest/gtest.h>

namespace tidy {
namespace {

std::size_t found(std::vector<Finding> (*rule)(const SourceText&), const std::string& path,
                  const std::string& text) {
    return rule(split_source(path, text)).size();
}

TEST(AccessRules, StrayedAccess) {
    for (const char* bad :
         {"if (!context.viewer.serves(board)) return {};", "return viewer.chairs(board);",
          "if (viewer_.is_officer(board)) add();", "if (viewer.administrator) add();",
          "const bool own = context.relations.has(Relation::author);",
          "relations |= Relation::author;"}) {
        EXPECT_EQ(found(find_strayed_access, "server/boards/board_pages.cpp", bad), 1U) << bad;
        EXPECT_EQ(found(find_strayed_access, "server/boards/board_queries.cpp", bad), 1U) << bad;
        EXPECT_EQ(found(find_strayed_access, "server/boards/board_subjects.cpp", bad), 0U) << bad;
        EXPECT_EQ(found(find_strayed_access, "server/boards/board_commands.cpp", bad), 0U) << bad;
        EXPECT_EQ(found(find_strayed_access, "server/access/relations.cpp", bad), 0U) << bad;
        EXPECT_EQ(found(find_strayed_access, "tests/server/boards_test.cpp", bad), 0U) << bad;
    }
    for (const char* good :
         {"if (workflows::allowed(Action::edit_board, context.relations)) add();",
          "// viewer.serves(board)", "for (const auto& code : viewer.boards_served()) add(code);",
          "const auto own = base::own_boards(context.viewer);"}) {
        EXPECT_EQ(found(find_strayed_access, "server/boards/board_pages.cpp", good), 0U) << good;
    }
}

TEST(AccessRules, RightsFromThePast) {
    const std::string bad = "if (db::list_audit(tx, subject, 1).front().actor == viewer.person) {}";
    EXPECT_EQ(found(find_rights_from_the_past, "server/boards/board_subjects.cpp", bad), 1U);
    EXPECT_EQ(found(find_rights_from_the_past, "server/access/relations.cpp", bad), 1U);
    EXPECT_EQ(found(find_rights_from_the_past, "server/boards/board_pages.cpp", bad), 0U);
    EXPECT_EQ(found(find_rights_from_the_past, "server/boards/board_subjects.cpp",
                    "if (item->owner == viewer.person) {}"),
              0U);
}

}  // namespace
}  // namespace tidy
