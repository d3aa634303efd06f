#include "server/planning/poll_deadlines.hpp"

#include <algorithm>

#include "server/planning/poll_commands.hpp"
#include "server/planning/poll_words.hpp"

namespace server::planning {

void add_poll_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                    std::vector<workflows::Todo>& todos) {
    for (const auto& board : facts.viewer.boards_served()) {
        for (const auto& poll : db::list_polls(tx, board)) {
            if (poll.state != workflows::PollState::open) continue;
            const auto guests = db::list_poll_people(tx, poll.id);
            const auto answered = std::count_if(guests.begin(), guests.end(), [](const auto& one) {
                return one.answered_at.has_value();
            });
            const bool over = poll.closes_on < facts.today || answered == std::ssize(guests);
            todos.push_back(
                {workflows::TodoKind::poll_open, poll.closes_on,
                 over ? words::todo_select_date(poll.title, static_cast<std::size_t>(answered),
                                                guests.size())
                      : words::todo_finding_date(poll.title, static_cast<std::size_t>(answered),
                                                 guests.size()),
                 poll_href(poll.id), board});
        }
    }
}

}  // namespace server::planning
