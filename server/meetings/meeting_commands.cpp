#include "server/meetings/meeting_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/meeting_boards.hpp"
#include "db/meeting_lists.hpp"
#include "db/minutes.hpp"
#include "server/meetings/confirm_by.hpp"
#include "server/meetings/confirm_by_commands.hpp"
#include "server/meetings/day_warnings.hpp"
#include "server/meetings/meeting_letters.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/words.hpp"
#include "workflows/meetings/minutes.hpp"

namespace server::meetings {
namespace {

using workflows::Code;
using workflows::EffectKind;
using workflows::MeetingEvent;
using workflows::PlannedDate;

void put(db::MeetingRow& meeting, const MeetingDetails& details) {
    meeting.place = details.place;
    meeting.joining = details.joining;
    meeting.contact = details.contact;
    meeting.kind = details.kind;
    meeting.held_in = details.held_in;
}

// What was assumed stays there until somebody knows better.
void put(db::MeetingRow& meeting, const MeetingTimes& times) {
    meeting.time_assumed = times.starts.empty();
    if (meeting.time_assumed) return;
    meeting.starts = times.starts;
    meeting.ends = times.ends;
}

Result<void> check_day(const base::App& app, db::ReadTx& tx, const PlannedDate& date,
                       const std::optional<workflows::Day>& accepted, const std::string& board,
                       const std::string& moved) {
    const auto day = date.day();
    if (!day || day == accepted) return {};
    if (!warnings_of(app, tx, *day, board, moved).any()) return {};
    return workflows::conflict("use_anyway", words::clash_on(workflows::long_date(*day)));
}

void audit(db::WriteTx& tx, const std::string& action, const db::MeetingRow& meeting,
           const std::string& detail) {
    db::append_audit(tx, {"meeting." + action, "meeting:" + meeting.id, meeting.board, detail});
}

// The entries in people's calendars follow: the same UID, the next SEQUENCE.
bool has(const workflows::MeetingDecision& decision, EffectKind kind) {
    return std::any_of(decision.effects.begin(), decision.effects.end(),
                       [&](const auto& effect) { return effect.kind == kind; });
}

MeetingNews::Kind news_of(MeetingEvent event) {
    switch (event) {
        case MeetingEvent::move:
            return MeetingNews::moved;
        case MeetingEvent::cancel:
            return MeetingNews::cancelled;
        case MeetingEvent::reinstate:
            return MeetingNews::reinstated;
        default:
            return MeetingNews::invitation;
    }
}

db::MeetingRow after(const db::MeetingRow& before, const workflows::MeetingCommand& command,
                     const workflows::MeetingDecision& decision) {
    auto meeting = before;
    meeting.planned = decision.date;
    meeting.state = decision.to;
    if (command.starts) meeting.starts = workflows::iso(*command.starts);
    if (command.ends) meeting.ends = workflows::iso(*command.ends);
    if (meeting.starts != before.starts || meeting.ends != before.ends) {
        meeting.time_assumed = false;
    }
    if (command.event == MeetingEvent::cancel) meeting.cancel_reason = command.comment;
    if (command.event == MeetingEvent::reinstate) meeting.cancel_reason.clear();
    return meeting;
}

Result<db::MeetingRow> save_step(db::WriteTx& tx, db::MeetingRow meeting,
                                 const workflows::MeetingDecision& decision,
                                 const std::string& comment) {
    if (has(decision, EffectKind::keep_old_date)) return db::move_meeting(tx, meeting, comment);
    const bool follows = has(decision, EffectKind::update_invitations) ||
                         has(decision, EffectKind::cancel_invitations);
    if (follows) ++meeting.sequence;
    if (auto saved = db::save_meeting(tx, meeting); !saved) return saved.error();
    ++meeting.version;
    return meeting;
}

// The day that the form shows is only kept when somebody changed it: the usual one may move.
Result<void> keep_confirm_by(const base::App& app, db::WriteTx& tx, const db::MeetingRow& meeting,
                             const PlannedDate& typed) {
    if (meeting.state != workflows::MeetingState::provisional) return {};
    const auto day = typed.day();
    if (!day && !typed.to_be_confirmed())
        return workflows::invalid("confirm_by", words::enter_a_date_or_leave_all);
    const auto meets = meeting.planned.day();
    if (day && meets && *day > *meets)
        return workflows::invalid("confirm_by", words::enter_a_date_before_the_meeting);
    const auto board = db::load_board(tx, meeting.board);
    if (!board) return board.error();
    if (day == confirm_by(tx, meeting, *board, app.holidays(tx))) return {};
    db::save_confirm_by(tx, meeting.id, meeting.planned, day);
    return {};
}

}  // namespace

workflows::MeetingFacts meeting_facts(const base::Acting& acting, const std::string& board) {
    return {acting.today, {acting.chairs(board), acting.serves(board)}};
}

Result<db::MeetingRow> create_meeting(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                      const NewMeeting& command) {
    const auto board = db::find_board_by_slug(tx, command.board_slug);
    if (!board) return workflows::invalid("board", words::select_the_board);
    if (!acting.serves(board->code))
        return Error{Code::forbidden, words::only_this_boards_secretariat_can_arrange};
    db::MeetingRow meeting;
    meeting.board = board->code;
    meeting.planned = command.date;
    put(meeting, command.times);
    put(meeting, command.details);
    if (meeting.place.empty()) meeting.place = board->place;
    const auto decision = workflows::check_new(workflow_meeting(meeting), command.event,
                                               meeting_facts(acting, board->code));
    if (!decision) return decision.error();
    if (command.event != MeetingEvent::record) {
        auto day = check_day(app, tx, meeting.planned, command.accepted_day, board->code, "");
        if (!day) return day.error();
    }
    return plan_meeting(app, acting, tx, std::move(meeting), command.event);
}

Result<db::MeetingRow> plan_meeting(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                    db::MeetingRow meeting, MeetingEvent event,
                                    const AskedBeside& asked) {
    const auto decision = workflows::check_new(workflow_meeting(meeting), event,
                                               meeting_facts(acting, meeting.board));
    if (!decision) return decision.error();
    meeting.state = decision->to;
    auto created = db::insert_meeting(tx, std::move(meeting));
    if (!created) return created;
    for (const auto& board : asked.boards)
        db::add_joint_board(tx, created->id, board);
    for (const auto& person : asked.people)
        db::add_named_person(tx, created->id, person);
    leave_time_to_confirm(tx, *created, app.holidays(tx));
    audit(tx, "create", *created, created->planned.words());
    if (event == MeetingEvent::call) tell_people_invited(app, tx, *created, {});
    return created;
}

Result<db::MeetingRow> edit_meeting(base::App& app, db::WriteTx& tx, const EditMeeting& command) {
    auto loaded = db::load_meeting(tx, command.meeting);
    if (!loaded) return loaded;
    const auto before = *loaded;
    auto meeting = before;
    meeting.version = command.version;
    put(meeting, command.details);
    if (command.times) put(meeting, *command.times);
    const bool changed = meeting.place != before.place || meeting.joining != before.joining ||
                         meeting.starts != before.starts || meeting.ends != before.ends;
    if (changed) ++meeting.sequence;
    if (command.confirm_by)
        if (auto kept = keep_confirm_by(app, tx, before, *command.confirm_by); !kept)
            return kept.error();
    if (auto saved = db::save_meeting(tx, meeting); !saved) return saved.error();
    audit(tx, "edit", meeting, "");
    if (meeting.state == workflows::MeetingState::confirmed && command.tell) {
        const bool first = db::tally_meeting(tx, meeting.id).invited == 0;
        const auto kind = first ? MeetingNews::invitation : MeetingNews::changed;
        if (first || changed) tell_people_invited(app, tx, meeting, {kind});
    }
    return meeting;
}

Result<db::MeetingRow> take_meeting_step(base::App& app, const base::Acting& acting,
                                         db::WriteTx& tx, const TakeMeetingStep& step) {
    const auto before = db::load_meeting(tx, step.meeting);
    if (!before) return before;
    const auto& command = step.command;
    const auto decision =
        workflows::decide(workflow_meeting(*before), command, meeting_facts(acting, before->board));
    if (!decision) return decision.error();
    const bool minutes_out = db::find_draft_minutes(tx, before->id).has_value();
    if (auto fits = workflows::check_event_beside_minutes(command.event, minutes_out); !fits)
        return fits.error();
    if (decision->date != before->planned) {
        auto day = check_day(app, tx, decision->date, step.accepted_day, before->board, before->id);
        if (!day) return day.error();
    }
    auto meeting = after(*before, command, *decision);
    meeting.version = step.version;
    auto saved = save_step(tx, std::move(meeting), *decision, command.comment);
    if (!saved) return saved;
    audit(tx, std::string(workflows::to_text(command.event)), *saved, command.comment);
    if (has(*decision, EffectKind::send_mail)) {
        tell_people_invited(app, tx, *saved,
                            {news_of(command.event), start_words(*before), command.comment});
        if (command.event == MeetingEvent::move)
            tell_people_left_behind(app, tx, *before, *saved, command.comment);
    }
    return saved;
}

}  // namespace server::meetings
