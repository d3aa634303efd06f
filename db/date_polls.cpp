#include "db/date_polls.hpp"

#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {
namespace {

using S = std::string;
using workflows::Day;

constexpr Sql insert{"date_poll.insert", R"(
    INSERT INTO date_poll(id, board, title, kind, held_in, starts, ends, place, whole_board,
        closes_on, state, created_at, created_by)
    VALUES (:id, :board, :title, :kind, :held_in, :starts, :ends, :place, :whole_board,
        :closes_on, 'open', :created_at, :created_by))"};
constexpr Sql insert_day{"date_poll_day.insert",
                         "INSERT INTO date_poll_day(poll, day) VALUES (:poll, :day)"};
constexpr Sql insert_person{"date_poll_person.insert", R"(
    INSERT INTO date_poll_person(poll, person, board) VALUES (:poll, :person, :board)
    ON CONFLICT DO NOTHING)"};
constexpr Sql find{"date_poll.find", R"(
    SELECT id, board, title, kind, held_in, starts, ends, place, whole_board, closes_on, state,
        meeting, reason, created_at, created_by, version
    FROM date_poll WHERE id = :id)"};
constexpr Sql of_board{"date_poll.of_board", R"(
    SELECT id, board, title, kind, held_in, starts, ends, place, whole_board, closes_on, state,
        meeting, reason, created_at, created_by, version
    FROM date_poll WHERE board = :board ORDER BY created_at DESC, id)"};
constexpr Sql find_board{"date_poll.board", "SELECT board FROM date_poll WHERE id = :id"};
constexpr Sql days{"date_poll_day.list",
                   "SELECT day FROM date_poll_day WHERE poll = :poll ORDER BY day"};
constexpr Sql people{"date_poll_person.list", R"(
    SELECT person, board, letters, answered_at FROM date_poll_person
    WHERE poll = :poll ORDER BY person)"};
constexpr Sql answers{"date_poll_answer.list", R"(
    SELECT person, day, answer FROM date_poll_answer WHERE poll = :poll ORDER BY person, day)"};
constexpr Sql update{"date_poll.update", R"(
    UPDATE date_poll SET state = :state, meeting = :meeting, reason = :reason,
        version = version + 1
    WHERE id = :id AND version = :version)"};
constexpr Sql erase_answers{"date_poll_answer.erase",
                            "DELETE FROM date_poll_answer WHERE poll = :poll AND person = :person"};
constexpr Sql insert_answer{"date_poll_answer.insert", R"(
    INSERT INTO date_poll_answer(poll, person, day, answer)
    VALUES (:poll, :person, :day, :answer))"};
constexpr Sql mark_answered{"date_poll_person.answered", R"(
    UPDATE date_poll_person SET answered_at = :at WHERE poll = :poll AND person = :person)"};
constexpr Sql count_letter{"date_poll_person.count_letter", R"(
    UPDATE date_poll_person SET letters = letters + 1 WHERE poll = :poll AND person = :person)"};
// Those asked stay asked: they are not the members of the successor.
constexpr Sql hand_over{"date_poll.hand_over", R"(
    UPDATE date_poll SET board = :to, whole_board = 0, version = version + 1
    WHERE board = :from AND state = 'open' RETURNING id)"};

template <class... A>
std::vector<PollRow> rows_of(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<PollRow> rows;
    each<S, S, S, S, S, S, S, S, int, S, S, S, S, long long, S, int>(
        tx.session(), sql,
        [&](const S& id, const S& board, const S& title, const S& kind, const S& held_in,
            const S& starts, const S& ends, const S& place, int whole_board, const S& closes_on,
            const S& state, const S& meeting, const S& reason, long long created_at,
            const S& created_by, int version) {
            rows.push_back({id,
                            board,
                            title,
                            kind,
                            held_in,
                            starts,
                            ends,
                            place,
                            whole_board != 0,
                            workflows::parse_day(closes_on).value(),
                            workflows::from_text<workflows::PollState>(state).value(),
                            meeting,
                            reason,
                            instant(created_at),
                            created_by,
                            version,
                            {}});
        },
        arguments...);
    return rows;
}

}  // namespace

PollRow insert_poll(WriteTx& tx, PollRow row) {
    tx.touch("date_poll");
    row.id = tx.ids().id();
    row.created_at = tx.now();
    row.created_by = tx.actor().person;
    row.version = 1;
    run(tx.session(), insert, row.id, row.board, row.title, row.kind, row.held_in, row.starts,
        row.ends, row.place, row.whole_board, workflows::iso(row.closes_on),
        seconds(row.created_at), row.created_by);
    for (const Day day : row.days)
        run(tx.session(), insert_day, row.id, workflows::iso(day));
    return row;
}

void add_poll_person(WriteTx& tx, const S& poll, const PollPerson& person) {
    run(tx.session(), insert_person, poll, person.person, person.board);
}

workflows::Result<PollRow> load_poll(ReadTx& tx, const S& id) {
    auto rows = rows_of(tx, find, id);
    if (rows.empty()) return workflows::not_found("There is no such poll.");
    auto& row = rows.front();
    each<S>(
        tx.session(), days,
        [&](const S& day) { row.days.push_back(workflows::parse_day(day).value()); }, id);
    return std::move(row);
}

std::optional<S> board_of_poll(ReadTx& tx, const S& id) {
    const auto board = value<S>(tx.session(), find_board, id);
    return board.empty() ? std::nullopt : std::optional(board);
}

std::vector<PollRow> list_polls(ReadTx& tx, const S& board) {
    return rows_of(tx, of_board, board);
}

std::vector<PollPerson> list_poll_people(ReadTx& tx, const S& poll) {
    std::map<S, workflows::PollAnswers> said;
    each<S, S, S>(
        tx.session(), answers,
        [&](const S& person, const S& day, const S& answer) {
            said[person].emplace(workflows::parse_day(day).value(),
                                 workflows::from_text<workflows::PollAnswer>(answer).value());
        },
        poll);
    std::vector<PollPerson> found;
    each<S, S, int, long long>(
        tx.session(), people,
        [&](const S& person, const S& board, int letters, long long answered_at) {
            PollPerson one{person, board, letters, std::nullopt, said[person]};
            if (answered_at != 0) one.answered_at = instant(answered_at);
            found.push_back(std::move(one));
        },
        poll);
    return found;
}

workflows::Result<void> save_poll(WriteTx& tx, const PollRow& row) {
    tx.touch("date_poll");
    if (run(tx.session(), update, workflows::to_text(row.state), row.meeting, row.reason, row.id,
            row.version) == 0)
        return workflows::Error{workflows::Code::stale,
                                "Somebody else changed this poll since you opened the page. Read "
                                "what is new, then choose again."};
    return {};
}

void save_poll_answers(WriteTx& tx, const S& poll, const S& person,
                       const workflows::PollAnswers& said) {
    tx.touch("date_poll");
    run(tx.session(), erase_answers, poll, person);
    for (const auto& [day, answer] : said)
        run(tx.session(), insert_answer, poll, person, workflows::iso(day),
            workflows::to_text(answer));
    run(tx.session(), mark_answered, seconds(tx.now()), poll, person);
}

void count_poll_letter(WriteTx& tx, const S& poll, const S& person) {
    tx.touch("date_poll");
    run(tx.session(), count_letter, poll, person);
}

std::vector<S> hand_over_polls(WriteTx& tx, const S& from, const S& to) {
    tx.touch("date_poll");
    return moved(tx, hand_over, "poll:", to, from);
}

std::vector<const Sql*> date_polls_statements() {
    return {&insert,        &insert_day,    &insert_person, &find,         &of_board,
            &find_board,    &days,          &people,        &answers,      &update,
            &erase_answers, &insert_answer, &mark_answered, &count_letter, &hand_over};
}

}  // namespace db
