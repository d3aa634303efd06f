// What speaks against a day for a meeting: said to the secretary, who may take the day all the
// same.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "server/base/app.hpp"
#include "workflows/core/date.hpp"
#include "workflows/planning/clashes.hpp"

namespace server::meetings {

struct DayWarnings {
    std::string not_working;       // "Saturday", "Good Friday", or empty
    bool board_meets_too = false;  // the same board has another meeting that day
    std::vector<workflows::Clash> clashes;
    std::string short_notice;  // of an agenda that is published already, or empty
    bool any() const {
        return !not_working.empty() || board_meets_too || !clashes.empty() || !short_notice.empty();
    }
};
/// `moved` is the meeting whose date is being chosen, or empty.
DayWarnings warnings_of(const base::App& app, db::ReadTx& tx, workflows::Day day,
                        const std::string& board, const std::string& moved);

}  // namespace server::meetings
