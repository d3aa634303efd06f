// What boards answered about a theme; see themes.hpp.
#include "db/theme_polls.hpp"

#include "db/statement.hpp"
#include "db/wanted.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(ThemePoll, (), (theme, round, closes_on, opened_by))
BOOST_DESCRIBE_STRUCT(ThemeAskRow, (),
                      (board, asked_on, chased_on, answer, comment, answered_at, answered_by))

namespace {

using workflows::Day;
using S = std::string;

constexpr Query<ThemePoll> newest_poll{"theme_polls.newest", R"(
    SELECT {columns} FROM theme_poll WHERE theme = :theme
    ORDER BY round DESC LIMIT 1)"};
constexpr Query<ThemePoll> newest_polls{"theme_polls.newest_of_many", with_wanted, R"(
    SELECT {p.columns} FROM theme_poll p WHERE p.theme IN (SELECT wanted.id FROM wanted)
    AND p.round = (SELECT MAX(n.round) FROM theme_poll n WHERE n.theme = p.theme))"};
constexpr Query<ThemePoll> list_open{"theme_polls.list_open", R"(
    SELECT {p.columns}
    FROM theme_poll p JOIN theme t ON t.key = p.theme
    WHERE p.closes_on >= :day AND t.state = 'polled'
    AND p.round = (SELECT MAX(round) FROM theme_poll WHERE theme = p.theme) ORDER BY p.theme)"};
constexpr Sql insert_poll{"theme_polls.insert", R"(
    INSERT INTO theme_poll(theme, round, opened_at, opened_by, closes_on)
    VALUES (:theme, :round, :opened_at, :opened_by, :closes_on))"};
constexpr Sql end_poll{"theme_polls.end", R"(
    UPDATE theme_poll SET closes_on = :closes_on
    WHERE theme = :theme AND round = :round AND closes_on > :closes_on)"};
constexpr Query<ThemeAskRow> list_asks{"theme_polls.list_asks", R"(
    SELECT {columns} FROM theme_ask
    WHERE theme = :theme AND round = :round ORDER BY board)"};
struct AskOfPoll {
    S theme;
    int round = 0;
    ThemeAskRow ask;
};
BOOST_DESCRIBE_STRUCT(AskOfPoll, (), (theme, round, ask))

constexpr Query<AskOfPoll> asks_of_many{"theme_polls.asks_of_many", with_wanted, R"(
    SELECT {columns} FROM theme_ask
    WHERE theme IN (SELECT wanted.id FROM wanted) ORDER BY theme, round, board)"};
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

struct Waiting {
    S theme;
    int round = 0;
    S name;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (theme, round, name))

constexpr Query<Waiting> list_waiting{"theme_polls.list_waiting", R"(
    SELECT a.theme, a.round, t.name FROM theme_ask a
    JOIN theme_poll p ON p.theme = a.theme AND p.round = a.round JOIN theme t ON t.key = a.theme
    WHERE a.board = :board AND a.answer = '' AND p.closes_on >= :day AND t.state = 'polled'
    ORDER BY t.name, a.round)"};
constexpr Query<int> is_asked{"theme_polls.is_asked", R"(
    SELECT COUNT(*) FROM theme_ask WHERE theme = :theme AND round = :round AND board = :board)"};
constexpr Sql move_ask{"theme_polls.move_ask", R"(
    UPDATE theme_ask SET board = :to_board, asked_on = :long_ago, chased_on = ''
    WHERE theme = :theme AND round = :round AND board = :board)"};
constexpr Sql remove_ask{"theme_polls.remove_ask", R"(
    DELETE FROM theme_ask WHERE theme = :theme AND round = :round AND board = :board)"};

// Asked so long ago that the successor is asked by the next letters.
constexpr const char* long_ago = "1900-01-01";

std::vector<Waiting> waiting(ReadTx& tx, const HandOver& change) {
    return select(tx.session(), list_waiting, {{"board", change.from}, {"day", change.on}});
}

}  // namespace

std::optional<ThemePoll> find_theme_poll(ReadTx& tx, const S& theme) {
    return select_one(tx.session(), newest_poll, {{"theme", theme}});
}

std::map<S, ThemePoll> find_theme_polls(ReadTx& tx, const std::set<S>& themes) {
    std::map<S, ThemePoll> polls;
    each(tx.session(), newest_polls, wanted(themes),
         [&](const ThemePoll& poll) { polls.emplace(poll.theme, poll); });
    return polls;
}

std::vector<ThemePoll> list_open_polls(ReadTx& tx, Day day) {
    return select(tx.session(), list_open, {{"day", day}});
}

ThemePoll insert_theme_poll(WriteTx& tx, const S& theme, Day closes_on) {
    const auto last = find_theme_poll(tx, theme);
    const ThemePoll poll{theme, last ? last->round + 1 : 1, closes_on, tx.actor().person};
    run(tx.session(), insert_poll, fields_of(poll, {{"opened_at", tx.now()}}));
    tx.touch("themes");
    return poll;
}

void end_theme_poll(WriteTx& tx, const ThemePoll& poll, Day day) {
    run(tx.session(), end_poll,
        {{"closes_on", day - std::chrono::days(1)}, {"theme", poll.theme}, {"round", poll.round}});
    tx.touch("themes");
}

std::vector<ThemeAskRow> list_theme_asks(ReadTx& tx, const ThemePoll& poll) {
    return select(tx.session(), list_asks, {{"theme", poll.theme}, {"round", poll.round}});
}

std::map<S, std::vector<ThemeAskRow>> list_theme_asks(ReadTx& tx,
                                                      const std::map<S, ThemePoll>& polls) {
    std::set<S> themes;
    for (const auto& [theme, poll] : polls)
        themes.insert(theme);
    std::map<S, std::vector<ThemeAskRow>> asks;
    each(tx.session(), asks_of_many, wanted(themes), [&](AskOfPoll row) {
        if (polls.at(row.theme).round == row.round) asks[row.theme].push_back(std::move(row.ask));
    });
    return asks;
}

std::optional<ThemeAskRow> find_theme_ask(ReadTx& tx, const ThemePoll& poll, const S& board) {
    for (auto& ask : list_theme_asks(tx, poll))
        if (ask.board == board) return std::move(ask);
    return std::nullopt;
}

void insert_theme_ask(WriteTx& tx, const ThemePoll& poll, const S& board, Day asked_on) {
    run(tx.session(), insert_ask,
        {{"theme", poll.theme}, {"round", poll.round}, {"board", board}, {"asked_on", asked_on}});
}

void mark_theme_chased(WriteTx& tx, const ThemePoll& poll, const S& board, Day day) {
    run(tx.session(), mark_chased,
        {{"day", day}, {"theme", poll.theme}, {"round", poll.round}, {"board", board}});
    tx.touch("themes");
}

void save_theme_answer(WriteTx& tx, const ThemePoll& poll, const S& board,
                       workflows::ThemeAnswer answer, const S& comment) {
    run(tx.session(), save_answer,
        {{"answer", answer},
         {"comment", comment},
         {"at", tx.now()},
         {"person", tx.actor().person},
         {"theme", poll.theme},
         {"round", poll.round},
         {"board", board}});
    tx.touch("themes");
}

std::vector<S> hand_over_theme_asks(WriteTx& tx, const HandOver& change) {
    std::vector<S> all;
    for (const auto& one : waiting(tx, change)) {
        const bool both =
            value(tx.session(), is_asked,
                  {{"theme", one.theme}, {"round", one.round}, {"board", change.to}}) > 0;
        if (both)
            run(tx.session(), remove_ask,
                {{"theme", one.theme}, {"round", one.round}, {"board", change.from}});
        else
            run(tx.session(), move_ask,
                {{"to_board", change.to},
                 {"long_ago", long_ago},
                 {"theme", one.theme},
                 {"round", one.round},
                 {"board", change.from}});
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
    return {&newest_poll,  &newest_polls, &asks_of_many, &list_open,   &insert_poll,
            &end_poll,     &list_asks,    &insert_ask,   &mark_chased, &save_answer,
            &list_waiting, &is_asked,     &move_ask,     &remove_ask};
}

}  // namespace db
