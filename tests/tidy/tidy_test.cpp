// The house rules hold in every source and template of this repository.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>

#include "tests/tidy/access_rules.hpp"
#include "tests/tidy/command_rules.hpp"
#include "tests/tidy/coroutine_rules.hpp"
#include "tests/tidy/dead_rules.hpp"
#include "tests/tidy/layer_rules.hpp"
#include "tests/tidy/room_rules.hpp"
#include "tests/tidy/schema_rules.hpp"
#include "tests/tidy/sentence_rules.hpp"
#include "tests/tidy/text_rules.hpp"
#include "tests/tidy/type_rules.hpp"
#include "tests/tidy/unity_rules.hpp"

namespace tidy {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> files_under(const fs::path& folder) {
    std::vector<fs::path> files;
    for (auto at = fs::recursive_directory_iterator(folder); at != fs::end(at); ++at) {
        std::string name = at->path().filename().string();
        if (at->is_directory() && (name == "node_modules" || name.starts_with("."))) {
            at.disable_recursion_pending();
        } else if (at->is_regular_file()) {
            files.push_back(at->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

const fs::path root = SHIREMOOT_SOURCE_DIR;

std::string name_of(const fs::path& path) {
    return path.lexically_relative(root).generic_string();
}

const std::vector<SourceText>& sources() {
    static const std::vector<SourceText> all = [] {
        std::vector<SourceText> read_now;
        for (const char* folder : {"workflows", "db", "templates", "mail", "server", "tests"}) {
            for (const fs::path& path : files_under(root / folder)) {
                if (path.extension() == ".cpp" || path.extension() == ".hpp") {
                    read_now.push_back(split_source(name_of(path), read(path)));
                }
            }
        }
        return read_now;
    }();
    return all;
}

std::string said(const std::vector<Finding>& findings) {
    std::string text;
    for (const Finding& finding : findings) {
        text += finding.path + ":" + std::to_string(finding.line) + ": " + finding.message + "\n";
    }
    return text;
}

struct NamedRule {
    const char* name;
    std::vector<Finding> (*find)(const SourceText&);
};

void PrintTo(const NamedRule& rule, std::ostream* out) {
    *out << rule.name;
}

class Tidy : public testing::TestWithParam<NamedRule> {};

TEST_P(Tidy, Holds) {
    std::vector<Finding> findings;
    for (const SourceText& source : sources()) {
        std::vector<Finding> found = GetParam().find(source);
        findings.insert(findings.end(), found.begin(), found.end());
    }
    EXPECT_TRUE(findings.empty()) << said(findings);
}

// clang-format off
constexpr NamedRule rules[] = {
    {"layers", find_wrong_arrows},
    {"workflows_are_pure", find_impurities},
    {"libraries_at_home", find_strayed_libraries},
    {"sql_only_in_db", find_strayed_sql},
    {"addresses_from_the_route_table", find_written_addresses},
    {"coroutines_only_in_net", find_strayed_coroutines},
    {"clock_and_chance_only_in_platform", find_strayed_clocks},
    {"catch_only_where_allowed", find_strayed_catches},
    {"co_await_shapes", find_bad_awaits},
    {"function_length", find_long_functions},
    {"file_length", find_long_files},
    {"line_length", find_long_lines},
    {"file_openings", find_odd_openings},
    {"unfinished_work", find_unfinished_work},
    {"skipped_tests", find_skipped_tests},
    {"banned_words", find_banned_words},
    {"sentences_in_words", find_strayed_sentences},
    {"no_macros_and_no_wide_tuples", find_macros_and_tuples},
    {"states_are_enumerations", find_compared_texts},
    {"names_for_what_was_spelled_out", find_spelled_out},
};
// clang-format on

INSTANTIATE_TEST_SUITE_P(Rule, Tidy, testing::ValuesIn(rules),
                         [](const auto& rule) { return std::string(rule.param.name); });

TEST(TidyRooms, StandInTheirOrder) {
    const std::vector<std::string> rooms = read_rooms(read(root / "server/ROOMS"));
    EXPECT_GT(rooms.size(), 20U);
    std::vector<Finding> findings = find_large_rooms(sources());
    for (const SourceText& source : sources()) {
        for (const auto rule : {find_upward_includes, find_foreign_namespaces}) {
            const std::vector<Finding> found = rule(source, rooms);
            findings.insert(findings.end(), found.begin(), found.end());
        }
    }
    EXPECT_TRUE(findings.empty()) << said(findings);
}

TEST(TidyTemplates, EscapeWhatTheyShow) {
    std::vector<Finding> findings;
    for (const fs::path& path : files_under(root / "templates")) {
        if (path.extension() == ".mustache") {
            std::vector<Finding> found = find_unescaped_names(name_of(path), read(path));
            findings.insert(findings.end(), found.begin(), found.end());
        }
    }
    EXPECT_TRUE(findings.empty()) << said(findings);
}

TEST(TidySql, FilesLiveInDb) {
    for (const char* folder : {"workflows", "templates", "mail", "server"}) {
        for (const fs::path& path : files_under(root / folder)) {
            EXPECT_NE(path.extension(), ".sql") << name_of(path);
        }
    }
}

// What a rule finds is what its list of things still to do names: no more, and no less, so that the
// list gets shorter with them.
void expect_listed(std::vector<Finding> (*find)(const SourceText&),
                   std::span<const std::string_view> still_to_do) {
    std::vector<Finding> findings;
    std::vector<std::string_view> done(still_to_do.begin(), still_to_do.end());
    for (const SourceText& source : sources()) {
        std::vector<Finding> found = find(source);
        if (std::ranges::find(still_to_do, source.path) == still_to_do.end()) {
            findings.insert(findings.end(), found.begin(), found.end());
        } else if (!found.empty()) {
            std::erase(done, source.path);
        }
    }
    EXPECT_TRUE(findings.empty()) << said(findings);
    for (std::string_view path : done) {
        ADD_FAILURE() << path << ": done or gone, take it off the list";
    }
}

TEST(TidyUnity, GroupsHoldEveryFileAndNoNameTwice) {
    std::vector<UnityGroup> groups;
    for (const char* folder : {"workflows", "db", "templates", "mail", "server"}) {
        auto read_now = read_unity(folder, read(root / folder / "unity.cmake"));
        groups.insert(groups.end(), read_now.begin(), read_now.end());
    }
    EXPECT_GT(groups.size(), 60U);
    auto findings = find_unity_faults(sources(), groups);
    const auto names = find_base_names_twice(sources());
    findings.insert(findings.end(), names.begin(), names.end());
    EXPECT_TRUE(findings.empty()) << said(findings);
}

TEST(TidyCommands, KnowNoPage) {
    expect_listed(find_web_in_commands, {});
}

TEST(TidyCommands, AloneWrite) {
    expect_listed(find_strayed_writes, {});
    for (const MayWrite& allowed : may_write) {
        EXPECT_TRUE(fs::exists(root / allowed.path)) << allowed.path;
        EXPECT_FALSE(allowed.reason.empty()) << allowed.path;
    }
}

TEST(TidyAccess, StandsInThePolicyTable) {
    expect_listed(find_strayed_access, {});
    expect_listed(find_rights_from_the_past, {});
}

TEST(TidySchema, ChecksStatesAndHasOneLog) {
    std::vector<std::string> migrations;
    for (const fs::path& path : files_under(root / "db/migrations")) {
        migrations.push_back(read(path));
    }
    const Schema schema = read_schema(migrations);
    EXPECT_GT(schema.size(), 60U);
    std::vector<Finding> findings = find_unchecked_columns(schema);
    const std::vector<Finding> tables = find_event_tables(schema);
    findings.insert(findings.end(), tables.begin(), tables.end());
    EXPECT_TRUE(findings.empty()) << said(findings);
    for (const MayStayUnchecked& allowed : may_stay_unchecked) {
        EXPECT_TRUE(schema.contains(std::string(allowed.table)) &&
                    schema.at(std::string(allowed.table)).contains(std::string(allowed.column)))
            << allowed.table << "." << allowed.column;
        EXPECT_FALSE(allowed.reason.empty()) << allowed.table;
    }
}

std::vector<PlainText> plain_texts(std::string_view ending) {
    std::vector<PlainText> texts;
    for (const fs::path& path : files_under(root / "templates")) {
        if (name_of(path).ends_with(ending)) {
            texts.push_back({name_of(path), read(path)});
        }
    }
    return texts;
}

TEST(TidyDead, NothingStandsUnused) {
    std::vector<Finding> findings = find_dead_functions(sources());
    const auto add = [&](const std::vector<Finding>& found) {
        findings.insert(findings.end(), found.begin(), found.end());
    };
    add(find_dead_effects(sources()));
    add(find_dead_addresses(sources()));
    const std::vector<PlainText> templates = plain_texts(".mustache");
    add(find_dead_templates(sources(), templates));
    std::vector<PlainText> bearers = templates;
    for (std::string_view ending : {".mjs", ".js", ".svg"}) {
        const std::vector<PlainText> scripts = plain_texts(ending);
        bearers.insert(bearers.end(), scripts.begin(), scripts.end());
    }
    for (std::string_view ending : {".scss", ".css"}) {
        add(find_dead_classes(sources(), plain_texts(ending), bearers));
    }
    EXPECT_TRUE(findings.empty()) << said(findings);
    for (const Kept& kept : kept_functions) {
        EXPECT_FALSE(kept.reason.empty()) << kept.name;
    }
}

TEST(TidyLists, NameExistingFolders) {
    EXPECT_GT(sources().size(), 20U);
    for (std::string_view folder : product_folders) {
        EXPECT_TRUE(fs::is_directory(root / folder)) << folder;
    }
    for (const MayCatch& allowed : may_catch) {
        EXPECT_FALSE(allowed.reason.empty()) << allowed.path;
    }
}

}  // namespace
}  // namespace tidy
