// The tables that are made anew keep every row, and what refers to them; afterwards a column with a
// few values takes no other.
#include <gtest/gtest.h>

#include <map>

#include "db/migrate.hpp"
#include "db/statement.hpp"
#include "tests/db/county_ff573da.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

using Counts = std::map<std::string, std::string>;

constexpr const char* made_anew[] = {
    "agenda_request", "circulation_stop", "date_poll",           "issue",
    "issue_meeting",  "response",         "response_arrangement"};

constexpr const char* rows_that_the_county_has_none_of = R"(
    INSERT INTO date_poll(id, board, title, kind, held_in, starts, ends, whole_board, closes_on,
        state, created_at, created_by)
    SELECT 'p1', MIN(code), 'Title', 'chairs', 'private', '14:00', '16:00', 0, '2018-12-07', 'open',
        5, 'somebody' FROM board;
    INSERT INTO date_poll_day(poll, day) VALUES ('p1', '2018-12-20');
    INSERT INTO response_arrangement(id, asking_board, owing_board, title, required, every_months,
        next_due, created_at, created_by, end_reason)
    SELECT 'a1', MIN(code), MAX(code), 'Title', 'report_back', 3, '2019-01-01', 5, 'somebody', 'why'
    FROM board;
)";

Counts counts_of(db::Session& session) {
    Counts counts;
    for (const char* table : made_anew)
        counts[table] = session.query_text(std::string("SELECT COUNT(*) FROM ") + table);
    return counts;
}

// Every value of every row, in the order of the columns.
std::string rows_of(db::Session& session, const std::string& table) {
    const auto columns = session.query_text(
        "SELECT GROUP_CONCAT('QUOTE(' || name || ')', ' || ') FROM pragma_table_info('" + table +
        "')");
    return session.query_text("SELECT GROUP_CONCAT(line, CHAR(10)) FROM (SELECT " + columns +
                              " AS line FROM " + table + " ORDER BY 1)");
}

std::string indexes_of(db::Session& session, const std::string& table) {
    return session.query_text(
        "SELECT GROUP_CONCAT(sql, CHAR(10)) FROM (SELECT sql FROM sqlite_schema WHERE type = "
        "'index' AND sql IS NOT NULL AND tbl_name = '" +
        table + "' ORDER BY name)");
}

class StateChecks : public testing::Test {
  protected:
    StateChecks() {
        tests::write_county_ff573da(directory_.path());
        auto earlier = db::embedded_migrations();
        std::erase_if(earlier, [](const auto& one) { return one.name >= "0028"; });
        db::migrate(session_, earlier);
        session_.execute_script(rows_that_the_county_has_none_of);
    }

    tests::TemporaryDirectory directory_;
    db::Session session_{directory_.path() / "shiremoot.db", db::Access::read_write};
};

TEST_F(StateChecks, KeepEveryRowAndIndex) {
    const auto counts = counts_of(session_);
    std::map<std::string, std::string> rows, indexes;
    for (const char* table : made_anew) {
        rows[table] = rows_of(session_, table);
        indexes[table] = indexes_of(session_, table);
        EXPECT_NE(counts.at(table), "0") << table << ": the county has none to keep";
    }
    db::migrate(session_, db::embedded_migrations());
    EXPECT_EQ(counts_of(session_), counts);
    for (const char* table : made_anew) {
        EXPECT_EQ(rows_of(session_, table), rows.at(table)) << table;
        EXPECT_EQ(indexes_of(session_, table), indexes.at(table)) << table;
    }
    EXPECT_EQ(session_.query_text("SELECT \"table\" FROM pragma_foreign_key_check"), "");
    EXPECT_EQ(session_.query_text("PRAGMA integrity_check"), "ok");
    EXPECT_EQ(session_.query_text("PRAGMA foreign_keys"), "1");
}

TEST_F(StateChecks, RefuseWhatIsNotNamed) {
    db::migrate(session_, db::embedded_migrations());
    for (const char* update :
         {"UPDATE agenda_request SET state = 'lost'", "UPDATE agenda_request SET offer = 'tea'",
          "UPDATE circulation_stop SET state = ''", "UPDATE date_poll SET kind = 'ball'",
          "UPDATE date_poll SET held_in = 'secret'", "UPDATE issue SET state = 'lost'",
          "UPDATE issue_meeting SET state = 'lost'", "UPDATE response SET state = 'lost'",
          "UPDATE response SET required = ''", "UPDATE response_arrangement SET required = ''"})
        EXPECT_THROW(session_.execute_script(update), std::runtime_error) << update;
}

// What still refers to a table by its name refers to the new one.
TEST_F(StateChecks, KeepTheReferences) {
    db::migrate(session_, db::embedded_migrations());
    for (const char* erase : {"DELETE FROM date_poll",
                              "DELETE FROM issue WHERE id IN (SELECT issue "
                              "FROM issue_meeting)"})
        EXPECT_THROW(session_.execute_script(erase), std::runtime_error) << erase;
}

TEST_F(StateChecks, AreUndoneWhereARowNamesNothing) {
    auto all = db::embedded_migrations();
    all.push_back(
        {"9999_astray", "INSERT INTO issue_meeting VALUES ('nobody', 'nothing', 'with_chair')"});
    EXPECT_THROW(db::migrate(session_, all), std::runtime_error);
    EXPECT_EQ(session_.query_text("SELECT COUNT(*) FROM issue_meeting WHERE issue = 'nobody'"),
              "0");
    EXPECT_EQ(session_.query_text("SELECT name FROM migration WHERE name = '9999_astray'"), "");
    EXPECT_EQ(session_.query_text("PRAGMA foreign_keys"), "1");
}

}  // namespace
