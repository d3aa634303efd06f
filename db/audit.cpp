#include "db/audit.hpp"

#include <limits>
#include <string_view>
#include <utility>

#include "db/sha256.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {
namespace {

using S = std::string;

constexpr Sql find_last{"audit.find_last", "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"};
constexpr Sql insert{"audit.insert", R"(
    INSERT INTO audit(seq, at, actor, on_behalf, action, resource, board, detail, previous, hash)
    VALUES (:seq, :at, :actor, :on_behalf, :action, :resource, :board, :detail, :previous,
            :hash))"};
constexpr Sql list_of_resource{"audit.list_of_resource", R"(
    SELECT seq, at, actor, on_behalf, action, resource, board, detail FROM audit
    WHERE resource = :resource ORDER BY seq DESC LIMIT :rows_max)"};
constexpr Sql list_before{"audit.list_before", R"(
    SELECT seq, at, actor, on_behalf, action, resource, board, detail FROM audit
    WHERE seq < :before ORDER BY seq DESC LIMIT :rows_max)"};
constexpr Sql list_chain{"audit.list_chain", R"(
    SELECT seq, at, actor, on_behalf, action, resource, board, detail, previous, hash FROM audit
    ORDER BY seq)"};

// A length before each field: no two rows of different fields give the same bytes.
void add_field(Sha256& sum, std::string_view field) {
    sum.add(std::to_string(field.size()) + ":");
    sum.add(field);
}

S seal(const S& previous, const AuditRow& row) {
    Sha256 sum;
    add_field(sum, previous);
    add_field(sum, std::to_string(row.seq));
    add_field(sum, std::to_string(seconds(row.at)));
    for (const S* field : {&row.actor, &row.on_behalf, &row.note.action, &row.note.resource,
                           &row.note.board, &row.note.detail})
        add_field(sum, *field);
    return sum.hex();
}

AuditRow read_row(long long seq, long long at, const S& actor, const S& on_behalf, const S& action,
                  const S& resource, const S& board, const S& detail) {
    return {seq, instant(at), actor, on_behalf, {action, resource, board, detail}};
}

template <class... A>
std::vector<AuditRow> query(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<AuditRow> rows;
    each<long long, long long, S, S, S, S, S, S>(
        tx.session(), sql, [&](const auto&... column) { rows.push_back(read_row(column...)); },
        arguments...);
    return rows;
}

std::pair<long long, S> last_of(Session& session) {
    std::pair<long long, S> last{0, ""};
    each<long long, S>(session, find_last, [&](long long seq, const S& hash) {
        last = {seq, hash};
    });
    return last;
}

}  // namespace

void append_audit(WriteTx& tx, const AuditNote& note) {
    const auto [seq, previous] = last_of(tx.session());
    const AuditRow row{seq + 1, tx.now(), tx.actor().person, tx.actor().on_behalf, note};
    run(tx.session(), insert, row.seq, seconds(row.at), row.actor, row.on_behalf, note.action,
        note.resource, note.board, note.detail, previous, seal(previous, row));
}

std::vector<AuditRow> list_audit(ReadTx& tx, const S& resource, int rows_max) {
    return query(tx, list_of_resource, resource, rows_max);
}

std::vector<AuditRow> list_audit_before(ReadTx& tx, long long before_seq, int rows_max) {
    const auto before = before_seq == 0 ? std::numeric_limits<long long>::max() : before_seq;
    return query(tx, list_before, before, rows_max);
}

ChainReport verify_chain(Session& session) {
    ChainReport report;
    each<long long, long long, S, S, S, S, S, S, S, S>(
        session, list_chain,
        [&](long long seq, long long at, const S& actor, const S& on_behalf, const S& action,
            const S& resource, const S& board, const S& detail, const S& previous, const S& hash) {
            const auto row = read_row(seq, at, actor, on_behalf, action, resource, board, detail);
            const bool follows = seq == report.rows + 1 && previous == report.last_hash;
            if (report.whole() && (!follows || seal(previous, row) != hash))
                report.first_broken = seq;
            ++report.rows;
            report.last_hash = hash;
        });
    return report;
}

std::vector<const Sql*> audit_statements() {
    return {&find_last, &insert, &list_of_resource, &list_before, &list_chain};
}

}  // namespace db
