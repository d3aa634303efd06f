#include "db/todo.hpp"

#include <map>

#include "db/statement.hpp"

namespace db {
namespace {

using S = std::string;

constexpr Sql open_requests{"todo.open_requests", R"(
    SELECT id, title, asking_board, asked_board, state, consider_by, answer_by FROM agenda_request
    WHERE (asking_board = :board OR asked_board = :board)
      AND state NOT IN ('closed', 'withdrawn') ORDER BY created_at, id)"};
constexpr Sql stops_of{"todo.stops_of", R"(
    SELECT s.id, s.circulation, s.board, c.owner, c.document, s.state,
        COALESCE(s.meeting, '')
    FROM circulation_stop s JOIN circulation c ON c.id = s.circulation
    WHERE s.board = :board
    UNION
    SELECT s.id, s.circulation, s.board, c.owner, c.document, s.state,
        COALESCE(s.meeting, '')
    FROM circulation c JOIN circulation_stop s ON s.circulation = c.id
    WHERE c.owner = :board)"};
constexpr Sql paper_count{"todo.paper_count", R"(
    SELECT COUNT(*), COALESCE(SUM(CASE paper_status WHEN 'expected' THEN 1 ELSE 0 END), 0)
    FROM agenda_item WHERE meeting = :meeting AND struck = 0)"};
constexpr Sql wanted_papers{"todo.wanted_papers", R"(
    SELECT id, title, meeting, created_at FROM agenda_item
    WHERE owner = :owner AND owner <> '' AND paper_status = 'expected' AND struck = 0
    ORDER BY meeting, position)"};

}  // namespace

std::vector<OpenRequest> list_open_requests_of(ReadTx& tx, const S& board) {
    std::vector<OpenRequest> requests;
    each<S, S, S, S, S, S, S>(
        tx.session(), open_requests,
        [&](const auto&... column) { requests.push_back({column...}); }, board);
    return requests;
}

std::vector<StopAtMeeting> list_stops_of(ReadTx& tx, const std::set<S>& boards) {
    std::map<std::pair<S, S>, StopAtMeeting> found;  // by document and id
    for (const auto& board : boards)
        each<S, S, S, S, S, S, S>(
            tx.session(), stops_of,
            [&](const S& id, const S& circulation, const S& at, const S& owner, const S& document,
                const S& state, const S& meeting) {
                found.emplace(std::pair(document, id),
                              StopAtMeeting{circulation, at, owner, document, state, meeting});
            },
            board);
    std::vector<StopAtMeeting> stops;
    for (auto& [name, stop] : found)
        stops.push_back(std::move(stop));
    return stops;
}

PaperCount count_papers(ReadTx& tx, const S& meeting) {
    PaperCount count;
    each<int, int>(
        tx.session(), paper_count,
        [&](int items, int expected) {
            count = {items, expected};
        },
        meeting);
    return count;
}

std::vector<WantedPaper> list_wanted_papers(ReadTx& tx, const S& owner) {
    std::vector<WantedPaper> papers;
    each<S, S, S, long long>(
        tx.session(), wanted_papers, [&](const auto&... column) { papers.push_back({column...}); },
        owner);
    return papers;
}

std::vector<const Sql*> todo_statements() {
    return {&open_requests, &stops_of, &paper_count, &wanted_papers};
}

}  // namespace db
