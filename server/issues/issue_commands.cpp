#include "server/issues/issue_commands.hpp"

#include <algorithm>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/casework/take_step.hpp"
#include "server/issues/words.hpp"
#include "server/meetings/unwanted_meeting_commands.hpp"
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
db::Actor actor_of(const base::Acting& acting, db::ReadTx& tx, const workflows::Issue& issue,
                   const IssueDecision& decision) {
    const auto& board =
        decision.acted_for == Side::asking ? issue.raising_board : issue.asked_board;
    return {acting.person,
            decision.on_behalf ? post_of_chair(tx, board, acting.today) : std::string()};
}

std::string who_acts(const base::Acting& acting, const db::WriteTx& tx) {
    const auto& on_behalf = tx.actor().on_behalf;
    return on_behalf.empty() ? acting.post : words::on_behalf_of(acting.post, on_behalf);
}

// What the log has of an issue as it is now.
db::CaseEventRow line_of(const db::WriteTx& tx, const db::IssueRow& row,
                         const std::string& comment) {
    db::CaseEventRow line;
    line.on_behalf = tx.actor().on_behalf;
    line.holder = row.holder;
    line.due = row.next_date ? workflows::iso(*row.next_date) : std::string();
    line.comment = comment;
    return line;
}

db::AuditNote audit_note(const db::IssueRow& row, const std::string& event) {
    return {"issue." + event, "issue:" + row.id, row.issue.raising_board,
            row.reference + ": " + issue_state_text(row)};
}

casework::Recorded record_first(db::WriteTx& tx, const db::IssueRow& row, const std::string& event,
                                const std::string& comment) {
    auto line = line_of(tx, row, comment);
    line.event = event;
    line.to_state = workflows::to_text(row.issue.state);
    return casework::record(tx, db::CaseKind::issue, row.id, line, audit_note(row, event));
}

void send_letters(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                  const db::IssueRow& row, const IssueDecision& decision,
                  const casework::Recorded& recorded) {
    queue_issue_letter(
        app, tx, row,
        {decision.told, std::to_string(recorded.number), who_acts(acting, tx), recorded.comment});
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

void change(db::IssueRow& row, const workflows::IssueCommand& command,
            const IssueDecision& decision, Day today) {
    if (row.issue.state != decision.to) row.since = today;
    row.issue.state = decision.to;
    row.holder = decision.open ? command.holder : std::string();
    row.next_date = decision.open ? command.next_date : std::nullopt;
    if (workflows::is_resolved(decision.to)) row.way_forward = command.comment;
    if (row.issue.asked_board.empty()) row.issue.asked_board = command.asked_board;
}

// Provisional ones that were planned for the issue; a confirmed one stays, and its page says so.
Result<void> let_meetings_go(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                             const db::IssueRow& row) {
    for (const auto& linked : db::list_issue_meetings(tx, row.id)) {
        auto meeting = db::find_meeting(tx, linked.meeting);
        if (!meeting || meeting->state != workflows::MeetingState::provisional) continue;
        auto done = meetings::cancel_unwanted(app, acting, tx, *std::move(meeting),
                                              words::planned_for_settled);
        if (!done) return done;
    }
    return {};
}

}  // namespace

workflows::IssueActor issue_actor(db::ReadTx& tx, const base::Viewer& viewer,
                                  const db::IssueRow& row) {
    const auto& issue = row.issue;
    const bool named = !issue.asked_board.empty();
    const auto today = db::county_day(tx);
    const bool holds = !row.id.empty() && db::holds_issue(tx, row.id, viewer.person, today);
    return {viewer.chairs(issue.raising_board), viewer.serves(issue.raising_board),
            named && viewer.chairs(issue.asked_board), named && viewer.serves(issue.asked_board),
            holds};
}

Day usual_next_date(const base::App& app, db::ReadTx& tx, Day today) {
    return workflows::working_days_after(today, next_date_days, app.holidays(tx)).day;
}

Result<db::IssueRow> raise_issue(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                 workflows::Issue issue, workflows::IssueCommand command) {
    const auto today = acting.today;
    const auto first = workflows::ladder_of(issue.kind).front();
    if (command.holder.empty())
        command.holder = usual_holder(issue_candidates(tx, issue, today), first);
    db::IssueRow row;
    row.issue = std::move(issue);
    const auto decision =
        workflows::check_new(row.issue, command, {today, issue_actor(tx, acting, row)});
    if (!decision) return decision.error();
    tx.act_as(actor_of(acting, tx, row.issue, *decision));
    change(row, command, *decision, today);
    row.since = today;
    auto stored = db::insert_issue(tx, std::move(row), today);
    if (!stored) return stored;
    const auto recorded = record_first(tx, *stored, command.event, command.comment);
    send_letters(app, acting, tx, *stored, *decision, recorded);
    return stored;
}

Result<db::IssueRow> raise_issue_of_request(base::App& app, const base::Acting& acting,
                                            db::WriteTx& tx, const db::RequestRow& request,
                                            const std::string& comment) {
    const auto today = acting.today;
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
    command.next_date = usual_next_date(app, tx, today);
    const auto decision =
        workflows::check_new(issue, command, {today, issue_actor(tx, acting, row)});
    if (!decision) return decision.error();
    change(row, command, *decision, today);
    row.since = today;
    auto stored = db::insert_issue(tx, std::move(row), today);
    if (!stored) return stored;
    record_first(tx, *stored, command.event, "");
    return stored;
}

Result<std::string> follow_escalation(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                      const db::RequestRow& request, const std::string& comment) {
    const auto issue = raise_issue_of_request(app, acting, tx, request, comment);
    if (!issue) return issue.error();
    return words::continued_as(issue->reference);
}

namespace {

// Both ladders: which of them decides is in the stage that the issue has.
struct IssueCase {
    using Row = db::IssueRow;
    using Move = IssueMove;
    using Facts = workflows::IssueFacts;
    using Decision = IssueDecision;
    using Decided = casework::Decided<IssueCase>;
    static constexpr auto kind = db::CaseKind::issue;

    base::App& app;
    const base::Acting& acting;

    Facts load_facts(db::ReadTx& tx, const Row& row, const Move&) const {
        return {acting.today, issue_actor(tx, acting, row)};
    }
    static Result<Decision> decide(const Row& row, const Move& move, const Facts& facts) {
        return workflows::decide(row.issue, move.command, facts);
    }
    db::Actor actor(db::ReadTx& tx, const Row& row, const Decision& decision) const {
        return actor_of(acting, tx, row.issue, decision);
    }
    Result<db::CaseEventRow> apply(db::WriteTx& tx, Row& row, const Decided& decided) const;
    static std::string_view state(const Row& row) { return workflows::to_text(row.issue.state); }
    static const std::string& id(const Row& row) { return row.id; }
    static const std::string& event(const Move& move) { return move.command.event; }
    static db::AuditNote audit(const Row& row, const Move& move) {
        return audit_note(row, move.command.event);
    }
    void tell(db::WriteTx& tx, const Row& row, const Decided& decided,
              const casework::Recorded& recorded) const {
        send_letters(app, acting, tx, row, decided.decision, recorded);
    }
};

Result<db::CaseEventRow> IssueCase::apply(db::WriteTx& tx, Row& row, const Decided& decided) const {
    const auto& [move, facts, decision] = decided;
    auto after = row.issue;
    if (after.asked_board.empty()) after.asked_board = move.command.asked_board;
    if (!after.asked_board.empty() && !db::find_board(tx, after.asked_board))
        return workflows::invalid("asked_board", words::other_board_missing);
    if (auto ok = check_people(tx, after, move, facts.today); !ok) return ok.error();
    change(row, move.command, decision, facts.today);
    if (auto saved = db::save_issue(tx, row); !saved) return saved.error();
    if (!decision.open) {
        if (auto done = let_meetings_go(app, acting, tx, row); !done) return done.error();
    }
    if (!move.people.empty()) db::save_issue_people(tx, row.id, move.people);
    return line_of(tx, row, move.command.comment);
}

}  // namespace

Result<void> take_issue_step(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                             db::IssueRow row, const IssueMove& move) {
    const auto taken = casework::take_step(IssueCase{app, acting}, tx, std::move(row), move);
    if (!taken) return taken.error();
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
