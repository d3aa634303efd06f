// Bad samples for the rule on what is compiled as one, and good ones that look like it.
#include "tests/tidy/unity_rules.hpp"

#include <gtest/gtest.h>

namespace tidy {
namespace {

constexpr const char* first =
    "namespace db {\nnamespace {\nconstexpr Sql insert{\"a\"};\nstruct Row {\n    int id;\n};\n"
    "int count_of(int a) {\n    return a;\n}\n}  // namespace\nint shown() {\n}\n}  // namespace "
    "db\n";
constexpr const char* other =
    "namespace db {\nnamespace {\nint sum_of(int a) {\n    int insert = a;\n    return insert;\n}\n"
    "}  // namespace\nint count_of() {\n}\n}  // namespace db\n";

std::vector<std::string> faults(std::string_view unity, const std::vector<SourceText>& sources) {
    std::vector<std::string> said;
    for (const auto& finding :
         find_unity_faults(sources, read_unity("db", "\n" + std::string(unity))))
        said.push_back(finding.path + ": " + finding.message.substr(0, finding.message.find(':')));
    return said;
}

using Said = std::vector<std::string>;

TEST(UnityRules, ReadsGroupsOverSeveralLines) {
    const auto groups = read_unity("db",
                                   "# as one\n\nunity_alone(c.cpp)\nunity_group(db_1\n  a.cpp "
                                   "import/b.cpp)\n");
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].files, (Said{"db/a.cpp", "db/import/b.cpp"}));
    EXPECT_FALSE(groups[0].alone);
    EXPECT_EQ(groups[1].files, Said{"db/c.cpp"});
    EXPECT_TRUE(groups[1].alone);
}

TEST(UnityRules, NamesWhatIsDeclaredForTheFileAlone) {
    EXPECT_EQ(internal_names(split_source("db/a.cpp", first)),
              (std::set<std::string>{"insert", "Row", "count_of"}));
    EXPECT_EQ(internal_names(split_source("db/b.cpp", other)), (std::set<std::string>{"sum_of"}));
}

TEST(UnityRules, AreHeldByTwoFilesThatShareNoName) {
    const std::vector sources{split_source("db/a.cpp", first), split_source("db/b.cpp", other)};
    EXPECT_EQ(faults("unity_group(db_1\n  a.cpp b.cpp)\n", sources), Said{});
    EXPECT_EQ(faults("unity_alone(a.cpp b.cpp)\n", sources), Said{});
}

TEST(UnityRules, FindANameTwice) {
    const std::vector sources{split_source("db/a.cpp", first), split_source("db/b.cpp", first)};
    EXPECT_EQ(faults("unity_group(db_1 a.cpp b.cpp)\n", sources).size(), 3U);
    EXPECT_EQ(faults("unity_group(db_1 a.cpp)\nunity_group(db_2 b.cpp)\n", sources), Said{});
}

TEST(UnityRules, FindWhatIsNamedNowhereTwiceOrIsGone) {
    const std::vector sources{split_source("db/a.cpp", first), split_source("db/b.cpp", other)};
    EXPECT_EQ(faults("unity_group(db_1 a.cpp)\n", sources),
              Said{"db/b.cpp: name it once in db/unity.cmake"});
    EXPECT_EQ(faults("unity_group(db_1 a.cpp b.cpp)\nunity_alone(b.cpp)\n", sources),
              Said{"db/b.cpp: name it once in db/unity.cmake"});
    EXPECT_EQ(faults("unity_group(db_1 a.cpp b.cpp c.cpp)\n", sources),
              Said{"db/unity.cmake: db/c.cpp is not there"});
}

TEST(UnityRules, FindAGroupThatIsTooLarge) {
    std::vector<SourceText> sources;
    std::string files;
    for (char c = 'a'; c <= 'i'; ++c) {
        sources.push_back(split_source(std::string("db/") + c + ".cpp", ""));
        files += std::string(" ") + c + ".cpp";
    }
    EXPECT_EQ(faults("unity_group(db_1" + files + ")\n", sources),
              Said{"db/unity.cmake: a group of more than 8 files"});
}

TEST(UnityRules, FindAFileNameInTwoRooms) {
    const std::vector sources{split_source("server/issues/routes.cpp", ""),
                              split_source("server/agenda/routes.cpp", ""),
                              split_source("server/issues/letter_facts.cpp", ""),
                              split_source("server/issues/letter_facts.hpp", "")};
    EXPECT_TRUE(find_base_names_twice(sources).empty());
    auto more = sources;
    more.push_back(split_source("server/agenda/letter_facts.hpp", ""));
    ASSERT_EQ(find_base_names_twice(more).size(), 1U);
}

}  // namespace
}  // namespace tidy
