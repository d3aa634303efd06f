// Every SQL statement: listed, named once, accepted by the schema, and no slower as the county
// grows.
#include "db/statements.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "db/county_tables.hpp"
#include "db/described_row.hpp"
#include "db/session.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

// What a county has about as many of as it has boards, reports and posts, or a few more each year.
const std::set<std::string> small_tables{
    "annual_update",
    "board",
    "board_address",
    "board_cadence",
    "board_change",
    "board_group",
    "board_quorum",
    "extra_holiday",
    "membership",
    "membership_detail",
    "migration",
    "office_hand_over",
    "person",
    "register_record",
    "register_return",
    "reminder_rule",
    "report_order",
    "response_arrangement",
    "setting",
    "standing_invitation",
    "theme",
    "theme_poll",
    "timetable_cell",
    "timetable_contradiction",
    "timetable_contradiction_source",
    "timetable_report",
    "timetable_season",
};

// All others: a new table grows until somebody says that it does not.
const std::set<std::string> growing_tables = [] {
    std::set<std::string> names;
    for (const auto& table : db::county_tables())
        if (small_tables.count(std::string(table.name)) == 0) names.emplace(table.name);
    return names;
}();

// Statements that may read a growing table from end to end, and why.
const std::map<std::string, std::string> allowed_scans{
    {"audit.find_last", "the newest row by its key, LIMIT 1"},
    {"audit.list_chain", "verifies every row; for `check` and backups"},
    {"backup.list_hashes", "every paper; for `check` and backups"},
    {"case_log.orphans", "every line of every case; for `check` and imports"},
    {"case_log.words", "every line of every case; for `check` and backups"},
    {"circulations.list_all", "some tens a year; what a reader may see of them is not for SQL"},
    {"export.circulations", "the whole county is what an export writes"},
    {"export.meetings", "the whole county is what an export writes"},
    {"export.left_out", "totals over the whole county; for an export"},
    {"import.find_circulation", "some tens a year, and only while a file is imported"},
    {"outbox.states", "totals of the mail page, from an index alone"},
    {"outbox.templates", "totals of the mail page"},
};

class Statement {
  public:
    Statement(sqlite3* connection, const std::string& text) {
        const int result = sqlite3_prepare_v2(connection, text.c_str(), -1, &statement_, nullptr);
        EXPECT_EQ(result, SQLITE_OK) << text << "\n" << sqlite3_errmsg(connection);
    }
    ~Statement() { sqlite3_finalize(statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    /// What its columns are called.
    std::vector<std::string> names() {
        std::vector<std::string> all;
        for (int i = 0; i < sqlite3_column_count(statement_); ++i)
            all.emplace_back(sqlite3_column_name(statement_, i));
        return all;
    }
    std::vector<std::string> column(int index) {
        std::vector<std::string> values;
        while (sqlite3_step(statement_) == SQLITE_ROW)
            values.emplace_back(
                reinterpret_cast<const char*>(sqlite3_column_text(statement_, index)));
        return values;
    }

  private:
    sqlite3_stmt* statement_ = nullptr;
};

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_')
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    return words;
}

/// Plans speak of aliases: "SCAN m" for "FROM meeting m".
std::string table_of(const std::string& name, const std::string& sql) {
    const auto words = words_of(sql);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto alias = i + 2 < words.size() && words[i + 1] == "AS" ? i + 2 : i + 1;
        if (words[alias] == name && growing_tables.count(words[i]) != 0) return words[i];
    }
    return name;
}

/// The names after "constexpr Sql" and "constexpr Query<Row>" in a source text.
std::multiset<std::string> defined_names(const std::string& text) {
    std::multiset<std::string> names;
    for (const std::string_view definition : {"constexpr Sql ", "constexpr Query<"}) {
        for (auto at = text.find(definition); at != std::string::npos;
             at = text.find(definition, at + 1)) {
            const auto begin = text.find('"', at) + 1;
            names.insert(text.substr(begin, text.find('"', begin) - begin));
        }
    }
    return names;
}

class Statements : public testing::Test {
  protected:
    Statements() : tx_(temporary_.database().begin_write()) {}
    sqlite3* connection() { return static_cast<sqlite3*>(tx_->session().native()); }
    std::set<std::string> scanned_tables(const std::string& sql) {
        std::set<std::string> tables;
        for (const auto& detail : Statement(connection(), "EXPLAIN QUERY PLAN " + sql).column(3)) {
            const auto words = words_of(detail);
            if (words[0] == "SCAN" && !by_partial_index(words))
                tables.insert(table_of(words[1], sql));
        }
        return tables;
    }

    /// A partial index holds only the rows still open, which do not grow with the years.
    bool by_partial_index(const std::vector<std::string>& words) {
        const auto index = std::find(words.begin(), words.end(), "INDEX");
        return index != words.end() &&
               Statement(connection(),
                         "SELECT name FROM sqlite_schema WHERE type = 'index' AND "
                         "sql LIKE '% WHERE %' AND name = '" +
                             *std::next(index) + "'")
                       .column(0)
                       .size() == 1;
    }

    tests::TemporaryDatabase temporary_;
    std::unique_ptr<db::WriteTx> tx_;
};

TEST_F(Statements, AreAcceptedByTheSchema) {
    for (const auto* sql : db::all_statements())
        Statement(connection(), db::text_of(*sql));
}

// A row is read by the place of its fields: each must find its own column there.
TEST_F(Statements, GiveTheColumnsThatTheirRowsHave) {
    for (const auto* sql : db::all_statements()) {
        const auto names = Statement(connection(), db::text_of(*sql)).names();
        if (sql->columns == nullptr) {
            EXPECT_TRUE(names.empty()) << sql->name << " gives rows that nobody reads";
            continue;
        }
        const auto& columns = sql->columns().list;
        ASSERT_EQ(names.size(), columns.size()) << sql->name;
        for (std::size_t i = 0; i < names.size(); ++i)
            EXPECT_TRUE(columns[i].field.empty() || columns[i].field == names[i])
                << sql->name << " gives " << names[i] << " for " << columns[i].field;
    }
}

TEST_F(Statements, ScanNoTableThatGrows) {
    for (const auto* sql : db::all_statements())
        for (const auto& table : scanned_tables(db::text_of(*sql)))
            EXPECT_TRUE(growing_tables.count(table) == 0 || allowed_scans.count(sql->name) != 0)
                << sql->name << " reads all of " << table;
}

TEST_F(Statements, AllowedScansAreStillScans) {
    std::map<std::string, std::string> texts;
    for (const auto* sql : db::all_statements())
        texts[sql->name] = db::text_of(*sql);
    for (const auto& [name, reason] : allowed_scans) {
        bool scans = false;
        for (const auto& table : scanned_tables(texts[name]))
            scans = scans || growing_tables.count(table) != 0;
        EXPECT_TRUE(scans) << name << " (" << reason << ") needs no exception";
    }
}

TEST_F(Statements, ALeaseReadsOnlyTheRowsItTakes) {
    std::size_t looked_at = 0;
    for (const auto* sql : db::all_statements()) {
        const std::string name = sql->name;
        if (name != "outbox.lease" && name != "outbox.find_due") continue;
        std::string plan;
        for (const auto& detail :
             Statement(connection(), "EXPLAIN QUERY PLAN " + db::text_of(*sql)).column(3))
            plan += detail + "\n";
        EXPECT_NE(plan.find("INDEX outbox_ready (next_at<?)"), std::string::npos) << plan;
        EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
        ++looked_at;
    }
    EXPECT_EQ(looked_at, 2U);
}

TEST_F(Statements, ScanCheckSeesAScan) {
    EXPECT_EQ(scanned_tables("SELECT m.place FROM meeting m WHERE m.place = 'x'"),
              std::set<std::string>{"meeting"});
    EXPECT_TRUE(scanned_tables("SELECT m.place FROM meeting m WHERE m.id = 'x'").empty());
}

TEST(StatementList, HoldsEveryStatementOfTheSourcesOnce) {
    std::multiset<std::string> written;
    const auto folder = std::filesystem::path(SHIREMOOT_SOURCE_DIR) / "db";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".cpp") continue;
        std::ifstream stream(entry.path());
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        written.merge(defined_names(text));
    }
    std::multiset<std::string> listed;
    for (const auto* sql : db::all_statements())
        listed.insert(sql->name);
    EXPECT_EQ(listed, written);
    EXPECT_EQ(std::set<std::string>(listed.begin(), listed.end()).size(), listed.size());
    EXPECT_GT(listed.size(), 50U);
}

}  // namespace
