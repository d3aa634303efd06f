// docs/copy/<thing>.md: the sentences of every words.hpp by thing, for those who write no C++.
// UPDATE_GOLDEN=1 writes the pages anew.
#include "tests/tidy/words_copy.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tidy {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const fs::path root = SHIREMOOT_SOURCE_DIR;

std::vector<SourceText> words_sources() {
    std::vector<fs::path> paths;
    for (const char* folder : {"server", "workflows", "templates", "db", "mail"})
        for (const auto& entry : fs::recursive_directory_iterator(root / folder))
            if (entry.path().filename().string().ends_with("words.hpp"))
                paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<SourceText> sources;
    for (const auto& path : paths)
        sources.push_back(split_source(path.lexically_relative(root).generic_string(), read(path)));
    return sources;
}

TEST(WordsCopy, IsCurrent) {
    for (const auto& [thing, page] : words_pages(words_sources())) {
        const auto path = root / "docs/copy" / (thing + ".md");
        if (std::getenv("UPDATE_GOLDEN") != nullptr) {
            fs::create_directories(path.parent_path());
            std::ofstream(path, std::ios::binary) << page;
        }
        EXPECT_TRUE(read(path) == page) << path << " is not current: run with UPDATE_GOLDEN=1";
    }
}

TEST(WordsCopy, NamesTheFactsOfASentence) {
    const auto source =
        split_source("server/a/words.hpp",
                     "namespace server::a::words {\n\n// Steps.\n"
                     "inline constexpr const char* enter = \"Enter \"\n    \"it.\";\n"
                     "inline std::string due(int reports, std::string_view date) {\n"
                     "    return fmt::format(\"{} {} due on {}.\",\n"
                     "                       counted(reports, \"report\", \"reports\"),\n"
                     "                       reports == 1 ? \"is\" : \"are\", date);\n}\n\n"
                     "}  // namespace server::a::words\n");
    EXPECT_TRUE(holds_words(source));
    EXPECT_EQ(thing_of(source.path), "a");
    EXPECT_EQ(words_as_markdown(source),
              "\n## `server/a/words.hpp`\n\nSteps.\n\n- `enter`: Enter it.\n"
              "- `due`: {reports} report/reports is/are due on {date}.\n");
}

}  // namespace
}  // namespace tidy
