#include "db/county_format_1.hpp"

#include "db/case_log.hpp"

namespace db {
namespace {

using S = std::string;

/// `columns`: as the table had them; the first names the case.
FileTable history(const char* table, CaseKind kind, std::vector<S> columns) {
    S insert = "INSERT INTO case_event(kind, case_id";
    for (std::size_t i = 1; i < columns.size(); ++i)
        insert += ", " + (columns[i] == "next_date" ? S("due") : columns[i]);
    insert += ") SELECT '" + S(workflows::to_text(kind)) + "', ";
    return {table, std::move(columns), std::move(insert)};
}

}  // namespace

std::vector<FileTable> histories_of_format_1() {
    return {
        history("agenda_request_event", CaseKind::request,
                {"request", "number", "at", "actor", "on_behalf", "event", "from_state", "to_state",
                 "comment"}),
        history("circulation_event", CaseKind::stop,
                {"stop", "number", "at", "actor", "event", "from_state", "to_state", "comment"}),
        history("concern_event", CaseKind::concern,
                {"concern", "number", "at", "actor", "on_behalf", "event", "from_state", "to_state",
                 "comment"}),
        history("issue_event", CaseKind::issue,
                {"issue", "number", "at", "actor", "on_behalf", "event", "from_state", "to_state",
                 "holder", "next_date", "comment"}),
        history("obligation_event", CaseKind::obligation,
                {"obligation", "number", "at", "actor", "event", "from_state", "to_state",
                 "meeting", "comment"}),
        history("response_event", CaseKind::response,
                {"response", "number", "at", "actor", "on_behalf", "event", "from_state",
                 "to_state", "comment"}),
        history("theme_event", CaseKind::theme,
                {"theme", "number", "at", "actor", "event", "from_state", "to_state", "comment"}),
    };
}

}  // namespace db
