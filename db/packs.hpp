// Finished packs of published agendas, one for each audience.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/date.hpp"

namespace db {

/// A row of `pack`. The bytes are in the DocumentStore under `sha256`.
struct PackRow {
    std::string id;
    std::string meeting;
    int agenda = 0;        // number of the agenda version that is in it
    std::string audience;  // "public", "members", "exempt"
    std::string inputs;    // SHA-256 of all that went in
    std::string sha256;
    long long size_bytes = 0;
    int pages = 0;
    workflows::Instant built_at{};
};

/// The pack that was built of exactly these inputs.
std::optional<PackRow> find_pack_of_inputs(ReadTx& tx, const std::string& meeting,
                                           const std::string& inputs);
/// Of one version of the agenda, for every audience, the newest first.
std::vector<PackRow> list_packs(ReadTx& tx, const std::string& meeting, int agenda);
/// Fills in the id when it is empty, and the time. A pack of the same inputs is replaced: its file
/// was lost, or it would have been used.
PackRow save_pack(WriteTx& tx, PackRow pack);

std::vector<const Sql*> packs_statements();

}  // namespace db
