// Who is asked to a meeting beside its own board: boards that hold it together, or named people
// instead of whole boards.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/date.hpp"

namespace db {

/// Codes of the boards that join the one that the meeting belongs to.
std::vector<std::string> joint_boards_of(ReadTx& tx, const std::string& meeting);
/// Meeting to joining board, of the meetings dated between two days.
std::multimap<std::string, std::string> list_joint_boards(ReadTx& tx, workflows::Day from,
                                                          workflows::Day to);
/// Ids of the meetings that `board` joins, in no order.
std::vector<std::string> list_meetings_joined(ReadTx& tx, const std::string& board);
/// Again is no fault.
void add_joint_board(WriteTx& tx, const std::string& meeting, const std::string& board);
/// What `from` joins and is still to come, `to` joins from now on: "meeting:ID" of each.
std::vector<std::string> hand_over_joint_boards(WriteTx& tx, const std::string& from,
                                                const std::string& to);

/// Keys of the people that are asked instead of whole boards, by key; none: the boards are.
std::vector<std::string> list_named_people(ReadTx& tx, const std::string& meeting);
/// Meeting to person, of the meetings dated between two days.
std::multimap<std::string, std::string> list_named_people(ReadTx& tx, workflows::Day from,
                                                          workflows::Day to);
struct NamedPerson {
    std::string person;      // key
    std::string board = {};  // code: as one of which they are asked; empty: the meeting's own, or
                             // one of the issue that the meeting is about
};
/// Again is no fault. Code::not_found would be a fault of the caller: the person must exist.
void add_named_person(WriteTx& tx, const std::string& meeting, const NamedPerson& named);

/// Whether on `day` (ISO) the person sits on a board that joins, or is named and still has a seat
/// on one of the boards for whose sake they were.
bool is_asked_beside(ReadTx& tx, const std::string& meeting, const std::string& person,
                     const std::string& day);
/// Of the people named for the meeting, those for whom it holds.
std::set<std::string> list_named_and_asked(ReadTx& tx, const std::string& meeting,
                                           const std::string& day);
/// The same of the meeting that the agenda item belongs to, or the paper.
bool is_asked_beside_for_item(ReadTx& tx, const std::string& item, const std::string& person,
                              const std::string& day);
bool is_asked_beside_for_paper(ReadTx& tx, const std::string& paper, const std::string& person,
                               const std::string& day);

/// The meeting whose paper it is; nothing when there is no such paper.
std::optional<std::string> meeting_of_paper(ReadTx& tx, const std::string& paper);

std::vector<const Sql*> meeting_boards_statements();

}  // namespace db
