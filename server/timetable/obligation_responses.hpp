// Where a report of the timetable asks for a response (protocol 4.3, 4.4): what the one side does,
// the other follows.
#pragma once

#include "db/obligations.hpp"
#include "db/responses.hpp"
#include "server/timetable/obligation_commands.hpp"

namespace server::timetable {

/// After a step of an obligation: a delivery makes due what was named for it; the wish for a
/// response raises one that the board owes to the first board whose report it is; what the board
/// says on the obligation is its answer. Errors as of raise_response() and take_response_step().
Result<void> follow_obligation(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                               const ObligationSubject& subject, const ObligationMove& move,
                               const db::ObligationRow& after);

/// Row of site/followers. After a response was confirmed: its obligation is responded to, once
/// nothing else is owed on it. No line.
Result<std::string> follow_confirmation(db::WriteTx& tx, const db::ResponseRow& response);

}  // namespace server::timetable
