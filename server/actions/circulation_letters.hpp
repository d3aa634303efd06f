// The letters about one stop of a document that goes round the boards.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/circulations.hpp"
#include "server/app.hpp"
#include "workflows/clear_days.hpp"
#include "workflows/effects.hpp"

namespace server {

struct StopLetters {
    const db::CirculationRow& circulation;
    const db::StopRow& stop;  // as it is after the step
    std::optional<workflows::ClearDays> papers;
    std::string revision;
    std::string who;  // the post that took the step
    std::string comment;
};

/// One letter for each send_mail among `effects`, to chairs and secretariat of the board told.
void queue_stop_letters(App& app, db::WriteTx& tx, const StopLetters& letters,
                        const std::vector<workflows::Effect>& effects);

}  // namespace server
