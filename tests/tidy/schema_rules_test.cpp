// The rules of the schema read migrations in their order, and find what they leave behind.
#include "tests/tidy/schema_rules.hpp"

#include <gtest/gtest.h>

namespace tidy {
namespace {

Schema after(const std::vector<std::string>& migrations) {
    return read_schema(migrations);
}

const std::string with_state = "CREATE TABLE thing (id TEXT, state TEXT NOT NULL) STRICT;";

TEST(SchemaRules, ReadTheMigrations) {
    const auto schema = after(
        {"-- A thing; a table.\nCREATE TABLE thing (\n  id TEXT NOT NULL,  -- of it, or ';'\n"
         "  state TEXT CHECK (state IN ('a', 'b')),\n  PRIMARY KEY (id)\n) STRICT;\n"
         "CREATE INDEX thing_state ON thing(state);\nINSERT INTO thing VALUES ('x;y', 'a');",
         "ALTER TABLE thing ADD COLUMN more TEXT;\nALTER TABLE thing RENAME COLUMN more TO less;"
         "ALTER TABLE thing RENAME TO good; CREATE TABLE gone (id TEXT); DROP TABLE gone;",
         "CREATE TABLE bare (id TEXT, size TEXT); ALTER TABLE bare DROP COLUMN size;"});
    ASSERT_EQ(schema.size(), 2U);
    ASSERT_EQ(schema.at("good").size(), 4U);
    EXPECT_EQ(schema.at("good").count("less"), 1U);
    EXPECT_NE(schema.at("good").at("state").find("CHECK"), std::string::npos);
    EXPECT_NE(schema.at("good").at("").find("PRIMARY KEY"), std::string::npos);
    EXPECT_EQ(schema.at("bare").size(), 1U);
}

TEST(SchemaRules, UncheckedColumns) {
    EXPECT_EQ(find_unchecked_columns(after({with_state})).size(), 1U);
    EXPECT_EQ(find_unchecked_columns(after({"CREATE TABLE thing (id TEXT CHECK (id IN ('state')),"
                                            " held_in TEXT);"}))
                  .size(),
              1U);
    EXPECT_EQ(
        find_unchecked_columns(after({with_state,
                                      "DROP TABLE thing; CREATE TABLE thing (state TEXT CHECK "
                                      "(state IN ('a')));"}))
            .size(),
        0U);
    EXPECT_EQ(find_unchecked_columns(
                  after({"CREATE TABLE thing (state TEXT, CHECK (state IN ('a', 'b')));"}))
                  .size(),
              0U);
    EXPECT_EQ(find_unchecked_columns(after({"CREATE TABLE case_event (kind TEXT);"})).size(), 0U);
}

TEST(SchemaRules, EventTables) {
    EXPECT_EQ(find_event_tables(after({"CREATE TABLE thing_event (at INTEGER);"})).size(), 1U);
    EXPECT_EQ(find_event_tables(
                  after({"CREATE TABLE thing_event (at INTEGER);", "DROP TABLE thing_event;"}))
                  .size(),
              0U);
    EXPECT_EQ(find_event_tables(after({"CREATE TABLE case_event (at INTEGER); CREATE TABLE "
                                       "outbox_event (at INTEGER);"}))
                  .size(),
              0U);
}

}  // namespace
}  // namespace tidy
