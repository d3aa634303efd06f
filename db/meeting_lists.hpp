// What lists and overviews show of meetings beside the meetings themselves: dates given up,
// agendas that came out, how far the work on one meeting is.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/meeting_readers.hpp"
#include "db/sql.hpp"
#include "workflows/core/openness.hpp"
#include "workflows/core/planned_date.hpp"

namespace db {

/// A date that a meeting had, beside the date it has now.
struct ListedMove {
    std::string meeting;
    std::string board;               // code
    workflows::PlannedDate planned;  // the date it has now
    workflows::PlannedDate left;     // the date it had
    std::string starts;              // "HH:MM" then
    std::string reason;
    workflows::HeldIn held_in = workflows::HeldIn::private_;  // of the meeting
};
/// Moves that left or reached a date between two days, by old date; `board` empty: of all boards.
std::vector<ListedMove> list_moves_between(ReadTx& tx, const std::string& board,
                                           workflows::Day from, workflows::Day to,
                                           const MeetingReader& reader);

/// An agenda of a meeting that is held, at least in part, in public.
struct ListedAgenda {
    std::string meeting;
    std::string board;
    workflows::PlannedDate planned;
    workflows::Instant published_at;
    int number = 0;  // of the version
};
/// Newest version of each meeting's agenda that came out since `since`, newest first.
std::vector<ListedAgenda> list_newest_agendas(ReadTx& tx, workflows::Instant since, int rows_max);

/// How far the work on one meeting is.
struct MeetingTally {
    int items = 0;
    int papers_expected = 0;  // items that still wait for their paper
    int papers_received = 0;
    int requests_open = 0;  // for this meeting, not answered yet
    int invited = 0;        // letters of invitation, whatever became of them
    int letters = 0;        // of all kinds
    int letters_failed = 0;
    std::string newest_pack;  // id, or empty
    int newest_pack_pages = 0;
};
MeetingTally tally_meeting(ReadTx& tx, const std::string& meeting);

/// Whether any pack of that agenda version was built, for whatever audience.
bool has_pack(ReadTx& tx, const std::string& meeting, int agenda);

std::vector<const Sql*> meeting_lists_statements();

}  // namespace db
