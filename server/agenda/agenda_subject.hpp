// What the pages of agenda, papers, publication and pack say of their meeting.
#pragma once

#include "server/agenda/agenda_queries.hpp"
#include "server/web/context.hpp"
#include "server/web/page.hpp"

namespace server::agenda {

/// Code::refused once the meeting is cancelled or past.
Result<void> check_open(const web::Context& context, db::ReadTx& tx, const db::MeetingRow& meeting);

/// Breadcrumbs down to the meeting, and the meeting above the h1.
void begin_page(web::BlockPage& page, const AgendaSubject& subject);

}  // namespace server::agenda
