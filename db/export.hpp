// Writes the county as CSV files that the importer takes back.
#pragma once

#include <array>
#include <filesystem>
#include <vector>

#include "db/database.hpp"
#include "db/import/importer.hpp"
#include "db/sql.hpp"
#include "workflows/core/names.hpp"

namespace db {

/// What an import does not take, and an export therefore leaves out. An import knows a meeting by
/// its board and its date, month or lack of one, and a circulation by its document and owner.
enum class LeftOut {
    cancelled_meetings,
    meetings_of_one_day,  // further ones; what is written is no provisional one if there is another
    meetings_of_one_month,
    undated_meetings,
    stops_at_cancelled_meetings,
    stops_without_meeting,
    circulations_without_stops,
    earlier_circulations,
    ended_invitations,
    agenda_items,
    agenda_versions,
    papers,
    requests,
    circulation_outcomes,  // stops no longer as planned: papers sent, or what the board said
    letters
};
inline constexpr std::size_t left_out_kinds = 15;

struct ExportReport {
    std::vector<std::filesystem::path> files;  // on a dry run those that would be written
    std::array<int, left_out_kinds> left_out = {};

    int& of(LeftOut kind) { return left_out[static_cast<std::size_t>(kind)]; }
    int of(LeftOut kind) const { return left_out[static_cast<std::size_t>(kind)]; }
};

/// One file for each kind the importer knows, in `directory`, which is made; with DryRun::yes
/// nothing is. An import of the files into an empty county and an export of that one give the same
/// bytes. Throws std::runtime_error when a file cannot be written.
ExportReport export_county(ReadTx& tx, const std::filesystem::path& directory,
                           DryRun dry_run = DryRun::no);

std::vector<const Sql*> export_statements();

}  // namespace db

namespace workflows {

template <>
inline constexpr auto names<db::LeftOut> = std::to_array<Name<db::LeftOut>>({
    {db::LeftOut::cancelled_meetings, "cancelled_meetings", "cancelled meetings"},
    {db::LeftOut::meetings_of_one_day, "meetings_of_one_day",
     "further meetings of one board on one day"},
    {db::LeftOut::meetings_of_one_month, "meetings_of_one_month",
     "further meetings of one board in one month, with no day"},
    {db::LeftOut::undated_meetings, "undated_meetings",
     "further meetings of one board without a date"},
    {db::LeftOut::stops_at_cancelled_meetings, "stops_at_cancelled_meetings",
     "circulation stops at cancelled meetings"},
    {db::LeftOut::stops_without_meeting, "stops_without_meeting",
     "circulation stops without a meeting"},
    {db::LeftOut::circulations_without_stops, "circulations_without_stops",
     "circulations with no stop at a meeting that stands"},
    {db::LeftOut::earlier_circulations, "earlier_circulations",
     "earlier circulations of one document by one board"},
    {db::LeftOut::ended_invitations, "ended_invitations", "standing invitations with a last day"},
    {db::LeftOut::agenda_items, "agenda_items", "agenda items"},
    {db::LeftOut::agenda_versions, "agenda_versions", "published agendas"},
    {db::LeftOut::papers, "papers", "papers"},
    {db::LeftOut::requests, "requests", "requests between boards"},
    {db::LeftOut::circulation_outcomes, "circulation_outcomes",
     "circulation stops with papers sent or an outcome"},
    {db::LeftOut::letters, "letters", "letters"},
});

}  // namespace workflows
