// The tables as the migrations leave them: what happened stands in one of them, and a column with
// a few values names these.
#pragma once

#include <algorithm>
#include <cctype>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/source_text.hpp"

namespace tidy {

/// By table: each column with its definition; what holds for several columns is under "".
using Schema = std::map<std::string, std::map<std::string, std::string>>;

namespace detail {

/// Comments become blanks; what stands between quotes stays.
inline std::string without_sql_comments(std::string text) {
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        quoted = quoted != (text[i] == '\'');
        if (!quoted && text.compare(i, 2, "--") == 0) {
            for (; i < text.size() && text[i] != '\n'; ++i) {
                text[i] = ' ';
            }
        }
    }
    return text;
}

/// Between separators that stand in no bracket and no quotes.
inline std::vector<std::string> sql_parts(std::string_view text, char separator) {
    std::vector<std::string> parts(1);
    int depth = 0;
    bool quoted = false;
    for (const char c : text) {
        quoted = quoted != (c == '\'');
        depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == separator && depth == 0 && !quoted) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

inline std::vector<std::string> sql_words(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find_first_of(" \n(", at);
        if (end != at) {
            words.emplace_back(text.substr(at, end - at));
        }
        at = end == std::string_view::npos ? text.size() : end + 1;
    }
    return words;
}

inline void add_column(std::map<std::string, std::string>& table, const std::string& definition) {
    constexpr std::string_view of_the_table[] = {"PRIMARY", "UNIQUE", "CHECK", "FOREIGN"};
    const std::vector<std::string> words = sql_words(definition);
    if (words.empty()) {
        return;
    }
    const bool whole = std::ranges::find(of_the_table, words[0]) != std::end(of_the_table);
    table[whole ? "" : words[0]] += definition;
}

inline void alter(Schema& schema, const std::string& statement,
                  const std::vector<std::string>& words) {
    std::map<std::string, std::string>& table = schema[words[2]];
    const std::string what = words[3] + " " + words[4];
    if (what == "ADD COLUMN") {
        add_column(table, statement.substr(statement.find("COLUMN") + 6));
    } else if (what == "DROP COLUMN") {
        table.erase(words[5]);
    } else if (what == "RENAME COLUMN") {
        table[words[7]] = table[words[5]];
        table.erase(words[5]);
    } else if (what == "RENAME TO") {
        schema[words[5]] = table;
        schema.erase(words[2]);
    }
}

}  // namespace detail

/// `migrations` in their order.
inline Schema read_schema(std::span<const std::string> migrations) {
    Schema schema;
    for (const std::string& text : migrations) {
        for (const std::string& statement :
             detail::sql_parts(detail::without_sql_comments(text), ';')) {
            const std::vector<std::string> words = detail::sql_words(statement);
            if (words.size() < 3 || (words[0] == "CREATE" && words[1] != "TABLE")) {
                continue;
            }
            if (words[0] == "CREATE") {
                const std::size_t open = statement.find('(');
                const std::string body =
                    statement.substr(open + 1, statement.rfind(')') - open - 1);
                schema[words[2]].clear();
                for (const std::string& column : detail::sql_parts(body, ',')) {
                    detail::add_column(schema[words[2]], column);
                }
            } else if (words[0] == "DROP" && words[1] == "TABLE") {
                schema.erase(words[2]);
            } else if (words[0] == "ALTER") {
                detail::alter(schema, statement, words);
            }
        }
    }
    return schema;
}

constexpr std::string_view columns_of_few_values[] = {
    "state",   "from_state", "to_state", "kind",       "role",   "held_in",  "visibility",
    "purpose", "standing",   "required", "attendance", "office", "audience", "paper_status"};

/// A column that has no CHECK, though its name says that it has a few values.
struct MayStayUnchecked {
    std::string_view table;
    std::string_view column;
    std::string_view reason;
};

// clang-format off
constexpr MayStayUnchecked may_stay_unchecked[] = {
    {"case_event",    "kind",       "`check` reads each row by its kind's own lists"},
    {"case_event",    "from_state", "the same"},
    {"case_event",    "to_state",   "the same"},
    {"circulation",   "purpose",    "in the words of who sends the document round"},
    {"job",           "kind",       "each kind belongs to the thread that does it"},
    {"mail_link",     "kind",       "a row of server/site/links.cpp"},
    {"outbox_event",  "kind",       "a state of the letter, or what a person did with it"},
    {"reminder_rule", "kind",       "a kind that is no more is passed over"},
};
// clang-format on

inline std::vector<Finding> find_unchecked_columns(const Schema& schema) {
    std::vector<Finding> findings;
    for (const auto& [table, columns] : schema) {
        for (const auto& [column, definition] : columns) {
            const bool few =
                std::ranges::find(columns_of_few_values, column) != std::end(columns_of_few_values);
            const bool allowed = std::ranges::any_of(may_stay_unchecked, [&](const auto& one) {
                return one.table == table && one.column == column;
            });
            const std::string check = "CHECK (" + column + " ";
            const auto whole = columns.find("");
            const bool checked =
                definition.find(check) != std::string::npos ||
                (whole != columns.end() && whole->second.find(check) != std::string::npos);
            if (few && !allowed && !checked) {
                findings.push_back({"db/migrations", 1,
                                    table + "." + column + ": name its values, CHECK (" + column +
                                        " IN (…)), in a migration that makes the table anew, as "
                                        "0028_state_checks.sql does"});
            }
        }
    }
    return findings;
}

/// Beside the log of all cases only the letters have one of their own.
inline std::vector<Finding> find_event_tables(const Schema& schema) {
    std::vector<Finding> findings;
    for (const auto& [table, columns] : schema) {
        if (table.ends_with("_event") && table != "case_event" && table != "outbox_event") {
            findings.push_back({"db/migrations", 1,
                                table + ": what happens to a case is a row of case_event "
                                        "(db::append_case_event) under a kind of its own"});
        }
    }
    return findings;
}

}  // namespace tidy
