// How much notice of a meeting its agenda gives.
#pragma once

#include <string>

#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::meetings {

/// What is published at or after this time counts as published on the next working day.
inline constexpr workflows::TimeOfDay office_closes{17, 0};

/// The notice that an agenda gives.
struct Notice {
    workflows::ClearDays count;  // published, treated_as, meeting, counted and skipped
    int days_given = 0;
    int days_needed = 0;
    bool late() const { return days_given < days_needed; }
};
/// Published at `published`, for the day that `meeting` has.
Notice notice_of(const base::App& app, db::ReadTx& tx, const db::MeetingRow& meeting,
                 const workflows::Board& board, workflows::Instant published);
/// "2 clear days".
std::string clear_days_words(int days);

}  // namespace server::meetings
