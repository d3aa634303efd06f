// The steps of a meeting's life as forms send them: plan, change, confirm, move, cancel and so on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/meeting_boards.hpp"
#include "db/meetings.hpp"
#include "server/web/context.hpp"
#include "workflows/meetings/meeting.hpp"
#include "workflows/planning/clashes.hpp"

namespace server::meetings {

/// What speaks against a day: said to the secretary, who may take the day all the same.
struct DayWarnings {
    std::string not_working;       // "Saturday", "Good Friday", or empty
    bool board_meets_too = false;  // the same board has another meeting that day
    std::vector<workflows::Clash> clashes;
    std::string short_notice;  // of an agenda that is published already, or empty
    bool any() const {
        return !not_working.empty() || board_meets_too || !clashes.empty() || !short_notice.empty();
    }
};
/// `moved` is the meeting whose date is being chosen, or empty.
DayWarnings warnings_of(const base::App& app, db::ReadTx& tx, workflows::Day day,
                        const std::string& board, const std::string& moved);

/// The date of three inputs NAME-day, -month and -year: a day, a month when the day is empty, to be
/// confirmed when all are. Code::invalid, field NAME.
Result<workflows::PlannedDate> read_date(const web::Form& form, const std::string& name);

/// From the form of /meetings/new. Code::conflict, field "use_anyway": the day has warnings that
/// were not shown and accepted yet.
Result<db::MeetingRow> create_meeting(const web::Context& context, db::WriteTx& tx);
/// Who is asked beside the people of the meeting's own board, or instead of them:
/// db/meeting_boards.
struct AskedBeside {
    std::vector<std::string> boards = {};  // codes
    std::vector<db::NamedPerson> people = {};
};
/// Decides, keeps and records a meeting that is planned; `call` invites. Errors as check_new() of
/// workflows/meetings/meeting.hpp; warnings about the day are the caller's to show.
Result<db::MeetingRow> plan_meeting(const web::Context& context, db::WriteTx& tx,
                                    db::MeetingRow meeting, workflows::MeetingEvent event,
                                    const AskedBeside& asked = {});
/// From the form of /meetings/{meeting}/edit: everything but date and state.
Result<db::MeetingRow> edit_meeting(const web::Context& context, db::WriteTx& tx);
/// From the forms of /meetings/{meeting}/confirm, /move, /cancel, /hold, /reinstate, /correct.
Result<db::MeetingRow> take_meeting_step(const web::Context& context, db::WriteTx& tx,
                                         workflows::MeetingEvent event);

/// How the viewer stands to the board, for workflows/meetings/meeting.hpp.
workflows::MeetingFacts meeting_facts(const web::Context& context, const db::ReadTx& tx,
                                      const std::string& board);

}  // namespace server::meetings
