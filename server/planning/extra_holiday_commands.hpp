// The county's own days that do not count, beside the bank holidays.
#pragma once

#include <string>

#include "db/holidays.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/core/date.hpp"

namespace server::planning {

struct AddHoliday {
    workflows::Day day;
    std::string reason;
};
/// False for another reason for a day that did not count before, which moves no deadline; else the
/// secretariats of meetings whose deadline moved are told.
Result<bool> add_holiday(base::App& app, const base::Acting&, db::WriteTx& tx,
                         const AddHoliday& command);

struct RemoveHoliday {
    workflows::Day day;
};
/// Code::not_found.
Result<void> remove_holiday(base::App& app, const base::Acting&, db::WriteTx& tx,
                            const RemoveHoliday& command);

}  // namespace server::planning
