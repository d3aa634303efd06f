// Every column of the schema that names a person is known to db/reach.cpp.
#include "db/reach.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "db/session.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

using Row = std::vector<std::string>;
using Names = std::set<std::string>;

class Schema {
  public:
    Schema() : tx_(temporary_.database().begin_write()) {}

    std::vector<Row> rows(const std::string& sql) {
        std::vector<Row> found;
        const auto add = [](void* to, int count, char** values, char**) {
            Row row;
            for (int i = 0; i < count; ++i)
                row.emplace_back(values[i] == nullptr ? "" : values[i]);
            static_cast<std::vector<Row>*>(to)->push_back(row);
            return 0;
        };
        auto* connection = static_cast<sqlite3*>(tx_->session().native());
        EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), add, &found, nullptr), SQLITE_OK);
        return found;
    }

    /// By a foreign key, by what such columns are called, or by the comment beside it.
    Names person_columns() {
        static const std::regex called(
            "(.*_)?(person|holder|actor|author|partner|presenter|owner|by)");
        Names found;
        for (const auto& table :
             rows("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql <> ''")) {
            const auto key = targets(table[0]);
            for (const auto& column :
                 rows("SELECT name FROM pragma_table_info('" + table[0] + "')")) {
                const auto target = key.find(column[0]);
                const bool names = target != key.end()
                                       ? target->second == "person"
                                       : std::regex_match(column[0], called) ||
                                             is_said_to_name_one(table[1], column[0]);
                if (names) found.insert(table[0] + "." + column[0]);
            }
        }
        return found;
    }

  private:
    std::map<std::string, std::string> targets(const std::string& table) {
        std::map<std::string, std::string> found;
        for (const auto& key :
             rows("SELECT \"from\", \"table\" FROM pragma_foreign_key_list('" + table + "')"))
            found.emplace(key[0], key[1]);
        return found;
    }
    static bool is_said_to_name_one(const std::string& sql, const std::string& column) {
        static const std::regex said("-- .*person[. ]key");
        std::istringstream lines(sql);
        for (std::string line; std::getline(lines, line);) {
            std::istringstream words(line);
            std::string first;
            words >> first;
            if (first == column && std::regex_search(line, said)) return true;
        }
        return false;
    }

    tests::TemporaryDatabase temporary_;
    std::unique_ptr<db::WriteTx> tx_;
};

TEST(Reach, KnowsEveryColumnThatNamesAPerson) {
    Names known;
    for (const auto& column : db::person_columns())
        known.insert(std::string(column.table) + "." + std::string(column.column));
    EXPECT_EQ(known.size(), db::person_columns().size());
    const auto found = Schema().person_columns();
    EXPECT_GT(found.size(), 50U);
    for (const auto& column : found)
        EXPECT_TRUE(known.contains(column))
            << "add " << column << " to db/reach.cpp: to a statement there, or with the reason why "
            << "being named in it opens nothing";
    for (const auto& column : known)
        EXPECT_TRUE(found.contains(column)) << column << " names nobody";
}

// Whose report it is follows from the timetable, which is not a matter of SQL.
TEST(Reach, AStatementLooksAtEachColumnWithoutAReason) {
    for (const auto& column : db::person_columns()) {
        if (!column.reason.empty() || column.table == "timetable_report") continue;
        bool looked_at = false;
        for (const auto* sql : db::reach_statements()) {
            const auto text = db::text_of(*sql);
            const std::regex names("\\b" + std::string(column.column) + " = :person");
            looked_at |=
                std::regex_search(text, std::regex("\\b" + std::string(column.table) + "\\b")) &&
                std::regex_search(text, names);
        }
        EXPECT_TRUE(looked_at) << column.table << "." << column.column;
    }
}

}  // namespace
