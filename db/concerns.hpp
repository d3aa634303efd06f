// The register of safeguarding concerns: references, neutral words, and what happened to each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/concerns/concern.hpp"
#include "workflows/core/result.hpp"

namespace db {

struct ConcernRow {
    std::string id;
    std::string reference;
    workflows::Concern concern;
    std::optional<workflows::Day> acknowledge_by;  // only while it waits for that
    workflows::Day since;                          // in its state
    workflows::Instant created_at;
    std::string created_by;
    int version = 1;
};

struct ConcernSides {
    std::string raising_board;
    std::string safeguarding_board;
    workflows::ConcernState state = workflows::ConcernState::raised;
};

std::optional<ConcernRow> find_concern(ReadTx& tx, const std::string& id);
/// Code::not_found.
workflows::Result<ConcernRow> load_concern(ReadTx& tx, const std::string& id);
std::optional<ConcernSides> sides_of_concern(ReadTx& tx, const std::string& id);
/// Raised by the board, and those addressed to it that were escalated; oldest first.
std::vector<ConcernRow> list_concerns_of(ReadTx& tx, const std::string& board);
/// That wait to be acknowledged by a day of the window, both days included.
std::vector<ConcernRow> list_concerns_to_acknowledge(ReadTx& tx, workflows::Day from,
                                                     workflows::Day to);

/// Fills in id, reference (of the year of `today`), created_at, created_by and version.
ConcernRow insert_concern(WriteTx& tx, ConcernRow row, workflows::Day today);
/// Writes state, partner, acknowledge_by and since of the row whose version is `row.version`.
/// Code::stale.
workflows::Result<void> save_concern(WriteTx& tx, const ConcernRow& row);

/// Open concerns of the board `from` are those of `to` from now on. Which: "concern:ID".
std::vector<std::string> concerns_to_hand_over(ReadTx& tx, const std::string& from);  // references
std::vector<std::string> hand_over_concerns(WriteTx& tx, const std::string& from,
                                            const std::string& to);

std::vector<const Sql*> concerns_statements();

}  // namespace db
