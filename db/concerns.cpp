#include "db/concerns.hpp"

#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

#define CONCERN_COLUMNS                                                                     \
    "id, reference, raising_board, safeguarding_board, matter, raised_on, state, partner, " \
    "acknowledge_by, since, created_at, created_by, version"

namespace db {
namespace {

using workflows::Code;
using workflows::Day;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Sql find_by_id{"concerns.find_by_id",
                         "SELECT " CONCERN_COLUMNS " FROM concern WHERE id = :id"};
constexpr Sql find_sides{"concerns.find_sides", R"(
    SELECT raising_board, safeguarding_board, state FROM concern WHERE id = :id)"};
constexpr Sql list_of_board{
    "concerns.list_of_board",
    "SELECT " CONCERN_COLUMNS
    " FROM concern WHERE raising_board = :board OR (safeguarding_board = :board AND state IN"
    " ('escalated', 'acknowledged', 'feedback_given', 'closed')) ORDER BY created_at, id"};
constexpr Sql list_to_acknowledge{
    "concerns.list_to_acknowledge",
    "SELECT " CONCERN_COLUMNS
    " FROM concern WHERE acknowledge_by <> '' AND acknowledge_by >= :from"
    " AND acknowledge_by <= :to ORDER BY acknowledge_by, id"};
constexpr Sql last_reference{"concerns.last_reference", R"(
    SELECT COUNT(*) FROM concern WHERE reference >= :first AND reference < :end)"};
constexpr Sql insert{"concerns.insert", R"(
    INSERT INTO concern(id, reference, raising_board, safeguarding_board, matter, raised_on, state,
        since, created_at, created_by)
    VALUES (:id, :reference, :raising_board, :safeguarding_board, :matter, :raised_on, :state,
        :since, :created_at, :created_by))"};
constexpr Sql update{"concerns.update", R"(
    UPDATE concern SET state = :state, partner = :partner, acknowledge_by = :acknowledge_by,
        since = :since, version = version + 1
    WHERE id = :id AND version = :version)"};
constexpr Sql hand_raising{"concerns.hand_raising", R"(
    UPDATE concern SET raising_board = :to, version = version + 1
    WHERE raising_board = :from AND state NOT IN ('closed', 'withdrawn') RETURNING id)"};
constexpr Sql hand_safeguarding{"concerns.hand_safeguarding", R"(
    UPDATE concern SET safeguarding_board = :to, version = version + 1
    WHERE safeguarding_board = :from AND state NOT IN ('closed', 'withdrawn') RETURNING id)"};

std::optional<Day> maybe_day(const S& text) {
    return text.empty() ? std::nullopt : std::optional<Day>(workflows::parse_day(text).value());
}

template <class... A>
std::vector<ConcernRow> query(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<ConcernRow> rows;
    each<S, S, S, S, S, S, S, S, S, S, long long, S, int>(
        tx.session(), sql,
        [&](const S& id, const S& reference, const S& raising, const S& safeguarding,
            const S& matter, const S& raised_on, const S& state, const S& partner,
            const S& acknowledge_by, const S& since, long long created_at, const S& created_by,
            int version) {
            rows.push_back({id,
                            reference,
                            {workflows::from_text<workflows::ConcernState>(state).value(), raising,
                             safeguarding, matter, *maybe_day(raised_on), partner},
                            maybe_day(acknowledge_by),
                            *maybe_day(since),
                            instant(created_at),
                            created_by,
                            version});
        },
        arguments...);
    return rows;
}

}  // namespace

std::optional<ConcernRow> find_concern(ReadTx& tx, const S& id) {
    auto rows = query(tx, find_by_id, id);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

Result<ConcernRow> load_concern(ReadTx& tx, const S& id) {
    auto row = find_concern(tx, id);
    if (!row) return workflows::not_found("There is no such concern.");
    return std::move(*row);
}

std::optional<ConcernSides> sides_of_concern(ReadTx& tx, const S& id) {
    std::optional<ConcernSides> sides;
    each<S, S, S>(
        tx.session(), find_sides, [&](const auto&... column) { sides = ConcernSides{column...}; },
        id);
    return sides;
}

std::vector<ConcernRow> list_concerns_of(ReadTx& tx, const S& board) {
    return query(tx, list_of_board, board);
}

std::vector<ConcernRow> list_concerns_to_acknowledge(ReadTx& tx, Day from, Day to) {
    return query(tx, list_to_acknowledge, workflows::iso(from), workflows::iso(to));
}

ConcernRow insert_concern(WriteTx& tx, ConcernRow row, Day today) {
    const int year = workflows::year_of(today);
    const auto prefix = [](int of) { return "SC-" + std::to_string(of) + "-"; };
    const int count = value<int>(tx.session(), last_reference, prefix(year), prefix(year + 1));
    row.id = tx.ids().id();
    row.reference = workflows::concern_reference(year, count + 1);
    row.created_at = tx.now();
    row.created_by = tx.actor().person;
    row.version = 1;
    const auto& c = row.concern;
    run(tx.session(), insert, row.id, row.reference, c.raising_board, c.safeguarding_board,
        c.matter, workflows::iso(c.raised_on), workflows::to_text(c.state),
        workflows::iso(row.since), seconds(row.created_at), row.created_by);
    tx.touch("concern:" + row.id);
    return row;
}

Result<void> save_concern(WriteTx& tx, const ConcernRow& row) {
    const auto by = row.acknowledge_by ? workflows::iso(*row.acknowledge_by) : S();
    if (run(tx.session(), update, workflows::to_text(row.concern.state), row.concern.partner, by,
            workflows::iso(row.since), row.id, row.version) == 0)
        return Error{Code::stale,
                     "Something happened to this concern since you opened the page. Read what is "
                     "new, then choose again."};
    tx.touch("concern:" + row.id);
    return {};
}

std::vector<S> concerns_to_hand_over(ReadTx& tx, const S& from) {
    std::vector<S> references;
    for (const auto& row : list_concerns_of(tx, from)) {
        if (workflows::is_open_concern(row.concern.state)) references.push_back(row.reference);
    }
    return references;
}

std::vector<S> hand_over_concerns(WriteTx& tx, const S& from, const S& to) {
    auto all = moved(tx, hand_raising, "concern:", to, from);
    append(all, moved(tx, hand_safeguarding, "concern:", to, from));
    return all;
}

std::vector<const Sql*> concerns_statements() {
    return {&find_by_id, &find_sides, &list_of_board, &list_to_acknowledge, &last_reference,
            &insert,     &update,     &hand_raising,  &hand_safeguarding};
}

}  // namespace db
