// The one way to the rows: arguments by name, columns by the fields of a struct, text checked.
#include "db/statement.hpp"

#include <gtest/gtest.h>

#include "tests/db/temporary_database.hpp"
#include "workflows/meetings/meeting.hpp"

namespace statement_tests {

using workflows::make_day;

struct Inner {
    workflows::MeetingState state = workflows::MeetingState::held;
    std::optional<workflows::Day> day;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (state, day))

struct Outer {
    std::string name;
    Inner inner;
    int length = 0;
    bool marked = false;
    std::optional<workflows::Instant> at;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (name, inner, length, marked, at))

}  // namespace statement_tests

namespace db {

template <>
inline constexpr std::array columns_from<statement_tests::Inner>{From{"state", "current"}};
template <>
inline constexpr std::array columns_from<statement_tests::Outer>{From{"length", "LENGTH(t.name)"}};

}  // namespace db

namespace statement_tests {
namespace {

using db::Query;
using db::Sql;

constexpr Sql make{
    "test.make", "CREATE TABLE t (name TEXT, current TEXT, day TEXT, marked INTEGER, at INTEGER)"};
constexpr Sql insert{"test.insert", R"(
    INSERT INTO t(name, current, day, marked, at) VALUES (:name, :current, :day, :marked, :at))"};
constexpr const char* by_name = " ORDER BY t.name";
constexpr Query<Outer> list{"test.list", "SELECT {t.columns} FROM t", by_name};
constexpr Query<Outer> parts{"test.parts", R"(
    SELECT {t.name}, {t.inner}, {t.length}, {t.marked}, {t.at} FROM t WHERE name = :name)"};
constexpr Query<int> twice{"test.twice", R"(
    SELECT COUNT(*) FROM t WHERE name = :name OR ':day' || :name = current)"};
constexpr Query<std::string> names{"test.names", "SELECT name FROM t ORDER BY name"};
constexpr Query<std::array<int, 2>> numbers{"test.numbers", "SELECT marked, 7 FROM t"};

class StatementTest : public testing::Test {
  protected:
    StatementTest() : tx_(temporary_.database().begin_write()) { db::run(session(), make); }
    db::Session& session() { return tx_->session(); }
    long long add(const Outer& row) { return db::run(session(), insert, db::fields_of(row)); }

    tests::TemporaryDatabase temporary_;
    std::unique_ptr<db::WriteTx> tx_;
};

TEST_F(StatementTest, ARowComesBackAsItWasWritten) {
    const workflows::Instant at{std::chrono::seconds{1234}};
    add({"café", {workflows::MeetingState::cancelled, make_day(2026, 11, 30)}, 0, true, at});
    add({"none", {}, 0, false, {}});
    const auto rows = db::select(session(), list);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].name, "café");
    EXPECT_EQ(rows[0].inner.state, workflows::MeetingState::cancelled);
    EXPECT_EQ(rows[0].inner.day, make_day(2026, 11, 30));
    EXPECT_EQ(rows[0].length, 4);
    EXPECT_TRUE(rows[0].marked);
    EXPECT_EQ(rows[0].at, at);
    EXPECT_FALSE(rows[1].inner.day || rows[1].at || rows[1].marked);
}

TEST_F(StatementTest, TheListOfColumnsComesFromTheFields) {
    EXPECT_EQ(db::text_of(list),
              R"(SELECT t.name, t.current AS "state", t.day, LENGTH(t.name) AS "length", )"
              "t.marked, t.at FROM t ORDER BY t.name");
    add({"a", {}, 0, true, {}});
    EXPECT_TRUE(db::select_one(session(), parts, {{"name", "a"}})->marked);
    EXPECT_FALSE(db::select_one(session(), parts, {{"name", "b"}}));
    EXPECT_EQ(db::value(session(), numbers), (std::array{1, 7}));
    EXPECT_THROW(db::with_columns("SELECT {t.nothing}", db::columns_of<Outer>()), std::logic_error);
}

TEST_F(StatementTest, OneArgumentServesItsParameterEverywhere) {
    add({"a", {}, 0, false, {}});
    EXPECT_EQ(db::value(session(), twice, {{"name", "a"}}), 1);
    EXPECT_EQ(db::value(session(), twice, {{"name", "b"}}), 0);
}

TEST_F(StatementTest, ArgumentsAndParametersMustMatch) {
    EXPECT_THROW(db::value(session(), twice), std::logic_error);
    EXPECT_THROW(db::value(session(), twice, {{"nam", "a"}}), std::logic_error);
    EXPECT_THROW(db::value(session(), twice, {{"name", "a"}, {"day", "b"}}), std::logic_error);
    EXPECT_EQ(db::value(session(), twice, {{"name", "a"}}), 0);
    EXPECT_THROW(db::value(session(), twice, {{"name", 1}}), std::logic_error);
}

TEST_F(StatementTest, WhatStandsBesideARowComesFirst) {
    db::run(session(), insert, db::fields_of(Outer{"a", {}, 0, false, {}}, {{"name", "b"}}));
    EXPECT_EQ(db::select(session(), names), std::vector<std::string>{"b"});
}

TEST_F(StatementTest, TextIsUtf8WithoutNul) {
    for (const auto* good : {"", "plain", "Siân £ – 漢字 \xF0\x9F\x8E\x93", "eight by"})
        EXPECT_EQ(add({good, {}, 0, false, {}}), 1) << good;
    for (const auto& bad :
         {std::string("a\0b", 3), std::string("12345678\0", 9), std::string("\xC3"),
          std::string("\xC0\xAF"), std::string("\xED\xA0\x80"), std::string("\xF4\x90\x80\x80"),
          std::string("12345678901\xFF"), std::string("\x80"), std::string("\xE2\x28\xA1")})
        EXPECT_THROW(add({bad, {}, 0, false, {}}), std::invalid_argument) << bad;
}

TEST_F(StatementTest, ATextThatNamesNothingIsADamagedFile) {
    session().execute_script("INSERT INTO t VALUES ('a', 'nonsense', '', 0, 0)");
    EXPECT_THROW(db::select(session(), list), std::runtime_error);
}

}  // namespace
}  // namespace statement_tests
