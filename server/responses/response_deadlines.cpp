#include "server/responses/response_deadlines.hpp"

#include <map>
#include <set>

#include "db/meetings.hpp"
#include "db/requests.hpp"
#include "db/responses.hpp"
#include "server/responses/response_commands.hpp"
#include "server/responses/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::responses {
namespace {

using workflows::Duty;
using workflows::RemindedAs;
using workflows::ResponseState;
using workflows::Todo;
using workflows::TodoKind;

using Boards = std::map<std::string, workflows::Board>;

std::string name_of_board(const Boards& boards, const std::string& code) {
    const auto board = boards.find(code);
    return board == boards.end() ? code : board->second.name;
}

void add_owed(const Boards& boards, const db::ResponseRow& row, std::vector<Todo>& todos) {
    todos.push_back(
        {TodoKind::response_owed, row.response.due,
         words::respond_to(name_of_board(boards, row.response.asking_board), response_title(row)),
         web::href(routes::response, row.id), row.response.owing_board});
}

// The paper is past its own meeting, or falls due soon, and nobody said that it was delivered.
bool is_forgotten(const db::ResponseRow& row, workflows::Day today) {
    const auto& due = row.response.due;
    return due && *due - today <= std::chrono::days(undelivered_shown_days);
}

void add_asked(const Boards& boards, const db::ResponseRow& row, workflows::Day today,
               std::vector<Todo>& todos) {
    const auto& r = row.response;
    const auto href = web::href(routes::response, row.id);
    if (r.state == ResponseState::returned)
        todos.push_back(
            {TodoKind::response_back,
             {},
             words::confirm_or_send_back(name_of_board(boards, r.owing_board), response_title(row)),
             href,
             r.asking_board});
    if (r.state == ResponseState::named && is_forgotten(row, today))
        todos.push_back(
            {TodoKind::response_back, r.due,
             words::mark_as_delivered_to(name_of_board(boards, r.owing_board), response_title(row)),
             href, r.asking_board});
}

// A request that a meeting took is not closed before the extract of the minutes has gone back.
void add_extracts(db::ReadTx& tx, const Boards& boards, const std::string& board,
                  std::vector<Todo>& todos) {
    for (const auto& row : db::list_requests_to(tx, board)) {
        const auto& r = row.request;
        const bool answered = r.state == workflows::RequestState::answered;
        if (answered && workflows::needs_extract(r))
            todos.push_back({TodoKind::answer_request,
                             {},
                             words::send_extract_to(name_of_board(boards, r.from_board), r.title),
                             web::href(routes::request, row.id),
                             board});
    }
}

}  // namespace

void add_response_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                         std::vector<Duty>& duties) {
    for (const auto& row : db::list_responses_due(tx, facts.from, facts.to)) {
        const auto& r = row.response;
        Duty duty;
        duty.kind = workflows::ReminderKind::response_due;
        duty.board = r.owing_board;
        duty.subject = row.id;
        duty.title = mailable_response_title(row);
        duty.due = *r.due;
        duty.useful_until =
            workflows::working_days_after(*r.due, workflows::overdue_useful_days, facts.holidays)
                .day;
        duty.zone = facts.zone_of(r.owing_board);
        duty.words = words::response_expected(name_of_board(facts.boards, r.asking_board),
                                              name_of_board(facts.boards, r.owing_board),
                                              workflows::to_words(r.required));
        duty.path = web::href(routes::response, row.id);
        if (row.delivered_on) duty.since = *row.delivered_on;
        workflows::add_people(duty, {row.owner}, RemindedAs::owner);
        workflows::add_people(duty, facts.seats.secretariat(r.owing_board),
                              RemindedAs::secretariat);
        duties.push_back(std::move(duty));
    }
}

void add_response_todos(db::ReadTx& tx, const letters::TodoFacts& facts, std::vector<Todo>& todos) {
    std::set<std::string> boards;
    for (const auto& seat : facts.viewer.seats) {
        if (facts.speaks_for(seat.board)) boards.insert(seat.board);
    }
    for (const auto& board : boards)
        add_extracts(tx, facts.boards, board, todos);
    std::set<std::string> listed;
    for (const auto& board : boards) {
        for (const auto& row : db::list_responses_owed_by(tx, board)) {
            if (!workflows::is_owed(row.response.state)) continue;
            listed.insert(row.id);
            add_owed(facts.boards, row, todos);
        }
        for (const auto& row : db::list_responses_asked_by(tx, board))
            add_asked(facts.boards, row, facts.today, todos);
    }
    for (const auto& row : db::list_responses_of_owner(tx, facts.viewer.person)) {
        if (!listed.contains(row.id)) add_owed(facts.boards, row, todos);
    }
}

}  // namespace server::responses
