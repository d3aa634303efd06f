#include "db/meeting_lists.hpp"

#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {
namespace {

using S = std::string;
using workflows::PlannedDate;

constexpr Sql moves_between{"meeting_lists.moves_between", R"(
    SELECT m.id, m.board, m.planned, v.planned, v.starts, v.reason, m.held_in, v.at
    FROM meeting_move v JOIN meeting m ON m.id = v.meeting
    WHERE v.planned >= :from_month AND v.planned <= :to AND (:board = '' OR m.board = :board)
    AND)" MEETING_IS_KNOWN R"(
    UNION
    SELECT m.id, m.board, m.planned, v.planned, v.starts, v.reason, m.held_in, v.at
    FROM meeting m JOIN meeting_move v ON v.meeting = m.id
    WHERE m.planned >= :from_month AND m.planned <= :to AND (:board = '' OR m.board = :board)
    AND)" MEETING_IS_KNOWN R"(
    ORDER BY 4, 8)"};
constexpr Sql newest_agendas{"meeting_lists.newest_agendas", R"(
    SELECT v.meeting, m.board, m.planned, v.published_at, v.number
    FROM agenda_version v JOIN meeting m ON m.id = v.meeting AND m.published = v.number
    WHERE v.published_at >= :since AND m.held_in <> 'private'
    ORDER BY v.published_at DESC, v.meeting LIMIT :rows_max)"};
constexpr Sql tally_items{"meeting_lists.tally_items", R"(
    SELECT COUNT(*), COALESCE(SUM(CASE paper_status WHEN 'expected' THEN 1 ELSE 0 END), 0),
        COALESCE(SUM(CASE paper_status WHEN 'received' THEN 1 ELSE 0 END), 0)
    FROM agenda_item WHERE meeting = :meeting AND struck = 0)"};
constexpr Sql tally_letters{"meeting_lists.tally_letters", R"(
    SELECT COUNT(*), COALESCE(SUM(CASE template WHEN 'invitation' THEN 1 ELSE 0 END), 0),
        COALESCE(SUM(CASE WHEN state IN ('failed', 'expired') THEN 1 ELSE 0 END), 0)
    FROM outbox WHERE subject_id = :meeting)"};
constexpr Sql tally_requests{"meeting_lists.tally_requests", R"(
    SELECT COUNT(*) FROM agenda_request r
    WHERE r.asked_board = :board AND r.state IN ('sent', 'considering')
        AND r.wanted_meeting = :meeting)"};
constexpr Sql newest_pack{"meeting_lists.newest_pack", R"(
    SELECT id, pages FROM pack WHERE meeting = :meeting ORDER BY built_at DESC, id LIMIT 1)"};
constexpr Sql count_packs{"meeting_lists.count_packs", R"(
    SELECT COUNT(*) FROM pack WHERE meeting = :meeting AND agenda = :agenda)"};
constexpr Sql board_of{"meeting_lists.board_of", "SELECT board FROM meeting WHERE id = :meeting"};

PlannedDate stored_date(const S& text) {
    return PlannedDate::parse(text).value();
}

}  // namespace

std::vector<ListedMove> list_moves_between(ReadTx& tx, const S& board, workflows::Day from,
                                           workflows::Day to, const MeetingReader& reader) {
    std::vector<ListedMove> moves;
    each<S, S, S, S, S, S, S, long long>(
        tx.session(), moves_between,
        [&](const S& meeting, const S& code, const S& planned, const S& left, const S& starts,
            const S& reason, const S& held_in, long long) {
            moves.push_back(
                {meeting, code, stored_date(planned), stored_date(left), starts, reason, held_in});
        },
        workflows::iso(from).substr(0, 7), workflows::iso(to), board, reads_all(reader),
        reader.person, reading_day(tx));
    return moves;
}

std::vector<ListedAgenda> list_newest_agendas(ReadTx& tx, workflows::Instant since, int rows_max) {
    std::vector<ListedAgenda> agendas;
    each<S, S, S, long long, int>(
        tx.session(), newest_agendas,
        [&](const S& meeting, const S& board, const S& planned, long long at, int number) {
            agendas.push_back({meeting, board, stored_date(planned), instant(at), number});
        },
        seconds(since), rows_max);
    return agendas;
}

MeetingTally tally_meeting(ReadTx& tx, const S& meeting) {
    MeetingTally tally;
    each<int, int, int>(
        tx.session(), tally_items,
        [&](int items, int expected, int received) {
            tally.items = items;
            tally.papers_expected = expected;
            tally.papers_received = received;
        },
        meeting);
    each<int, int, int>(
        tx.session(), tally_letters,
        [&](int letters, int invited, int failed) {
            tally.letters = letters;
            tally.invited = invited;
            tally.letters_failed = failed;
        },
        meeting);
    const auto board = value<S>(tx.session(), board_of, meeting);
    tally.requests_open = value<int>(tx.session(), tally_requests, board, meeting);
    each<S, int>(
        tx.session(), newest_pack,
        [&](const S& id, int pages) {
            tally.newest_pack = id;
            tally.newest_pack_pages = pages;
        },
        meeting);
    return tally;
}

bool has_pack(ReadTx& tx, const S& meeting, int agenda) {
    return value<int>(tx.session(), count_packs, meeting, agenda) > 0;
}

std::vector<const Sql*> meeting_lists_statements() {
    return {&moves_between,  &newest_agendas, &tally_items, &tally_letters,
            &tally_requests, &newest_pack,    &count_packs, &board_of};
}

}  // namespace db
