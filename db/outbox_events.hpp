// What happened to each message, in order: the history on its page.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"

namespace db {

struct OutboxEvent {
    workflows::Instant at;
    std::string kind;  // a state of the outbox ("accepted", "deferred"), or "retry", "hold", "undo"
    std::string detail;  // the relay's words, or who did it
};

void append_outbox_event(WriteTx& tx, long long message, const OutboxEvent& event);
/// Oldest first, the newest `rows_max` of them.
std::vector<OutboxEvent> list_outbox_events(ReadTx& tx, long long message, int rows_max);

std::vector<const Sql*> outbox_events_statements();

}  // namespace db
