// Polls for the date of a meeting: their dates, who is asked, and what they answered.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/meetings/meeting.hpp"
#include "workflows/planning/date_poll.hpp"

namespace db {

struct PollRow {
    std::string id;
    std::string board;  // code: whose secretariat asks
    std::string title;  // for those asked and the board's officers alone
    workflows::MeetingKind kind = workflows::MeetingKind::chairs;
    workflows::HeldIn held_in = workflows::HeldIn::private_;
    std::string starts = "14:00";
    std::string ends = "16:00";
    std::string place;
    bool whole_board = false;  // exactly the members of the board are asked
    workflows::Day closes_on;
    workflows::PollState state = workflows::PollState::open;
    std::string meeting;  // the one that came of it, or empty
    std::string reason;   // why it was cancelled
    workflows::Instant created_at;
    std::string created_by;
    int version = 1;
    std::vector<workflows::Day> days;  // by time
};

struct PollPerson {
    std::string person;  // key
    std::string board;   // through which they are asked
    int letters = 0;     // how often they were written to
    std::optional<workflows::Instant> answered_at = {};
    workflows::PollAnswers answers = {};
};

/// Fills in id, created_at, created_by and version. The people come with add_poll_person().
PollRow insert_poll(WriteTx& tx, PollRow row);
/// Again is no fault.
void add_poll_person(WriteTx& tx, const std::string& poll, const PollPerson& person);
/// Code::not_found.
workflows::Result<PollRow> load_poll(ReadTx& tx, const std::string& id);
std::optional<std::string> board_of_poll(ReadTx& tx, const std::string& id);
/// Newest first; days are left out.
std::vector<PollRow> list_polls(ReadTx& tx, const std::string& board);
/// By person, with what each answered.
std::vector<PollPerson> list_poll_people(ReadTx& tx, const std::string& poll);
/// The same of many polls, by id.
std::map<std::string, std::vector<PollPerson>> list_poll_people(ReadTx& tx,
                                                                const std::set<std::string>& polls);

/// Writes state, meeting and reason of the row whose version is `row.version`. Code::stale.
workflows::Result<void> save_poll(WriteTx& tx, const PollRow& row);
/// The last word counts: earlier answers of the person are replaced.
void save_poll_answers(WriteTx& tx, const std::string& poll, const std::string& person,
                       const workflows::PollAnswers& answers);
void count_poll_letter(WriteTx& tx, const std::string& poll, const std::string& person);
/// Open polls of `from` are `to`'s from now on, of the people who were asked, even where they were
/// all members: "poll:ID" of each.
std::vector<std::string> hand_over_polls(WriteTx& tx, const std::string& from,
                                         const std::string& to);

std::vector<const Sql*> date_polls_statements();

}  // namespace db
