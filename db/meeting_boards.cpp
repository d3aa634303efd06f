#include "db/meeting_boards.hpp"

#include "db/moved.hpp"
#include "db/statement.hpp"

namespace db {
namespace {

using S = std::string;

constexpr Query<S> boards_of{
    "joint_board.of_meeting",
    "SELECT board FROM joint_board WHERE meeting = :meeting ORDER BY board"};
// The meetings of the days first: few, and by their index.
constexpr Query<std::pair<S, S>> between{"joint_board.between", R"(
    SELECT j.meeting, j.board FROM meeting m CROSS JOIN joint_board j ON j.meeting = m.id
    WHERE m.planned >= :from AND m.planned <= :to)"};
constexpr Query<S> joined{"joint_board.of_board",
                          "SELECT meeting FROM joint_board WHERE board = :board"};
constexpr Sql insert_board{"joint_board.insert", R"(
    INSERT INTO joint_board(meeting, board) VALUES (:meeting, :board) ON CONFLICT DO NOTHING)"};
constexpr Sql hand_over{"joint_board.hand_over", R"(
    INSERT INTO joint_board(meeting, board)
    SELECT j.meeting, :to FROM joint_board j JOIN meeting m ON m.id = j.meeting
    WHERE j.board = :from AND m.state IN ('provisional', 'confirmed') AND m.board <> :to
    ON CONFLICT DO NOTHING)"};
constexpr Query<std::string> leave{"joint_board.leave", R"(
    DELETE FROM joint_board WHERE board = :from AND meeting IN
        (SELECT id FROM meeting
         WHERE id = joint_board.meeting AND state IN ('provisional', 'confirmed'))
    RETURNING meeting)"};

// The entries in people's calendars follow.
constexpr Sql next_sequence{"joint_board.next_sequence", R"(
    UPDATE meeting SET sequence = sequence + 1
    WHERE id = :meeting AND state IN ('provisional', 'confirmed'))"};

constexpr Query<S> people_of{
    "meeting_person.of_meeting",
    "SELECT person FROM meeting_person WHERE meeting = :meeting ORDER BY person"};
constexpr Query<std::pair<S, S>> people_between{"meeting_person.between", R"(
    SELECT p.meeting, p.person FROM meeting m CROSS JOIN meeting_person p ON p.meeting = m.id
    WHERE m.planned >= :from AND m.planned <= :to)"};
constexpr Sql insert_person{"meeting_person.insert", R"(
    INSERT INTO meeting_person(meeting, person, board) VALUES (:meeting, :person, :board)
    ON CONFLICT DO NOTHING)"};

// Who was named was asked as one of a board: with the seat there it ends.
constexpr Query<int> asked{"meeting.is_asked_beside", R"(
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
constexpr Query<S> named_and_asked{"meeting.named_and_asked", R"(
    SELECT p.person FROM meeting_person p WHERE p.meeting = :meeting AND
        (EXISTS (SELECT 1 FROM membership s WHERE s.person = p.person AND s.from_day <= :day
                   AND (s.to_day = '' OR s.to_day >= :day) AND (s.board = p.board OR s.board IN
                     (SELECT board FROM meeting WHERE id = :meeting
                      UNION SELECT i.raising_board FROM issue_meeting x
                            JOIN issue i ON i.id = x.issue WHERE x.meeting = :meeting
                      UNION SELECT i.asked_board FROM issue_meeting x
                            JOIN issue i ON i.id = x.issue WHERE x.meeting = :meeting)))
        OR EXISTS (SELECT 1 FROM joint_board j JOIN membership s ON s.board = j.board
                   WHERE j.meeting = :meeting AND s.person = p.person AND s.from_day <= :day
                     AND (s.to_day = '' OR s.to_day >= :day)))
    ORDER BY p.person)"};
constexpr Query<S> item_meeting{"agenda_item.meeting",
                                "SELECT meeting FROM agenda_item WHERE id = :id"};
constexpr Query<S> paper_meeting{"paper.meeting", R"(
    SELECT i.meeting FROM paper p JOIN agenda_item i ON i.id = p.item WHERE p.id = :id)"};

}  // namespace

std::vector<S> joint_boards_of(ReadTx& tx, const S& meeting) {
    return select(tx.session(), boards_of, {{"meeting", meeting}});
}

std::multimap<S, S> list_joint_boards(ReadTx& tx, workflows::Day from, workflows::Day to) {
    const auto rows = select(tx.session(), between, {{"from", from}, {"to", to}});
    return {rows.begin(), rows.end()};
}

std::multimap<S, S> list_named_people(ReadTx& tx, workflows::Day from, workflows::Day to) {
    const auto rows = select(tx.session(), people_between, {{"from", from}, {"to", to}});
    return {rows.begin(), rows.end()};
}

std::vector<S> list_meetings_joined(ReadTx& tx, const S& board) {
    return select(tx.session(), joined, {{"board", board}});
}

void add_joint_board(WriteTx& tx, const S& meeting, const S& board) {
    run(tx.session(), insert_board, {{"meeting", meeting}, {"board", board}});
    tx.touch("meeting:" + meeting);
    tx.touch("meetings:" + board);
}

std::vector<S> hand_over_joint_boards(WriteTx& tx, const S& from, const S& to) {
    run(tx.session(), hand_over, {{"to", to}, {"from", from}});
    tx.touch("meetings:" + from);
    tx.touch("meetings:" + to);
    for (const auto& meeting : list_meetings_joined(tx, from))
        run(tx.session(), next_sequence, {{"meeting", meeting}});
    return moved(tx, leave, "meeting:", {{"from", from}});
}

std::vector<S> list_named_people(ReadTx& tx, const S& meeting) {
    return select(tx.session(), people_of, {{"meeting", meeting}});
}

void add_named_person(WriteTx& tx, const S& meeting, const NamedPerson& named) {
    run(tx.session(), insert_person,
        {{"meeting", meeting}, {"person", named.person}, {"board", named.board}});
    tx.touch("meeting:" + meeting);
}

bool is_asked_beside(ReadTx& tx, const S& meeting, const S& person, const S& day) {
    return value(tx.session(), asked, {{"meeting", meeting}, {"person", person}, {"day", day}}) !=
           0;
}

std::set<S> list_named_and_asked(ReadTx& tx, const S& meeting, const S& day) {
    const auto people = select(tx.session(), named_and_asked, {{"meeting", meeting}, {"day", day}});
    return {people.begin(), people.end()};
}

bool is_asked_beside_for_item(ReadTx& tx, const S& item, const S& person, const S& day) {
    return is_asked_beside(tx, value(tx.session(), item_meeting, {{"id", item}}), person, day);
}

bool is_asked_beside_for_paper(ReadTx& tx, const S& paper, const S& person, const S& day) {
    return is_asked_beside(tx, value(tx.session(), paper_meeting, {{"id", paper}}), person, day);
}

std::optional<S> meeting_of_paper(ReadTx& tx, const S& paper) {
    auto meeting = value(tx.session(), paper_meeting, {{"id", paper}});
    if (meeting.empty()) return std::nullopt;
    return meeting;
}

std::vector<const Sql*> meeting_boards_statements() {
    return {&boards_of, &between,         &joined,       &insert_board,   &hand_over,
            &leave,     &next_sequence,   &people_of,    &people_between, &insert_person,
            &asked,     &named_and_asked, &item_meeting, &paper_meeting};
}

}  // namespace db
