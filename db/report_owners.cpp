#include "db/report_owners.hpp"

#include "db/boards.hpp"
#include "db/county.hpp"
#include "db/timetable_settings.hpp"
#include "workflows/timetable/timetable_plan.hpp"

namespace db {

std::vector<std::string> owners_of_report(ReadTx& tx, const std::string& report, int year) {
    for (const auto& setting : list_report_settings(tx))
        if (setting.report == report && !setting.owner.empty()) return {setting.owner};
    return owners_by_cells(tx, report, year);
}

std::vector<std::string> owners_by_cells(ReadTx& tx, const std::string& report, int year) {
    const auto seasons = load_seasons(tx);
    const auto obligations = workflows::obligations_of_year(
        year, list_timetable(tx), list_groups(tx), list_successions(tx), seasons);
    return workflows::owners_of(report, obligations, seasons);
}

}  // namespace db
