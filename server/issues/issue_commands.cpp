#include "server/issues/issue_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/meetings.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/issues/words.hpp"
#include "server/meetings/unwanted_meeting_commands.hpp"
#include "server/web/acting.hpp"
#include "server/web/form_parts.hpp"
#include "workflows/core/case_data.hpp"
#include "workflows/core/clear_days.hpp"
#include "workflows/core/roles.hpp"
#include "workflows/text/words.hpp"

namespace server::issues {
namespace {

using workflows::Day;
using workflows::IssueDecision;
using workflows::IssueKind;
using workflows::IssueStage;
using workflows::IssueState;
using workflows::Side;

std::string post_of_chair(db::ReadTx& tx, const std::string& board, Day today) {
    for (const auto& seat : db::list_memberships(tx, board)) {
        if (seat.membership.role == workflows::Role::chair && db::sits_on(seat.membership, today))
            return seat.person.post;
    }
    return words::chair_of(board);
}

// Who did it: the audit and the thread name the human, and for whom.
void note_actor(const web::Context& context, db::WriteTx& tx, const workflows::Issue& issue,
                const IssueDecision& decision) {
    const auto& board =
        decision.acted_for == Side::asking ? issue.raising_board : issue.asked_board;
    tx.act_as({context.viewer.person,
               decision.on_behalf ? post_of_chair(tx, board, context.today(tx)) : std::string()});
}

std::string who_acts(const web::Context& context, const db::WriteTx& tx) {
    const auto& on_behalf = tx.actor().on_behalf;
    return on_behalf.empty() ? context.viewer.post
                             : words::on_behalf_of(context.viewer.post, on_behalf);
}

void write_down(db::WriteTx& tx, const db::IssueRow& row, const std::string& event) {
    db::append_audit(tx, {"issue." + event, "issue:" + row.id, row.issue.raising_board,
                          row.reference + ": " + issue_state_text(row)});
}

int append_event(db::WriteTx& tx, const db::IssueRow& row, const std::string& event,
                 const std::string& from, const std::string& comment) {
    db::CaseEventRow line;
    line.on_behalf = tx.actor().on_behalf;
    line.event = event;
    line.from_state = from;
    line.to_state = workflows::to_text(row.issue.state);
    line.holder = row.holder;
    line.due = row.next_date ? workflows::iso(*row.next_date) : std::string();
    line.comment = comment;
    return db::append_case_event(tx, db::CaseKind::issue, row.id, line);
}

void add_role(IssueCandidate& candidate, const workflows::Membership& seat) {
    const std::string words(workflows::to_words(seat.role));
    candidate.label += (candidate.label.empty() ? "" : ", ") + words + " of " + seat.board;
    candidate.chair = candidate.chair || seat.role == workflows::Role::chair;
    candidate.lead_officer = candidate.lead_officer || seat.role == workflows::Role::lead_officer;
    candidate.lead_member = candidate.lead_member || seat.role == workflows::Role::lead_member;
}

bool is_known_person(const std::vector<IssueCandidate>& candidates, const std::string& key) {
    return std::any_of(candidates.begin(), candidates.end(),
                       [&](const auto& one) { return one.person.key == key; });
}

// Only people of the two boards hold it or are asked: the form offers no others.
Result<void> check_people(db::ReadTx& tx, const workflows::Issue& issue, const IssueMove& move,
                          Day today) {
    const auto candidates = issue_candidates(tx, issue, today);
    if (!move.command.holder.empty() && !is_known_person(candidates, move.command.holder))
        return workflows::invalid("holder", words::holder_missing);
    for (const auto& person : move.people) {
        if (!is_known_person(candidates, person))
            return workflows::invalid("people", words::not_of_the_boards);
    }
    return {};
}

void apply(db::IssueRow& row, const workflows::IssueCommand& command, const IssueDecision& decision,
           Day today) {
    if (row.issue.state != decision.to) row.since = today;
    row.issue.state = decision.to;
    row.holder = decision.open ? command.holder : std::string();
    row.next_date = decision.open ? command.next_date : std::nullopt;
    if (workflows::is_resolved(decision.to)) row.way_forward = command.comment;
    if (row.issue.asked_board.empty()) row.issue.asked_board = command.asked_board;
}

// Provisional ones that were planned for the issue; a confirmed one stays, and its page says so.
Result<void> let_meetings_go(const web::Context& context, db::WriteTx& tx,
                             const db::IssueRow& row) {
    for (const auto& linked : db::list_issue_meetings(tx, row.id)) {
        auto meeting = db::find_meeting(tx, linked.meeting);
        if (!meeting || meeting->state != workflows::MeetingState::provisional) continue;
        auto done = meetings::cancel_unwanted(context.app, web::acting(context, tx), tx,
                                              *std::move(meeting), words::planned_for_settled);
        if (!done) return done;
    }
    return {};
}

}  // namespace

workflows::IssueActor issue_actor(db::ReadTx& tx, const web::Viewer& viewer,
                                  const db::IssueRow& row) {
    const auto& issue = row.issue;
    const bool named = !issue.asked_board.empty();
    const auto today = db::county_day(tx);
    const bool holds = !row.id.empty() && db::holds_issue(tx, row.id, viewer.person, today);
    return {viewer.chairs(issue.raising_board), viewer.serves(issue.raising_board),
            named && viewer.chairs(issue.asked_board), named && viewer.serves(issue.asked_board),
            holds};
}

std::vector<IssueCandidate> issue_candidates(db::ReadTx& tx, const workflows::Issue& issue,
                                             Day today) {
    std::vector<IssueCandidate> candidates;
    for (const auto* board : {&issue.asked_board, &issue.raising_board}) {
        if (board->empty()) continue;
        for (const auto& seat : db::list_memberships(tx, *board)) {
            if (seat.membership.role == workflows::Role::member ||
                !db::sits_on(seat.membership, today))
                continue;
            auto found = std::find_if(candidates.begin(), candidates.end(), [&](const auto& one) {
                return one.person.key == seat.person.key;
            });
            if (found == candidates.end())
                found = candidates.insert(candidates.end(), {seat.person, "", false, false, false,
                                                             board == &issue.asked_board});
            add_role(*found, seat.membership);
        }
    }
    for (auto& candidate : candidates)
        candidate.label = candidate.person.post + " (" + candidate.label + ")";
    return candidates;
}

std::string usual_holder(const std::vector<IssueCandidate>& candidates, const IssueStage& stage) {
    const auto first = [&](auto fits) {
        const auto found = std::find_if(candidates.begin(), candidates.end(), fits);
        return found == candidates.end() ? std::string() : found->person.key;
    };
    std::string holder;
    if (stage == IssueStage(IssueState::with_chair) ||
        stage == IssueStage(workflows::ProtocolState::other_chairs))
        holder = first([](const auto& one) { return one.chair && one.asked; });
    if (workflows::is_with_senior_officers(stage))
        holder = first([](const auto& one) { return one.lead_officer; });
    if (holder.empty()) holder = first([](const auto& one) { return one.chair && !one.asked; });
    if (holder.empty()) holder = first([](const auto& one) { return one.chair; });
    if (holder.empty() && !candidates.empty()) holder = candidates.front().person.key;
    return holder;
}

bool is_usually_asked(const IssueCandidate& candidate, const IssueStage& stage) {
    if (candidate.chair) return true;
    const bool senior = stage == IssueStage(IssueState::resolution_meeting) ||
                        workflows::is_with_senior_officers(stage);
    return senior && (candidate.lead_officer || candidate.lead_member);
}

Day usual_next_date(const base::App& app, db::ReadTx& tx, Day today) {
    return workflows::working_days_after(today, next_date_days, app.holidays(tx)).day;
}

Result<db::IssueRow> raise_issue(const web::Context& context, db::WriteTx& tx,
                                 workflows::Issue issue, workflows::IssueCommand command) {
    const auto today = context.today(tx);
    const auto first = workflows::ladder_of(issue.kind).front();
    if (command.holder.empty())
        command.holder = usual_holder(issue_candidates(tx, issue, today), first);
    db::IssueRow row;
    row.issue = std::move(issue);
    const auto decision =
        workflows::check_new(row.issue, command, {today, issue_actor(tx, context.viewer, row)});
    if (!decision) return decision.error();
    note_actor(context, tx, row.issue, *decision);
    apply(row, command, *decision, today);
    row.since = today;
    auto stored = db::insert_issue(tx, std::move(row), today);
    if (!stored) return stored;
    const int number = append_event(tx, *stored, command.event, "", command.comment);
    write_down(tx, *stored, command.event);
    queue_issue_letter(
        context.app, tx, *stored,
        {decision->told, std::to_string(number), who_acts(context, tx), command.comment});
    return stored;
}

Result<db::IssueRow> raise_issue_of_request(const web::Context& context, db::WriteTx& tx,
                                            const db::RequestRow& request,
                                            const std::string& comment) {
    const auto today = context.today(tx);
    if (auto ok =
            workflows::check_no_case_data("comment", words::unresolved_between_boards, comment);
        !ok)
        return ok.error();
    db::IssueRow row;
    row.request = request.id;
    auto& issue = row.issue;
    issue.raising_board = request.request.from_board;
    issue.asked_board = request.request.to_board;
    issue.text = comment;
    // The title was written before this rule: it is not repeated when it would break it.
    issue.title = workflows::find_case_data(request.request.title)
                      ? words::request_title(issue.raising_board, issue.asked_board)
                      : request.request.title;
    workflows::IssueCommand command{"raise_from_request", {}, {}, {}, {}};
    command.holder = usual_holder(issue_candidates(tx, issue, today), IssueState::chairs_together);
    command.next_date = usual_next_date(context.app, tx, today);
    const auto decision =
        workflows::check_new(issue, command, {today, issue_actor(tx, context.viewer, row)});
    if (!decision) return decision.error();
    apply(row, command, *decision, today);
    row.since = today;
    auto stored = db::insert_issue(tx, std::move(row), today);
    if (!stored) return stored;
    append_event(tx, *stored, command.event, "", "");
    write_down(tx, *stored, command.event);
    return stored;
}

Result<std::string> follow_escalation(const web::Context& context, db::WriteTx& tx,
                                      const db::RequestRow& request, const std::string& comment) {
    const auto issue = raise_issue_of_request(context, tx, request, comment);
    if (!issue) return issue.error();
    return words::continued_as(issue->reference);
}

Result<void> take_issue_step(const web::Context& context, db::WriteTx& tx, db::IssueRow row,
                             const IssueMove& move) {
    const auto today = context.today(tx);
    const auto decision =
        workflows::decide(row.issue, move.command, {today, issue_actor(tx, context.viewer, row)});
    if (!decision) return decision.error();
    const std::string from(workflows::to_text(row.issue.state));
    auto after = row.issue;
    if (after.asked_board.empty()) after.asked_board = move.command.asked_board;
    if (!after.asked_board.empty() && !db::find_board(tx, after.asked_board))
        return workflows::invalid("asked_board", words::other_board_missing);
    if (auto ok = check_people(tx, after, move, today); !ok) return ok;
    note_actor(context, tx, row.issue, *decision);
    apply(row, move.command, *decision, today);
    if (auto saved = db::save_issue(tx, row); !saved) return saved;
    if (!decision->open) {
        if (auto done = let_meetings_go(context, tx, row); !done) return done;
    }
    if (!move.people.empty()) db::save_issue_people(tx, row.id, move.people);
    const int number = append_event(tx, row, move.command.event, from, move.command.comment);
    write_down(tx, row, move.command.event);
    queue_issue_letter(
        context.app, tx, row,
        {decision->told, std::to_string(number), who_acts(context, tx), move.command.comment});
    return {};
}

std::string issue_boards_words(const workflows::Issue& issue) {
    if (issue.asked_board.empty()) return issue.raising_board;
    return issue.raising_board + " and " + issue.asked_board;
}

std::string issue_state_text(const db::IssueRow& row) {
    return workflows::text::capitalised(workflows::to_words(row.issue.state));
}

long long days_at_step(const db::IssueRow& row, Day today) {
    return (today - row.since).count();
}

bool is_issue_overdue(const db::IssueRow& row, Day today) {
    return row.next_date && *row.next_date < today;
}

std::string holder_post(db::ReadTx& tx, const db::IssueRow& row) {
    if (row.holder.empty()) return {};
    const auto person = db::find_person(tx, row.holder);
    return person ? person->post : row.holder;
}

}  // namespace server::issues
