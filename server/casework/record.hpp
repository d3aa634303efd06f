// What every step of a case leaves behind: a line that its thread shows and an entry of the audit.
#pragma once

#include <string>

#include "db/audit.hpp"
#include "db/case_log.hpp"
#include "db/database.hpp"

namespace server::casework {

/// The line as it was written down.
struct Recorded {
    int number = 0;  // in the history of the case
    std::string comment;
};

Recorded record(db::WriteTx& tx, db::CaseKind kind, const std::string& id,
                const db::CaseEventRow& line, const db::AuditNote& audit);

}  // namespace server::casework
