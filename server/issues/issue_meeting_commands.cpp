#include "server/issues/issue_meeting_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/meeting_boards.hpp"
#include "server/base/app.hpp"
#include "server/issues/issue_commands.hpp"
#include "server/issues/words.hpp"
#include "server/meetings/confirm_by_commands.hpp"
#include "server/meetings/meeting_letters.hpp"
#include "server/meetings/meeting_words.hpp"

namespace server::issues {
namespace {

using workflows::MeetingEvent;

Result<void> check_people(db::ReadTx& tx, const db::IssueRow& row,
                          const std::vector<std::string>& people, workflows::Day today) {
    if (people.size() < 2) return workflows::invalid("people", words::people_missing);
    const auto candidates = issue_candidates(tx, row.issue, today);
    for (const auto& person : people) {
        const bool known = std::any_of(candidates.begin(), candidates.end(),
                                       [&](const auto& one) { return one.person.key == person; });
        if (!known) return workflows::invalid("people", words::not_of_the_boards);
    }
    return {};
}

// The board for which the viewer acts: its secretariat runs the meeting.
Result<std::string> host_of(db::ReadTx& tx, const base::Viewer& viewer, const db::IssueRow& row) {
    const auto actor = issue_actor(tx, viewer, row);
    if (actor.raising_chair || actor.raising_secretariat) return row.issue.raising_board;
    if (actor.asked_chair || actor.asked_secretariat) return row.issue.asked_board;
    return Error{workflows::Code::forbidden, words::not_a_host};
}

Result<db::MeetingRow> make_meeting(const base::Acting& acting, db::WriteTx& tx,
                                    const std::string& host, workflows::MeetingKind kind,
                                    const IssueMeetingPlan& plan) {
    db::MeetingRow meeting;
    meeting.board = host;
    meeting.kind = kind;
    meeting.planned = plan.date;
    meeting.time_assumed = true;
    if (const auto board = db::find_board(tx, host)) meeting.place = board->place;
    const auto decision = workflows::check_new(
        meetings::workflow_meeting(meeting),
        plan.certain ? MeetingEvent::call : MeetingEvent::propose, {acting.today, {.chair = true}});
    if (!decision) return decision.error();
    meeting.state = decision->to;
    return db::insert_meeting(tx, std::move(meeting));
}

}  // namespace

std::optional<db::MeetingRow> open_meeting_of(db::ReadTx& tx, const db::IssueRow& row) {
    for (const auto& linked : db::list_issue_meetings(tx, row.id)) {
        auto meeting = db::find_meeting(tx, linked.meeting);
        if (meeting && linked.state == workflows::to_text(row.issue.state) &&
            !meetings::is_over_or_off(*meeting))
            return meeting;
    }
    return std::nullopt;
}

Result<db::MeetingRow> plan_issue_meeting(base::App& app, const base::Acting& acting,
                                          db::WriteTx& tx, db::IssueRow row,
                                          const IssueMeetingPlan& plan) {
    const auto host = host_of(tx, acting, row);
    if (!host) return host.error();
    const auto kind = workflows::meeting_kind_of(row.issue.state);
    if (!kind) return workflows::refused(words::no_meeting_here);
    if (open_meeting_of(tx, row)) return workflows::refused(words::meeting_there);
    const auto today = acting.today;
    if (auto ok = check_people(tx, row, plan.people, today); !ok) return ok.error();
    auto meeting = make_meeting(acting, tx, *host, *kind, plan);
    if (!meeting) return meeting;
    for (const auto& person : plan.people)
        db::add_named_person(tx, meeting->id, {person});
    meetings::leave_time_to_confirm(tx, *meeting, app.holidays(tx));
    db::insert_issue_meeting(tx, row.id,
                             {meeting->id, std::string(workflows::to_text(row.issue.state))});
    if (const auto day = meeting->planned.day(); day && *day > today) row.next_date = day;
    if (auto saved = db::save_issue(tx, row); !saved) return saved.error();
    db::CaseEventRow line;
    line.event = "keep";
    line.from_state = line.to_state = workflows::to_text(row.issue.state);
    line.holder = row.holder;
    line.due = row.next_date ? workflows::iso(*row.next_date) : std::string();
    line.comment = words::meeting_planned(workflows::to_words(*kind), meeting->planned.words());
    db::append_case_event(tx, db::CaseKind::issue, row.id, line);
    db::append_audit(tx, {"meeting.create", "meeting:" + meeting->id, meeting->board,
                          "for issue " + row.reference + ", " + meeting->planned.words()});
    if (plan.certain) meetings::tell_people_invited(app, tx, *meeting, {});
    return meeting;
}

}  // namespace server::issues
