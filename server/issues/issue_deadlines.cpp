#include "server/issues/issue_deadlines.hpp"

#include <map>
#include <set>

#include "db/issues.hpp"
#include "db/todo.hpp"
#include "server/issues/issue_commands.hpp"
#include "server/issues/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::issues {
namespace {

using workflows::Day;
using workflows::Duty;
using workflows::RemindedAs;
using workflows::Todo;
using workflows::TodoKind;

Day last_useful(Day due, const workflows::Holidays& holidays) {
    return workflows::working_days_after(due, workflows::overdue_useful_days, holidays).day;
}

std::set<std::string> boards_of(const letters::TodoFacts& facts) {
    std::set<std::string> boards;
    for (const auto& seat : facts.viewer.seats) {
        if (facts.speaks_for(seat.board)) boards.insert(seat.board);
    }
    return boards;
}

const std::string& name_of(const letters::TodoFacts& facts, const std::string& code) {
    const auto board = facts.boards.find(code);
    return board == facts.boards.end() ? code : board->second.name;
}

using Holders = std::map<std::string, std::set<std::string>>;  // by issue

Holders holders_of(db::ReadTx& tx, const std::vector<db::IssueRow>& rows, Day today) {
    std::set<std::string> ids;
    for (const auto& row : rows)
        ids.insert(row.id);
    return db::present_holders(tx, ids, today);
}

bool is_held(const db::IssueRow& row, const Holders& holders) {
    const auto own = holders.find(row.id);
    return own != holders.end() && own->second.contains(row.holder);
}

std::string todo_words(const db::IssueRow& row, bool orphan, bool overdue) {
    const auto boards = issue_boards_words(row.issue);
    const auto step = workflows::to_words(row.issue.state);
    if (orphan) return words::issue_without_holder(row.reference, boards, step);
    return overdue ? words::issue_overdue(row.reference, boards, step)
                   : words::issue_on_its_way(row.reference, boards, step);
}

// An issue that nobody holds any more is for both boards, like one whose day has passed.
void add_issue(const db::IssueRow& row, const Holders& holders, const letters::TodoFacts& facts,
               std::vector<Todo>& todos) {
    if (!row.next_date) return;
    const bool overdue = *row.next_date < facts.today;
    const bool orphan = !is_held(row, holders);
    const bool drives =
        row.holder == facts.viewer.person || facts.speaks_for(row.issue.raising_board);
    if (!drives && !overdue && !orphan) return;
    Todo todo;
    todo.kind = TodoKind::issue_step;
    todo.due = orphan ? facts.today : row.next_date;
    todo.words = todo_words(row, orphan, overdue);
    todo.href = web::href(routes::issue, row.id);
    todo.board = row.issue.raising_board;
    todos.push_back(std::move(todo));
}

// Silence past its day is offered as a reason to go further; nobody but a person does.
void add_silent_requests(db::ReadTx& tx, const letters::TodoFacts& facts, const std::string& board,
                         std::vector<Todo>& todos) {
    for (const auto& request : db::list_open_requests_of(tx, board)) {
        const bool waits = workflows::is_waiting(request.state);
        const auto& day = request.consider_by;
        if (!waits || request.asking_board != board || !day || *day >= facts.today) continue;
        todos.push_back(
            {TodoKind::issue_step, *day,
             words::request_unanswered(name_of(facts, request.asked_board), request.title),
             web::href(routes::request, request.id), board});
    }
}

}  // namespace

void add_issue_duties(db::ReadTx& tx, const letters::DutyFacts& facts, std::vector<Duty>& duties) {
    const auto rows = db::list_issues_due(tx, facts.from, facts.to);
    const auto holders = holders_of(tx, rows, facts.today);
    for (const auto& row : rows) {
        const auto& issue = row.issue;
        Duty duty;
        duty.kind = workflows::ReminderKind::issue_due;
        duty.board = issue.raising_board;
        duty.subject = row.id;
        duty.title = words::issue_reference(row.reference);
        duty.due = *row.next_date;
        duty.useful_until = last_useful(duty.due, facts.holidays);
        duty.zone = facts.zone_of(issue.raising_board);
        duty.since = row.since;
        duty.words =
            words::issue_reminder(issue_boards_words(issue), workflows::to_words(issue.state));
        duty.path = web::href(routes::issue, row.id);
        if (is_held(row, holders)) workflows::add_people(duty, {row.holder}, RemindedAs::owner);
        workflows::add_people(duty, facts.seats.secretariat(issue.raising_board),
                              RemindedAs::secretariat);
        duties.push_back(std::move(duty));
    }
}

void add_issue_todos(db::ReadTx& tx, const letters::TodoFacts& facts, std::vector<Todo>& todos) {
    std::set<std::string> seen;
    std::vector<db::IssueRow> rows;
    const auto add = [&](std::vector<db::IssueRow> some) {
        for (auto& row : some)
            if (seen.insert(row.id).second) rows.push_back(std::move(row));
    };
    for (const auto& board : boards_of(facts)) {
        add(db::list_issues_of(tx, board));
        add_silent_requests(tx, facts, board, todos);
    }
    add(db::list_issues_with(tx, facts.viewer.person, facts.today));
    const auto holders = holders_of(tx, rows, facts.today);
    for (const auto& row : rows)
        add_issue(row, holders, facts, todos);
}

}  // namespace server::issues
