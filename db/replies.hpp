// What people who are invited to a meeting said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/meetings/reply.hpp"

namespace db {

struct ReplyRow {
    std::string meeting;
    std::string person;  // key
    workflows::Reply reply;
    std::string planned;  // PlannedDate::key() of the date that was answered
    workflows::Instant at;
    std::string by;  // person key: themselves, or who wrote it down
};

/// The last word counts: an earlier reply of the person is replaced. Sets `at` and `by`.
void save_reply(WriteTx& tx, const ReplyRow& row);
/// By person.
std::vector<ReplyRow> list_replies(ReadTx& tx, const std::string& meeting);

std::vector<const Sql*> replies_statements();

}  // namespace db
