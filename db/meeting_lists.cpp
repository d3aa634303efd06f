#include "db/meeting_lists.hpp"

#include "db/statement.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(ListedMove, (), (meeting, board, planned, left, starts, reason, held_in))
template <>
inline constexpr std::array columns_from<ListedMove>{
    From{"meeting", "m.id"},     From{"board", "m.board"},   From{"planned", "m.planned"},
    From{"left", "v.planned"},   From{"starts", "v.starts"}, From{"reason", "v.reason"},
    From{"held_in", "m.held_in"}};
BOOST_DESCRIBE_STRUCT(ListedAgenda, (), (meeting, board, planned, published_at, number))
template <>
inline constexpr std::array columns_from<ListedAgenda>{From{"board", "m.board"},
                                                       From{"planned", "m.planned"}};

namespace {

using S = std::string;

struct MoveAt {
    ListedMove move;
    workflows::Instant at;
};
BOOST_DESCRIBE_STRUCT(MoveAt, (), (move, at))

constexpr Query<MoveAt> moves_between{
    "meeting_lists.moves_between", R"(
    SELECT {v.columns}
    FROM meeting_move v JOIN meeting m ON m.id = v.meeting
    WHERE v.planned >= :from_month AND v.planned <= :to AND (:board = '' OR m.board = :board)
    AND)", meeting_is_known, R"(
    UNION
    SELECT {v.columns}
    FROM meeting m JOIN meeting_move v ON v.meeting = m.id
    WHERE m.planned >= :from_month AND m.planned <= :to AND (:board = '' OR m.board = :board)
    AND)", meeting_is_known, R"(
    ORDER BY 4, 8)"};
constexpr Query<ListedAgenda> newest_agendas{"meeting_lists.newest_agendas", R"(
    SELECT {v.columns}
    FROM agenda_version v JOIN meeting m ON m.id = v.meeting AND m.published = v.number
    WHERE v.published_at >= :since AND m.held_in <> 'private'
    ORDER BY v.published_at DESC, v.meeting LIMIT :rows_max)"};
constexpr Query<std::array<int, 3>> tally_items{"meeting_lists.tally_items", R"(
    SELECT COUNT(*), COALESCE(SUM(CASE paper_status WHEN 'expected' THEN 1 ELSE 0 END), 0),
        COALESCE(SUM(CASE paper_status WHEN 'received' THEN 1 ELSE 0 END), 0)
    FROM agenda_item WHERE meeting = :meeting AND struck = 0)"};
constexpr Query<std::array<int, 3>> tally_letters{"meeting_lists.tally_letters", R"(
    SELECT COUNT(*), COALESCE(SUM(CASE template WHEN 'invitation' THEN 1 ELSE 0 END), 0),
        COALESCE(SUM(CASE WHEN state IN ('failed', 'expired') THEN 1 ELSE 0 END), 0)
    FROM outbox WHERE subject_id = :meeting)"};
constexpr Query<int> tally_requests{"meeting_lists.tally_requests", R"(
    SELECT COUNT(*) FROM agenda_request r
    WHERE r.asked_board = :board AND r.state IN ('sent', 'considering')
        AND r.wanted_meeting = :meeting)"};
constexpr Query<std::pair<S, int>> newest_pack{"meeting_lists.newest_pack", R"(
    SELECT id, pages FROM pack WHERE meeting = :meeting ORDER BY built_at DESC, id LIMIT 1)"};
constexpr Query<int> count_packs{"meeting_lists.count_packs", R"(
    SELECT COUNT(*) FROM pack WHERE meeting = :meeting AND agenda = :agenda)"};
constexpr Query<S> board_of{"meeting_lists.board_of",
                            "SELECT board FROM meeting WHERE id = :meeting"};

}  // namespace

std::vector<ListedMove> list_moves_between(ReadTx& tx, const S& board, workflows::Day from,
                                           workflows::Day to, const MeetingReader& reader) {
    auto asked = arguments_of(tx, reader);
    asked.add("board", board).add("to", to).add("from_month", workflows::iso(from).substr(0, 7));
    std::vector<ListedMove> moves;
    for (auto& row : select(tx.session(), moves_between, asked))
        moves.push_back(std::move(row.move));
    return moves;
}

std::vector<ListedAgenda> list_newest_agendas(ReadTx& tx, workflows::Instant since, int rows_max) {
    return select(tx.session(), newest_agendas, {{"since", since}, {"rows_max", rows_max}});
}

MeetingTally tally_meeting(ReadTx& tx, const S& meeting) {
    const Arguments of{{"meeting", meeting}};
    MeetingTally tally;
    const auto items = value(tx.session(), tally_items, of);
    std::tie(tally.items, tally.papers_expected, tally.papers_received) = std::tuple_cat(items);
    const auto letters = value(tx.session(), tally_letters, of);
    std::tie(tally.letters, tally.invited, tally.letters_failed) = std::tuple_cat(letters);
    const auto board = value(tx.session(), board_of, {{"meeting", meeting}});
    tally.requests_open =
        value(tx.session(), tally_requests, {{"board", board}, {"meeting", meeting}});
    std::tie(tally.newest_pack, tally.newest_pack_pages) = value(tx.session(), newest_pack, of);
    return tally;
}

bool has_pack(ReadTx& tx, const S& meeting, int agenda) {
    return value(tx.session(), count_packs, {{"meeting", meeting}, {"agenda", agenda}}) > 0;
}

std::vector<const Sql*> meeting_lists_statements() {
    return {&moves_between,  &newest_agendas, &tally_items, &tally_letters,
            &tally_requests, &newest_pack,    &count_packs, &board_of};
}

}  // namespace db
