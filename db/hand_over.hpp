// What moves when a board takes over from another: open requests, stops and documents that go
// round, meetings to come, standing invitations. What is closed stays with the old board. By code:
// `from` the old board, `to` its successor. Each function that moves says what it moved, by the
// name that it has in the audit trail ("request:ID"): who called it writes a line for each.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/date.hpp"
#include "workflows/succession/board_change.hpp"

namespace db {

struct HandOver {
    std::string from;
    std::string to;
    workflows::Day on = {};  // the first day of the successor
    workflows::ComingMeetings meetings = workflows::ComingMeetings::hand_over;
};

/// What a list names of things to move: no titles, which an administrator may not read.
using HandOverNames = std::vector<std::string>;

/// Requests that the board made or was asked, until they are closed or withdrawn. One between the
/// two ends, with a line in its thread: a board asks itself nothing.
std::vector<std::string> hand_over_requests(WriteTx& tx, const HandOver& change);
HandOverNames requests_to_hand_over(ReadTx& tx, const HandOver& change);

/// Provisional and confirmed meetings of that day or later, or without a date. They keep their
/// ids, so that links, invitations and import keys still lead to them.
std::vector<std::string> hand_over_meetings(WriteTx& tx, const HandOver& change);
/// Their ids; none where meetings are left.
std::vector<std::string> meetings_that_pass(ReadTx& tx, const HandOver& change);
HandOverNames meetings_to_come(ReadTx& tx, const HandOver& change);

/// Stops without an outcome at meetings that are still to come on that day, or were cancelled; an
/// earlier meeting's outcome is the old board's, for whoever holds its duties to record; and stops
/// that wait for the owner's choice, for written assent or for an end of a refusal. Where the
/// successor is a stop of the same document already, the one that workflows::prevails() names
/// stays, with the events and answers of both: a refusal blocks on. Answers keep the board that
/// gave them. Where meetings are left, a stop that waits for papers goes to the successor's next
/// meeting.
std::vector<std::string> hand_over_stops(WriteTx& tx, const HandOver& change);
HandOverNames stops_to_hand_over(ReadTx& tx, const HandOver& change);

/// The same of one stop that is opened again after its board has ended. The stop that stays: its
/// id.
std::string hand_over_stop(WriteTx& tx, const HandOver& change, const std::string& stop);
/// Documents of the board that still wait for some board's outcome, or have no stop yet.
std::vector<std::string> hand_over_circulations(WriteTx& tx, const HandOver& change);
HandOverNames circulations_to_hand_over(ReadTx& tx, const HandOver& change);

/// Standing invitations that hold on that day. The old ones end the day before; where the
/// successor invites the post already, the later last day holds.
std::vector<std::string> hand_over_invitations(WriteTx& tx, const HandOver& change);
HandOverNames invitations_to_hand_over(ReadTx& tx, const HandOver& change);

std::vector<const Sql*> hand_over_statements();
std::vector<const Sql*> hand_over_stops_statements();

}  // namespace db
