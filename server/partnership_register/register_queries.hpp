// The register of the partnerships, filled in from facts: who chairs and serves each board, when it
// met last and meets next by the calendar; beside that what the board last said of itself, and what
// is wrong with it. One source for the page, its data twins, the update and the command.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/county.hpp"
#include "db/database.hpp"
#include "db/register.hpp"
#include "server/boards/board_facts.hpp"
#include "workflows/register/register.hpp"

namespace server::partnership_register {

/// A post with its first day on the board, where that is known.
struct RegisterPost {
    std::string words;       // "Leader of the County Council, Oxfordshire County Council"
    std::string since = {};  // ISO day, or empty
};

struct RegisterEntry {
    boards::BoardEntry board;  // with last and next meeting of the calendar
    std::vector<RegisterPost> chairs;
    std::vector<RegisterPost> vice_chairs;
    std::vector<RegisterPost> lead_members;
    std::vector<RegisterPost> lead_officers;
    std::string website;     // of the board's page, else what it said last
    std::string governance;  // of the newest accepted return, or empty
    /// What it last said of itself: the newest return that was filed, else the imported record.
    std::optional<db::RegisterRecord> said;
    int said_in = 0;  // year of that return; 0: the imported record
};

struct Register {
    workflows::Day today{};
    std::vector<RegisterEntry> entries;  // of boards not succeeded, by name
    std::vector<workflows::RegisterFinding> findings;

    /// Of one board, in order.
    std::vector<const workflows::RegisterFinding*> findings_of(const std::string& board) const;
    std::size_t count(workflows::RegisterLint lint) const;
    std::size_t records() const;  // boards that said something of themselves
};

Register load_register(db::ReadTx& tx, workflows::Day today);

/// "Leader of the County Council; Clinical Chair", or `none`.
std::string posts_text(const std::vector<RegisterPost>& posts, const std::string& none);

/// {"today":…,"records":13,"boards":[{"board":"HWB",…,"said":{…},"lints":["early_completion"]}],
///  "findings":[{"lint":"early_completion","boards":["HWB"],"date":"2018-09-01",…}]}
std::string register_json(const Register& all);
/// {"findings":[…],"counts":{"early_completion":8,…}}
std::string register_findings_json(const Register& all);
/// A row for each board (RFC 4180).
std::string register_csv(const Register& all);

}  // namespace server::partnership_register
