// Raising, editing, agreeing and closing a theme, and a board's answer to the question whether it
// is its business.
#pragma once

#include <string>

#include "db/theme_polls.hpp"
#include "db/themes.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"

namespace server::themes {

struct RaiseTheme {
    db::Theme theme;  // without a key
};
/// Its key. Errors as db::insert_theme().
Result<std::string> raise_theme(const base::Acting&, db::WriteTx& tx, const RaiseTheme& command);

struct EditTheme {
    db::Theme theme;  // as it is to be; its version is the one that was shown
};
/// Errors as workflows::check_leads() and db::save_theme().
Result<void> edit_theme(const base::Acting&, db::WriteTx& tx, const EditTheme& command);

struct TakeThemeStep {
    db::Theme theme;  // as for EditTheme
    workflows::ThemeEvent event = workflows::ThemeEvent::agree;
    std::string comment;  // of an agreement: which boards lead, whatever is said here
};
/// Whoever is still being asked is asked no more. Errors as workflows::decide() and
/// db::save_theme().
Result<void> take_theme_step(const base::Acting& acting, db::WriteTx& tx,
                             const TakeThemeStep& command);

struct AnswerThemeQuestion {
    db::ThemePoll poll;
    std::string board;  // its code
    workflows::ThemeAnswer answer = {};
    std::string comment;
};
/// The last answer stands. Code::invalid, field "comment".
Result<void> answer_theme_question(const base::Acting&, db::WriteTx& tx,
                                   const AnswerThemeQuestion& command);

}  // namespace server::themes
