#include "server/planning/extra_holiday_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "server/meetings/holiday_commands.hpp"
#include "server/planning/words.hpp"

namespace server::planning {
namespace {

std::optional<workflows::AddedHoliday> find_extra_holiday(db::ReadTx& tx, workflows::Day day) {
    auto days = db::list_extra_holidays(tx);
    const auto found = std::ranges::find(days, day, &workflows::AddedHoliday::day);
    if (found == days.end()) return std::nullopt;
    return std::move(*found);
}

}  // namespace

Result<bool> add_holiday(base::App& app, const base::Acting&, db::WriteTx& tx,
                         const AddHoliday& command) {
    const auto iso_day = workflows::iso(command.day);
    const bool known = find_extra_holiday(tx, command.day).has_value();
    db::save_extra_holiday(tx, {command.day, command.reason});
    db::append_audit(tx,
                     {"holiday.add", "holiday:" + iso_day, "", iso_day + ": " + command.reason});
    if (known) return false;
    meetings::tell_of_moved_deadlines(
        app, tx, meetings::deadlines_moved_by(tx, command.day, meetings::HolidayChange::added));
    return true;
}

Result<void> remove_holiday(base::App& app, const base::Acting&, db::WriteTx& tx,
                            const RemoveHoliday& command) {
    const auto found = find_extra_holiday(tx, command.day);
    if (!found) return workflows::not_found(words::not_added);
    const auto iso_day = workflows::iso(command.day);
    db::remove_extra_holiday(tx, command.day);
    db::append_audit(tx, {"holiday.remove", "holiday:" + iso_day, "",
                          iso_day + " counts again, it was: " + found->reason});
    meetings::tell_of_moved_deadlines(
        app, tx, meetings::deadlines_moved_by(tx, command.day, meetings::HolidayChange::removed));
    return {};
}

}  // namespace server::planning
