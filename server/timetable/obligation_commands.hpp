// What pages and the events of meetings do with the obligations of the timetable (protocol 4.4).
#pragma once

#include <string>
#include <vector>

#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "server/timetable/obligation_subject.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "workflows/timetable/obligation.hpp"

namespace server::timetable {

/// What the viewer is to an obligation.
workflows::ObligationActor obligation_actor(const base::Viewer& viewer,
                                            const ObligationSubject& subject);
/// What its steps are decided by; `chosen` is the meeting of a step that chooses one.
workflows::ObligationFacts obligation_facts(base::App& app, const base::Acting& acting,
                                            db::ReadTx& tx, const ObligationSubject& subject,
                                            const std::string& chosen = {});

struct ObligationMove {
    workflows::ObligationCommand command;
    std::string meeting;  // slot: its id
};
/// Takes one step with its row (made by the first step), event, agenda item, letter and audit.
/// `subject.row` is as the form showed it (version). Errors as workflows::decide(), Code::stale.
Result<db::ObligationRow> take_obligation_step(base::App& app, const base::Acting& acting,
                                               db::WriteTx& tx, const ObligationSubject& subject,
                                               const ObligationMove& move);

/// Indices of the proposals that this viewer may confirm: of the boards that they chair or serve.
std::vector<std::size_t> own_proposals(const TimetableGrid& grid, const base::Viewer& viewer);
/// A fingerprint of what those proposals say: who confirms them confirms what was shown.
std::string proposals_seen(const TimetableGrid& grid, const std::vector<std::size_t>& own);
/// Confirms all of them. Code::stale when they are others than those `seen`. How many.
Result<std::size_t> confirm_proposals(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                      int year, const std::string& seen);

/// Makes a row of every obligation of the year that has none, so that it is kept whatever becomes
/// of the cells. How many were made; a second time none.
std::size_t roll_forward(base::App& app, db::WriteTx& tx, int year);

/// What happens to an agenda happens to its reports: rows of site/followers. Each takes the step
/// that fits, if any; no line. Code::stale.
Result<std::string> follow_paper(db::WriteTx& tx, const std::string& item);  // came, or left
Result<std::string> follow_publication(base::App& app, db::WriteTx& tx,
                                       const db::MeetingRow& meeting);
Result<std::string> follow_removal(db::WriteTx& tx, const std::string& item);  // by hand
/// The response that the report asked for was confirmed; `answer` is what the board answered.
Result<std::string> follow_response(db::WriteTx& tx, const std::string& obligation,
                                    const std::string& answer);

}  // namespace server::timetable
