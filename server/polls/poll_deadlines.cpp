#include "server/polls/poll_deadlines.hpp"

#include <algorithm>
#include <set>

#include "server/polls/poll_queries.hpp"
#include "server/polls/poll_words.hpp"

namespace server::polls {

void add_poll_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                    std::vector<workflows::Todo>& todos) {
    std::vector<db::PollRow> polls;
    std::set<std::string> ids;
    for (const auto& board : facts.viewer.boards_served()) {
        for (auto& poll : db::list_polls(tx, board)) {
            if (poll.state != workflows::PollState::open) continue;
            ids.insert(poll.id);
            polls.push_back(std::move(poll));
        }
    }
    auto people = db::list_poll_people(tx, ids);
    for (const auto& poll : polls) {
        const auto& guests = people[poll.id];
        const auto answered = std::ranges::count_if(
            guests, [](const auto& one) { return one.answered_at.has_value(); });
        const auto count = static_cast<std::size_t>(answered);
        const bool over = poll.closes_on < facts.today || answered == std::ssize(guests);
        todos.push_back({workflows::TodoKind::poll_open, poll.closes_on,
                         over ? words::todo_select_date(poll.title, count, guests.size())
                              : words::todo_finding_date(poll.title, count, guests.size()),
                         poll_href(poll.id), poll.board});
    }
}

}  // namespace server::polls
