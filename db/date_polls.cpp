#include "db/date_polls.hpp"

#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/wanted.hpp"
#include "db/words.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(PollRow, (),
                      (id, board, title, kind, held_in, starts, ends, place, whole_board, closes_on,
                       state, meeting, reason, created_at, created_by, version))
BOOST_DESCRIBE_STRUCT(PollPerson, (), (person, board, letters, answered_at))

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
constexpr Query<PollRow> find{"date_poll.find", R"(
    SELECT {columns} FROM date_poll WHERE id = :id)"};
constexpr Query<PollRow> of_board{"date_poll.of_board", R"(
    SELECT {columns} FROM date_poll WHERE board = :board ORDER BY created_at DESC, id)"};
constexpr Query<S> find_board{"date_poll.board", "SELECT board FROM date_poll WHERE id = :id"};
constexpr Query<Day> days{"date_poll_day.list",
                          "SELECT day FROM date_poll_day WHERE poll = :poll ORDER BY day"};
struct AskedRow {
    S poll;
    PollPerson person;
};
BOOST_DESCRIBE_STRUCT(AskedRow, (), (poll, person))

constexpr Query<AskedRow> people{"date_poll_person.list", with_wanted, R"(
    SELECT {columns} FROM date_poll_person
    WHERE poll IN (SELECT wanted.id FROM wanted) ORDER BY poll, person)"};

struct SaidRow {
    S poll;
    S person;
    Day day;
    workflows::PollAnswer answer;
};
BOOST_DESCRIBE_STRUCT(SaidRow, (), (poll, person, day, answer))

constexpr Query<SaidRow> answers{"date_poll_answer.list", with_wanted, R"(
    SELECT {columns} FROM date_poll_answer
    WHERE poll IN (SELECT wanted.id FROM wanted) ORDER BY poll, person, day)"};
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
constexpr Query<std::string> hand_over{"date_poll.hand_over", R"(
    UPDATE date_poll SET board = :to, whole_board = 0, version = version + 1
    WHERE board = :from AND state = 'open' RETURNING id)"};

}  // namespace

PollRow insert_poll(WriteTx& tx, PollRow row) {
    tx.touch("date_poll");
    row.id = tx.ids().id();
    row.created_at = tx.now();
    row.created_by = tx.actor().person;
    row.version = 1;
    run(tx.session(), insert, fields_of(row));
    for (const Day day : row.days)
        run(tx.session(), insert_day, {{"poll", row.id}, {"day", day}});
    return row;
}

void add_poll_person(WriteTx& tx, const S& poll, const PollPerson& person) {
    run(tx.session(), insert_person,
        {{"poll", poll}, {"person", person.person}, {"board", person.board}});
}

workflows::Result<PollRow> load_poll(ReadTx& tx, const S& id) {
    auto row = select_one(tx.session(), find, {{"id", id}});
    if (!row) return workflows::not_found(words::cannot_find("poll"));
    row->days = select(tx.session(), days, {{"poll", id}});
    return *std::move(row);
}

std::optional<S> board_of_poll(ReadTx& tx, const S& id) {
    const auto board = value(tx.session(), find_board, {{"id", id}});
    return board.empty() ? std::nullopt : std::optional(board);
}

std::vector<PollRow> list_polls(ReadTx& tx, const S& board) {
    return select(tx.session(), of_board, {{"board", board}});
}

std::map<S, std::vector<PollPerson>> list_poll_people(ReadTx& tx, const std::set<S>& polls) {
    std::map<std::pair<S, S>, workflows::PollAnswers> said;
    each(tx.session(), answers, wanted(polls), [&](const SaidRow& row) {
        said[{row.poll, row.person}].emplace(row.day, row.answer);
    });
    std::map<S, std::vector<PollPerson>> found;
    each(tx.session(), people, wanted(polls), [&](AskedRow row) {
        row.person.answers = std::move(said[{row.poll, row.person.person}]);
        found[row.poll].push_back(std::move(row.person));
    });
    return found;
}

std::vector<PollPerson> list_poll_people(ReadTx& tx, const S& poll) {
    return std::move(list_poll_people(tx, std::set<S>{poll})[poll]);
}

workflows::Result<void> save_poll(WriteTx& tx, const PollRow& row) {
    tx.touch("date_poll");
    if (run(tx.session(), update, fields_of(row)) == 0)
        return workflows::Error{workflows::Code::stale, words::changed_since_page_opened("poll")};
    return {};
}

void save_poll_answers(WriteTx& tx, const S& poll, const S& person,
                       const workflows::PollAnswers& said) {
    tx.touch("date_poll");
    run(tx.session(), erase_answers, {{"poll", poll}, {"person", person}});
    for (const auto& [day, answer] : said)
        run(tx.session(), insert_answer,
            {{"poll", poll}, {"person", person}, {"day", day}, {"answer", answer}});
    run(tx.session(), mark_answered, {{"at", tx.now()}, {"poll", poll}, {"person", person}});
}

void count_poll_letter(WriteTx& tx, const S& poll, const S& person) {
    tx.touch("date_poll");
    run(tx.session(), count_letter, {{"poll", poll}, {"person", person}});
}

std::vector<S> hand_over_polls(WriteTx& tx, const S& from, const S& to) {
    tx.touch("date_poll");
    return moved(tx, hand_over, "poll:", {{"to", to}, {"from", from}});
}

std::vector<const Sql*> date_polls_statements() {
    return {&insert,        &insert_day,    &insert_person, &find,         &of_board,
            &find_board,    &days,          &people,        &answers,      &update,
            &erase_answers, &insert_answer, &mark_answered, &count_letter, &hand_over};
}

}  // namespace db
