// What forms about the timetable let people choose from.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "templates/form_fields.hpp"

namespace server::timetable {

/// Each report once, after a first choice that is none.
std::vector<templates::Choice> report_choices(db::ReadTx& tx);

}  // namespace server::timetable
