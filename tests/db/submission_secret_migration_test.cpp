// A file of an earlier version: the secrets of links that it kept in answers of forms are gone.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "db/migrate.hpp"
#include "db/session.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

constexpr const char* rows_of_0024 = R"(
    INSERT INTO submission(token, person, body_hash, location, at) VALUES
        ('a', 'p', 'h', '/r/CANARYsecret?done=saved', 3),
        ('b', 'p', 'h', '/s/CANARYsecret', 3),
        ('c', 'p', 'h', '/requests/r1?done=sent', 3);
)";

TEST(SubmissionSecretMigration, ClearsTheSecretsAndLeavesTheRest) {
    tests::TemporaryDirectory directory;
    const auto file = directory.path() / "shiremoot.db";
    {
        db::Session session(file, db::Access::read_write);
        auto earlier = db::embedded_migrations();
        std::erase_if(earlier, [](const auto& one) { return one.name >= "0025"; });
        db::migrate(session, earlier);
        session.execute_script(rows_of_0024);
    }
    {
        tests::SettableClock clock;
        tests::CountingIds ids;
        db::Database database(file, 1, clock, ids);
        const auto tx = database.begin_read();
        EXPECT_EQ(tx->session().query_text(
                      "SELECT GROUP_CONCAT(location, ' ') FROM (SELECT * FROM submission ORDER BY "
                      "token)"),
                  "/r/{token} /s/{token} /requests/r1?done=sent");
    }
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_EQ(bytes.find("CANARYsecret"), std::string::npos);
}

}  // namespace
