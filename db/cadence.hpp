// How often each board should meet, and by when provisional dates are to be confirmed: what people
// chose instead of what follows from the register.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/planning/cadence.hpp"

namespace db {

/// By board: those that were chosen.
std::map<std::string, workflows::Cadence> list_cadences(ReadTx& tx);
/// The last word counts.
void save_cadence(WriteTx& tx, const std::string& board, const workflows::Cadence& cadence);
/// Joint meetings that boards owe with `from` they owe with `to` from now on: "board:CODE" of each.
std::vector<std::string> hand_over_cadence(WriteTx& tx, const std::string& from,
                                           const std::string& to);

/// The day that was chosen for a provisional meeting, and the date that it was chosen for: a move
/// makes it void.
struct ConfirmDay {
    workflows::PlannedDate planned;
    workflows::Day confirm_by = {};
};
/// By meeting.
std::map<std::string, ConfirmDay> find_confirm_days(ReadTx& tx,
                                                    const std::set<std::string>& meetings);
/// The last word counts; nothing: the usual day again.
void save_confirm_by(WriteTx& tx, const std::string& meeting, const workflows::PlannedDate& planned,
                     std::optional<workflows::Day> day);
/// Ids of provisional meetings with a chosen day between two days.
std::vector<std::string> list_confirm_by(ReadTx& tx, workflows::Day from, workflows::Day to);

std::vector<const Sql*> cadence_statements();

}  // namespace db
