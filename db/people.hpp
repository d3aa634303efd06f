// Posts: who holds each, at which mailbox, and who did before.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/result.hpp"

namespace db {

/// A mailbox as stored and looked up: ASCII letters in lower case, no blanks around it.
std::string normal_email(std::string_view email);

std::optional<workflows::Person> find_person(ReadTx& tx, const std::string& key);
/// Code::not_found.
workflows::Result<workflows::Person> load_person(ReadTx& tx, const std::string& key);
/// All posts that are read at this mailbox, in any letter case, by key.
std::vector<workflows::Person> find_people_by_email(ReadTx& tx, std::string_view email);
/// By post, then organisation.
std::vector<workflows::Person> list_people(ReadTx& tx);
/// Those of `keys` that are there, by key, in one read.
std::map<std::string, workflows::Person> find_people(ReadTx& tx, const std::set<std::string>& keys);

/// The mailbox is stored by normal_email(). Code::conflict, field "key".
workflows::Result<void> insert_person(WriteTx& tx, const workflows::Person& person);
/// Writes every field of the row whose version is `person.version`; a change of holder or mailbox
/// keeps the old ones in the history. Code::stale.
workflows::Result<void> save_person(WriteTx& tx, const workflows::Person& person);

/// Who held a post until `at`.
struct FormerHolder {
    workflows::Instant at;
    std::string holder;
    std::string email;
    std::string changed_by;  // person key; empty: the program itself
};
/// Newest first.
std::vector<FormerHolder> list_former_holders(ReadTx& tx, const std::string& person);

std::vector<const Sql*> people_statements();

}  // namespace db
