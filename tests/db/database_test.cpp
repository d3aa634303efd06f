// The transaction frame: snapshots, one writer, rollback, the lock against a second process.
#include "db/database.hpp"

#include <gtest/gtest.h>
#include <soci/soci.h>

#include "db/statement.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

using tests::TemporaryDatabase;

constexpr db::Sql insert_setting{"test.insert",
                                 "INSERT INTO setting(name, value) VALUES (:name, :value)"};
constexpr db::Query<int> count_settings{"test.count", "SELECT COUNT(*) FROM setting"};
constexpr db::Query<std::string> null_text{"test.null", "SELECT NULL FROM setting"};
using Setting = std::pair<std::string, std::string>;
constexpr db::Query<Setting> list_settings{"test.list",
                                           "SELECT name, value FROM setting ORDER BY name"};

TEST(Database, CommitsWhatWasWritten) {
    TemporaryDatabase temporary;
    {
        auto tx = temporary.database().begin_write();
        EXPECT_EQ(
            db::run(tx->session(), insert_setting, {{"name", "county"}, {"value", "Oxfordshire"}}),
            1);
        tx->commit();
    }
    auto tx = temporary.database().begin_read();
    std::string seen;
    for (const auto& [name, value] : db::select(tx->session(), list_settings))
        seen += name + "=" + value;
    EXPECT_EQ(seen, "county=Oxfordshire");
}

TEST(Database, RollsBackWithoutCommit) {
    TemporaryDatabase temporary;
    {
        db::run(temporary.database().begin_write()->session(), insert_setting,
                {{"name", "a"}, {"value", "b"}});
    }
    auto tx = temporary.database().begin_read();
    EXPECT_EQ(db::value(tx->session(), count_settings), 0);
}

TEST(Database, ReaderKeepsItsSnapshot) {
    TemporaryDatabase temporary;
    auto reader = temporary.database().begin_read();
    EXPECT_EQ(db::value(reader->session(), count_settings), 0);
    auto writer = temporary.database().begin_write();
    db::run(writer->session(), insert_setting, {{"name", "a"}, {"value", "b"}});
    writer->commit();
    EXPECT_EQ(db::value(reader->session(), count_settings), 0);
    EXPECT_EQ(db::value(temporary.database().begin_read()->session(), count_settings), 1);
}

// What goes wrong while rows are read must not leave the reader behind at that moment.
TEST(Database, AReaderThatFailedSeesWhatIsNewAfterwards) {
    TemporaryDatabase temporary;
    const auto write = [&](const std::string& name) {
        auto writer = temporary.database().begin_write();
        db::run(writer->session(), insert_setting, {{"name", name}, {"value", ""}});
        writer->commit();
    };
    write("a");
    write("b");
    // A null where text is wanted, and a reader of the rows that gives up.
    EXPECT_THROW(db::value(temporary.database().begin_read()->session(), null_text),
                 soci::soci_error);
    const auto give_up = [&] {
        db::each(temporary.database().begin_read()->session(), list_settings, {},
                 [](const Setting&) { throw std::runtime_error("enough"); });
    };
    EXPECT_THROW(give_up(), std::runtime_error);
    write("c");
    for (int i = 0; i < 8; ++i)
        EXPECT_EQ(db::value(temporary.database().begin_read()->session(), count_settings), 3);
}

TEST(Database, ReaderCannotWrite) {
    TemporaryDatabase temporary;
    auto reader = temporary.database().begin_read();
    EXPECT_THROW(db::run(reader->session(), insert_setting, {{"name", "a"}, {"value", "b"}}),
                 soci::soci_error);
}

TEST(Database, TheSameStatementNestsInItself) {
    TemporaryDatabase temporary;
    auto tx = temporary.database().begin_write();
    db::run(tx->session(), insert_setting, {{"name", "a"}, {"value", "1"}});
    db::run(tx->session(), insert_setting, {{"name", "b"}, {"value", "2"}});
    int pairs = 0;
    db::each(tx->session(), list_settings, {}, [&](const Setting&) {
        db::each(tx->session(), list_settings, {}, [&](const Setting&) { ++pairs; });
    });
    EXPECT_EQ(pairs, 4);
}

TEST(Database, RefusesASecondProcessOnTheSameFile) {
    TemporaryDatabase temporary;
    EXPECT_THROW(temporary.open_again(), std::runtime_error);
}

TEST(Database, AuditTrailCannotBeChanged) {
    TemporaryDatabase temporary;
    auto tx = temporary.database().begin_write();
    tx->session().execute_script(
        "INSERT INTO audit VALUES (1, 0, 'a', '', 'x', 'y', '', '', '', 'h')");
    EXPECT_THROW(tx->session().execute_script("UPDATE audit SET actor = 'b'"), soci::soci_error);
    EXPECT_THROW(tx->session().execute_script("DELETE FROM audit"), soci::soci_error);
}

}  // namespace
