// Publishing an agenda: how much notice it gives, and the version that is written down.
#pragma once

#include <string>

#include "db/agenda_versions.hpp"
#include "db/meetings.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/boards/board.hpp"

namespace server::agenda {

/// Whether this viewer may publish the agenda now: Code::refused or Code::forbidden, in words.
Result<void> check_publishable(const base::Acting& acting, db::ReadTx& tx,
                               const db::MeetingRow& meeting);

/// Publishes the agenda as it stands as the next version. `content_seen` is the hash of what was
/// reviewed. Code::stale when the agenda is another by now, Code::refused when it says what the
/// newest version says, Code::invalid (field "late_reason") when it is late without a reason.
Result<db::AgendaVersionRow> publish_agenda_now(base::App& app, const base::Acting& acting,
                                                db::WriteTx& tx, db::MeetingRow meeting,
                                                const workflows::Board& board,
                                                const std::string& content_seen,
                                                const std::string& late_reason);

}  // namespace server::agenda
