// That the draft minutes of a meeting went round: recorded, and taken back.
#pragma once

#include <string>

#include "db/database.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"
#include "workflows/core/date.hpp"

namespace server::minutes {

struct RecordMinutes {
    std::string meeting;
    workflows::Day circulated;
};
/// Code::not_found; else as workflows::check_minutes_circulated() and db::record_draft_minutes().
Result<void> record_minutes(const base::Acting& acting, db::WriteTx& tx,
                            const RecordMinutes& command);

struct UndoMinutes {
    std::string meeting;
};
/// Code::not_found; else as db::remove_draft_minutes().
Result<void> undo_minutes(const base::Acting&, db::WriteTx& tx, const UndoMinutes& command);

}  // namespace server::minutes
