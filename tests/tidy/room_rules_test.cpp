// The rules of rooms find their bad samples and leave the good ones alone.
#include "tests/tidy/room_rules.hpp"

#include <gtest/gtest.h>

namespace tidy {
namespace {

const std::vector<std::string> rooms = read_rooms(
    "# Lowest first.\n"
    "base\n"
    "\n"
    "web\n"
    "agenda  # what is talked of\n"
    "issues\n");

using RoomRule = std::vector<Finding> (*)(const SourceText&, std::span<const std::string>);

std::size_t found(RoomRule rule, const std::string& path, const std::string& text) {
    return rule(split_source(path, text), rooms).size();
}

TEST(RoomRules, ReadTheOrder) {
    EXPECT_EQ(rooms, (std::vector<std::string>{"base", "web", "agenda", "issues"}));
    EXPECT_EQ(room_of("server/agenda/pages.cpp"), "agenda");
    EXPECT_EQ(room_of("server/main.cpp"), "");
    EXPECT_EQ(room_of("tests/server/agenda_test.cpp"), "");
}

TEST(RoomRules, UpwardIncludes) {
    const auto count = [](const std::string& path, const std::string& text) {
        return found(find_upward_includes, path, text);
    };
    EXPECT_EQ(count("server/agenda/a.cpp", "#include \"server/issues/issues.hpp\"\n"), 1U);
    EXPECT_EQ(count("server/web/a.hpp", "\n#include \"server/agenda/agenda.hpp\"\n"), 1U);
    EXPECT_EQ(count("server/agenda/a.cpp", "#include \"server/cellar/wine.hpp\"\n"), 1U);
    EXPECT_EQ(count("server/issues/a.cpp", "#include \"server/agenda/agenda.hpp\"\n"), 0U);
    EXPECT_EQ(count("server/issues/a.cpp", "#include \"server/issues/issues.hpp\"\n"), 0U);
    EXPECT_EQ(count("server/agenda/a.cpp", "// #include \"server/issues/issues.hpp\"\n"), 0U);
    EXPECT_EQ(count("server/main.cpp", "#include \"server/issues/issues.hpp\"\n"), 0U);
    EXPECT_EQ(count("tests/server/a.cpp", "#include \"server/issues/issues.hpp\"\n"), 0U);
}

TEST(RoomRules, ForeignNamespaces) {
    const auto count = [](const std::string& path, const std::string& text) {
        return found(find_foreign_namespaces, path, text);
    };
    const std::string foreign = "// What.\nnamespace server::issues {\nint f();\n}\n";
    EXPECT_EQ(count("server/agenda/a.hpp", foreign), 1U);
    EXPECT_EQ(count("server/agenda/a.cpp", "\nnamespace server {\nint f() { return 1; }\n}\n"), 1U);
    EXPECT_EQ(count("server/agenda/a.hpp", "\nnamespace server::routes {\nint f();\n}\n"), 1U);
    EXPECT_EQ(count("server/cellar/a.hpp", "\nnamespace server::cellar {\n}\n"), 1U);
    EXPECT_EQ(count("server/a.hpp", "\nnamespace server {\n}\n"), 1U);
    EXPECT_EQ(count("server/issues/a.hpp", foreign), 0U);
    EXPECT_EQ(count("server/base/a.hpp", "\nnamespace server::base::limits {\nint a = 1;\n}\n"),
              0U);
    EXPECT_EQ(count("server/agenda/routes.cpp", "\nnamespace server::routes {\nint a{1};\n}\n"),
              0U);
    EXPECT_EQ(count("server/web/a.hpp",
                    "\nnamespace server::issues {\nstruct Issue;\n}\nnamespace server::web {\n"
                    "void f(issues::Issue&);\n}\n"),
              0U);
    EXPECT_EQ(count("server/main.cpp", "\nint main() {}\n"), 0U);
    EXPECT_EQ(count("tests/a.cpp", foreign), 0U);
}

TEST(RoomRules, LargeRooms) {
    std::string half;
    for (std::size_t i = 0; i < room_lines_max / 2; ++i) {
        half += "int a;\n";
    }
    std::vector<SourceText> sources{split_source("server/agenda/a.cpp", half),
                                    split_source("server/agenda/b.cpp", half),
                                    split_source("server/issues/a.cpp", half)};
    EXPECT_EQ(find_large_rooms(sources).size(), 0U);
    sources.push_back(split_source("server/agenda/c.hpp", "int a;\n"));
    ASSERT_EQ(find_large_rooms(sources).size(), 1U);
    EXPECT_EQ(find_large_rooms(sources).front().path, "server/agenda");
}

}  // namespace
}  // namespace tidy
