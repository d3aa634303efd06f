#include "db/meeting_boards.hpp"

#include "db/moved.hpp"
#include "db/statement.hpp"

namespace db {
namespace {

using S = std::string;

constexpr Sql boards_of{"joint_board.of_meeting",
                        "SELECT board FROM joint_board WHERE meeting = :meeting ORDER BY board"};
// The meetings of the days first: few, and by their index.
constexpr Sql between{"joint_board.between", R"(
    SELECT j.meeting, j.board FROM meeting m CROSS JOIN joint_board j ON j.meeting = m.id
    WHERE m.planned >= :from AND m.planned <= :to)"};
constexpr Sql joined{"joint_board.of_board",
                     "SELECT meeting FROM joint_board WHERE board = :board"};
constexpr Sql insert_board{"joint_board.insert", R"(
    INSERT INTO joint_board(meeting, board) VALUES (:meeting, :board) ON CONFLICT DO NOTHING)"};
constexpr Sql hand_over{"joint_board.hand_over", R"(
    INSERT INTO joint_board(meeting, board)
    SELECT j.meeting, :to FROM joint_board j JOIN meeting m ON m.id = j.meeting
    WHERE j.board = :from AND m.state IN ('provisional', 'confirmed') AND m.board <> :to
    ON CONFLICT DO NOTHING)"};
constexpr Sql leave{"joint_board.leave", R"(
    DELETE FROM joint_board WHERE board = :from AND meeting IN
        (SELECT id FROM meeting
         WHERE id = joint_board.meeting AND state IN ('provisional', 'confirmed'))
    RETURNING meeting)"};

// The entries in people's calendars follow.
constexpr Sql next_sequence{"joint_board.next_sequence", R"(
    UPDATE meeting SET sequence = sequence + 1
    WHERE id = :meeting AND state IN ('provisional', 'confirmed'))"};

constexpr Sql people_of{
    "meeting_person.of_meeting",
    "SELECT person FROM meeting_person WHERE meeting = :meeting ORDER BY person"};
constexpr Sql people_between{"meeting_person.between", R"(
    SELECT p.meeting, p.person FROM meeting m CROSS JOIN meeting_person p ON p.meeting = m.id
    WHERE m.planned >= :from AND m.planned <= :to)"};
constexpr Sql insert_person{"meeting_person.insert", R"(
    INSERT INTO meeting_person(meeting, person, board) VALUES (:meeting, :person, :board)
    ON CONFLICT DO NOTHING)"};

// Who was named was asked as one of a board: with the seat there it ends.
constexpr Sql asked{"meeting.is_asked_beside", R"(
    SELECT EXISTS (SELECT 1 FROM meeting_person p JOIN membership s ON s.person = p.person
                   WHERE p.meeting = :meeting AND p.person = :person AND s.from_day <= :day
                     AND (s.to_day = '' OR s.to_day >= :day) AND (s.board = p.board OR s.board IN
                       (SELECT board FROM meeting WHERE id = :meeting
                        UNION SELECT i.raising_board FROM issue_meeting x
                              JOIN issue i ON i.id = x.issue WHERE x.meeting = :meeting
                        UNION SELECT i.asked_board FROM issue_meeting x
                              JOIN issue i ON i.id = x.issue WHERE x.meeting = :meeting)))
        OR EXISTS (SELECT 1 FROM joint_board j JOIN membership s ON s.board = j.board
                   WHERE j.meeting = :meeting AND s.person = :person AND s.from_day <= :day
                     AND (s.to_day = '' OR s.to_day >= :day)) AS asked)"};
constexpr Sql item_meeting{"agenda_item.meeting", "SELECT meeting FROM agenda_item WHERE id = :id"};
constexpr Sql paper_meeting{"paper.meeting", R"(
    SELECT i.meeting FROM paper p JOIN agenda_item i ON i.id = p.item WHERE p.id = :id)"};

}  // namespace

std::vector<S> joint_boards_of(ReadTx& tx, const S& meeting) {
    std::vector<S> boards;
    each<S>(
        tx.session(), boards_of, [&](const S& board) { boards.push_back(board); }, meeting);
    return boards;
}

std::multimap<S, S> list_joint_boards(ReadTx& tx, workflows::Day from, workflows::Day to) {
    std::multimap<S, S> boards;
    each<S, S>(
        tx.session(), between,
        [&](const S& meeting, const S& board) { boards.emplace(meeting, board); },
        workflows::iso(from), workflows::iso(to));
    return boards;
}

std::multimap<S, S> list_named_people(ReadTx& tx, workflows::Day from, workflows::Day to) {
    std::multimap<S, S> people;
    each<S, S>(
        tx.session(), people_between,
        [&](const S& meeting, const S& person) { people.emplace(meeting, person); },
        workflows::iso(from), workflows::iso(to));
    return people;
}

std::vector<S> list_meetings_joined(ReadTx& tx, const S& board) {
    std::vector<S> meetings;
    each<S>(
        tx.session(), joined, [&](const S& meeting) { meetings.push_back(meeting); }, board);
    return meetings;
}

void add_joint_board(WriteTx& tx, const S& meeting, const S& board) {
    run(tx.session(), insert_board, meeting, board);
    tx.touch("meeting:" + meeting);
    tx.touch("meetings:" + board);
}

std::vector<S> hand_over_joint_boards(WriteTx& tx, const S& from, const S& to) {
    run(tx.session(), hand_over, to, from);
    tx.touch("meetings:" + from);
    tx.touch("meetings:" + to);
    for (const auto& meeting : list_meetings_joined(tx, from))
        run(tx.session(), next_sequence, meeting);
    return moved(tx, leave, "meeting:", from);
}

std::vector<S> list_named_people(ReadTx& tx, const S& meeting) {
    std::vector<S> people;
    each<S>(
        tx.session(), people_of, [&](const S& person) { people.push_back(person); }, meeting);
    return people;
}

void add_named_person(WriteTx& tx, const S& meeting, const NamedPerson& named) {
    run(tx.session(), insert_person, meeting, named.person, named.board);
    tx.touch("meeting:" + meeting);
}

bool is_asked_beside(ReadTx& tx, const S& meeting, const S& person, const S& day) {
    return value<int>(tx.session(), asked, meeting, person, day) != 0;
}

bool is_asked_beside_for_item(ReadTx& tx, const S& item, const S& person, const S& day) {
    return is_asked_beside(tx, value<S>(tx.session(), item_meeting, item), person, day);
}

bool is_asked_beside_for_paper(ReadTx& tx, const S& paper, const S& person, const S& day) {
    return is_asked_beside(tx, value<S>(tx.session(), paper_meeting, paper), person, day);
}

std::optional<S> meeting_of_paper(ReadTx& tx, const S& paper) {
    auto meeting = value<S>(tx.session(), paper_meeting, paper);
    if (meeting.empty()) return std::nullopt;
    return meeting;
}

std::vector<const Sql*> meeting_boards_statements() {
    return {&boards_of, &between,       &joined,       &insert_board,   &hand_over,
            &leave,     &next_sequence, &people_of,    &people_between, &insert_person,
            &asked,     &item_meeting,  &paper_meeting};
}

}  // namespace db
