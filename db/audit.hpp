// The audit trail: what was done, by whom, each row sealed by a hash over the row before.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"

namespace db {

/// What is written down; who did it and when come from the transaction.
struct AuditNote {
    std::string action;    // "meeting.move"
    std::string resource;  // "meeting:abc"
    std::string board;     // code, or empty
    std::string detail;    // in words; no secret, no text of an exempt paper
};

struct AuditRow {
    long long seq = 0;
    workflows::Instant at;
    std::string actor;      // person key; empty: the program itself
    std::string on_behalf;  // the post spoken for, when it is another's
    AuditNote note;
};

/// Appends one row; hash = SHA-256 over the previous row's hash and the fields of this one.
void append_audit(WriteTx& tx, const AuditNote& note);

/// Newest first.
std::vector<AuditRow> list_audit(ReadTx& tx, const std::string& resource, int rows_max);
/// Of all resources, newest first; `before_seq` 0 begins at the newest, for the page after next.
std::vector<AuditRow> list_audit_before(ReadTx& tx, long long before_seq, int rows_max);

struct ChainReport {
    long long rows = 0;          // that were checked
    long long first_broken = 0;  // seq of the first row that was changed, added or follows a gap
    std::string last_hash;       // kept elsewhere, it also shows that the end was cut off
    bool whole() const { return first_broken == 0; }
};
/// Recomputes every hash, in a transaction of the caller's or outside one.
ChainReport verify_chain(Session& session);

std::vector<const Sql*> audit_statements();

}  // namespace db
