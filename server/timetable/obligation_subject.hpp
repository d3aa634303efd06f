// One obligation of the timetable as addresses name it: by its row, or, before anything has
// happened to it, by year, report, board and purpose.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/meetings.hpp"
#include "db/obligations.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/bank_holidays.hpp"
#include "workflows/timetable/obligation.hpp"

namespace server::timetable {

/// `row.id` is empty while nothing has happened to it.
struct ObligationSubject {
    db::ObligationRow row;
    std::vector<std::string> owners;  // codes of the boards whose report it is
};
/// `name` is an id, or "2019~osab-annual-report~hwb~inform". Nothing when no row and no cell of the
/// timetable is so named.
std::optional<ObligationSubject> find_obligation_subject(db::ReadTx& tx, const std::string& name);

/// What find_obligation_subject() reads.
std::string obligation_name(const db::ObligationRow& row);
std::string obligation_path(const db::ObligationRow& row);  // "/obligations/…"

/// "osab-annual-report"; two titles that differ in punctuation alone share it.
std::string report_slug(std::string_view report);
std::string report_path(std::string_view report);  // "/timetable/reports/…"
/// The report of the timetable with this slug.
std::optional<std::string> find_report(db::ReadTx& tx, const std::string& slug);

/// Who is asked for the paper: the post that the county named, else the lead officer of the first
/// owner today; empty when nobody is known.
std::string author_of_report(db::ReadTx& tx, const std::string& report,
                             const std::vector<std::string>& owners, workflows::Day today);

/// The meeting as the rules of workflows/timetable/obligation.hpp take it.
workflows::SlotMeeting slot_meeting(const db::MeetingRow& meeting, const workflows::Board& board,
                                    const workflows::Holidays& holidays);

}  // namespace server::timetable
