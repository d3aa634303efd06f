// The command line: what is refused before anything is touched, where settings come from, commands
// beside a running server.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <stdlib.h>

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <memory>
#include <sstream>

#include "db/holidays.hpp"
#include "server/base/addresses.hpp"
#include "server/command_line/program.hpp"
#include "server/command_line/running_server.hpp"
#include "server/command_line/words.hpp"
#include "server/demo/demo.hpp"
#include "server/timetable/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using server::command_line::Exit;
namespace fs = std::filesystem;

const std::string county = std::string(SHIREMOOT_SOURCE_DIR) + "/db/demo/oxfordshire";

class Commands : public testing::Test {
  protected:
    Exit run(const std::vector<std::string>& arguments) {
        out_.str("");
        err_.str("");
        return server::command_line::run_program(arguments, out_, err_, server::demo::run_demo);
    }
    server::command_line::ParsedOptions parse(const std::vector<std::string>& arguments) {
        err_.str("");
        return server::command_line::parse_options(arguments, directory_.path(), out_, err_);
    }
    void import_county() {
        ASSERT_EQ(run({"import", "csv", county, "--data", data_}), Exit::ok) << err_.str();
    }
    bool said(const std::string& words) const {
        return (out_.str() + err_.str()).find(words) != std::string::npos;
    }

    tests::TemporaryDirectory directory_;
    const std::string data_ = (directory_.path() / "data").string();
    std::ostringstream out_;
    std::ostringstream err_;
};

TEST_F(Commands, RefuseADirectoryWithoutACounty) {
    const std::vector<std::vector<std::string>> commands{
        {"check"},
        {"export", "-o", data_ + "-out"},
        {"backup", data_ + ".tar"},
        {"user", "link", "a@example.org"},
        {"user", "administrator", "a@example.org"},
        {"explain", "clear-days", "--meeting", "2018-11-15"},
        {"clashes", "--from", "2018-11-01", "--to", "2018-11-30"},
        {"timetable"},
        {"circulation", "list"},
        {"circulation", "show", "any"},
        {"mail", "queue"},
        {"mail", "retry", "1"},
        {"mail", "preview", "1"},
        {"due", "--at", "2018-11-01"},
        {"run-due", "--now", "2018-11-01"},
        {"pack", "build", "hwb", "2018-11-15", "-o", data_ + ".pdf"},
    };
    for (auto arguments : commands) {
        arguments.insert(arguments.end(), {"--data", data_});
        EXPECT_EQ(run(arguments), Exit::not_found) << arguments[0];
        EXPECT_TRUE(said("shiremoot.db is missing")) << err_.str();
        EXPECT_FALSE(fs::exists(data_)) << arguments[0];
    }
    EXPECT_TRUE(fs::is_empty(directory_.path()));
}

TEST_F(Commands, ADryRunOfTheFirstImportMakesNothing) {
    EXPECT_EQ(run({"import", "csv", county, "--data", data_, "--dry-run"}), Exit::ok);
    EXPECT_TRUE(said("boards: 22 added")) << out_.str();
    EXPECT_FALSE(fs::exists(data_));
}

TEST_F(Commands, ARefusedFirstImportLeavesNoCounty) {
    const auto bad = directory_.path() / "bad";
    fs::create_directory(bad);
    std::ofstream(bad / "groups.csv") << "group,board\nG,NOBODY\n";
    EXPECT_EQ(run({"import", "csv", bad.string(), "--data", data_}), Exit::failed);
    EXPECT_TRUE(said("There is no board NOBODY.")) << err_.str();
    EXPECT_TRUE(said("Nothing was imported.")) << err_.str();
    EXPECT_FALSE(fs::exists(data_));
    EXPECT_EQ(run({"import", "csv", bad.string(), "--data", data_, "--json"}), Exit::failed);
    EXPECT_FALSE(boost::json::parse(out_.str()).at("errors").as_array().empty());
    EXPECT_FALSE(fs::exists(data_));
}

TEST_F(Commands, AnUnknownMailboxIsLookedForInTheFileOfPeople) {
    import_county();
    EXPECT_EQ(run({"user", "link", "nobody@example.org", "--data", data_}), Exit::not_found);
    EXPECT_TRUE(said("in people.csv")) << err_.str();
}

TEST_F(Commands, DryRunsChangeNothing) {
    import_county();
    const auto target = (directory_.path() / "target").string();
    EXPECT_EQ(run({"backup", target, "--data", data_, "--dry-run"}), Exit::ok);
    EXPECT_EQ(run({"export", "-o", target, "--data", data_, "-n"}), Exit::ok);
    EXPECT_EQ(run({"user", "link", "leader-county@example.org", "--data", data_, "-n"}), Exit::ok);
    EXPECT_FALSE(said("/s/"));
    EXPECT_EQ(run({"pack", "build", "hwb", "2018-11-15", "-o", target, "--data", data_, "-n"}),
              Exit::failed);
    EXPECT_TRUE(said("Publish the agenda first"));
    EXPECT_FALSE(fs::exists(target));
    const auto backup = (directory_.path() / "backup.tar").string();
    ASSERT_EQ(run({"backup", backup, "--data", data_}), Exit::ok);
    EXPECT_EQ(run({"restore", backup, "--data", target, "-n"}), Exit::ok);
    EXPECT_FALSE(fs::exists(target));
    EXPECT_EQ(run({"restore", backup, "--data", data_, "-n"}), Exit::conflict);
}

TEST_F(Commands, AnImportCanBeJson) {
    ASSERT_EQ(run({"import", "csv", county, "--json", "--data", data_}), Exit::ok) << err_.str();
    EXPECT_FALSE(said("next start")) << "there is no server";
    auto told = boost::json::parse(out_.str()).as_object();
    EXPECT_EQ(told["imported"], true);
    EXPECT_EQ(told["counts"].at("boards").at("added"), 22);
    EXPECT_TRUE(told["errors"].as_array().empty());
    const auto folder = directory_.path() / "csv";
    fs::create_directory(folder);
    std::ofstream(folder / "g.csv") << "group,board\nAll,NONE\n";
    EXPECT_EQ(run({"import", "csv", folder, "--json", "--data", data_}), Exit::failed);
    told = boost::json::parse(out_.str()).as_object();
    EXPECT_EQ(told["imported"], false);
    EXPECT_EQ(told["errors"].at(0).at("file"), "g.csv");
    EXPECT_EQ(told["errors"].at(0).at("line"), 2);
    EXPECT_EQ(told["errors"].at(0).at("field"), "board");
}

TEST_F(Commands, AnExportSaysWhatItLeavesOut) {
    import_county();
    const auto folder = (directory_.path() / "csv").string();
    const std::string no_backup = server::command_line::words::export_is_private("county.json");
    ASSERT_EQ(run({"export", "-o", folder, "--data", data_}), Exit::ok);
    EXPECT_EQ(err_.str(), no_backup);
    {
        sqlite3* raw = nullptr;
        ASSERT_EQ(sqlite3_open((data_ + "/shiremoot.db").c_str(), &raw), SQLITE_OK);
        const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(raw, sqlite3_close);
        const auto* sql =
            "UPDATE meeting SET state = 'cancelled' WHERE id = (SELECT MIN(id) FROM meeting"
            " WHERE id NOT IN (SELECT meeting FROM circulation_stop))";
        ASSERT_EQ(sqlite3_exec(raw, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    }
    ASSERT_EQ(run({"export", "-o", folder, "--json", "--data", data_}), Exit::ok);
    EXPECT_EQ(
        err_.str(),
        server::command_line::words::not_in_the_csv_files("cancelled meetings", 1) + no_backup);
    const auto told = boost::json::parse(out_.str());
    EXPECT_EQ(told.at("files").as_array().size(), 11U);
    EXPECT_EQ(told.at("left_out").at("cancelled_meetings"), 1);
    EXPECT_EQ(told.at("left_out").at("ended_invitations"), 0);
}

TEST_F(Commands, PreviewOfALetterCanBeJson) {
    import_county();
    ASSERT_EQ(run({"run-due", "--now", "2018-11-01T09:00Z", "--data", data_}), Exit::ok);
    ASSERT_EQ(run({"mail", "preview", "1", "--json", "--data", data_}), Exit::ok) << err_.str();
    EXPECT_TRUE(out_.str().starts_with("{\"number\":1,")) << out_.str();
    EXPECT_TRUE(said("\"message\":\"")) << out_.str();
    EXPECT_TRUE(said("Subject: ")) << out_.str();
}

TEST_F(Commands, ClearDaysCountTheExtraHolidaysOfACounty) {
    import_county();
    const std::vector<std::string> plain{"explain", "clear-days", "--meeting", "2018-11-15"};
    auto with_data = plain;
    with_data.insert(with_data.end(), {"--data", data_});
    ASSERT_EQ(run(plain), Exit::ok);
    const auto without = out_.str();
    ASSERT_EQ(run(with_data), Exit::ok);
    EXPECT_EQ(out_.str(), without);
    {
        tests::SettableClock clock;
        tests::CountingIds ids;
        db::Database database(fs::path(data_) / "shiremoot.db", 1, clock, ids);
        const auto tx = database.begin_write();
        db::save_extra_holiday(*tx, {workflows::parse_day("2018-11-13").value(), "Flood"});
        tx->commit();
    }
    ASSERT_EQ(run(with_data), Exit::ok);
    EXPECT_NE(out_.str(), without);
    EXPECT_TRUE(said("Flood")) << out_.str();
}

TEST_F(Commands, TimesHaveAnOffsetOrAreInUtc) {
    import_county();
    const auto due = [&](const std::string& at) {
        const auto exit = run({"due", "--at", at, "--days", "60", "--json", "--data", data_});
        return exit == Exit::ok ? out_.str() : "exit " + std::to_string(static_cast<int>(exit));
    };
    const auto nine = due("2018-10-01T09:00Z");
    EXPECT_NE(nine, "exit 2");
    EXPECT_EQ(due("2018-10-01T09:00"), nine);
    EXPECT_EQ(due("2018-10-01T10:00+01:00"), nine);
    EXPECT_EQ(due("2018-10-01T05:30-03:30"), nine);
    EXPECT_EQ(due("2018-10-01"), due("2018-10-01T00:00Z"));
    for (const auto* wrong : {"2018-10-01T09:00X", "2018-10-01T09:00+1", "2018-10-01T09:00Zulu",
                              "2018-10-01 09:00", "2018-10-01T9", "2018-10-01T09:00+25:00", "now"})
        EXPECT_EQ(due(wrong), "exit 2") << wrong;
    EXPECT_EQ(run({"run-due", "--now", "soon", "--data", data_}), Exit::usage);
}

TEST_F(Commands, WithoutTimesGoByTheClock) {
    tests::TestApp app;  // at 2018-11-01T09:00Z
    app.app().config.listen_port = 0;
    server::command_line::RunningServer running(app.app(), server::command_line::Jobs::by_hand);
    const std::vector<std::string> data{"--data", app.directory().string(), "--json"};
    const auto answer = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), data.begin(), data.end());
        EXPECT_EQ(run(arguments), Exit::ok) << err_.str();
        return out_.str();
    };
    EXPECT_EQ(answer({"due"}), answer({"due", "--at", "2018-11-01T09:00Z"}));
    EXPECT_NE(answer({"due"}), answer({"due", "--at", "2018-10-01T09:00Z"}));
    EXPECT_EQ(answer({"run-due", "-n"}), answer({"due"}));
    EXPECT_EQ(answer({"clashes"}),
              answer({"clashes", "--from", "2018-11-01", "--to", "2019-11-01"}));
    EXPECT_EQ(answer({"clashes", "--from", "2018-01-01"}),
              answer({"clashes", "--from", "2018-01-01", "--to", "2019-01-01"}));
    EXPECT_NE(answer({"clashes"}), answer({"clashes", "--from", "2018-01-01"}));
    EXPECT_EQ(answer({"import", "csv", county, "--county", "The County"}).substr(0, 1), "{");
    EXPECT_TRUE(said(server::command_line::words::name_shown_after_restart)) << err_.str();
}

TEST_F(Commands, AnUnknownCommandIsNamed) {
    EXPECT_EQ(run({"fly"}), Exit::usage);
    const std::string unknown = "There is no command";
    EXPECT_TRUE(said(unknown + " fly.")) << err_.str();
    EXPECT_EQ(run({"mail", "fly", "1"}), Exit::usage);
    EXPECT_TRUE(said(unknown + " mail fly.")) << err_.str();
    EXPECT_EQ(run({"mail"}), Exit::usage);
    EXPECT_FALSE(said(unknown)) << err_.str();
}

TEST_F(Commands, RunDueIsLeftToARunningServer) {
    tests::TestApp app;
    app.app().config.listen_port = 0;
    server::command_line::RunningServer running(app.app(), server::command_line::Jobs::by_hand);
    const auto data = app.directory().string();
    // The very time by the server's clock, which it once took for its own command.
    const std::vector<std::string> run_due{"run-due", "--now", "2018-11-01T09:00Z", "--data", data};
    EXPECT_EQ(run(run_due), Exit::conflict);
    EXPECT_TRUE(said("A server is running on this data")) << err_.str();
    auto dry_run = run_due;
    dry_run.emplace_back("--dry-run");
    EXPECT_EQ(run(dry_run), Exit::ok) << err_.str();
    EXPECT_EQ(run({"mail", "queue", "--data", data}), Exit::ok);
}

// Beside a running server and without one: what the pages give, byte for byte.
TEST_F(Commands, TimetableAndCirculationsAreThoseOfThePages) {
    tests::TestApp app;
    const auto id = rows(app, "circulation").value("id");
    auto browser = app.browser("hwb-secretariat");
    const auto page = "/circulations/" + id + ".json";
    const std::vector<std::pair<std::vector<std::string>, std::string>> twins{
        {{"timetable"}, "/timetable.json"},
        {{"timetable", "--year", "2019"}, "/timetable.json?year=2019"},
        {{"circulation", "list"}, "/circulations.json"},
        {{"circulation", "show", id}, page},
    };
    app.app().config.listen_port = 0;
    server::command_line::RunningServer running(app.app(), server::command_line::Jobs::by_hand);
    const std::vector<std::string> data{"--data", app.directory().string()};
    for (auto [arguments, address] : twins) {
        arguments.insert(arguments.end(), data.begin(), data.end());
        arguments.emplace_back("--json");
        EXPECT_EQ(run(arguments), Exit::ok) << err_.str();
        EXPECT_EQ(out_.str(), browser.get(address).body + "\n") << address;
    }
    EXPECT_EQ(run({"circulation", "show", "none", data[0], data[1]}), Exit::not_found);
    EXPECT_TRUE(said("There is no circulation none")) << err_.str();
    EXPECT_EQ(run({"timetable", "--year", "x", data[0], data[1]}), Exit::usage);
}

TEST_F(Commands, TimetableAndCirculationsInWords) {
    import_county();
    ASSERT_EQ(run({"timetable", "--data", data_}), Exit::ok) << err_.str();
    EXPECT_TRUE(said(server::timetable::words::reports_due_each_year(
                         46, "15 Agree, 6 Consult, 25 Inform", "26 spring, 12 summer, 8 autumn") +
                     "\n"));
    EXPECT_TRUE(said("OSCB Annual Report\tOSCB\tAgree\tautumn\n")) << out_.str();
    ASSERT_EQ(run({"timetable", "--year", "2019", "--data", data_}), Exit::ok);
    EXPECT_TRUE(
        said(server::timetable::words::reports_due_in(42, 2019, "15 Agree, 4 Consult, 23 Inform",
                                                      "24 spring, 10 summer, 8 autumn") +
             "\n"));
    EXPECT_EQ(run({"timetable", "--year", "1600", "--data", data_}), Exit::usage);
    EXPECT_TRUE(said(std::string("--year: ") + server::timetable::words::enter_year)) << err_.str();
    EXPECT_EQ(run({"timetable", "--year", "2019"}), Exit::usage);
    ASSERT_EQ(run({"circulation", "list", "--data", data_}), Exit::ok);
    EXPECT_TRUE(said("\tJoint working protocol\tdraft 6\tHWB\tAgreed by 0 of 14 boards."));
    const auto id = out_.str().substr(0, out_.str().find('\t'));
    ASSERT_EQ(run({"circulation", "show", id, "--data", data_}), Exit::ok);
    EXPECT_TRUE(said("Thursday 31 March 2016\tCT\tplanned\t")) << out_.str();
    EXPECT_EQ(std::ranges::count(out_.str(), '\n'), 17) << out_.str();
    EXPECT_EQ(run({"circulation", "show", "none", "--data", data_}), Exit::not_found);
    EXPECT_EQ(run({"circulation", "--data", data_}), Exit::usage);
}

class Settings : public Commands {
  protected:
    ~Settings() override { ::unsetenv("SHIREMOOT_WORKERS"); }
    std::string file(const std::string& text) {
        const auto path = directory_.path() / "shiremoot.ini";
        std::ofstream(path) << text;
        return path.string();
    }
};

TEST_F(Settings, ComeFromFlagsThenTheEnvironmentThenTheFile) {
    const auto path = file(
        "# a comment\n[serve]\nworkers = 3\ndata = \"from-file\"\n"
        "base-url=https://boards.example.gov.uk/\ntrusted-proxy = 10.0.0.1,10.0.0.2\n");
    auto parsed = parse({"serve", "--config", path});
    ASSERT_TRUE(parsed.options) << err_.str();
    EXPECT_EQ(parsed.options->config.workers, 3);
    EXPECT_EQ(parsed.options->config.data_directory, directory_.path() / "from-file");
    EXPECT_EQ(parsed.options->config.base_url, "https://boards.example.gov.uk");
    EXPECT_EQ(parsed.options->config.trusted_proxies,
              (std::vector<std::string>{"10.0.0.1", "10.0.0.2"}));
    ::setenv("SHIREMOOT_WORKERS", "5", 1);
    EXPECT_EQ(parse({"serve", "--config", path}).options.value().config.workers, 5);
    EXPECT_EQ(parse({"serve", "--config", path, "--workers", "7"}).options.value().config.workers,
              7);
}

TEST_F(Settings, ThatAreWrongAreRefused) {
    const auto exit = [&](const std::string& text) {
        return parse({"serve", "--data", data_, "--config", file(text)}).exit;
    };
    EXPECT_EQ(exit("workers = 3\n"), Exit::ok);
    EXPECT_EQ(exit("wokers = 3\n"), Exit::usage);
    EXPECT_TRUE(said("shiremoot.ini:1: there is no setting wokers")) << err_.str();
    EXPECT_EQ(exit("workers = 1000\n"), Exit::usage);
    EXPECT_EQ(exit("workers\n"), Exit::usage);
    EXPECT_EQ(exit("workers = 3\nworkers = 4\n"), Exit::usage);
    EXPECT_EQ(exit("config = other.ini\n"), Exit::usage);
    EXPECT_EQ(parse({"serve", "--data", data_, "--config", "missing.ini"}).exit, Exit::usage);
    EXPECT_TRUE(said("missing.ini cannot be read")) << err_.str();
    EXPECT_EQ(parse({"serve"}).exit, Exit::usage);
    EXPECT_TRUE(said("--data")) << err_.str();
}

TEST_F(Settings, BaseUrlIsASchemeAndAHost) {
    EXPECT_EQ(server::base::read_base_url("https://a.example/").value(), "https://a.example");
    EXPECT_EQ(server::base::read_base_url("http://127.0.0.1:8080").value(),
              "http://127.0.0.1:8080");
    EXPECT_EQ(server::base::read_base_url("https://a.example:443").value(), "https://a.example");
    for (const auto* wrong : {"a.example", "ftp://a.example", "https://", "https:///",
                              "https://a.example/boards", "https://a.example?x", "https://u@a.b"}) {
        EXPECT_FALSE(server::base::read_base_url(wrong)) << wrong;
        EXPECT_EQ(parse({"serve", "--data", data_, "--base-url", wrong}).exit, Exit::usage);
        EXPECT_EQ(parse({"user", "link", "a@b.c", "--data", data_, "--base-url", wrong}).exit,
                  Exit::usage);
    }
}

TEST_F(Settings, ListenTakesAnAddressAndAPort) {
    server::base::Config config;
    EXPECT_TRUE(server::base::set_listen(config, "[::1]:8080"));
    EXPECT_EQ(config.listen_address, "::1");
    EXPECT_EQ(config.listen_port, 8080);
    EXPECT_EQ(config.base_url, "http://[::1]:8080");
    EXPECT_TRUE(server::base::set_listen(config, "0.0.0.0:65535"));
    for (const auto* wrong : {"127.0.0.1:99999", "127.0.0.1:", "127.0.0.1", "::1:8080", "[::1]",
                              "localhost:80", "127.0.0.1:80x", ":8080", "[127.0.0.1]:80", ""}) {
        EXPECT_FALSE(server::base::set_listen(config, wrong)) << wrong;
        EXPECT_EQ(run({"serve", "--data", data_, "--listen", wrong}), Exit::usage) << wrong;
    }
    EXPECT_EQ(config.listen_port, 65535);
    EXPECT_FALSE(fs::exists(data_));
}

}  // namespace
