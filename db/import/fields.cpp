// The fields of a row, read and checked one by one.
#include <algorithm>
#include <charconv>

#include "db/case_log.hpp"
#include "db/import/source.hpp"
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
    if (value.empty()) wrong(name, "This field is empty.", "Fill it in.");
    return value;
}

std::string Fields::code(std::string_view name) {
    auto value = required(name);
    if (value.find_first_not_of(code_characters) != std::string::npos ||
        value.size() > code_characters_max)
        wrong(name, "\"" + value + "\" cannot be a code.",
              "Use letters, digits, hyphens, underscores and dots, at most 60 in all.");
    return value;
}

int Fields::number(std::string_view name, int min, int max) {
    const auto value = text(name);
    int number = 0;
    const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (fault == std::errc{} && end == value.data() + value.size() && number >= min &&
        number <= max)
        return number;
    wrong(name,
          "\"" + value + "\" is not a number from " + std::to_string(min) + " to " +
              std::to_string(max) + ".",
          "Write such a number in digits.");
    return min;
}

bool Fields::yes_or_no(std::string_view name) {
    const auto value = text(name);
    if (value != "yes" && value != "no")
        wrong(name, "\"" + value + "\" is neither yes nor no.", "Write yes or no.");
    return value == "yes";
}

std::string Fields::key(std::string_view name) {
    auto value = code(name);
    if (!good_) return value;
    if (value.find('.') != std::string::npos)
        wrong(name, "\"" + value + "\" holds a dot, and no page could have it in its address.",
              "Write a hyphen instead.");
    if (value == "new")
        wrong(name, "\"new\" is the address of the page that adds a post.", "Choose another key.");
    if (value == service_actor)
        wrong(name, "\"service\" stands for what the program does by itself.",
              "Choose another key.");
    return value;
}

std::string Fields::email(std::string_view name) {
    auto value = required(name);
    if (!value.empty() && !workflows::read_mail_address(value))
        wrong(name, "\"" + value + "\" is not a mailbox.", "Write one, such as name@example.org.");
    return value;
}

workflows::PlannedDate Fields::date(std::string_view name) {
    const auto parsed = workflows::PlannedDate::parse(text(name), name);
    if (parsed) return *parsed;
    wrong(name, parsed.error().message, "");
    return {};
}

std::optional<workflows::Day> Fields::optional_day(std::string_view name) {
    const auto value = text(name);
    if (value.empty()) return std::nullopt;
    const auto day = workflows::parse_day(value, name);
    if (day) return *day;
    wrong(name, day.error().message, "");
    return std::nullopt;
}

std::string Fields::optional_time(std::string_view name) {
    const auto value = text(name);
    if (value.empty()) return "";
    const auto time = workflows::parse_time(value, name);
    if (time) return workflows::iso(*time);
    wrong(name, time.error().message, "");
    return "";
}

void Fields::wrong(std::string_view name, std::string message, std::string remedy) {
    good_ = false;
    report_.errors.push_back(problem(name, std::move(message), std::move(remedy)));
}

void Fields::warn(std::string_view name, std::string message, std::string remedy) {
    report_.warnings.push_back(problem(name, std::move(message), std::move(remedy)));
}

ImportProblem Fields::problem(std::string_view name, std::string message,
                              std::string remedy) const {
    const auto found = row_.fields.find(name);
    const bool known = found != row_.fields.end();
    return {row_.file,
            known ? found->second.line : row_.line,
            known ? found->second.column : 1,
            std::string(name),
            std::move(message),
            std::move(remedy)};
}

}  // namespace db
