// Letters about a meeting's date to everybody invited, with the entry for their calendars.
#pragma once

#include <string>
#include <vector>

#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "workflows/boards/board.hpp"

namespace server::meetings {

/// What the people invited are told.
struct MeetingNews {
    /// `moved_away`: to a day on which the person has no seat; `meeting` has the date it left.
    /// `passed_on`: to another board, without the person.
    enum Kind {
        invitation,
        changed,
        moved,
        moved_away,
        passed_on,
        cancelled,
        reinstated
    } kind = invitation;
    std::string before = {};  // moved: "Thursday 5 March 2026, 2pm", the date it had
    std::string reason = {};
};

/// Who is invited: each person with a seat on the board, or on one that joins it, on the day (today
/// while there is none), and those with a standing invitation; each once, by key. To a meeting of
/// named people: those, and the secretariat of the board.
std::vector<workflows::Person> people_invited(db::ReadTx& tx, const db::MeetingRow& meeting);

/// How many of them a letter goes to: not to who has no usable address, nor to the sender of all.
std::size_t count_people_told(const base::App& app, db::ReadTx& tx, const db::MeetingRow& meeting);

/// Queues one letter for each of them: REQUEST, or CANCEL with the meeting's UID; its SEQUENCE is
/// that of `meeting`, which the caller has raised. How many were queued: none for a meeting that is
/// over, and no invitation to one whose day is not set.
int tell_people_invited(base::App& app, db::WriteTx& tx, const db::MeetingRow& meeting,
                        const MeetingNews& news);

/// The same to these people only.
int tell_people(base::App& app, db::WriteTx& tx, const db::MeetingRow& meeting,
                const MeetingNews& news, std::vector<workflows::Person> people);
/// Those of them to whom a letter can go.
std::vector<workflows::Person> people_reached(const base::App& app,
                                              std::vector<workflows::Person> people);

/// A meeting moved from the date of `before`: CANCEL to those who were invited then and are not
/// invited to `meeting`. How many were queued.
int tell_people_left_behind(base::App& app, db::WriteTx& tx, const db::MeetingRow& before,
                            const db::MeetingRow& meeting, const std::string& reason);

}  // namespace server::meetings
