// A day in a form: three boxes that keep what was typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/web/context.hpp"
#include "server/web/page.hpp"
#include "templates/view.hpp"
#include "workflows/core/date.hpp"

namespace server::web {

/// The boxes NAME-day, NAME-month and NAME-year; `text.stored` is an ISO day or empty.
templates::View date_entry(const Context& context, const FieldText& text);

/// "15 1 2027": a date of next month, for hints.
std::string example_date(const Context& context);

/// The day that was typed; nothing when all three boxes are empty. Code::invalid, field `name`.
Result<std::optional<workflows::Day>> read_date(const Form& form, std::string_view name);

}  // namespace server::web
