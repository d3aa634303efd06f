#include "server/forward_reports.hpp"

#include <algorithm>

#include "db/meetings.hpp"
#include "db/obligations.hpp"
#include "db/timetable_settings.hpp"
#include "server/board_facts.hpp"
#include "server/timetable.hpp"

namespace server {
namespace {

using workflows::Day;
using workflows::Obligation;
using workflows::ObligationState;
using workflows::PlannedDate;

const db::ObligationRow* row_of(const std::vector<db::ObligationRow>& rows,
                                const Obligation& what) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) {
        return row.what.report == what.report && row.what.board == what.board &&
               row.what.purpose == what.purpose;
    });
    return found == rows.end() ? nullptr : &*found;
}

bool is_to_come(const db::ObligationRow* row) {
    if (row == nullptr) return true;
    return workflows::is_open(row->state);
}

PlannedDate month_of(Day day) {
    const std::chrono::year_month_day date{day};
    return date.year() / date.month();
}

// Within the plan: a season that began before it stands under its first month there.
std::optional<ForwardEntry> entry_of(db::ReadTx& tx, const PlanSpan& span, const Obligation& what,
                                     const db::ObligationRow* row,
                                     const workflows::SeasonWindow& season) {
    ForwardEntry entry;
    entry.kind = ForwardKind::report;
    entry.board = what.board;
    entry.title = entry.report = what.report;
    entry.report_purpose = what.purpose;
    entry.purpose = "to " + std::string(purpose_word(what.purpose));
    entry.purpose[3] = static_cast<char>(entry.purpose[3] - 'A' + 'a');
    if (what.purpose == workflows::ReportPurpose::inform) entry.purpose = "for information";
    const auto meeting =
        row == nullptr || row->meeting.empty() ? std::nullopt : db::find_meeting(tx, row->meeting);
    if (meeting) {
        const auto day = meeting->planned.day();
        if (day && (*day < span.from || *day > span.to)) return std::nullopt;
        entry.date = meeting->planned;
        entry.when = meeting_words(meeting, "");
        entry.meeting = meeting->id;
        entry.item = row->item;
        entry.state = workflows::to_words(row->state);
        entry.href = "/meetings/" + meeting->id;
        return entry;
    }
    if (season.to < span.from || season.from > span.to) return std::nullopt;
    entry.date = month_of(std::max(season.from, span.from));
    entry.when = workflows::season_words(what.season, workflows::year_of(season.from));
    entry.state = "no meeting yet";
    entry.href = "/timetable?year=" + std::to_string(workflows::year_of(season.from));
    return entry;
}

}  // namespace

std::vector<ForwardEntry> forward_reports(const App&, db::ReadTx& tx, const PlanSpan& span) {
    std::vector<ForwardEntry> entries;
    const auto seasons = db::load_seasons(tx);
    for (int year = workflows::year_of(span.from); year <= workflows::year_of(span.to); ++year) {
        const auto rows = db::list_obligations(tx, year);
        for (const auto& what : load_timetable(tx, year).obligations) {
            const auto* row = row_of(rows, what);
            if (!is_to_come(row)) continue;
            auto entry =
                entry_of(tx, span, what, row, workflows::season_window(seasons, what.season, year));
            if (entry) entries.push_back(*std::move(entry));
        }
    }
    return entries;
}

}  // namespace server
