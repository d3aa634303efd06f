// The meeting that agenda, papers, publication and pack are about, and what was published of it.
#pragma once

#include <optional>
#include <string>

#include "db/agenda.hpp"
#include "db/agenda_versions.hpp"
#include "db/meetings.hpp"
#include "server/base/result.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/date.hpp"

namespace server::agenda {

struct AgendaSubject {
    db::MeetingRow meeting;
    workflows::Board board;

    std::string words() const;  // "Health Improvement Board, Thursday 22 November 2018"
    std::string href() const { return web::href(routes::meeting, meeting.id); }
    /// Of a page below the meeting.
    std::string href(const web::Address& page) const { return web::href(page, meeting.id); }
};

/// Code::not_found.
Result<AgendaSubject> load_subject(db::ReadTx& tx, const std::string& meeting);

/// Code::refused once the meeting is cancelled or past.
Result<void> check_open(const db::MeetingRow& meeting, workflows::Day today);

/// The newest published version, if there is one.
std::optional<db::AgendaVersionRow> newest_version(db::ReadTx& tx, const db::MeetingRow& meeting);

/// Whether any published version has this item.
bool was_published(db::ReadTx& tx, const db::AgendaItemRow& item);

}  // namespace server::agenda
