// Asking all boards whether a theme is theirs: each round with its closing day and its answers.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/hand_over.hpp"
#include "db/sql.hpp"
#include "workflows/themes/theme.hpp"

namespace db {

struct ThemePoll {
    std::string theme;
    int round = 0;
    workflows::Day closes_on = {};  // the last day for answers
    std::string opened_by = {};     // person key
};
/// The newest.
std::optional<ThemePoll> find_theme_poll(ReadTx& tx, const std::string& theme);
/// The same of many themes, by key.
std::map<std::string, ThemePoll> find_theme_polls(ReadTx& tx, const std::set<std::string>& themes);
/// Those of themes that are put to the boards, whose last day is `day` or later.
std::vector<ThemePoll> list_open_polls(ReadTx& tx, workflows::Day day);
/// The next round.
ThemePoll insert_theme_poll(WriteTx& tx, const std::string& theme, workflows::Day closes_on);
/// No more answers after the day before `day`.
void end_theme_poll(WriteTx& tx, const ThemePoll& poll, workflows::Day day);

struct ThemeAskRow {
    std::string board;
    workflows::Day asked_on = {};
    std::optional<workflows::Day> chased_on = {};
    std::optional<workflows::ThemeAnswer> answer = {};
    std::string comment;
    std::optional<workflows::Instant> answered_at = {};
    std::string answered_by;  // person key
    workflows::ThemeAsk facts() const { return {asked_on, chased_on, answer.has_value()}; }
};
/// By board.
std::vector<ThemeAskRow> list_theme_asks(ReadTx& tx, const ThemePoll& poll);
/// The same of many polls, by theme: one poll of each.
std::map<std::string, std::vector<ThemeAskRow>> list_theme_asks(
    ReadTx& tx, const std::map<std::string, ThemePoll>& polls);
std::optional<ThemeAskRow> find_theme_ask(ReadTx& tx, const ThemePoll& poll,
                                          const std::string& board);
void insert_theme_ask(WriteTx& tx, const ThemePoll& poll, const std::string& board,
                      workflows::Day asked_on);
void mark_theme_chased(WriteTx& tx, const ThemePoll& poll, const std::string& board,
                       workflows::Day day);
/// The last answer stands.
void save_theme_answer(WriteTx& tx, const ThemePoll& poll, const std::string& board,
                       workflows::ThemeAnswer answer, const std::string& comment);

/// Questions that the board has not answered and still may pass to its successor, who is asked
/// anew; where that one is asked too, one question remains. "theme:KEY" of each.
std::vector<std::string> hand_over_theme_asks(WriteTx& tx, const HandOver& change);
HandOverNames theme_asks_to_hand_over(ReadTx& tx, const HandOver& change);

std::vector<const Sql*> theme_polls_statements();

}  // namespace db
