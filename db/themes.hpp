// Matters that several boards share, and what happened to each; theme_polls.hpp has the answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/result.hpp"
#include "workflows/themes/theme.hpp"

namespace db {

struct Theme {
    std::string key;
    std::string name;
    std::string lead_boards;   // codes of boards or groups, separated by ';'
    std::string contributors;  // the same
    std::string approach;
    std::string responsibility;
    std::string reporting;
    std::string raised_by;  // person who may go on with it; empty: it came by import
    workflows::ThemeState state = workflows::ThemeState::raised;
    int version = 1;
};
/// By name.
std::vector<Theme> list_themes(ReadTx& tx);
std::optional<Theme> find_theme(ReadTx& tx, const std::string& key);
/// Makes the key from the name when it is empty. Code::conflict, field "theme".
workflows::Result<Theme> insert_theme(WriteTx& tx, Theme theme);
/// Writes all but the key and who raised it. Code::stale, Code::conflict (field "theme": another
/// has the name).
workflows::Result<void> save_theme(WriteTx& tx, const Theme& theme);

std::vector<const Sql*> themes_statements();

}  // namespace db
