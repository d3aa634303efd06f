#include "db/outbox_events.hpp"

#include <algorithm>

#include "db/statement.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(OutboxEvent, (), (at, kind, detail))

namespace {

constexpr Sql insert{"outbox_event.insert", R"(
    INSERT INTO outbox_event(outbox, at, kind, detail) VALUES (:outbox, :at, :kind, :detail))"};
constexpr Query<OutboxEvent> list{"outbox_event.list", R"(
    SELECT {columns} FROM outbox_event WHERE outbox = :outbox
    ORDER BY rowid DESC LIMIT :rows_max)"};

}  // namespace

void append_outbox_event(WriteTx& tx, long long message, const OutboxEvent& event) {
    run(tx.session(), insert, fields_of(event, {{"outbox", message}}));
    tx.touch("mail");
}

std::vector<OutboxEvent> list_outbox_events(ReadTx& tx, long long message, int rows_max) {
    auto events = select(tx.session(), list, {{"outbox", message}, {"rows_max", rows_max}});
    std::reverse(events.begin(), events.end());
    return events;
}

std::vector<const Sql*> outbox_events_statements() {
    return {&insert, &list};
}

}  // namespace db
