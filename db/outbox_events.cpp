#include "db/outbox_events.hpp"

#include <algorithm>

#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {
namespace {

constexpr Sql insert{"outbox_event.insert", R"(
    INSERT INTO outbox_event(outbox, at, kind, detail) VALUES (:outbox, :at, :kind, :detail))"};
constexpr Sql list{"outbox_event.list", R"(
    SELECT at, kind, detail FROM outbox_event WHERE outbox = :outbox
    ORDER BY rowid DESC LIMIT :rows_max)"};

}  // namespace

void append_outbox_event(WriteTx& tx, long long message, const OutboxEvent& event) {
    run(tx.session(), insert, message, seconds(event.at), event.kind, event.detail);
    tx.touch("mail");
}

std::vector<OutboxEvent> list_outbox_events(ReadTx& tx, long long message, int rows_max) {
    std::vector<OutboxEvent> events;
    each<long long, std::string, std::string>(
        tx.session(), list,
        [&](long long at, const std::string& kind, const std::string& detail) {
            events.push_back({instant(at), kind, detail});
        },
        message, rows_max);
    std::reverse(events.begin(), events.end());
    return events;
}

std::vector<const Sql*> outbox_events_statements() {
    return {&insert, &list};
}

}  // namespace db
