#include "server/web/date_entry.hpp"

#include <fmt/core.h>

#include "server/base/app.hpp"
#include "server/web/words.hpp"
#include "workflows/text/words.hpp"

namespace server::web {
namespace {

std::string trimmed(std::string_view text) {
    return workflows::text::trimmed(text, workflows::text::blanks_of_a_line);
}

// "5" to "05": parse_day() takes ISO dates only.
std::string padded(std::string digits, std::size_t width) {
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
}

}  // namespace

std::string example_date(const Context& context) {
    constexpr unsigned middle = 15;
    const auto today = workflows::to_local(context.app.clock.now(), workflows::county_zone).day;
    const std::chrono::year_month_day date(today);
    const auto next = date.year() / date.month() + std::chrono::months(1);
    return fmt::format("{} {} {}", middle, unsigned{next.month()}, int{next.year()});
}

templates::View date_entry(const Context& context, const FieldText& text) {
    templates::Field field;
    field.name = text.name;
    field.label = text.label;
    field.hint = text.hint.empty() ? words::for_example(example_date(context)) : text.hint;
    field.error = context.error_for(text.name);
    const bool is_day = workflows::parse_day(text.stored).has_value();
    const auto part = [&](const char* ending, std::size_t from, std::size_t count) {
        return context.typed(text.name + ending, is_day ? text.stored.substr(from, count) : "");
    };
    return templates::date_field(field,
                                 {part("-day", 8, 2), part("-month", 5, 2), part("-year", 0, 4)});
}

Result<std::optional<workflows::Day>> read_date(const Form& form, std::string_view name) {
    const std::string prefix(name);
    const auto day = trimmed(form.get(prefix + "-day"));
    const auto month = trimmed(form.get(prefix + "-month"));
    const auto year = trimmed(form.get(prefix + "-year"));
    if (day.empty() && month.empty() && year.empty()) return std::optional<workflows::Day>();
    auto parsed = workflows::parse_day(year + "-" + padded(month, 2) + "-" + padded(day, 2), name);
    if (!parsed) {
        return workflows::invalid(prefix, words::enter_a_real_date);
    }
    return std::optional<workflows::Day>(*parsed);
}

}  // namespace server::web
