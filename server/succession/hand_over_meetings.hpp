// Meetings whose board is succeeded: those who are no longer invited and those who are now get the
// letters that any change of a meeting brings.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "db/hand_over.hpp"
#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "workflows/boards/board.hpp"

namespace server::succession {

/// A confirmed meeting to come and who was invited to it before it changed hands.
struct MeetingGuests {
    db::MeetingRow before;
    std::vector<workflows::Person> people;
};
/// Of the meetings that pass from board to board, and those of other boards that the old one joins.
/// Nobody was invited to a provisional one yet.
std::vector<MeetingGuests> guests_of_meetings(db::ReadTx& tx, const db::HandOver& change);

/// After everything moved: CANCEL to those who are not invited any more, REQUEST to the others. Of
/// a meeting that another board holds, those invited before and after hear nothing.
void tell_guests(base::App& app, db::WriteTx& tx, const db::HandOver& change,
                 const std::vector<MeetingGuests>& guests);

/// Keys of the people to whom tell_guests() will write.
std::set<std::string> guests_to_tell(const base::App& app, db::ReadTx& tx,
                                     const db::HandOver& change);

}  // namespace server::succession
