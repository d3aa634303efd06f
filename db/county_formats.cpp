#include "db/county_formats.hpp"

#include <algorithm>

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

// As migration 0027 did.
constexpr const char* actors_of_format_1 =
    "UPDATE case_event SET actor = 'service' WHERE actor = '';";

// As migration 0029 did.
constexpr const char* raisers_of_format_2 = R"(
    UPDATE theme SET raised_by = COALESCE((SELECT NULLIF(first.actor, 'service')
        FROM case_event AS first
        WHERE first.kind = 'theme' AND first.case_id = theme.key AND first.event = 'raise'
            AND first.number = (SELECT MIN(line.number) FROM case_event AS line
                                WHERE line.kind = 'theme' AND line.case_id = theme.key)), '');)";

}  // namespace

bool stands_in_format(int format, std::string_view table) {
    return format > 1 || table != "case_event";
}

std::vector<S> columns_in_format(int format, std::string_view table, std::vector<S> columns) {
    if (format < 3 && table == "theme") std::erase(columns, "raised_by");
    return columns;
}

std::string completed_from_format(int format) {
    S sql;
    if (format < 2) sql += actors_of_format_1;
    if (format < 3) sql += raisers_of_format_2;
    return sql;
}

std::vector<FileTable> earlier_tables(int format) {
    if (format > 1) return {};
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
