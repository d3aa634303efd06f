// `shiremoot import csv`: what the county is called when nobody says; `import json`: an exported
// county comes back whole.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "server/command_line/cli.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::TestApp;

class ImportCommand : public testing::Test {
  protected:
    std::string import(const std::filesystem::path& folder, const std::string& name = "",
                       bool dry_run = false) {
        server::command_line::Options options;
        options.path = folder;
        options.name = name;
        options.dry_run = dry_run;
        std::ostringstream out;
        std::ostringstream err;
        EXPECT_EQ(server::command_line::import_csv(app_.app(), options, {out, err}),
                  server::command_line::Exit::ok)
            << err.str();
        return err.str();
    }
    std::string name() { return rows(app_, "setting", {{"name", "county_name"}}).value("value"); }
    std::filesystem::path one_board(const std::string& board) const {
        const auto folder = app_.directory() / "csv";
        std::filesystem::create_directory(folder);
        std::ofstream(folder / "boards.csv")
            << "code,name,parent,statutory,statute,meetings_per_year,held_in,chairs,succeeded_by,"
               "succeeded_on\nB1,"
            << board << ",,no,,4,public,1,,\n";
        return folder;
    }
    TestApp app_{TestApp::County::empty};
    std::filesystem::path oxfordshire_ =
        std::filesystem::path(SHIREMOOT_SOURCE_DIR) / "db/demo/oxfordshire";
};

TEST_F(ImportCommand, TakesTheNameFromTheHealthAndWellbeingBoard) {
    import(oxfordshire_, "", true);
    EXPECT_EQ(name(), "") << "a dry run changes nothing";
    EXPECT_NE(import(oxfordshire_).find("called Oxfordshire"), std::string::npos);
    EXPECT_EQ(name(), "Oxfordshire");
}

TEST_F(ImportCommand, KeepsTheNameThatWasGiven) {
    import(oxfordshire_, "The County");
    EXPECT_EQ(name(), "The County");
    EXPECT_EQ(import(oxfordshire_), "");
    EXPECT_EQ(name(), "The County");
}

TEST_F(ImportCommand, NamesTheFlagWhenTheBoardsDoNotSay) {
    EXPECT_NE(import(one_board("Growth Board")).find("--county NAME"), std::string::npos);
    EXPECT_EQ(name(), "");
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST_F(ImportCommand, TakesBackAnExportedCountyUnchanged) {
    TestApp full;
    const auto exported = full.directory() / "out";
    const auto again = full.directory() / "again";
    std::ostringstream out;
    std::ostringstream err;
    server::command_line::Options options;
    options.output = exported;
    ASSERT_EQ(server::command_line::export_county(full.app(), options, {out, err}),
              server::command_line::Exit::ok);
    options.path = exported;
    EXPECT_FALSE(app_.browser().get("/boards").has("Health and Wellbeing Board"));
    ASSERT_EQ(server::command_line::import_json(app_.app(), options, {out, err}),
              server::command_line::Exit::ok)
        << err.str();
    EXPECT_TRUE(app_.browser().get("/boards").has("Health and Wellbeing Board"))
        << "no page of before is kept";
    EXPECT_EQ(name(), "") << "the demonstration county of the tests has no name";
    options.output = again;
    ASSERT_EQ(server::command_line::export_county(app_.app(), options, {out, err}),
              server::command_line::Exit::ok);
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(exported)) {
        if (!entry.is_regular_file()) continue;
        ++files;
        EXPECT_EQ(text_of(entry.path()), text_of(again / entry.path().filename())) << entry.path();
    }
    EXPECT_EQ(files, 11);
    EXPECT_EQ(app_.browser("hwb-secretariat").get("/home").status, 200);
    EXPECT_EQ(server::command_line::import_json(app_.app(), options, {out, err}),
              server::command_line::Exit::conflict);
}

}  // namespace
