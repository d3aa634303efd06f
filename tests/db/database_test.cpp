// The transaction frame: snapshots, one writer, rollback, the lock against a second process.
#include "db/database.hpp"

#include <gtest/gtest.h>

#include "db/statement.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

using tests::TemporaryDatabase;

constexpr db::Sql insert_setting{"test.insert",
                                 "INSERT INTO setting(name, value) VALUES (:name, :value)"};
constexpr db::Sql count_settings{"test.count", "SELECT COUNT(*) FROM setting"};
constexpr db::Sql null_text{"test.null", "SELECT NULL FROM setting"};
constexpr db::Sql list_settings{"test.list", "SELECT name, value FROM setting ORDER BY name"};

TEST(Database, CommitsWhatWasWritten) {
    TemporaryDatabase temporary;
    {
        auto tx = temporary.database().begin_write();
        EXPECT_EQ(db::run(tx->session(), insert_setting, "county", "Oxfordshire"), 1);
        tx->commit();
    }
    auto tx = temporary.database().begin_read();
    std::string seen;
    db::each<std::string, std::string>(
        tx->session(), list_settings,
        [&](const auto& name, const auto& value) { seen += name + "=" + value; });
    EXPECT_EQ(seen, "county=Oxfordshire");
}

TEST(Database, RollsBackWithoutCommit) {
    TemporaryDatabase temporary;
    { db::run(temporary.database().begin_write()->session(), insert_setting, "a", "b"); }
    auto tx = temporary.database().begin_read();
    EXPECT_EQ(db::value<int>(tx->session(), count_settings), 0);
}

TEST(Database, ReaderKeepsItsSnapshot) {
    TemporaryDatabase temporary;
    auto reader = temporary.database().begin_read();
    EXPECT_EQ(db::value<int>(reader->session(), count_settings), 0);
    auto writer = temporary.database().begin_write();
    db::run(writer->session(), insert_setting, "a", "b");
    writer->commit();
    EXPECT_EQ(db::value<int>(reader->session(), count_settings), 0);
    EXPECT_EQ(db::value<int>(temporary.database().begin_read()->session(), count_settings), 1);
}

// What goes wrong while rows are read must not leave the reader behind at that moment.
TEST(Database, AReaderThatFailedSeesWhatIsNewAfterwards) {
    TemporaryDatabase temporary;
    const auto write = [&](const std::string& name) {
        auto writer = temporary.database().begin_write();
        db::run(writer->session(), insert_setting, name, "");
        writer->commit();
    };
    write("a");
    write("b");
    // A null where text is wanted, and a reader of the rows that gives up.
    EXPECT_THROW(db::value<std::string>(temporary.database().begin_read()->session(), null_text),
                 soci::soci_error);
    const auto give_up = [&] {
        db::each<std::string, std::string>(
            temporary.database().begin_read()->session(), list_settings,
            [](const auto&, const auto&) { throw std::runtime_error("enough"); });
    };
    EXPECT_THROW(give_up(), std::runtime_error);
    write("c");
    for (int i = 0; i < 8; ++i)
        EXPECT_EQ(db::value<int>(temporary.database().begin_read()->session(), count_settings), 3);
}

TEST(Database, ReaderCannotWrite) {
    TemporaryDatabase temporary;
    auto reader = temporary.database().begin_read();
    EXPECT_THROW(db::run(reader->session(), insert_setting, "a", "b"), soci::soci_error);
}

TEST(Database, TheSameStatementNestsInItself) {
    TemporaryDatabase temporary;
    auto tx = temporary.database().begin_write();
    db::run(tx->session(), insert_setting, "a", "1");
    db::run(tx->session(), insert_setting, "b", "2");
    int pairs = 0;
    db::each<std::string, std::string>(tx->session(), list_settings, [&](const auto&, const auto&) {
        db::each<std::string, std::string>(tx->session(), list_settings,
                                           [&](const auto&, const auto&) { ++pairs; });
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
