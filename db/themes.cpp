#include "db/themes.hpp"

#include "db/statement.hpp"
#include "db/words.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(Theme, (),
                      (key, name, lead_boards, contributors, approach, responsibility, reporting,
                       raised_by, state, version))

namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Query<Theme> list_all{"themes.list", R"(
    SELECT {columns} FROM theme ORDER BY name)"};
constexpr Query<Theme> find_by_key{"themes.find", R"(
    SELECT {columns} FROM theme WHERE key = :key)"};
constexpr Sql insert{"themes.insert", R"(
    INSERT INTO theme(key, name, lead_boards, contributors, approach, responsibility, reporting,
        raised_by, state)
    VALUES (:key, :name, :lead_boards, :contributors, :approach, :responsibility, :reporting,
        :raised_by, :state) ON CONFLICT DO NOTHING)"};
constexpr Query<int> others_with_name{
    "themes.others_with_name", "SELECT COUNT(*) FROM theme WHERE name = :name AND key <> :key"};
constexpr Sql update{"themes.update", R"(
    UPDATE theme SET name = :name, lead_boards = :lead_boards, contributors = :contributors,
        approach = :approach, responsibility = :responsibility, reporting = :reporting,
        state = :state, version = version + 1
    WHERE key = :key AND version = :version)"};

Error name_taken() {
    return workflows::conflict("theme", words::theme_exists);
}

}  // namespace

std::vector<Theme> list_themes(ReadTx& tx) {
    return select(tx.session(), list_all);
}

std::optional<Theme> find_theme(ReadTx& tx, const S& key) {
    return select_one(tx.session(), find_by_key, {{"key", key}});
}

Result<Theme> insert_theme(WriteTx& tx, Theme theme) {
    if (theme.key.empty()) theme.key = workflows::theme_key(theme.name);
    if (run(tx.session(), insert, fields_of(theme)) == 0) return name_taken();
    tx.touch("themes");
    theme.version = 1;
    return theme;
}

Result<void> save_theme(WriteTx& tx, const Theme& theme) {
    if (value(tx.session(), others_with_name, {{"name", theme.name}, {"key", theme.key}}) > 0)
        return name_taken();
    if (run(tx.session(), update, fields_of(theme)) == 0)
        return Error{Code::stale, words::changed_since_form_opened("theme")};
    tx.touch("themes");
    return {};
}

std::vector<const Sql*> themes_statements() {
    return {&list_all, &find_by_key, &insert, &others_with_name, &update};
}

}  // namespace db
