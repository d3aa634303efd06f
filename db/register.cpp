#include "db/register.hpp"

#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

#define RETURN_COLUMNS                                                                  \
    "r.board, r.year, r.state, r.due, r.focus, r.achievements, r.aims, r.challenges, "  \
    "r.governance, r.website, r.completed, r.last_meeting, r.next_meeting, r.comment, " \
    "r.asked_at, r.asked_by, r.submitted_by, r.chased_at, r.chases, r.version"

namespace db {
namespace {

using workflows::PlannedDate;
using workflows::Result;
using S = std::string;

constexpr Sql of_year{"register.of_year", "SELECT " RETURN_COLUMNS
                                          " FROM register_return r WHERE r.year = :year"
                                          " ORDER BY r.board"};
constexpr Sql of_board{"register.of_board", "SELECT " RETURN_COLUMNS
                                            " FROM register_return r WHERE r.board = :board"
                                            " ORDER BY r.year DESC"};
constexpr Sql newest_filed{"register.newest_filed", "SELECT " RETURN_COLUMNS R"(
    FROM board b CROSS JOIN register_return r ON r.board = b.code
    WHERE r.year = (SELECT max(n.year) FROM register_return n
        WHERE n.board = b.code AND n.state IN ('submitted', 'accepted'))
    ORDER BY r.board)"};
constexpr Sql open_ones{"register.open", "SELECT " RETURN_COLUMNS R"(
    FROM register_return r WHERE r.state IN ('asked', 'drafted', 'sent_back')
    ORDER BY r.due, r.board)"};
constexpr Sql submitted_ones{"register.submitted", "SELECT " RETURN_COLUMNS R"(
    FROM register_return r WHERE r.state = 'submitted' ORDER BY r.due, r.board)"};
constexpr Sql find_one{"register.find", "SELECT " RETURN_COLUMNS R"(
    FROM register_return r WHERE r.board = :board AND r.year = :year)"};
constexpr Sql years{"register.years",
                    "SELECT DISTINCT year FROM register_return ORDER BY year DESC"};
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
constexpr Sql close_double{"register.close_double", R"(
    UPDATE register_return SET state = 'closed', version = version + 1
    WHERE board = :from AND state IN ('asked', 'drafted', 'sent_back')
    AND year IN (SELECT year FROM register_return WHERE board = :to)
    RETURNING board || '/' || year)"};
constexpr Sql hand_over{"register.hand_over", R"(
    UPDATE register_return SET board = :to, version = version + 1
    WHERE board = :from AND state IN ('asked', 'drafted', 'sent_back')
    RETURNING board || '/' || year)"};
constexpr Sql updates_of_year{"annual_update.of_year", R"(
    SELECT number, published_at, published_by, content FROM annual_update
    WHERE year = :year ORDER BY number DESC)"};
constexpr Sql update_years{"annual_update.years",
                           "SELECT DISTINCT year FROM annual_update ORDER BY year DESC"};
constexpr Sql newest_number{"annual_update.newest_number",
                            "SELECT coalesce(max(number), 0) FROM annual_update"
                            " WHERE year = :year"};
constexpr Sql insert_update{"annual_update.insert", R"(
    INSERT INTO annual_update(year, number, published_at, published_by, content)
    VALUES (:year, :number, :published_at, :published_by, :content))"};

PlannedDate stored_date(const S& text) {
    return PlannedDate::parse(text).value();
}

template <class... A>
std::vector<RegisterReturn> rows(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<RegisterReturn> list;
    each<S, int, S, S, S, S, S, S, S, S, S, S, S, S, long long, S, S, long long, int, int>(
        tx.session(), sql,
        [&](const S& board, int year, const S& state, const S& due, const S& focus,
            const S& achievements, const S& aims, const S& challenges, const S& governance,
            const S& website, const S& completed, const S& last, const S& next, const S& comment,
            long long asked_at, const S& asked_by, const S& submitted_by, long long chased_at,
            int chases, int version) {
            RegisterReturn row;
            row.board = board;
            row.year = year;
            row.state = workflows::from_text<workflows::ReturnState>(state).value();
            row.due = workflows::parse_day(due).value();
            row.texts = {focus, achievements, aims, challenges, governance, website};
            row.completed = completed;
            row.last_meeting = stored_date(last);
            row.next_meeting = stored_date(next);
            row.comment = comment;
            row.asked_at = instant(asked_at);
            row.asked_by = asked_by;
            row.submitted_by = submitted_by;
            if (chased_at != 0) row.chased_at = instant(chased_at);
            row.chases = chases;
            row.version = version;
            list.push_back(std::move(row));
        },
        arguments...);
    return list;
}

std::vector<int> list_numbers(ReadTx& tx, const Sql& sql) {
    std::vector<int> list;
    each<int>(tx.session(), sql, [&](int year) { list.push_back(year); });
    return list;
}

}  // namespace

std::vector<RegisterReturn> list_returns(ReadTx& tx, int year) {
    return rows(tx, of_year, year);
}
std::vector<RegisterReturn> list_newest_filed(ReadTx& tx) {
    return rows(tx, newest_filed);
}
std::vector<RegisterReturn> list_returns_of(ReadTx& tx, const S& board) {
    return rows(tx, of_board, board);
}
std::vector<RegisterReturn> list_open_returns(ReadTx& tx) {
    return rows(tx, open_ones);
}
std::vector<RegisterReturn> list_submitted_returns(ReadTx& tx) {
    return rows(tx, submitted_ones);
}
std::optional<RegisterReturn> find_return(ReadTx& tx, const S& board, int year) {
    auto found = rows(tx, find_one, board, year);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}
std::vector<int> list_return_years(ReadTx& tx) {
    return list_numbers(tx, years);
}

Result<void> insert_return(WriteTx& tx, RegisterReturn row) {
    if (run(tx.session(), insert, row.board, row.year, workflows::to_text(row.state),
            workflows::iso(row.due), seconds(tx.now()), tx.actor().person) == 0)
        return workflows::conflict("boards", row.board + " was asked for this return already.");
    tx.touch("register");
    return {};
}

Result<void> save_return(WriteTx& tx, const RegisterReturn& row) {
    const auto& t = row.texts;
    if (run(tx.session(), save, workflows::to_text(row.state), workflows::iso(row.due), t.focus,
            t.achievements, t.aims, t.challenges, t.governance, t.website, row.completed,
            row.last_meeting.key(), row.next_meeting.key(), row.comment, row.submitted_by,
            row.board, row.year, row.version) == 0) {
        return workflows::Error{workflows::Code::stale,
                                "Somebody else changed this return since you opened it. Read what "
                                "it says now, then change it again.",
                                ""};
    }
    tx.touch("register");
    return {};
}

void record_chase(WriteTx& tx, const S& board, int year) {
    run(tx.session(), chase, seconds(tx.now()), board, year);
    tx.touch("register");
}

std::vector<S> hand_over_returns(WriteTx& tx, const S& from, const S& to) {
    auto all = moved(tx, close_double, "return:", from, to);
    append(all, moved(tx, hand_over, "return:", to, from));
    tx.touch("register");
    return all;
}

std::vector<AnnualUpdateRow> list_annual_updates(ReadTx& tx, int year) {
    std::vector<AnnualUpdateRow> list;
    each<int, long long, S, S>(
        tx.session(), updates_of_year,
        [&](int number, long long at, const S& by, const S& content) {
            list.push_back({year, number, instant(at), by, content});
        },
        year);
    return list;
}

std::vector<int> list_update_years(ReadTx& tx) {
    return list_numbers(tx, update_years);
}

int insert_annual_update(WriteTx& tx, int year, const S& content) {
    const int number = value<int>(tx.session(), newest_number, year) + 1;
    run(tx.session(), insert_update, year, number, seconds(tx.now()), tx.actor().person, content);
    tx.touch("register");
    return number;
}

std::vector<const Sql*> register_statements() {
    return {&of_year,      &of_board,  &newest_filed,    &open_ones,    &submitted_ones,
            &find_one,     &years,     &insert,          &save,         &chase,
            &close_double, &hand_over, &updates_of_year, &update_years, &newest_number,
            &insert_update};
}

}  // namespace db
