// What the forms of a theme say.
#pragma once

#include <string>

#include "db/themes.hpp"
#include "server/base/result.hpp"
#include "server/web/form.hpp"

namespace server::themes {

/// Code::invalid, field `field`: longer than `max` characters.
Result<std::string> read_theme_text(const web::Form& form, const std::string& field,
                                    std::size_t max);
/// Code::invalid, field "theme".
Result<void> read_theme_name(const web::Form& form, db::Theme& theme);
/// Who leads on it and contributes, and what is agreed. Boards are those of today, their groups,
/// and those that `theme` names. Code::invalid with the field.
Result<void> read_theme_fields(db::ReadTx& tx, const web::Form& form, db::Theme& theme);

}  // namespace server::themes
