// Ordering a pack, and stopping the work on it.
#pragma once

#include <string>

#include "db/jobs.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"
#include "server/papers/packs.hpp"

namespace server::papers {

/// Puts a pack in the queue, or finds the job that builds it already; the commit wakes the thread.
db::JobRow queue_pack(db::WriteTx& tx, const db::MeetingRow& meeting, Audience audience);

struct OrderPack {
    std::string meeting;
    Audience audience = Audience::public_;
};
/// The id of the job. Code::refused while nothing is published, and for a pack that the meeting
/// has not.
Result<std::string> order_pack(const base::Acting&, db::WriteTx& tx, const OrderPack& command);

struct CancelJob {
    std::string job;
};
/// Code::not_found; Code::refused when it has ended.
Result<void> cancel_job(const base::Acting&, db::WriteTx& tx, const CancelJob& command);

}  // namespace server::papers
