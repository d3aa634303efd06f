#include "db/todo.hpp"

#include "db/statement.hpp"

namespace db {
namespace {

using S = std::string;

constexpr Sql open_requests{"todo.open_requests", R"(
    SELECT id, title, asking_board, asked_board, state, consider_by, answer_by FROM agenda_request
    WHERE (asking_board = :board OR asked_board = :board)
      AND state NOT IN ('closed', 'withdrawn') ORDER BY created_at, id)"};
constexpr Sql stops_at{"todo.stops_at", R"(
    SELECT s.circulation, s.board, c.owner, c.document, s.state
    FROM circulation_stop s JOIN circulation c ON c.id = s.circulation
    WHERE s.meeting = :meeting ORDER BY c.document, s.id)"};
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

std::vector<StopAtMeeting> list_stops_at(ReadTx& tx, const S& meeting) {
    std::vector<StopAtMeeting> stops;
    each<S, S, S, S, S>(
        tx.session(), stops_at, [&](const auto&... column) { stops.push_back({column...}); },
        meeting);
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
    return {&open_requests, &stops_at, &paper_count, &wanted_papers};
}

}  // namespace db
