// Themes that several boards share (protocol 3.7): which are a board's, asking all boards by letter
// whether one is theirs, asking again those that have not answered, and taking the answers.
#pragma once

#include <string>
#include <vector>

#include "db/theme_polls.hpp"
#include "db/themes.hpp"
#include "server/base/app.hpp"
#include "server/letters/deadlines.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/timetable/timetable.hpp"

namespace server::themes {

/// The codes and names of groups between ';'.
std::vector<std::string> codes_of(const std::string& list);
std::string list_of(const std::vector<std::string>& codes);

/// Names of boards and groups as of a day: a board that was succeeded is said with its successor.
class ThemeBoards {
  public:
    ThemeBoards(db::ReadTx& tx, workflows::Day day);

    /// "Oxfordshire Safer Communities Partnership (now the Safer Oxfordshire Partnership); CSPs".
    std::string words(const std::string& list) const;
    /// Whether one of the list is `board`, was taken over by it, or is a group that it is in.
    bool holds(const std::string& list, const std::string& board) const;
    /// Boards that nobody has taken over from, by code; and the groups.
    std::vector<workflows::Board> present() const;
    std::vector<std::string> groups() const;
    std::string name(const std::string& code) const;

  private:
    workflows::Day day_;
    std::vector<workflows::Board> boards_;
    std::vector<workflows::GroupMember> groups_;
    std::vector<workflows::Succession> successions_;
};

struct ThemesOfBoard {
    std::vector<db::Theme> leads;
    std::vector<db::Theme> contributes;
};
/// Those that are not closed.
ThemesOfBoard themes_of(db::ReadTx& tx, const std::string& board, workflows::Day day);

/// Whether the newest poll still takes answers.
bool is_poll_open(db::ReadTx& tx, const db::Theme& theme, workflows::Day today);

/// Opens a poll until `closes_on` and writes to the chair of every board. Code::invalid (field
/// "closes_on"), and as workflows::decide().
workflows::Result<void> ask_boards(base::App& app, db::WriteTx& tx, db::Theme theme,
                                   workflows::Day closes_on);

/// Who answers for a board: its chairs, else its vice-chairs, else its secretariat.
std::vector<workflows::Person> answerers_of(db::ReadTx& tx, const std::string& board,
                                            workflows::Day day);

/// Writes again to every board that has not answered for a week; how many. On working days, from
/// nine o'clock. Called by the job of site/job_rows.cpp, in a transaction of its own.
int chase_theme_polls(base::App& app);

/// Row of duty_sources(): who put a theme to the boards agrees the lead once all have answered or
/// the last day is over.
void add_theme_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                     std::vector<workflows::Todo>& todos);

/// What a link's subject names: a theme and a round of asking.
std::string poll_subject(const db::ThemePoll& poll);

/// The row of site/links.cpp.
inline constexpr std::string_view theme_poll_link = "theme_poll";

}  // namespace server::themes
