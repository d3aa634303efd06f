#include "db/case_log.hpp"

#include <algorithm>

#include "db/statement.hpp"
#include "db/wanted.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(CaseEventRow, (),
                      (number, at, actor, actor_post, on_behalf, event, from_state, to_state,
                       comment, holder, due, meeting))
template <>
inline constexpr std::array columns_from<CaseEventRow>{From{"actor_post", "COALESCE(p.post, '')"}};

namespace {

using S = std::string;

constexpr Query<int> last_number{"case_log.last", R"(
    SELECT COALESCE(MAX(number), 0) FROM case_event WHERE kind = :kind AND case_id = :id)"};
constexpr Sql insert{"case_log.insert", R"(
    INSERT INTO case_event(kind, case_id, number, at, actor, on_behalf, event, from_state, to_state,
        comment, holder, due, meeting)
    VALUES (:kind, :id, :number, :at, :actor, :on_behalf, :event, :from_state, :to_state, :comment,
        :holder, :due, :meeting))"};
struct CaseLine {
    S case_id;
    CaseEventRow event;
};
BOOST_DESCRIBE_STRUCT(CaseLine, (), (case_id, event))

constexpr Query<CaseEventRow> list_one{"case_log.list", R"(
    SELECT {e.columns}
    FROM case_event e LEFT JOIN person p ON p.key = e.actor
    WHERE e.kind = :kind AND e.case_id = :id ORDER BY e.number)"};
constexpr Query<CaseLine> list_many{"case_log.list_many", with_wanted, R"(
    SELECT {e.columns}
    FROM wanted JOIN case_event e ON e.case_id = wanted.id LEFT JOIN person p ON p.key = e.actor
    WHERE e.kind = :kind ORDER BY e.case_id, e.number)"};
constexpr Sql move{"case_log.move", R"(
    UPDATE case_event SET number = number + :offset, case_id = :into
    WHERE kind = :kind AND case_id = :id)"};
constexpr Sql move_answers{"case_log.move_answers", R"(
    UPDATE circulation_answer SET number = number + :offset, stop = :into WHERE stop = :stop)"};

int last_of(ReadTx& tx, CaseKind kind, const S& id) {
    return value(tx.session(), last_number, {{"kind", kind}, {"id", id}});
}

void renumber(WriteTx& tx, CaseKind kind, const S& from, const S& into, int offset) {
    run(tx.session(), move, {{"kind", kind}, {"id", from}, {"into", into}, {"offset", offset}});
    if (kind == CaseKind::stop)
        run(tx.session(), move_answers, {{"stop", from}, {"into", into}, {"offset", offset}});
}

}  // namespace

S acting_person(const CaseEventRow& event) {
    return event.actor == service_actor ? S() : event.actor;
}

int append_case_event(WriteTx& tx, CaseKind kind, const S& id, const CaseEventRow& event) {
    const int number = last_of(tx, kind, id) + 1;
    const auto& person = tx.actor().person;
    const S actor = person.empty() ? S(service_actor) : person;
    run(tx.session(), insert,
        fields_of(
            event,
            {{"kind", kind}, {"id", id}, {"number", number}, {"at", tx.now()}, {"actor", actor}}));
    return number;
}

std::vector<CaseEventRow> list_case_events(ReadTx& tx, CaseKind kind, const S& id) {
    return select(tx.session(), list_one, {{"kind", kind}, {"id", id}});
}

std::map<S, std::vector<CaseEventRow>> list_case_events(ReadTx& tx, CaseKind kind,
                                                        const std::vector<S>& ids) {
    std::map<S, std::vector<CaseEventRow>> events;
    if (ids.empty()) return events;
    auto asked = wanted(ids);
    asked.add("kind", kind);
    for (auto& line : select(tx.session(), list_many, asked))
        events[line.case_id].push_back(std::move(line.event));
    return events;
}

void join_histories(WriteTx& tx, CaseKind kind, const S& stays, const S& goes) {
    // Out of the way first: two lines of one history have two numbers.
    renumber(tx, kind, stays, stays, std::max(last_of(tx, kind, stays), last_of(tx, kind, goes)));
    renumber(tx, kind, goes, stays, 0);
}

std::vector<const Sql*> case_log_statements() {
    return {&last_number, &insert, &list_one, &list_many, &move, &move_answers};
}

}  // namespace db
