// What the forms of a series say, as series_commands.hpp takes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/base/viewer.hpp"
#include "server/net/request.hpp"
#include "server/planning/series_commands.hpp"
#include "server/web/form.hpp"

namespace server::planning {

/// From the fields that were typed or from those that series_fields() wrote. Code::invalid names
/// the field.
Result<SeriesWish> read_series(const base::Viewer& viewer, db::ReadTx& tx, const web::Form& form);
/// The wish as names and values, for an address or for hidden fields; read_series() reads them.
net::NameValues series_fields(const SeriesWish& wish);
/// How one row of the page of dates stands in its form: pick-1, date-1, held-1, seen-1 and so on.
std::string series_field(std::string_view name, std::size_t number);

/// The rows that are ticked. Code::invalid, field "pick-1": none; Code::conflict: a date twice.
Result<std::vector<SeriesDate>> read_picked(const web::Form& form);

}  // namespace server::planning
