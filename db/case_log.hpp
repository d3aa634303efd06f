// What happened to each case, of every kind: one line for each step. It is what threads show, and
// no proof: when two boards become one their histories are joined and numbered anew. The audit
// trail (audit.hpp) is the proof.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/names.hpp"

namespace db {

enum class CaseKind { request, response, issue, concern, obligation, theme, stop };

/// The actor of what the program did by itself. No person has this key.
inline constexpr std::string_view service_actor = "service";

struct CaseEventRow {
    int number = 0;
    workflows::Instant at = {};
    std::string actor = {};       // person key, or service_actor
    std::string actor_post = {};  // as it is called now; empty: the program, or nobody known
    std::string on_behalf = {};   // the post spoken for; empty when it is the actor's own
    std::string event = {};       // text of the kind's own enumeration, "hand_over", or "edit"
    std::string from_state = {};  // empty for the first
    std::string to_state = {};
    std::string comment = {};
    std::string holder = {};   // person key: who holds it after the step
    std::string due = {};      // ISO day, next date of an issue, or empty
    std::string meeting = {};  // of an obligation, after the step
};

/// The key of who acted; empty: the program.
std::string acting_person(const CaseEventRow& event);

/// The case is an id of its kind's table; of a theme its key. `number`, `at` and `actor` are set
/// here. Returns the number.
int append_case_event(WriteTx& tx, CaseKind kind, const std::string& id, const CaseEventRow& event);

/// Oldest first.
std::vector<CaseEventRow> list_case_events(ReadTx& tx, CaseKind kind, const std::string& id);
/// The same of many cases with one statement; a case without lines is left out.
std::map<std::string, std::vector<CaseEventRow>> list_case_events(
    ReadTx& tx, CaseKind kind, const std::vector<std::string>& ids);

/// Two cases of a kind have become one: the history of `goes` comes before that of `stays`, so that
/// the last word is that of `stays`. What is numbered as the events are goes along: the answers of
/// circulation stops.
void join_histories(WriteTx& tx, CaseKind kind, const std::string& stays, const std::string& goes);

/// Lines of cases that are not there, whole sentences.
std::vector<std::string> case_log_orphans(Session& session);
/// The same, and steps or states that their kind does not know. Nothing for a file of before the
/// log, as a backup may be.
std::vector<std::string> case_log_faults(Session& session);

std::vector<const Sql*> case_log_statements();
std::vector<const Sql*> case_log_check_statements();

}  // namespace db

namespace workflows {

template <>
inline constexpr auto names<db::CaseKind> = std::to_array<Name<db::CaseKind>>({
    {db::CaseKind::request, "request", "request"},
    {db::CaseKind::response, "response", "response"},
    {db::CaseKind::issue, "issue", "issue"},
    {db::CaseKind::concern, "concern", "concern"},
    {db::CaseKind::obligation, "obligation", "obligation"},
    {db::CaseKind::theme, "theme", "theme"},
    {db::CaseKind::stop, "stop", "stop of a circulation"},
});

}  // namespace workflows
