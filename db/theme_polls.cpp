// What boards answered about a theme; see themes.hpp.
#include "db/theme_polls.hpp"

#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {
namespace {

using workflows::Day;
using S = std::string;

constexpr Sql newest_poll{"theme_polls.newest", R"(
    SELECT theme, round, closes_on, opened_by FROM theme_poll WHERE theme = :theme
    ORDER BY round DESC LIMIT 1)"};
constexpr Sql list_open{"theme_polls.list_open", R"(
    SELECT p.theme, p.round, p.closes_on, p.opened_by
    FROM theme_poll p JOIN theme t ON t.key = p.theme
    WHERE p.closes_on >= :day AND t.state = 'polled'
    AND p.round = (SELECT MAX(round) FROM theme_poll WHERE theme = p.theme) ORDER BY p.theme)"};
constexpr Sql insert_poll{"theme_polls.insert", R"(
    INSERT INTO theme_poll(theme, round, opened_at, opened_by, closes_on)
    VALUES (:theme, :round, :opened_at, :opened_by, :closes_on))"};
constexpr Sql end_poll{"theme_polls.end", R"(
    UPDATE theme_poll SET closes_on = :closes_on
    WHERE theme = :theme AND round = :round AND closes_on > :closes_on)"};
constexpr Sql list_asks{"theme_polls.list_asks", R"(
    SELECT board, asked_on, chased_on, answer, comment, answered_at, answered_by FROM theme_ask
    WHERE theme = :theme AND round = :round ORDER BY board)"};
constexpr Sql insert_ask{"theme_polls.insert_ask", R"(
    INSERT INTO theme_ask(theme, round, board, asked_on)
    VALUES (:theme, :round, :board, :asked_on) ON CONFLICT DO NOTHING)"};
constexpr Sql mark_chased{"theme_polls.mark_chased", R"(
    UPDATE theme_ask SET chased_on = :day
    WHERE theme = :theme AND round = :round AND board = :board)"};
constexpr Sql save_answer{"theme_polls.save_answer", R"(
    UPDATE theme_ask SET answer = :answer, comment = :comment, answered_at = :at,
        answered_by = :person
    WHERE theme = :theme AND round = :round AND board = :board)"};
constexpr Sql list_waiting{"theme_polls.list_waiting", R"(
    SELECT a.theme, a.round, t.name FROM theme_ask a
    JOIN theme_poll p ON p.theme = a.theme AND p.round = a.round JOIN theme t ON t.key = a.theme
    WHERE a.board = :board AND a.answer = '' AND p.closes_on >= :day AND t.state = 'polled'
    ORDER BY t.name, a.round)"};
constexpr Sql is_asked{"theme_polls.is_asked", R"(
    SELECT COUNT(*) FROM theme_ask WHERE theme = :theme AND round = :round AND board = :board)"};
constexpr Sql move_ask{"theme_polls.move_ask", R"(
    UPDATE theme_ask SET board = :to_board, asked_on = :long_ago, chased_on = ''
    WHERE theme = :theme AND round = :round AND board = :board)"};
constexpr Sql remove_ask{"theme_polls.remove_ask", R"(
    DELETE FROM theme_ask WHERE theme = :theme AND round = :round AND board = :board)"};

// Asked so long ago that the successor is asked by the next letters.
constexpr const char* long_ago = "1900-01-01";

std::optional<Day> optional_day(const S& text) {
    const auto day = workflows::parse_day(text);
    return day ? std::optional<Day>(*day) : std::nullopt;
}

template <class... A>
std::vector<ThemePoll> polls(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<ThemePoll> list;
    each<S, int, S, S>(
        tx.session(), sql,
        [&](const S& theme, int round, const S& closes_on, const S& opened_by) {
            list.push_back({theme, round, workflows::parse_day(closes_on).value(), opened_by});
        },
        arguments...);
    return list;
}

struct Waiting {
    S theme;
    int round = 0;
    S name;
};

std::vector<Waiting> waiting(ReadTx& tx, const HandOver& change) {
    std::vector<Waiting> list;
    each<S, int, S>(
        tx.session(), list_waiting,
        [&](const S& theme, int round, const S& name) {
            list.push_back({theme, round, name});
        },
        change.from, workflows::iso(change.on));
    return list;
}

}  // namespace

std::optional<ThemePoll> find_theme_poll(ReadTx& tx, const S& theme) {
    auto found = polls(tx, newest_poll, theme);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<ThemePoll> list_open_polls(ReadTx& tx, Day day) {
    return polls(tx, list_open, workflows::iso(day));
}

ThemePoll insert_theme_poll(WriteTx& tx, const S& theme, Day closes_on) {
    const auto last = find_theme_poll(tx, theme);
    const ThemePoll poll{theme, last ? last->round + 1 : 1, closes_on, tx.actor().person};
    run(tx.session(), insert_poll, theme, poll.round, seconds(tx.now()), tx.actor().person,
        workflows::iso(closes_on));
    tx.touch("themes");
    return poll;
}

void end_theme_poll(WriteTx& tx, const ThemePoll& poll, Day day) {
    run(tx.session(), end_poll, workflows::iso(day - std::chrono::days(1)), poll.theme, poll.round);
    tx.touch("themes");
}

std::vector<ThemeAskRow> list_theme_asks(ReadTx& tx, const ThemePoll& poll) {
    std::vector<ThemeAskRow> asks;
    each<S, S, S, S, S, long long, S>(
        tx.session(), list_asks,
        [&](const S& board, const S& asked_on, const S& chased_on, const S& answer,
            const S& comment, long long answered_at, const S& answered_by) {
            ThemeAskRow ask;
            ask.board = board;
            ask.asked_on = workflows::parse_day(asked_on).value();
            ask.chased_on = optional_day(chased_on);
            ask.answer = workflows::from_text<workflows::ThemeAnswer>(answer);
            ask.comment = comment;
            if (answered_at != 0) ask.answered_at = instant(answered_at);
            ask.answered_by = answered_by;
            asks.push_back(std::move(ask));
        },
        poll.theme, poll.round);
    return asks;
}

std::optional<ThemeAskRow> find_theme_ask(ReadTx& tx, const ThemePoll& poll, const S& board) {
    for (auto& ask : list_theme_asks(tx, poll))
        if (ask.board == board) return std::move(ask);
    return std::nullopt;
}

void insert_theme_ask(WriteTx& tx, const ThemePoll& poll, const S& board, Day asked_on) {
    run(tx.session(), insert_ask, poll.theme, poll.round, board, workflows::iso(asked_on));
}

void mark_theme_chased(WriteTx& tx, const ThemePoll& poll, const S& board, Day day) {
    run(tx.session(), mark_chased, workflows::iso(day), poll.theme, poll.round, board);
    tx.touch("themes");
}

void save_theme_answer(WriteTx& tx, const ThemePoll& poll, const S& board,
                       workflows::ThemeAnswer answer, const S& comment) {
    run(tx.session(), save_answer, workflows::to_text(answer), comment, seconds(tx.now()),
        tx.actor().person, poll.theme, poll.round, board);
    tx.touch("themes");
}

std::vector<S> hand_over_theme_asks(WriteTx& tx, const HandOver& change) {
    std::vector<S> all;
    for (const auto& one : waiting(tx, change)) {
        const bool both = value<int>(tx.session(), is_asked, one.theme, one.round, change.to) > 0;
        if (both)
            run(tx.session(), remove_ask, one.theme, one.round, change.from);
        else
            run(tx.session(), move_ask, change.to, long_ago, one.theme, one.round, change.from);
        all.push_back("theme:" + one.theme);
    }
    tx.touch("themes");
    return all;
}

HandOverNames theme_asks_to_hand_over(ReadTx& tx, const HandOver& change) {
    HandOverNames names;
    for (const auto& one : waiting(tx, change))
        names.push_back(one.name);
    return names;
}

std::vector<const Sql*> theme_polls_statements() {
    return {&newest_poll, &list_open,   &insert_poll,  &end_poll, &list_asks, &insert_ask,
            &mark_chased, &save_answer, &list_waiting, &is_asked, &move_ask,  &remove_ask};
}

}  // namespace db
