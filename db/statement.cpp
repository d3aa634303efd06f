#include "db/statement.hpp"

#include <soci/soci.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <exception>
#include <stdexcept>

namespace db {
namespace {

/// The names after colons outside quotes, each once, in the order of their first appearance.
std::vector<std::string> parameters_of(const std::string& text) {
    std::vector<std::string> names;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        quoted ^= text[at] == '\'';
        if (quoted || text[at] != ':') continue;
        auto end = at + 1;
        while (end < text.size() &&
               (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_'))
            ++end;
        auto name = text.substr(at + 1, end - at - 1);
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    return names;
}

// Eight letters at once while they are plain ones: letters of 20 KB pass here by the thousand.
std::size_t plain_letters(std::string_view text) {
    std::size_t at = 0;
    for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        const std::uint64_t lowered = eight - 0x0101010101010101U;
        if (((lowered | eight) & 0x8080808080808080U) != 0) break;
    }
    return at;
}

// Length of the UTF-8 character at the front (RFC 3629); 0 when there is none, and for NUL.
std::size_t character_length(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = at(0);
    if (first < 0x80U) return first == 0 ? 0 : 1;
    const std::size_t length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
    if (first < 0xC2U || first > 0xF4U || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (at(i) < 0x80U || at(i) > 0xBFU) return 0;
    // Overlong forms, surrogates and what is beyond U+10FFFF.
    if ((first == 0xE0U && at(1) < 0xA0U) || (first == 0xEDU && at(1) > 0x9FU)) return 0;
    if ((first == 0xF0U && at(1) < 0x90U) || (first == 0xF4U && at(1) > 0x8FU)) return 0;
    return length;
}

bool is_text(std::string_view text) {
    while (!text.empty()) {
        text.remove_prefix(plain_letters(text));
        if (text.empty()) break;
        const auto length = character_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

[[noreturn]] void refuse_argument(const Sql& sql, std::string_view name, const char* why) {
    throw std::logic_error(std::string(sql.name) + ": " + std::string(name) + " " + why);
}

const Argument& argument_for(const Sql& sql, const Arguments& arguments, std::string_view name) {
    for (const Argument& argument : arguments.list)
        if (argument.name == name) return argument;
    refuse_argument(sql, name, "has no argument");
}

}  // namespace

std::string text_of(const Sql& sql) {
    std::string text;
    for (const char* part : sql.parts)
        if (part != nullptr) text += part;
    return sql.columns == nullptr ? text : with_columns(text, sql.columns());
}

// SOCI binds addresses, so arguments and cells live beside their statement.
struct Cursor::Prepared : PreparedBase {
    std::vector<std::string> names;
    std::vector<Value> arguments;  // in the order of `names`
    std::vector<Value> cells;
    soci::statement statement;

    Prepared(Session& session, const Sql& sql, const Arguments& given) : statement(session.soci()) {
        const auto text = text_of(sql);
        names = parameters_of(text);
        for (const auto& name : names)
            arguments.push_back({argument_for(sql, given, name).value.kind});
        if (sql.columns != nullptr)
            for (const Column& column : sql.columns().list)
                cells.push_back({column.kind});
        for (std::size_t i = 0; i < names.size(); ++i)
            use(arguments[i], names[i]);
        for (Value& cell : cells)
            into(cell);
        statement.alloc();
        statement.prepare(text);
        statement.define_and_bind();
    }

    void use(Value& value, const std::string& name) {
        if (value.kind == Value::Kind::text)
            statement.exchange(soci::use(value.text, name));
        else
            statement.exchange(soci::use(value.number, name));
    }

    void into(Value& cell) {
        if (cell.kind == Value::Kind::text)
            statement.exchange(soci::into(cell.text));
        else
            statement.exchange(soci::into(cell.number));
    }

    void bind(const Sql& sql, const Arguments& given) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            const Value& value = argument_for(sql, given, names[i]).value;
            if (value.kind != arguments[i].kind) refuse_argument(sql, names[i], "changed its kind");
            if (!is_text(value.text))
                throw std::invalid_argument(std::string(sql.name) + ": " + names[i] +
                                            " is not UTF-8 without NUL");
            arguments[i] = value;
        }
        for (std::size_t i = 0; i < given.named; ++i)
            if (std::find(names.begin(), names.end(), given.list[i].name) == names.end())
                refuse_argument(sql, given.list[i].name, "is no parameter");
    }
};

Cursor::Cursor(Session& session, const Sql& sql, const Arguments& arguments)
    : session_(session), sql_(sql), exceptions_(std::uncaught_exceptions()) {
    auto& slot = session.prepared()[&sql];
    if (slot && slot->in_use) {  // the same statement while its rows are read: a second one
        own_ = std::make_unique<Prepared>(session, sql, arguments);
        prepared_ = static_cast<Prepared*>(own_.get());
    } else {
        if (!slot) slot = std::make_unique<Prepared>(session, sql, arguments);
        prepared_ = static_cast<Prepared*>(slot.get());
    }
    prepared_->bind(sql, arguments);
    prepared_->in_use = true;
}

Cursor::~Cursor() {
    prepared_->in_use = false;
    if (!own_ && std::uncaught_exceptions() > exceptions_) session_.prepared().erase(&sql_);
}

bool Cursor::next() {
    if (!executed_) {
        executed_ = true;
        prepared_->statement.execute(false);
    }
    return prepared_->statement.fetch();
}

const std::vector<Value>& Cursor::cells() const {
    return prepared_->cells;
}

long long Cursor::change() {
    prepared_->statement.execute(true);
    return prepared_->statement.get_affected_rows();
}

long long run(Session& session, const Sql& sql, const Arguments& arguments) {
    return Cursor(session, sql, arguments).change();
}

}  // namespace db
