// What pages do with safeguarding concerns (protocol 4.12 to 4.14, 2.15).
#pragma once

#include <string>
#include <vector>

#include "db/case_log.hpp"
#include "db/concerns.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/concerns/concern.hpp"

namespace server::concerns {

/// The safeguarding side is nobody until the concern is escalated.
workflows::ConcernFacts concern_facts(const base::Acting& acting, db::ReadTx& tx,
                                      const db::ConcernRow& row);

/// By statute; all boards where the county has none under it.
std::vector<workflows::Board> safeguarding_boards(db::ReadTx& tx, workflows::Day today);
/// Who sits on the board today and may escalate for it: not its secretariat.
std::vector<workflows::Person> partners_of(db::ReadTx& tx, const std::string& board,
                                           workflows::Day today);

/// Checks, stores and tells of a new concern. Errors as workflows::check_new().
Result<db::ConcernRow> raise_concern(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                     workflows::Concern concern);

/// Takes one step with all that follows it. Errors as workflows::decide(), and Code::stale.
Result<void> take_concern_step(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                               db::ConcernRow row, const workflows::ConcernCommand& command);

/// One letter about a concern: its reference and its state, nothing else.
int queue_concern_letter(base::App& app, db::WriteTx& tx, const db::ConcernRow& row,
                         workflows::ConcernTold told, const std::string& revision);

/// "Acknowledge it", "Close it, or escalate it again": what the side that has the move can do.
std::string concern_next_words(workflows::ConcernState state);
bool is_concern_overdue(const db::ConcernRow& row, workflows::Day today);
/// When feedback was given last; nothing while there is none.
std::optional<workflows::Day> feedback_day(db::ReadTx& tx, const db::ConcernRow& row);
std::optional<workflows::Day> feedback_day(const std::vector<db::CaseEventRow>& events);

}  // namespace server::concerns
