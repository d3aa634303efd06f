// One meeting for programs: its JSON object and its calendar entry as anybody may have them.
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/web/context.hpp"
#include "workflows/boards/board.hpp"

namespace server::meetings {

/// {"id","board","board_name","url","date":{"text","day"|"month"},"starts","ends","starts_at",
///  "ends_at","timezone","time_assumed","state","kind","held_in","place","contact",
///  "cancel_reason","agenda_version"}; of a private meeting "place", "contact" and "cancel_reason"
/// are empty. Nothing that is for invited people only.
boost::json::object meeting_json(const base::App& app, const db::MeetingRow& meeting,
                                 const workflows::Board& board);

/// Its stamp is the day: a feed stays the same bytes until something changes or the day ends.
mail::CalendarEvent public_event(const web::Context& context, db::ReadTx& tx,
                                 const db::MeetingRow& meeting, const workflows::Board& board);

}  // namespace server::meetings
