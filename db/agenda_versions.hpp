// What was published of an agenda, word for word: rows that nothing changes.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/date.hpp"

namespace db {

struct AgendaVersionRow {
    std::string meeting;
    int number = 0;  // from 1
    workflows::Instant published_at{};
    std::string published_by;  // person key
    int clear_days = 0;        // counted to the meeting
    std::string late_reason;   // LGA 1972 s.100B(4)(b), when they were too few
    std::string content;       // JSON, server/agenda/agenda_content.hpp
    std::string sha256;        // of `content`
};

std::optional<AgendaVersionRow> published_agenda(ReadTx& tx, const std::string& meeting,
                                                 int number);
/// The newest of each of these meetings, as its row names it, by meeting.
std::map<std::string, AgendaVersionRow> published_agendas(ReadTx& tx,
                                                          const std::set<std::string>& meetings);
/// Newest first.
std::vector<AgendaVersionRow> list_agenda_versions(ReadTx& tx, const std::string& meeting);

/// Published now by who acts, as the version after the newest; fills in number, time, person and
/// hash. The caller writes the number into the meeting's row in the same transaction.
AgendaVersionRow insert_agenda_version(WriteTx& tx, AgendaVersionRow version);

std::vector<const Sql*> agenda_versions_statements();

}  // namespace db
