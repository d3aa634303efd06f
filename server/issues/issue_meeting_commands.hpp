// The chairs' or resolution meeting of an issue (protocol 4.5 (c), 4.6, 6.3): a meeting like any
// other, of those who are asked to it and not of a whole board.
#pragma once

#include <string>
#include <vector>

#include "db/issues.hpp"
#include "db/meetings.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"

namespace server::issues {

struct IssueMeetingPlan {
    workflows::PlannedDate date;
    bool certain = false;             // letters go out now
    std::vector<std::string> people;  // keys of those who are asked
};

/// The meeting that is planned for the step and not over, if any.
std::optional<db::MeetingRow> open_meeting_of(db::ReadTx& tx, const db::IssueRow& row);

/// Plans it on the board for which the viewer acts, links both, and makes its day the next date.
/// Code::refused: the step has no meeting, or one is planned; Code::invalid, field "date" or
/// "people"; Code::forbidden: the viewer is of neither board's chair nor secretariat; Code::stale.
Result<db::MeetingRow> plan_issue_meeting(base::App& app, const base::Acting& acting,
                                          db::WriteTx& tx, db::IssueRow row,
                                          const IssueMeetingPlan& plan);

}  // namespace server::issues
