// The letters about one stop of a document that goes round the boards.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/circulations.hpp"
#include "server/base/app.hpp"
#include "workflows/circulation/circulation_versions.hpp"
#include "workflows/core/clear_days.hpp"
#include "workflows/core/effects.hpp"

namespace server::circulation {

struct StopLetters {
    const db::CirculationRow& circulation;
    const db::StopRow& stop;  // as it is after the step
    std::optional<workflows::ClearDays> papers;
    std::string revision;
    std::string who;  // the post that took the step
    std::string comment;
    std::vector<workflows::DocumentVersion> versions = {};  // oldest first
};

/// One letter for each send_mail among `effects`, to chairs and secretariat of the board told.
void queue_stop_letters(base::App& app, db::WriteTx& tx, const StopLetters& letters,
                        const std::vector<workflows::Effect>& effects);

/// "draft 7: section 4 names who decides" for each version after that of `label`, a line each.
std::string changes_since(const std::vector<workflows::DocumentVersion>& versions,
                          const std::string& label);

}  // namespace server::circulation
