// What boards owe each other after a paper was delivered, and what happened to each (protocol 4.3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/openness.hpp"
#include "workflows/core/result.hpp"
#include "workflows/responses/response.hpp"

namespace db {

/// A row of `response`. `response` is what workflows::decide() takes.
struct ResponseRow {
    std::string id = {};
    workflows::ResponseSource source_kind = workflows::ResponseSource::item;
    std::string source = {};        // id of that kind of thing
    std::string source_title = {};  // as both boards may read it
    workflows::Visibility visibility = workflows::Visibility::members;  // of the source
    workflows::BoardResponse response = {};
    std::optional<workflows::Day> first_due = {};
    std::string owner = {};  // person key of the post that answers, or empty: the whole board
    std::string answer = {};
    std::string evidence = {};
    std::string meeting = {};  // where the answer was placed, or empty
    std::string item = {};     // its agenda item there, or empty
    std::optional<workflows::Day> delivered_on = {};
    std::optional<workflows::Day> answered_on = {};  // nothing again once it was sent back
    std::optional<workflows::Day> settled_on = {};
    workflows::Instant created_at = {};
    std::string created_by = {};  // person key; empty: the program
    int version = 1;
};

std::optional<ResponseRow> find_response(ReadTx& tx, const std::string& id);
/// Code::not_found.
workflows::Result<ResponseRow> load_response(ReadTx& tx, const std::string& id);
/// By day, those without one last; within a day as they were named.
std::vector<ResponseRow> list_responses_asked_by(ReadTx& tx, const std::string& board);
/// The same; only what was delivered: before that the board knows nothing of it.
std::vector<ResponseRow> list_responses_owed_by(ReadTx& tx, const std::string& board);
/// By number and board.
std::vector<ResponseRow> list_responses_of(ReadTx& tx, workflows::ResponseSource kind,
                                           const std::string& source);
/// Owed, and due within the two days, both included.
std::vector<ResponseRow> list_responses_due(ReadTx& tx, workflows::Day from, workflows::Day to);
/// Owed, and that person is the one to answer.
std::vector<ResponseRow> list_responses_of_owner(ReadTx& tx, const std::string& person);
/// Answered, and waiting for a meeting of the board that asked.
std::vector<ResponseRow> list_unplaced_responses(ReadTx& tx);
/// Placed at a meeting that was cancelled since.
std::vector<ResponseRow> list_displaced_responses(ReadTx& tx);
/// The response whose answer an agenda item brings back.
std::optional<ResponseRow> find_response_of_item(ReadTx& tx, const std::string& item);

/// Who stands how to it: the few columns that access decisions need.
struct ResponseSides {
    std::string asking_board;
    std::string owing_board;
    std::string owner;
    bool delivered = false;
};
std::optional<ResponseSides> sides_of_response(ReadTx& tx, const std::string& id);

/// The number of the next recommendation of a source.
int next_recommendation(ReadTx& tx, workflows::ResponseSource kind, const std::string& source);
/// Fills in id, created_at, created_by and version.
ResponseRow insert_response(WriteTx& tx, ResponseRow row);
/// Writes all that a step may change of the row whose version is `row.version`. Code::stale.
workflows::Result<void> save_response(WriteTx& tx, const ResponseRow& row);

/// Moves what is open from one board to its successor, on both sides, with an event in each thread;
/// what the two owed each other is dropped: a board owes itself nothing.
/// "response:ID" of each.
std::vector<std::string> hand_over_responses(WriteTx& tx, const std::string& from,
                                             const std::string& to);

std::vector<const Sql*> responses_statements();

}  // namespace db
