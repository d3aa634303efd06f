#include "server/partnership_register/register_deadlines.hpp"

#include "db/register.hpp"
#include "server/partnership_register/return_commands.hpp"
#include "server/partnership_register/return_words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::partnership_register {
namespace {

std::string path_of(const std::map<std::string, workflows::Board>& boards,
                    const db::RegisterReturn& row) {
    const auto found = boards.find(row.board);
    return return_href(found == boards.end() ? "" : found->second.slug, row.year);
}

}  // namespace

void add_return_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                       std::vector<workflows::Duty>& duties) {
    for (const auto& row : db::list_open_returns(tx)) {
        if (row.due < facts.from || row.due > facts.to) continue;
        workflows::Duty duty;
        duty.kind = workflows::ReminderKind::return_due;
        duty.board = row.board;
        duty.subject = row.board + "-" + std::to_string(row.year);
        duty.title = words::return_for(row.year);
        duty.due = row.due;
        duty.useful_until =
            workflows::working_days_after(row.due, workflows::overdue_useful_days, facts.holidays)
                .day;
        duty.zone = facts.zone_of(row.board);
        duty.since = workflows::to_local(row.asked_at, duty.zone).day;
        for (const auto& person : facts.seats.secretariat(row.board))
            duty.people.push_back({person, workflows::RemindedAs::secretariat});
        for (const auto& person : facts.seats.chairs(row.board))
            duty.people.push_back({person, workflows::RemindedAs::owner});
        duty.words = words::return_outstanding;
        duty.path = path_of(facts.boards, row);
        duties.push_back(std::move(duty));
    }
}

void add_return_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                      std::vector<workflows::Todo>& todos) {
    for (const auto& row : db::list_open_returns(tx)) {
        if (!facts.speaks_for(row.board)) continue;
        todos.push_back({workflows::TodoKind::return_owed, row.due,
                         row.state == workflows::ReturnState::sent_back
                             ? words::todo_change_return(row.year)
                             : words::todo_submit_return(row.year),
                         path_of(facts.boards, row), row.board});
    }
    if (!base::may(facts.viewer, workflows::Action::told_of_returns)) return;
    for (const auto& row : db::list_submitted_returns(tx)) {
        const auto found = facts.boards.find(row.board);
        if (found == facts.boards.end()) continue;
        todos.push_back({workflows::TodoKind::return_owed,
                         {},
                         words::todo_review_return(found->second.name),
                         web::href(routes::register_return, row.year, found->second.slug),
                         row.board});
    }
}

}  // namespace server::partnership_register
