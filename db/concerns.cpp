#include "db/concerns.hpp"

#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/words.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(Concern, (),
                      (state, raising_board, safeguarding_board, matter, raised_on, partner))
}  // namespace workflows

namespace db {

BOOST_DESCRIBE_STRUCT(ConcernRow, (),
                      (id, reference, concern, acknowledge_by, since, created_at, created_by,
                       version))
BOOST_DESCRIBE_STRUCT(ConcernSides, (), (raising_board, safeguarding_board, state))

namespace {

using workflows::Code;
using workflows::Day;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Query<ConcernRow> find_by_id{"concerns.find_by_id", R"(
    SELECT {columns} FROM concern WHERE id = :id)"};
constexpr Query<ConcernSides> find_sides{"concerns.find_sides", R"(
    SELECT {columns} FROM concern WHERE id = :id)"};
constexpr Query<ConcernRow> list_of_board{"concerns.list_of_board", R"(
    SELECT {columns} FROM concern WHERE raising_board = :board OR (safeguarding_board = :board
    AND state IN ('escalated', 'acknowledged', 'feedback_given', 'closed')) ORDER BY created_at,
    id)"};
constexpr Query<ConcernRow> list_to_acknowledge{"concerns.list_to_acknowledge", R"(
    SELECT {columns} FROM concern WHERE acknowledge_by <> '' AND acknowledge_by >= :from
    AND acknowledge_by <= :to ORDER BY acknowledge_by, id)"};
constexpr Query<int> last_reference{"concerns.last_reference", R"(
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
constexpr Query<std::string> hand_raising{"concerns.hand_raising", R"(
    UPDATE concern SET raising_board = :to, version = version + 1
    WHERE raising_board = :from AND state NOT IN ('closed', 'withdrawn') RETURNING id)"};
constexpr Query<std::string> hand_safeguarding{"concerns.hand_safeguarding", R"(
    UPDATE concern SET safeguarding_board = :to, version = version + 1
    WHERE safeguarding_board = :from AND state NOT IN ('closed', 'withdrawn') RETURNING id)"};

}  // namespace

std::optional<ConcernRow> find_concern(ReadTx& tx, const S& id) {
    return select_one(tx.session(), find_by_id, {{"id", id}});
}

Result<ConcernRow> load_concern(ReadTx& tx, const S& id) {
    auto row = find_concern(tx, id);
    if (!row) return workflows::not_found(words::cannot_find("concern"));
    return std::move(*row);
}

std::optional<ConcernSides> sides_of_concern(ReadTx& tx, const S& id) {
    return select_one(tx.session(), find_sides, {{"id", id}});
}

std::vector<ConcernRow> list_concerns_of(ReadTx& tx, const S& board) {
    return select(tx.session(), list_of_board, {{"board", board}});
}

std::vector<ConcernRow> list_concerns_to_acknowledge(ReadTx& tx, Day from, Day to) {
    return select(tx.session(), list_to_acknowledge, {{"from", from}, {"to", to}});
}

ConcernRow insert_concern(WriteTx& tx, ConcernRow row, Day today) {
    const int year = workflows::year_of(today);
    const auto prefix = [](int of) { return "SC-" + std::to_string(of) + "-"; };
    const int count =
        value(tx.session(), last_reference, {{"first", prefix(year)}, {"end", prefix(year + 1)}});
    row.id = tx.ids().id();
    row.reference = workflows::concern_reference(year, count + 1);
    row.created_at = tx.now();
    row.created_by = tx.actor().person;
    row.version = 1;
    run(tx.session(), insert, fields_of(row));
    tx.touch("concern:" + row.id);
    return row;
}

Result<void> save_concern(WriteTx& tx, const ConcernRow& row) {
    if (run(tx.session(), update, fields_of(row)) == 0)
        return Error{Code::stale, words::changed_since_page_opened("concern")};
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
    auto all = moved(tx, hand_raising, "concern:", {{"to", to}, {"from", from}});
    append(all, moved(tx, hand_safeguarding, "concern:", {{"to", to}, {"from", from}}));
    return all;
}

std::vector<const Sql*> concerns_statements() {
    return {&find_by_id, &find_sides, &list_of_board, &list_to_acknowledge, &last_reference,
            &insert,     &update,     &hand_raising,  &hand_safeguarding};
}

}  // namespace db
