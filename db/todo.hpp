// What a person's to-do list is made of: a few columns of what is still open, without whole rows.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/circulation/circulation.hpp"
#include "workflows/requests/agenda_request.hpp"

namespace db {

/// A request between chairs that is neither closed nor withdrawn.
struct OpenRequest {
    std::string id;
    std::string title;
    std::string asking_board;
    std::string asked_board;
    workflows::RequestState state = workflows::RequestState::sent;
    std::optional<workflows::Day> consider_by;
    std::optional<workflows::Day> answer_by;
};
/// Those that the board asked or was asked, oldest first.
std::vector<OpenRequest> list_open_requests_of(ReadTx& tx, const std::string& board);

/// A stop of a circulation at one meeting.
struct StopAtMeeting {
    std::string circulation;
    std::string board;
    std::string owner;  // the board whose document goes round
    std::string document;
    workflows::StopState state = workflows::StopState::planned;
    std::string meeting;  // id
};
/// Those of the boards, and those of documents that the boards own; by document.
std::vector<StopAtMeeting> list_stops_of(ReadTx& tx, const std::set<std::string>& boards);

struct PaperCount {
    int items = 0;     // that stand
    int expected = 0;  // of those, with a paper still to come
};
/// Of each of these meetings that has items, by id.
std::map<std::string, PaperCount> count_papers(ReadTx& tx, const std::set<std::string>& meetings);

/// An item whose paper its owner still owes.
struct WantedPaper {
    std::string item;
    std::string title;
    std::string meeting;
    long long created_at = 0;  // of the item, in seconds; 0: not recorded
};
std::vector<WantedPaper> list_wanted_papers(ReadTx& tx, const std::string& owner);

std::vector<const Sql*> todo_statements();

}  // namespace db
