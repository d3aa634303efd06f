// The forward plan (protocol 4.8 to 4.10): eighteen months of what comes to which board, as one
// reader may know it. One source for the page, its data twins and the picture.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "server/base/app.hpp"
#include "server/base/viewer.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/timetable/timetable.hpp"

namespace server::forward_plan {

inline constexpr int forward_plan_months = 18;

enum class ForwardKind {
    meeting,  // a meeting, with nothing said yet of what comes to it
    item,     // of an agenda, as this reader sees it
    report,   // of the reporting timetable
    stop,     // of a document that goes round the boards
    request   // of another board's chair
};

struct ForwardEntry {
    ForwardKind kind = ForwardKind::meeting;
    workflows::PlannedDate date;  // of the meeting; of a report without one the first month of its
                                  // season in the plan
    std::string when;             // the date or season in words
    std::string board;            // code
    std::string title;
    std::string purpose;       // "to agree", or empty
    std::string state;         // how certain it is, in words
    std::string href;          // page of the thing, or empty
    std::string meeting = {};  // id, or empty
    std::string item = {};     // id of its agenda item, or empty
    std::string report = {};   // of the timetable, for filters and pictures; or empty
    std::optional<workflows::ReportPurpose> report_purpose = {};
    bool open = true;           // anybody may know it
    bool proposed = false;      // a report's meeting that nobody has confirmed
    bool out_of_order = false;  // a report that comes before what should come first
};

/// Whole months: the first day and the last.
struct PlanSpan {
    workflows::Day from;
    workflows::Day to;
};
PlanSpan plan_span(workflows::Day from);

/// Of one board (code) and one report; empty: of all. Entries without a report match no report but
/// the empty one.
struct PlanFilter {
    std::string board = {};
    std::string report = {};
    bool shows_board(const std::string& code) const { return board.empty() || code == board; }
};

/// What the viewer may know from the first day of the month of `from`, by date and board. The
/// public gets published items of meetings held in public, meetings and the reporting timetable; a
/// reader with a seat also what their boards keep to themselves, and documents and requests that
/// come to or from them. Titles that a reader may not see are not in it.
std::vector<ForwardEntry> forward_plan(const base::App& app, db::ReadTx& tx,
                                       const base::Viewer& viewer, workflows::Day from,
                                       const PlanFilter& filter = {});

/// "Agenda item", "Report".
std::string_view kind_words(ForwardKind kind);

/// {"from":"2018-11","months":18,"entries":[{"kind":…,"date":…,"board":…,"title":…,…}]}
std::string forward_plan_json(const std::vector<ForwardEntry>& plan, workflows::Day from);
/// kind,date,when,board,title,purpose,state,public (RFC 4180)
std::string forward_plan_csv(const std::vector<ForwardEntry>& plan);

}  // namespace server::forward_plan
