#include "db/described_row.hpp"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace db {
namespace {

bool is_name(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
}

std::string selected(const Column& column, const std::string& table) {
    const bool own = is_name(column.source);
    std::string text = own && !table.empty() ? table + "." + column.source : column.source;
    // In quotes: a field may be called as a word of SQL is.
    if (column.source != column.field) text += " AS \"" + column.field + '"';
    return text;
}

// `name` is what stands in the braces.
std::string list_of(const std::string& name, const Columns& columns) {
    const auto point = name.find('.');
    const auto table = point == std::string::npos ? "" : name.substr(0, point);
    const auto part = point == std::string::npos ? name : name.substr(point + 1);
    std::string list;
    for (const Column& column : columns.list) {
        if (part != "columns" && part != column.part) continue;
        list += (list.empty() ? "" : ", ") + selected(column, table);
    }
    if (list.empty()) throw std::logic_error("no columns are called {" + name + "}");
    return list;
}

}  // namespace

const std::string& Column::parameter() const {
    return is_name(source) ? source : field;
}

std::string with_columns(const std::string& text, const Columns& columns) {
    std::string whole;
    std::size_t at = 0;
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', at)) {
        const auto close = text.find('}', open);
        whole += text.substr(at, open - at);
        whole += list_of(text.substr(open + 1, close - open - 1), columns);
        at = close + 1;
    }
    return whole + text.substr(at);
}

void refuse_stored(const std::string& text) {
    throw std::runtime_error("the database holds \"" + text + "\" where nothing is called so");
}

workflows::Day Stored<workflows::Day>::from(const Value& value) {
    const auto day = workflows::parse_day(value.text);
    if (!day) refuse_stored(value.text);
    return *day;
}

workflows::PlannedDate Stored<workflows::PlannedDate>::from(const Value& value) {
    const auto date = workflows::PlannedDate::parse(value.text);
    if (!date) refuse_stored(value.text);
    return *date;
}

}  // namespace db
