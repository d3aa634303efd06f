#include "server/themes/theme_entries.hpp"

#include <algorithm>
#include <utility>

#include "server/themes/theme_commands.hpp"
#include "server/themes/words.hpp"
#include "workflows/text/utf8.hpp"

namespace server::themes {
namespace {

Result<std::string> read_boards(db::ReadTx& tx, const web::Form& form, const std::string& field,
                                const std::string& stored) {
    const ThemeBoards boards(tx, db::county_day(tx));
    auto known = boards.groups();
    for (const auto& board : boards.present())
        known.push_back(board.code);
    for (const auto& code : codes_of(stored))
        known.push_back(code);
    const auto codes = form.all(field);
    for (const auto& code : codes)
        if (std::ranges::find(known, code) == known.end())
            return workflows::invalid(field, words::boards_missing);
    return list_of(codes);
}

}  // namespace

Result<std::string> read_theme_text(const web::Form& form, const std::string& field,
                                    std::size_t max) {
    auto text = form.get(field);
    if (workflows::text::characters(text) <= max) return text;
    return workflows::invalid(field, words::too_long(max));
}

Result<void> read_theme_name(const web::Form& form, db::Theme& theme) {
    const auto name = read_theme_text(form, "theme", workflows::theme_name_characters_max);
    if (!name) return name.error();
    if (name->find_first_not_of(" \t\r\n") == std::string::npos)
        return workflows::invalid("theme", words::name_missing);
    theme.name = *name;
    return {};
}

Result<void> read_theme_fields(db::ReadTx& tx, const web::Form& form, db::Theme& theme) {
    for (auto [field, member] : {std::pair{"approach", &db::Theme::approach},
                                 {"responsibility", &db::Theme::responsibility},
                                 {"reporting", &db::Theme::reporting}}) {
        auto text = read_theme_text(form, field, workflows::theme_text_characters_max);
        if (!text) return text.error();
        theme.*member = *std::move(text);
    }
    for (auto [field, member] : {std::pair{"leads", &db::Theme::lead_boards},
                                 {"contributors", &db::Theme::contributors}}) {
        auto list = read_boards(tx, form, field, theme.*member);
        if (!list) return list.error();
        theme.*member = *std::move(list);
    }
    for (const auto& lead : codes_of(theme.lead_boards)) {
        const auto others = codes_of(theme.contributors);
        if (std::ranges::find(others, lead) != others.end())
            return workflows::invalid("contributors", words::contributors_hint);
    }
    return {};
}

}  // namespace server::themes
