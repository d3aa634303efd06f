// The agenda of the officers' meeting (protocol 4.10): what is due, open and overdue between the
// boards, made from what the viewer may see. Each matter between the boards is a section of one
// table; another one is a function and a row.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "server/base/app.hpp"
#include "server/base/viewer.hpp"

namespace server::overview {

struct OfficersRow {
    std::string words;
    std::string href = {};   // where it is dealt with, or empty
    std::string board = {};  // codes, or empty
    std::optional<workflows::Day> due = {};
};

struct OfficersSection {
    std::string title;
    std::string none;                    // what stands there when there is nothing
    std::vector<OfficersRow> rows = {};  // overdue first, then by day due
};

struct OfficersFacts {
    const base::App& app;
    db::ReadTx& tx;
    const base::Viewer& viewer;
    workflows::Day today;

    /// Chair, vice-chair or secretariat of the board.
    bool speaks_for(const std::string& board) const;
    /// Codes of such boards, in order.
    std::vector<std::string> served() const;
};

/// In the order of the meeting; sections that are not for this viewer at all are left out.
std::vector<OfficersSection> officers_agenda(const base::App& app, db::ReadTx& tx,
                                             const base::Viewer& viewer, workflows::Day today);

/// {"today":…,"sections":[{"title":…,"rows":[{"words":…,"board":…,"due":…,"href":…}]}]}
std::string officers_agenda_json(const std::vector<OfficersSection>& sections,
                                 workflows::Day today);

}  // namespace server::overview
