// Boards that change: what is proposed, recorded, carried out on its day and undone before it, and
// the one table of things that move when a board takes over from another.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "db/board_changes.hpp"
#include "db/hand_over.hpp"
#include "server/base/app.hpp"
#include "workflows/core/result.hpp"

namespace server::succession {

/// One kind of open thing that names a board. `names` is what the review shows before; `hand_over`
/// moves them
/// and says which, by their names in the audit trail: one line there for each.
struct HandOverKind {
    std::string_view what;  // "Requests between boards"
    db::HandOverNames (*names)(db::ReadTx&, const db::HandOver&);
    std::vector<std::string> (*hand_over)(db::WriteTx&, const db::HandOver&);
};
/// In the order in which they move: meetings first, since stops stand at them.
std::span<const HandOverKind> hand_over_kinds();

/// Moves them all, with a line in the audit trail for each thing: which, never what it is called.
/// For each kind, in words, how many.
std::vector<std::pair<std::string, std::string>> hand_all_over(db::WriteTx& tx,
                                                               const db::HandOver& change);

struct Rename {
    std::string board;  // code
    std::string name;
    std::string slug;
    workflows::Day on;
};
/// Its batch. Code::invalid (name, slug, nothing new), Code::conflict (slug).
workflows::Result<std::string> propose_rename(db::WriteTx& tx, const Rename& rename);

struct Succession {
    std::vector<std::string> boards;  // codes; several: they merge
    std::string successor;            // code
    workflows::Day on;
    workflows::ComingMeetings meetings = workflows::ComingMeetings::hand_over;
};
/// Its batch. Code::invalid (field "boards" or "successor"), Code::conflict (succeeded already).
workflows::Result<std::string> propose_succession(db::WriteTx& tx, const Succession& succession);

/// Records the batch for its day and, where that has come, carries it out. Code::refused,
/// Code::not_found, and as when it was proposed.
workflows::Result<void> record_change(base::App& app, db::WriteTx& tx, const std::string& batch);
/// Proposed: forgotten. Recorded: as if it had never been. Code::refused once its day has come.
workflows::Result<void> undo_change(db::WriteTx& tx, const std::string& batch);

/// What a row hands over and to whom: the successor, or who has taken over from that one since.
db::HandOver hand_over_of(db::ReadTx& tx, const db::BoardChangeRow& row);

/// Takes over what an import says of successions, and carries out every change whose day has come,
/// each exactly once; how many. Called by the job of site/job_rows.cpp, in a transaction of its
/// own.
int carry_out_due_changes(base::App& app);

}  // namespace server::succession
