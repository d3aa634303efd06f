#include "db/todo.hpp"

#include <map>

#include "db/statement.hpp"
#include "db/wanted.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(OpenRequest, (),
                      (id, title, asking_board, asked_board, state, consider_by, answer_by))
BOOST_DESCRIBE_STRUCT(StopAtMeeting, (), (circulation, board, owner, document, state, meeting))
template <>
inline constexpr std::array columns_from<StopAtMeeting>{From{"owner", "c.owner"},
                                                        From{"document", "c.document"},
                                                        From{"meeting", "COALESCE(s.meeting, '')"}};
BOOST_DESCRIBE_STRUCT(PaperCount, (), (items, expected))
BOOST_DESCRIBE_STRUCT(WantedPaper, (), (item, title, meeting, created_at))
template <>
inline constexpr std::array columns_from<WantedPaper>{From{"item", "id"}};

namespace {

using S = std::string;

constexpr Query<OpenRequest> open_requests{"todo.open_requests", R"(
    SELECT {columns} FROM agenda_request
    WHERE (asking_board = :board OR asked_board = :board)
      AND state NOT IN ('closed', 'withdrawn') ORDER BY created_at, id)"};

struct FoundStop {
    S id;
    StopAtMeeting stop;
};
BOOST_DESCRIBE_STRUCT(FoundStop, (), (id, stop))

constexpr Query<FoundStop> stops_of{"todo.stops_of", with_wanted, R"(
    SELECT {s.columns}
    FROM circulation_stop s JOIN circulation c ON c.id = s.circulation
    WHERE s.board IN (SELECT wanted.id FROM wanted)
    UNION
    SELECT {s.columns}
    FROM circulation c JOIN circulation_stop s ON s.circulation = c.id
    WHERE c.owner IN (SELECT wanted.id FROM wanted))"};

struct CountOfMeeting {
    S meeting;
    PaperCount papers;
};
BOOST_DESCRIBE_STRUCT(CountOfMeeting, (), (meeting, papers))

constexpr Query<CountOfMeeting> paper_count{"todo.paper_count", with_wanted, R"(
    SELECT i.meeting, COUNT(*) AS items,
        COALESCE(SUM(CASE i.paper_status WHEN 'expected' THEN 1 ELSE 0 END), 0) AS expected
    FROM agenda_item i WHERE i.meeting IN (SELECT wanted.id FROM wanted) AND i.struck = 0
    GROUP BY i.meeting)"};
constexpr Query<WantedPaper> wanted_papers{"todo.wanted_papers", R"(
    SELECT {columns} FROM agenda_item
    WHERE owner = :owner AND owner <> '' AND paper_status = 'expected' AND struck = 0
    ORDER BY meeting, position)"};

}  // namespace

std::vector<OpenRequest> list_open_requests_of(ReadTx& tx, const S& board) {
    return select(tx.session(), open_requests, {{"board", board}});
}

std::vector<StopAtMeeting> list_stops_of(ReadTx& tx, const std::set<S>& boards) {
    std::map<std::pair<S, S>, StopAtMeeting> found;  // by document and id
    for (auto& [id, stop] : select(tx.session(), stops_of, wanted(boards)))
        found.emplace(std::pair(stop.document, id), std::move(stop));
    std::vector<StopAtMeeting> stops;
    for (auto& [name, stop] : found)
        stops.push_back(std::move(stop));
    return stops;
}

std::map<S, PaperCount> count_papers(ReadTx& tx, const std::set<S>& meetings) {
    std::map<S, PaperCount> counts;
    each(tx.session(), paper_count, wanted(meetings),
         [&](const CountOfMeeting& row) { counts.emplace(row.meeting, row.papers); });
    return counts;
}

std::vector<WantedPaper> list_wanted_papers(ReadTx& tx, const S& owner) {
    return select(tx.session(), wanted_papers, {{"owner", owner}});
}

std::vector<const Sql*> todo_statements() {
    return {&open_requests, &stops_of, &paper_count, &wanted_papers};
}

}  // namespace db
