// The Annual Partnerships Update of a year: one section for each partnership, made of the register,
// the calendar, the timetable and the returns that were accepted. Once published it is kept as it
// was: later facts change nothing in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "templates/documents/report.hpp"
#include "workflows/core/date.hpp"

namespace server::partnership_register {

struct AnnualUpdate {
    int year = 0;
    std::string county;
    workflows::Day made_on{};
    std::vector<templates::ReportFact> facts = {};        // of all partnerships together
    std::vector<templates::ReportSection> sections = {};  // by name
    /// Names of the boards that were asked and whose return is not accepted.
    std::vector<std::string> missing = {};
};

/// Of the boards that were asked for the year, and of those that have a record.
AnnualUpdate make_update(db::ReadTx& tx, int year, const std::string& county, workflows::Day today);

/// What is stored when it is published, and read back; the same update gives the same text.
std::string update_json(const AnnualUpdate& update);
/// Throws std::exception for text that update_json() did not write.
AnnualUpdate parse_update(std::string_view json);

std::string update_title(const AnnualUpdate& update);
/// `status` is "Published …" or empty for a draft, which is marked on every page.
templates::ReportInput report_of(const AnnualUpdate& update, const std::string& status,
                                 workflows::Instant created);

}  // namespace server::partnership_register
