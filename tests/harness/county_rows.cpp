// The rows of county_fixture.hpp: picked, told, put and changed.
#include <algorithm>
#include <map>

#include "db/session.hpp"
#include "tests/harness/county_fixture.hpp"

namespace tests {
namespace {

std::string quoted(const std::string& text) {
    std::string sql = "'";
    for (const char c : text)
        sql += c == '\'' ? std::string("''") : std::string(1, c);
    return sql + "'";
}

// " WHERE board = 'HWB' AND planned > '2018'".
std::string condition(const Fields& where) {
    std::string sql = " WHERE 1 = 1";
    for (const auto& [name, value] : where) {
        const bool compares = name.find(' ') != std::string::npos;
        sql.append(" AND ").append(name).append(compares ? " " : " = ");
        sql += quoted(value);
    }
    return sql;
}

// "board state" as one text with a space between.
std::string joined(const std::string& columns) {
    std::string sql;
    for (std::size_t at = 0; at < columns.size();) {
        const auto end = std::min(columns.find(' ', at), columns.size());
        sql += (sql.empty() ? "COALESCE(" : " || ' ' || COALESCE(") + columns.substr(at, end - at) +
               ", '')";
        at = end + 1;
    }
    return sql;
}

std::string comma_separated(std::string columns) {
    std::replace(columns.begin(), columns.end(), ' ', ',');
    return columns;
}

void change(TestApp& app, const std::string& sql, const std::string& tag = "") {
    const auto tx = app.app().database.begin_write();
    tx->session().execute_script("PRAGMA defer_foreign_keys = ON;" + sql);
    if (!tag.empty()) tx->touch(tag);
    tx->commit();
}

const Fields& ordinary(const std::string& table) {
    static const std::map<std::string, Fields> values{
        {"meeting", {{"state", "confirmed"}, {"kind", "meeting"}, {"held_in", "private"}}},
        {"agenda_item", {{"position", "1"}, {"purpose", "discuss"}, {"visibility", "public"}}},
        {"agenda_request",
         {{"kind", "agenda_item"},
          {"title", "Title"},
          {"detail", "Detail"},
          {"purpose", "discuss"},
          {"response", "note"},
          {"consider_by", "2018-11-20"},
          {"answer_by", "2018-12-20"},
          {"state", "sent"},
          {"created_at", "0"},
          {"created_by", ""}}},
        {"obligation",
         {{"year", "2018"},
          {"purpose", "inform"},
          {"season", "autumn"},
          {"state", "expected"},
          {"created_at", "0"}}},
        {"circulation", {{"version_label", "draft 1"}, {"purpose", "agree"}, {"created_at", "0"}}},
        {"circulation_stop", {{"state", "planned"}}},
        {"response",
         {{"source_kind", "item"},
          {"visibility", "members"},
          {"number", "1"},
          {"recommendation", "Recommendation"},
          {"required", "report_back"},
          {"state", "due"},
          {"created_at", "0"}}},
        {"issue",
         {{"kind", "boards"},
          {"title", "Title"},
          {"detail", "Detail"},
          {"state", "with_chair"},
          {"created_at", "0"}}},
        {"date_poll",
         {{"kind", "chairs"},
          {"held_in", "private"},
          {"starts", "10:00"},
          {"ends", "11:00"},
          {"whole_board", "0"},
          {"state", "open"},
          {"created_at", "0"}}},
        {"register_return", {{"state", "asked"}, {"asked_at", "0"}}},
        {"paper",
         {{"position", "1"},
          {"title", "Paper"},
          {"file_name", "paper.pdf"},
          {"sha256", "x"},
          {"size_bytes", "1"},
          {"pages", "1"},
          {"uploaded_by", ""},
          {"uploaded_at", "0"}}},
    };
    static const Fields none;
    const auto found = values.find(table);
    return found == values.end() ? none : found->second;
}

// What `more` says goes before what `fields` say.
Fields with_more(Fields fields, const Fields& more) {
    for (const auto& value : more) {
        std::erase_if(fields, [&](const auto& field) { return field.first == value.first; });
        fields.push_back(value);
    }
    return fields;
}

}  // namespace

Rows::Rows(TestApp& app, std::string table, Fields where)
    : app_(app), table_(std::move(table)), where_(std::move(where)) {}

std::string Rows::picked() const {
    return " FROM " + table_ + condition(where_);
}

int Rows::count() const {
    return std::stoi(app_.query("SELECT COUNT(*)" + picked()));
}

int Rows::count_different(const std::string& columns) const {
    return std::stoi(app_.query("SELECT COUNT(DISTINCT " + joined(columns) + ")" + picked()));
}

std::string Rows::value(const std::string& columns) const {
    return app_.query("SELECT " + joined(columns) + picked() + " ORDER BY rowid LIMIT 1");
}

std::string Rows::newest(const std::string& columns) const {
    return app_.query("SELECT " + joined(columns) + picked() + " ORDER BY rowid DESC LIMIT 1");
}

std::string Rows::list(const std::string& columns, const std::string& by) const {
    return app_.query("SELECT COALESCE(GROUP_CONCAT(words, ', '), '') FROM (SELECT " +
                      joined(columns) + " AS words" + picked() + " ORDER BY " +
                      comma_separated(by.empty() ? columns : by) + ")");
}

std::vector<std::string> Rows::each(const std::string& column) const {
    std::vector<std::string> values;
    std::string rest = list(column);
    while (!rest.empty()) {
        const auto end = std::min(rest.find(", "), rest.size());
        values.push_back(rest.substr(0, end));
        rest.erase(0, end + 2);
    }
    return values;
}

void Rows::set(const Fields& values, const std::string& tag) const {
    std::string sql;
    for (const auto& [name, value] : values)
        sql += (sql.empty() ? "" : ", ") + name + " = " + quoted(value);
    change(app_, "UPDATE " + table_ + " SET " + sql + condition(where_), tag);
}

void Rows::remove() const {
    change(app_, "DELETE" + picked());
}

Rows rows(TestApp& app, const std::string& table, const Fields& where) {
    return {app, table, where};
}

void write_rows(TestApp& app, const std::string& sql) {
    change(app, sql);
}

void add_row(TestApp& app, const std::string& table, const Fields& values) {
    std::string names, texts;
    for (const auto& [name, value] : with_more(ordinary(table), values)) {
        names += (names.empty() ? "" : ", ") + name;
        texts += (texts.empty() ? "" : ", ") + quoted(value);
    }
    change(app, "INSERT INTO " + table + "(" + names + ") VALUES (" + texts + ")");
}

}  // namespace tests
