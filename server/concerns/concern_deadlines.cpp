#include "server/concerns/concern_deadlines.hpp"

#include <set>

#include "db/concerns.hpp"
#include "server/concerns/concern_commands.hpp"
#include "server/concerns/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::concerns {
namespace {

using workflows::Duty;
using workflows::RemindedAs;
using workflows::Todo;
using workflows::TodoKind;

workflows::Day last_useful(workflows::Day due, const workflows::Holidays& holidays) {
    return workflows::working_days_after(due, workflows::overdue_useful_days, holidays).day;
}

std::set<std::string> boards_of(const letters::TodoFacts& facts) {
    std::set<std::string> boards;
    for (const auto& seat : facts.viewer.seats) {
        if (facts.speaks_for(seat.board)) boards.insert(seat.board);
    }
    return boards;
}

}  // namespace

void add_concern_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                        std::vector<Duty>& duties) {
    for (const auto& row : db::list_concerns_to_acknowledge(tx, facts.from, facts.to)) {
        Duty duty;
        duty.kind = workflows::ReminderKind::issue_due;
        duty.board = row.concern.safeguarding_board;
        duty.subject = row.id;
        duty.title = words::safeguarding_concern(row.reference);
        duty.due = *row.acknowledge_by;
        duty.useful_until = last_useful(duty.due, facts.holidays);
        duty.zone = facts.zone_of(duty.board);
        duty.since = row.since;
        duty.words = words::acknowledge_needed;
        duty.path = web::href(routes::concern, row.id);
        workflows::add_people(duty, facts.seats.officers(duty.board), RemindedAs::asked_side);
        duties.push_back(std::move(duty));
    }
}

void add_concern_todos(db::ReadTx& tx, const letters::TodoFacts& facts, std::vector<Todo>& todos) {
    std::set<std::string> seen;
    for (const auto& board : boards_of(facts)) {
        for (const auto& row : db::list_concerns_of(tx, board)) {
            const auto move = workflows::whose_move(row.concern.state);
            const auto& whose = move == workflows::Side::asked ? row.concern.safeguarding_board
                                                               : row.concern.raising_board;
            const bool overdue = is_concern_overdue(row, facts.today);
            if (!move || (whose != board && !overdue) || !seen.insert(row.id).second) continue;
            auto words =
                facts.speaks_for(whose)
                    ? words::concern_to_do(row.reference, concern_next_words(row.concern.state))
                    : words::concern_unacknowledged(row.reference);
            todos.push_back({TodoKind::issue_step, row.acknowledge_by, std::move(words),
                             web::href(routes::concern, row.id), whose == board ? whose : board});
        }
    }
}

}  // namespace server::concerns
