// Meetings of boards, and the dates they had before they were moved.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/meeting_readers.hpp"
#include "db/sql.hpp"
#include "workflows/core/date.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/core/result.hpp"
#include "workflows/meetings/meeting.hpp"

namespace db {

/// A row of `meeting`.
struct MeetingRow {
    std::string id;
    std::string board;  // code
    workflows::PlannedDate planned;
    std::string starts = "14:00";  // "HH:MM" in the board's zone
    std::string ends = "16:00";
    bool time_assumed = false;  // nobody has said the times yet
    workflows::MeetingState state = workflows::MeetingState::provisional;
    workflows::MeetingKind kind = workflows::MeetingKind::meeting;
    workflows::HeldIn held_in = workflows::HeldIn::private_;
    std::string place;
    std::string joining;  // for invited people only
    std::string contact;
    std::string cancel_reason;
    int sequence = 0;        // iCalendar SEQUENCE
    std::string import_key;  // "HWB|2018-11-22" as first imported, or empty
    int published = 0;       // number of the newest agenda version, 0 = none
    int version = 1;
};

/// A date that a meeting had until `at`.
struct MeetingMove {
    std::string meeting;
    workflows::Instant at;
    workflows::PlannedDate planned;
    std::string starts;
    std::string reason;
};

enum class OpenDates { left_out, included };

struct MeetingFilter {
    std::string board = {};                      // code; empty: all boards
    std::set<std::string> boards = {};           // codes, in place of one; empty: all boards
    std::optional<workflows::Day> from = {};     // a month counts when any of its days does
    std::optional<workflows::Day> to = {};       // this day too
    OpenDates open_dates = OpenDates::left_out;  // meetings whose date is to be confirmed
    MeetingReader reader = {};                   // for whom they are listed
};

std::optional<MeetingRow> find_meeting(ReadTx& tx, const std::string& id);
/// Those of `ids` that are there, by id, in one read.
std::map<std::string, MeetingRow> find_meetings(ReadTx& tx, const std::set<std::string>& ids);
/// Code::not_found.
workflows::Result<MeetingRow> load_meeting(ReadTx& tx, const std::string& id);
/// In the order of PlannedDate, then by time and board; cancelled ones too.
std::vector<MeetingRow> list_meetings(ReadTx& tx, const MeetingFilter& filter);
/// Provisional and confirmed ones planned for `from` or later, at most `rows_max`; those whose date
/// is to be confirmed come last when they are included.
std::vector<MeetingRow> list_upcoming(ReadTx& tx, workflows::Day from, int rows_max,
                                      const MeetingReader& reader,
                                      OpenDates open_dates = OpenDates::left_out);
/// The board's meeting of that day, one that is not cancelled first; else the meeting that was
/// moved from that day (its `planned` then is another day).
std::optional<MeetingRow> find_meeting_on(ReadTx& tx, const std::string& board, workflows::Day day,
                                          const MeetingReader& reader);
/// The meeting that came with this import_key, wherever it was moved since.
std::optional<MeetingRow> find_imported_meeting(ReadTx& tx, const std::string& import_key);

/// Fills in the id when it is empty and returns the row. Code::conflict: its import_key is known.
workflows::Result<MeetingRow> insert_meeting(WriteTx& tx, MeetingRow meeting);
/// Writes every field but board and import_key of the row whose version is `meeting.version`.
/// Keeps no old date: move_meeting() does. Code::stale.
workflows::Result<void> save_meeting(WriteTx& tx, const MeetingRow& meeting);
/// `meeting` carries the new date and times and the version that was read; the date it has had is
/// recorded with `reason`, and its sequence rises. Returns the row as it is now. Code::stale.
workflows::Result<MeetingRow> move_meeting(WriteTx& tx, MeetingRow meeting,
                                           const std::string& reason);
/// Oldest first.
std::vector<MeetingMove> list_moves(ReadTx& tx, const std::string& meeting);

std::vector<const Sql*> meetings_statements();

}  // namespace db
