// What the page of a meeting, its JSON and its calendar entry share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/meetings.hpp"
#include "server/base/result.hpp"
#include "server/web/context.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/policy.hpp"

namespace server::overview {

struct MeetingPage {
    db::MeetingRow meeting;
    workflows::Board board;
};
/// Code::not_found.
Result<MeetingPage> load_meeting_page(db::ReadTx& tx, const std::string& id);

/// What the page depends on, for the cache.
std::vector<std::string> tags_of(const db::MeetingRow& meeting);
void keep_publicly(const web::Context& context, const db::MeetingRow& meeting);

/// Reasons of private meetings stay with those invited.
bool may_read_reasons(const db::MeetingRow& meeting, workflows::Level level);

/// When the draft minutes went round, for those who may know.
std::optional<workflows::Day> minutes_shown(db::ReadTx& tx, const db::MeetingRow& meeting,
                                            workflows::Level level);

}  // namespace server::overview
