// Days an operator added to the bank holidays.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/bank_holidays.hpp"

namespace db {

std::vector<workflows::AddedHoliday> list_extra_holidays(ReadTx& tx);
/// Adds the day or changes its reason. Touches everything: deadlines stand on every page.
void save_extra_holiday(WriteTx& tx, const workflows::AddedHoliday& holiday);
void remove_extra_holiday(WriteTx& tx, workflows::Day day);

std::vector<const Sql*> holiday_statements();

}  // namespace db
