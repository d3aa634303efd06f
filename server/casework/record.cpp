#include "server/casework/record.hpp"

namespace server::casework {

Recorded record(db::WriteTx& tx, db::CaseKind kind, const std::string& id,
                const db::CaseEventRow& line, const db::AuditNote& audit) {
    const int number = db::append_case_event(tx, kind, id, line);
    db::append_audit(tx, audit);
    return {number, line.comment};
}

}  // namespace server::casework
