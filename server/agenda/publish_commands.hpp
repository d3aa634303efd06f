// Publishing an agenda: how much notice it gives, and the version that is written down.
#pragma once

#include <string>

#include "db/agenda_versions.hpp"
#include "db/meetings.hpp"
#include "server/web/context.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::agenda {

/// What is published at or after this time counts as published on the next working day.
inline constexpr workflows::TimeOfDay office_closes{17, 0};

/// The notice that an agenda gives.
struct Notice {
    workflows::ClearDays count;  // published, treated_as, meeting, counted and skipped
    int days_given = 0;
    int days_needed = 0;
    bool late() const { return days_given < days_needed; }
};
/// Published at `published`, for the day that `meeting` has.
Notice notice_of(const base::App& app, db::ReadTx& tx, const db::MeetingRow& meeting,
                 const workflows::Board& board, workflows::Instant published);
/// "2 clear days".
std::string clear_days_words(int days);

/// Whether this viewer may publish the agenda now: Code::refused or Code::forbidden, in words.
Result<void> check_publishable(const web::Context& context, db::ReadTx& tx,
                               const db::MeetingRow& meeting);

/// Publishes the agenda as it stands as the next version. `content_seen` is the hash of what was
/// reviewed. Code::stale when the agenda is another by now, Code::refused when it says what the
/// newest version says, Code::invalid (field "late_reason") when it is late without a reason.
Result<db::AgendaVersionRow> publish_agenda_now(const web::Context& context, db::WriteTx& tx,
                                                db::MeetingRow meeting,
                                                const workflows::Board& board,
                                                const std::string& content_seen,
                                                const std::string& late_reason);

}  // namespace server::agenda
