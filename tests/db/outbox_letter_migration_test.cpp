// A file of an earlier version: its messages keep their bytes when these move to their own table.
#include <gtest/gtest.h>

#include "db/migrate.hpp"
#include "db/outbox.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

// Three rows as version 0003 kept them: one with bytes, one account letter without, one leased.
constexpr const char* rows_of_0003 = R"(
    INSERT INTO outbox(id, key, batch, class, template, board, subject_id, person, sender,
        recipient, subject, message_id, bytes, state, next_at, not_after, eod_marked, created_at)
    VALUES
        (1, 'a', 'b', 'notice', 't', '', '', '', 's@example.org', 'r@example.org', 'x', '<a@x>',
         'the bytes', 'queued', 5, 9, 0, 3),
        (2, 'b', 'b', 'account', 't', '', '', '', 's@example.org', 'r@example.org', 'x', '<b@x>',
         '', 'accepted', 5, 9, 0, 3),
        (3, 'c', 'b', 'notice', 't', '', '', '', 's@example.org', 'r@example.org', 'x', '<c@x>',
         'more bytes', 'leased', 5, 9, 1, 3);
    INSERT INTO outbox_event(outbox, at, kind, detail) VALUES (2, 4, 'accepted', 'Ok');
)";

TEST(OutboxLetterMigration, KeepsEveryMessageAndItsBytes) {
    tests::TemporaryDirectory directory;
    const auto file = directory.path() / "shiremoot.db";
    {
        db::Session session(file, db::Access::read_write);
        auto earlier = db::embedded_migrations();
        std::erase_if(earlier, [](const auto& one) { return one.name >= "0004_outbox_letter"; });
        db::migrate(session, earlier);
        session.execute_script(rows_of_0003);
    }
    tests::SettableClock clock;
    tests::CountingIds ids;
    db::Database database(file, 1, clock, ids);
    const auto tx = database.begin_read();
    EXPECT_EQ(db::find_outbox(*tx, 1)->bytes, "the bytes");
    EXPECT_EQ(db::find_outbox(*tx, 1)->state, db::OutboxState::queued);
    EXPECT_EQ(db::find_outbox(*tx, 2)->bytes, "");
    EXPECT_EQ(db::find_outbox(*tx, 3)->bytes, "more bytes");
    EXPECT_EQ(tx->session().query_text("SELECT message FROM outbox_letter WHERE message = 2"), "");
    EXPECT_EQ(tx->session().query_text("SELECT eod_marked FROM outbox WHERE id = 3"), "1");
    EXPECT_EQ(tx->session().query_text("SELECT COUNT(*) FROM outbox_event"), "1");
    EXPECT_EQ(tx->session().query_text("PRAGMA integrity_check"), "ok");
}

}  // namespace
