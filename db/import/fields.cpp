// The fields of a row, read and checked one by one.
#include <algorithm>
#include <charconv>

#include "db/case_log.hpp"
#include "db/import/source.hpp"
#include "db/import/words.hpp"
#include "workflows/core/mail_address.hpp"
#include "workflows/text/csv.hpp"
#include "workflows/text/words.hpp"

namespace db {
namespace {

constexpr std::string_view code_characters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
constexpr std::size_t code_characters_max = 60;

}  // namespace

std::string Fields::text(std::string_view name) const {
    const auto found = row_.fields.find(name);
    if (found == row_.fields.end()) return "";
    const auto& text = found->second.text;
    return workflows::text::without_guard(workflows::text::trimmed(text, " "));
}

std::string Fields::required(std::string_view name) {
    auto value = text(name);
    if (value.empty()) wrong(name, import_words::field_empty());
    return value;
}

std::string Fields::code(std::string_view name) {
    auto value = required(name);
    if (value.find_first_not_of(code_characters) != std::string::npos ||
        value.size() > code_characters_max)
        wrong(name, import_words::not_a_code(value));
    return value;
}

int Fields::number(std::string_view name, int min, int max) {
    const auto value = text(name);
    int number = 0;
    const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (fault == std::errc{} && end == value.data() + value.size() && number >= min &&
        number <= max)
        return number;
    wrong(name, import_words::not_a_number(value, min, max));
    return min;
}

bool Fields::yes_or_no(std::string_view name) {
    const auto value = text(name);
    if (value != "yes" && value != "no") wrong(name, import_words::not_yes_or_no(value));
    return value == "yes";
}

std::string Fields::key(std::string_view name) {
    auto value = code(name);
    if (!good_) return value;
    if (value.find('.') != std::string::npos) wrong(name, import_words::key_with_full_stop(value));
    if (value == "new") wrong(name, import_words::key_is_new());
    if (value == service_actor) wrong(name, import_words::key_is_service());
    return value;
}

std::string Fields::email(std::string_view name) {
    auto value = required(name);
    if (!value.empty() && !workflows::read_mail_address(value))
        wrong(name, import_words::not_an_email_address(value));
    return value;
}

workflows::PlannedDate Fields::date(std::string_view name) {
    const auto parsed = workflows::PlannedDate::parse(text(name), name);
    if (parsed) return *parsed;
    wrong(name, {parsed.error().message});
    return {};
}

std::optional<workflows::Day> Fields::optional_day(std::string_view name) {
    const auto value = text(name);
    if (value.empty()) return std::nullopt;
    const auto day = workflows::parse_day(value, name);
    if (day) return *day;
    wrong(name, {day.error().message});
    return std::nullopt;
}

std::string Fields::optional_time(std::string_view name) {
    const auto value = text(name);
    if (value.empty()) return "";
    const auto time = workflows::parse_time(value, name);
    if (time) return workflows::iso(*time);
    wrong(name, {time.error().message});
    return "";
}

void Fields::wrong(std::string_view name, import_words::Said said) {
    good_ = false;
    report_.errors.push_back(problem(name, std::move(said)));
}

void Fields::warn(std::string_view name, import_words::Said said) {
    report_.warnings.push_back(problem(name, std::move(said)));
}

ImportProblem Fields::problem(std::string_view name, import_words::Said said) const {
    const auto found = row_.fields.find(name);
    const bool known = found != row_.fields.end();
    return {row_.file,
            known ? found->second.line : row_.line,
            known ? found->second.column : 1,
            std::string(name),
            std::move(said.message),
            std::move(said.remedy)};
}

}  // namespace db
