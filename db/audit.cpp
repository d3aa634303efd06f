#include "db/audit.hpp"

#include <limits>
#include <string_view>

#include "db/sha256.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(AuditNote, (), (action, resource, board, detail))
BOOST_DESCRIBE_STRUCT(AuditRow, (), (seq, at, actor, on_behalf, note))

namespace {

using S = std::string;

struct Link {
    long long seq = 0;
    S hash;
};
BOOST_DESCRIBE_STRUCT(Link, (), (seq, hash))

struct ChainRow {
    AuditRow row;
    S previous;
    S hash;
};
BOOST_DESCRIBE_STRUCT(ChainRow, (), (row, previous, hash))

constexpr Query<Link> find_last{"audit.find_last",
                                "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"};
constexpr Sql insert{"audit.insert", R"(
    INSERT INTO audit(seq, at, actor, on_behalf, action, resource, board, detail, previous, hash)
    VALUES (:seq, :at, :actor, :on_behalf, :action, :resource, :board, :detail, :previous,
            :hash))"};
constexpr Query<AuditRow> list_of_resource{"audit.list_of_resource", R"(
    SELECT {columns} FROM audit
    WHERE resource = :resource ORDER BY seq DESC LIMIT :rows_max)"};
constexpr Query<AuditRow> list_before{"audit.list_before", R"(
    SELECT {columns} FROM audit
    WHERE seq < :before ORDER BY seq DESC LIMIT :rows_max)"};
constexpr Query<ChainRow> list_chain{"audit.list_chain", R"(
    SELECT {columns} FROM audit ORDER BY seq)"};

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

}  // namespace

void append_audit(WriteTx& tx, const AuditNote& note) {
    const auto last = value(tx.session(), find_last);
    const AuditRow row{last.seq + 1, tx.now(), tx.actor().person, tx.actor().on_behalf, note};
    run(tx.session(), insert, fields_of(ChainRow{row, last.hash, seal(last.hash, row)}));
}

std::vector<AuditRow> list_audit(ReadTx& tx, const S& resource, int rows_max) {
    return select(tx.session(), list_of_resource, {{"resource", resource}, {"rows_max", rows_max}});
}

std::vector<AuditRow> list_audit_before(ReadTx& tx, long long before_seq, int rows_max) {
    const auto before = before_seq == 0 ? std::numeric_limits<long long>::max() : before_seq;
    return select(tx.session(), list_before, {{"before", before}, {"rows_max", rows_max}});
}

ChainReport verify_chain(Session& session) {
    ChainReport report;
    each(session, list_chain, {}, [&](const ChainRow& link) {
        const bool follows = link.row.seq == report.rows + 1 && link.previous == report.last_hash;
        if (report.whole() && (!follows || seal(link.previous, link.row) != link.hash))
            report.first_broken = link.row.seq;
        ++report.rows;
        report.last_hash = link.hash;
    });
    return report;
}

std::vector<const Sql*> audit_statements() {
    return {&find_last, &insert, &list_of_resource, &list_before, &list_chain};
}

}  // namespace db
