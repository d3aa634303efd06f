// The place that an obligation of the timetable has on the agenda of its meeting.
#pragma once

#include <string>

#include "db/agenda.hpp"
#include "db/meetings.hpp"
#include "db/obligations.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"

namespace server::timetable {

/// Adds an item to the agenda, with the report's title and the purpose, and asks `author` (a person
/// key, or empty) for the paper by letter unless it is the viewer. Returns the item's id.
std::string place_item(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                       const db::ObligationRow& row, const db::MeetingRow& meeting,
                       const std::string& author);

/// The item with its papers goes over to the other meeting when nobody has seen it published; else
/// it is taken off here and a new one is placed there. Returns the id of the item there.
std::string carry_item(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                       const db::ObligationRow& row, const db::MeetingRow& to,
                       const std::string& author);

/// Off an agenda that is still open: removed, or struck through where it was published or has
/// papers. The agenda of a meeting that is over or off stays as it is.
void take_item_off(db::WriteTx& tx, const std::string& item);

}  // namespace server::timetable
