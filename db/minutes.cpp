#include "db/minutes.hpp"

#include "db/statement.hpp"
#include "db/words.hpp"

namespace db {
namespace {

using S = std::string;

constexpr Query<workflows::Day> find{
    "draft_minutes.find", "SELECT circulated_on FROM draft_minutes WHERE meeting = :meeting"};
constexpr Sql insert{"draft_minutes.insert", R"(
    INSERT INTO draft_minutes(meeting, circulated_on, recorded_at, recorded_by)
    VALUES (:meeting, :circulated_on, :recorded_at, :recorded_by)
    ON CONFLICT (meeting) DO NOTHING)"};
constexpr Sql remove{"draft_minutes.remove", "DELETE FROM draft_minutes WHERE meeting = :meeting"};
// The meetings of the days first: few, and by their index.
constexpr Query<S> list_between{"draft_minutes.list_between", R"(
    SELECT d.meeting FROM meeting m CROSS JOIN draft_minutes d ON d.meeting = m.id
    WHERE m.planned >= :from AND m.planned <= :to)"};

}  // namespace

std::optional<workflows::Day> find_draft_minutes(ReadTx& tx, const S& meeting) {
    return select_one(tx.session(), find, {{"meeting", meeting}});
}

workflows::Result<void> record_draft_minutes(WriteTx& tx, const S& meeting,
                                             workflows::Day circulated, const S& by) {
    if (run(tx.session(), insert,
            {{"meeting", meeting},
             {"circulated_on", circulated},
             {"recorded_at", tx.now()},
             {"recorded_by", by}}) == 0)
        return workflows::conflict("circulated", words::draft_minutes_exist);
    tx.touch("meeting:" + meeting);
    return {};
}

workflows::Result<void> remove_draft_minutes(WriteTx& tx, const S& meeting) {
    if (run(tx.session(), remove, {{"meeting", meeting}}) == 0)
        return workflows::not_found(words::no_draft_minutes);
    tx.touch("meeting:" + meeting);
    return {};
}

std::set<S> list_meetings_with_minutes(ReadTx& tx, workflows::Day from, workflows::Day to) {
    const auto rows = select(tx.session(), list_between, {{"from", from}, {"to", to}});
    return {rows.begin(), rows.end()};
}

std::vector<const Sql*> minutes_statements() {
    return {&find, &insert, &remove, &list_between};
}

}  // namespace db
