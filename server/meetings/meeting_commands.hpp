// The steps of a meeting's life as pages and jobs take them: plan, change, confirm, move, cancel
// and so on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/meeting_boards.hpp"
#include "db/meetings.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/meetings/meeting.hpp"

namespace server::meetings {

/// What a form says of a meeting beside its date and state.
struct MeetingDetails {
    std::string place;
    std::string joining;
    std::string contact;
    workflows::MeetingKind kind = workflows::MeetingKind::meeting;
    workflows::HeldIn held_in = workflows::HeldIn::public_;
};
/// "14:00" to "16:00"; both empty: nobody has said them yet, and they are assumed.
struct MeetingTimes {
    std::string starts = {};
    std::string ends = {};
};

struct NewMeeting {
    std::string board_slug;
    workflows::PlannedDate date;
    MeetingTimes times;
    MeetingDetails details;  // without a place: the usual one of the board
    workflows::MeetingEvent event = workflows::MeetingEvent::propose;  // or call, record
    std::optional<workflows::Day> accepted_day;  // with whatever speaks against it
};
/// Code::invalid, field "board". Code::forbidden: for another board's secretariat. Code::conflict,
/// field "use_anyway": the day has warnings that were not accepted.
Result<db::MeetingRow> create_meeting(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                      const NewMeeting& command);
/// Who is asked beside the people of the meeting's own board, or instead of them:
/// db/meeting_boards.
struct AskedBeside {
    std::vector<std::string> boards = {};  // codes
    std::vector<db::NamedPerson> people = {};
};
/// Decides, keeps and records a meeting that is planned; `call` invites. Errors as check_new() of
/// workflows/meetings/meeting.hpp; warnings about the day are the caller's to show.
Result<db::MeetingRow> plan_meeting(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                    db::MeetingRow meeting, workflows::MeetingEvent event,
                                    const AskedBeside& asked = {});

/// Everything but date and state.
struct EditMeeting {
    std::string meeting;  // id
    int version = 0;      // that the form showed
    MeetingDetails details;
    std::optional<MeetingTimes> times;                 // nothing: as they are
    std::optional<workflows::PlannedDate> confirm_by;  // of a provisional date; empty: the usual
    bool tell = false;                                 // the invited, if the meeting is confirmed
};
/// Errors as db::save_meeting(); Code::invalid, field "confirm_by".
Result<db::MeetingRow> edit_meeting(base::App& app, db::WriteTx& tx, const EditMeeting& command);

struct TakeMeetingStep {
    std::string meeting;  // id
    int version = 0;      // that the form showed
    workflows::MeetingCommand command;
    std::optional<workflows::Day> accepted_day;  // as of NewMeeting
};
/// Confirm, move, cancel, hold, reinstate, correct. Errors as workflows::decide() and
/// create_meeting().
Result<db::MeetingRow> take_meeting_step(base::App& app, const base::Acting& acting,
                                         db::WriteTx& tx, const TakeMeetingStep& command);

/// How they stand to the board, for workflows/meetings/meeting.hpp.
workflows::MeetingFacts meeting_facts(const base::Acting& acting, const std::string& board);

}  // namespace server::meetings
