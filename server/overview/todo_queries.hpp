// Gathers what a signed-in person has to do and which meetings come next, over all their boards.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "server/base/viewer.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/meetings/deadlines.hpp"
#include "workflows/overview/todo.hpp"

namespace server::overview {

/// Everything open, shown today or not, in order.
std::vector<workflows::Todo> todos_of(const base::App& app, db::ReadTx& tx,
                                      const base::Viewer& viewer, workflows::Day today);

/// Of the boards on which the viewer sits or to which they are always invited, `rows_max` at most.
std::vector<db::MeetingRow> next_meetings_of(db::ReadTx& tx, const base::Viewer& viewer,
                                             workflows::Day today, std::size_t rows_max);

}  // namespace server::overview
