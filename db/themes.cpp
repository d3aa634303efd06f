#include "db/themes.hpp"

#include "db/statement.hpp"
#include "db/times.hpp"

#define THEME_COLUMNS \
    "key, name, lead_boards, contributors, approach, responsibility, reporting, state, version"

namespace db {
namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Sql list_all{"themes.list", "SELECT " THEME_COLUMNS " FROM theme ORDER BY name"};
constexpr Sql find_by_key{"themes.find", "SELECT " THEME_COLUMNS " FROM theme WHERE key = :key"};
constexpr Sql insert{"themes.insert", R"(
    INSERT INTO theme(key, name, lead_boards, contributors, approach, responsibility, reporting,
        state)
    VALUES (:key, :name, :lead_boards, :contributors, :approach, :responsibility, :reporting,
        :state) ON CONFLICT DO NOTHING)"};
constexpr Sql others_with_name{"themes.others_with_name",
                               "SELECT COUNT(*) FROM theme WHERE name = :name AND key <> :key"};
constexpr Sql update{"themes.update", R"(
    UPDATE theme SET name = :name, lead_boards = :lead_boards, contributors = :contributors,
        approach = :approach, responsibility = :responsibility, reporting = :reporting,
        state = :state, version = version + 1
    WHERE key = :key AND version = :version)"};

std::vector<Theme> read_themes(ReadTx& tx, const Sql& sql, const auto&... arguments) {
    std::vector<Theme> themes;
    each<S, S, S, S, S, S, S, S, int>(
        tx.session(), sql,
        [&](const S& key, const S& name, const S& leads, const S& contributors, const S& approach,
            const S& responsibility, const S& reporting, const S& state, int version) {
            themes.push_back({key, name, leads, contributors, approach, responsibility, reporting,
                              workflows::from_text<workflows::ThemeState>(state).value(), version});
        },
        arguments...);
    return themes;
}

Error name_taken() {
    return workflows::conflict("theme", "There is a theme of this name already.");
}

}  // namespace

std::vector<Theme> list_themes(ReadTx& tx) {
    return read_themes(tx, list_all);
}

std::optional<Theme> find_theme(ReadTx& tx, const S& key) {
    auto found = read_themes(tx, find_by_key, key);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

Result<Theme> insert_theme(WriteTx& tx, Theme theme) {
    if (theme.key.empty()) theme.key = workflows::theme_key(theme.name);
    if (run(tx.session(), insert, theme.key, theme.name, theme.lead_boards, theme.contributors,
            theme.approach, theme.responsibility, theme.reporting,
            workflows::to_text(theme.state)) == 0)
        return name_taken();
    tx.touch("themes");
    theme.version = 1;
    return theme;
}

Result<void> save_theme(WriteTx& tx, const Theme& theme) {
    if (value<int>(tx.session(), others_with_name, theme.name, theme.key) > 0) return name_taken();
    if (run(tx.session(), update, theme.name, theme.lead_boards, theme.contributors, theme.approach,
            theme.responsibility, theme.reporting, workflows::to_text(theme.state), theme.key,
            theme.version) == 0)
        return Error{Code::stale,
                     "Somebody else changed this theme since you opened the form. Open it again."};
    tx.touch("themes");
    return {};
}

std::vector<const Sql*> themes_statements() {
    return {&list_all, &find_by_key, &insert, &others_with_name, &update};
}

}  // namespace db
