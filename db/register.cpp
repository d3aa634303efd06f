#include "db/register.hpp"

#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/words.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(ReturnTexts, (), (focus, achievements, aims, challenges, governance, website))
}  // namespace workflows

namespace db {

BOOST_DESCRIBE_STRUCT(RegisterReturn, (),
                      (board, year, state, due, texts, completed, last_meeting, next_meeting,
                       comment, asked_at, asked_by, submitted_by, chased_at, chases, version))
BOOST_DESCRIBE_STRUCT(AnnualUpdateRow, (), (year, number, published_at, published_by, content))

namespace {

using workflows::Result;
using S = std::string;

constexpr Query<RegisterReturn> of_year{"register.of_year", R"(
    SELECT {r.columns} FROM register_return r WHERE r.year = :year ORDER BY r.board)"};
constexpr Query<RegisterReturn> of_all_years{"register.of_all_years", R"(
    SELECT {r.columns} FROM register_return r ORDER BY r.year, r.board)"};
constexpr Query<RegisterReturn> of_board{"register.of_board", R"(
    SELECT {r.columns} FROM register_return r WHERE r.board = :board ORDER BY r.year DESC)"};
constexpr Query<RegisterReturn> newest_filed{"register.newest_filed", R"(
    SELECT {r.columns} FROM board b CROSS JOIN register_return r ON r.board = b.code
    WHERE r.year = (SELECT max(n.year) FROM register_return n WHERE n.board = b.code AND n.state IN
    ('submitted', 'accepted')) ORDER BY r.board)"};
constexpr Query<RegisterReturn> open_ones{"register.open", R"(
    SELECT {r.columns} FROM register_return r WHERE r.state IN ('asked', 'drafted', 'sent_back')
    ORDER BY r.due, r.board)"};
constexpr Query<RegisterReturn> submitted_ones{"register.submitted", R"(
    SELECT {r.columns} FROM register_return r WHERE r.state = 'submitted' ORDER BY r.due,
    r.board)"};
constexpr Query<RegisterReturn> find_one{"register.find", R"(
    SELECT {r.columns} FROM register_return r WHERE r.board = :board AND r.year = :year)"};
constexpr Sql insert{"register.insert", R"(
    INSERT INTO register_return(board, year, state, due, asked_at, asked_by)
    VALUES (:board, :year, :state, :due, :asked_at, :asked_by) ON CONFLICT DO NOTHING)"};
constexpr Sql save{"register.save", R"(
    UPDATE register_return SET state = :state, due = :due, focus = :focus,
        achievements = :achievements, aims = :aims, challenges = :challenges,
        governance = :governance, website = :website, completed = :completed,
        last_meeting = :last_meeting, next_meeting = :next_meeting, comment = :comment,
        submitted_by = :submitted_by, version = version + 1
    WHERE board = :board AND year = :year AND version = :version)"};
constexpr Sql chase{"register.chase", R"(
    UPDATE register_return SET chased_at = :chased_at, chases = chases + 1
    WHERE board = :board AND year = :year)"};
// Where the successor has a return of the year, what was written stays with who wrote it.
constexpr Query<std::string> close_double{"register.close_double", R"(
    UPDATE register_return SET state = 'closed', version = version + 1
    WHERE board = :from AND state IN ('asked', 'drafted', 'sent_back')
    AND year IN (SELECT year FROM register_return WHERE board = :to)
    RETURNING board || '/' || year)"};
constexpr Query<std::string> hand_over{"register.hand_over", R"(
    UPDATE register_return SET board = :to, version = version + 1
    WHERE board = :from AND state IN ('asked', 'drafted', 'sent_back')
    RETURNING board || '/' || year)"};
constexpr Query<AnnualUpdateRow> updates_of_year{"annual_update.of_year", R"(
    SELECT {columns} FROM annual_update
    WHERE year = :year ORDER BY number DESC)"};
constexpr Query<int> update_years{"annual_update.years",
                                  "SELECT DISTINCT year FROM annual_update ORDER BY year DESC"};
constexpr Query<int> newest_number{"annual_update.newest_number",
                                   "SELECT coalesce(max(number), 0) FROM annual_update"
                                   " WHERE year = :year"};
constexpr Sql insert_update{"annual_update.insert", R"(
    INSERT INTO annual_update(year, number, published_at, published_by, content)
    VALUES (:year, :number, :published_at, :published_by, :content))"};

}  // namespace

std::vector<RegisterReturn> list_returns(ReadTx& tx, int year) {
    return select(tx.session(), of_year, {{"year", year}});
}
std::map<int, std::vector<RegisterReturn>> returns_by_year(ReadTx& tx) {
    std::map<int, std::vector<RegisterReturn>> returns;
    each(tx.session(), of_all_years, {},
         [&](RegisterReturn row) { returns[row.year].push_back(std::move(row)); });
    return returns;
}

std::vector<RegisterReturn> list_newest_filed(ReadTx& tx) {
    return select(tx.session(), newest_filed);
}
std::vector<RegisterReturn> list_returns_of(ReadTx& tx, const S& board) {
    return select(tx.session(), of_board, {{"board", board}});
}
std::vector<RegisterReturn> list_open_returns(ReadTx& tx) {
    return select(tx.session(), open_ones);
}
std::vector<RegisterReturn> list_submitted_returns(ReadTx& tx) {
    return select(tx.session(), submitted_ones);
}
std::optional<RegisterReturn> find_return(ReadTx& tx, const S& board, int year) {
    return select_one(tx.session(), find_one, {{"board", board}, {"year", year}});
}
Result<void> insert_return(WriteTx& tx, RegisterReturn row) {
    if (run(tx.session(), insert,
            fields_of(row, {{"asked_at", tx.now()}, {"asked_by", tx.actor().person}})) == 0)
        return workflows::conflict("boards", words::return_already_asked(row.board));
    tx.touch("register");
    return {};
}

Result<void> save_return(WriteTx& tx, const RegisterReturn& row) {
    if (run(tx.session(), save, fields_of(row)) == 0) {
        return workflows::Error{workflows::Code::stale, words::return_changed, ""};
    }
    tx.touch("register");
    return {};
}

void record_chase(WriteTx& tx, const S& board, int year) {
    run(tx.session(), chase, {{"chased_at", tx.now()}, {"board", board}, {"year", year}});
    tx.touch("register");
}

std::vector<S> hand_over_returns(WriteTx& tx, const S& from, const S& to) {
    auto all = moved(tx, close_double, "return:", {{"from", from}, {"to", to}});
    append(all, moved(tx, hand_over, "return:", {{"to", to}, {"from", from}}));
    tx.touch("register");
    return all;
}

std::vector<AnnualUpdateRow> list_annual_updates(ReadTx& tx, int year) {
    return select(tx.session(), updates_of_year, {{"year", year}});
}

std::vector<int> list_update_years(ReadTx& tx) {
    return select(tx.session(), update_years);
}

int insert_annual_update(WriteTx& tx, int year, const S& content) {
    const int number = value(tx.session(), newest_number, {{"year", year}}) + 1;
    run(tx.session(), insert_update,
        {{"year", year},
         {"number", number},
         {"published_at", tx.now()},
         {"published_by", tx.actor().person},
         {"content", content}});
    tx.touch("register");
    return number;
}

std::vector<const Sql*> register_statements() {
    return {&of_year,        &of_all_years, &of_board,        &newest_filed, &open_ones,
            &submitted_ones, &find_one,     &insert,          &save,         &chase,
            &close_double,   &hand_over,    &updates_of_year, &update_years, &newest_number,
            &insert_update};
}

}  // namespace db
