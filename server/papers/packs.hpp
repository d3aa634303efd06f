// Builds the pack of a published agenda for one audience, or finds that it is built already.
#pragma once

#include <optional>
#include <string>

#include "db/meetings.hpp"
#include "db/packs.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "server/base/subprocess.hpp"
#include "templates/documents/pack.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/policy.hpp"

namespace server::papers {

/// Whom a pack is for: it holds the papers of the items that such a reader may see. Of the others
/// it has the public title and how many pages are missing.
using Audience = workflows::Visibility;

/// What goes into a pack, and the hash that tells one such from another.
struct PackInputs {
    templates::PackInput input;  // a paper's path is its SHA-256 until the bytes are needed
    int agenda_version = 0;
    std::string hash;
};
/// Nothing while no agenda is published.
std::optional<PackInputs> pack_inputs(db::ReadTx& tx, const db::MeetingRow& meeting,
                                      const workflows::Board& board, Audience audience);

/// The finished pack of what is published now; nothing when it is not built, or when the agenda
/// has changed since it was.
std::optional<db::PackRow> current_pack(db::ReadTx& tx, const db::MeetingRow& meeting,
                                        const workflows::Board& board, Audience audience);

/// The fullest finished pack that a reader of this level may have.
struct ReadablePack {
    db::PackRow pack;
    Audience audience = Audience::public_;
};
std::optional<ReadablePack> fullest_pack(db::ReadTx& tx, const db::MeetingRow& meeting,
                                         const workflows::Board& board, workflows::Level level);

/// Code::refused when date, time or place are others than the newest version says: what is printed
/// would contradict the letter it goes with.
Result<void> check_version_is_current(db::ReadTx& tx, const db::MeetingRow& meeting);

struct PackBuilt {
    db::PackRow pack;  // the file is app.papers.path_of(pack.sha256)
    bool reused = false;
};

/// Code::refused: nothing is published, `progress` said stop, or a paper cannot be used; the words
/// say which and why. Takes seconds to minutes: no transaction may be open on this thread.
Result<PackBuilt> build_pack(base::App& app, const std::string& meeting, Audience audience,
                             const base::WorkerProgress& progress = {});

/// A meeting held in private has no pack for everybody.
bool has_pack_for(const db::MeetingRow& meeting, Audience audience);

/// Address of the finished pack.
std::string pack_href(const std::string& meeting, Audience audience);

/// "HWB 2018-11-15 pack.pdf"; one that is not public says so in its name.
std::string pack_file_name(const db::MeetingRow& meeting, Audience audience);

}  // namespace server::papers
