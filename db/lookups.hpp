// Whose business a thing is: the few columns that access decisions need, without the whole row.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/roles.hpp"

namespace db {

struct ItemOwner {
    std::string board;
    std::string owner;  // person key, or ""
};
struct RequestSides {
    std::string asking_board;
    std::string asked_board;
};
struct JobOwner {
    std::string board;
    std::string started_by;
};

std::optional<std::string> board_of_slug(ReadTx& tx, const std::string& slug);
std::optional<std::string> board_of_meeting(ReadTx& tx, const std::string& meeting);
std::optional<ItemOwner> owner_of_item(ReadTx& tx, const std::string& item);
std::optional<ItemOwner> owner_of_paper(ReadTx& tx, const std::string& paper);
std::optional<RequestSides> sides_of_request(ReadTx& tx, const std::string& request);
std::optional<std::string> board_of_circulation(ReadTx& tx, const std::string& circulation);
std::vector<std::string> boards_of_stops(ReadTx& tx, const std::string& circulation);
struct StopBoards {
    std::string board;
    std::string owner;
};
std::optional<StopBoards> boards_of_stop(ReadTx& tx, const std::string& stop);
std::optional<std::string> board_of_membership(ReadTx& tx, const std::string& membership);
std::optional<JobOwner> owner_of_job(ReadTx& tx, const std::string& job);
std::optional<std::string> board_of_mail(ReadTx& tx, const std::string& number);
bool is_standing_invitee(ReadTx& tx, const std::string& board, const std::string& person);
/// The boards of which the person is one today, by code.
std::set<std::string> boards_inviting(ReadTx& tx, const std::string& person);
bool person_exists(ReadTx& tx, const std::string& person);

/// Today's seats of a person: board and role, for the viewer of a request.
struct SeatRow {
    std::string board;
    workflows::Role role = workflows::Role::member;
};
std::vector<SeatRow> seats_today(ReadTx& tx, const std::string& person, const std::string& day);

std::vector<const Sql*> lookup_statements();

}  // namespace db
