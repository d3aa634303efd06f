// Whose a report of the timetable is, and who writes it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "db/timetable_settings.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"
#include "workflows/core/date.hpp"

namespace server::timetable {

/// Where nobody said so, one that says nothing.
db::ReportSetting setting_of(db::ReadTx& tx, const std::string& report);
/// Keys of those who sit on one of the boards.
std::set<std::string> people_of(db::ReadTx& tx, const std::vector<std::string>& boards,
                                workflows::Day day);

struct EditReport {
    std::string report;
    std::string owner;        // board code; empty: as the cells say
    std::string author;       // person key; empty: the owner's lead officer
    bool given_away = false;  // somebody says that it goes to another board
    std::string version;      // as it was shown
};
/// Code::invalid, field "owner", "author" or "give_away"; else as db::save_report_setting().
Result<void> edit_report(const base::Acting& acting, db::WriteTx& tx, const EditReport& command);

}  // namespace server::timetable
