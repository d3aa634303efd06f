// The meeting that is planned because a request was accepted, and what becomes of it when the
// request is taken back.
#pragma once

#include <string>

#include "db/requests.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"

namespace server::requests {

/// Plans a provisional joint meeting, or a chairs' meeting where that was offered; its id.
std::string plan_meeting_for(db::WriteTx& tx, const db::RequestRow& row,
                             workflows::RequestEvent event);

/// Cancels the provisional meeting of the request that was withdrawn or reopened. People who had a
/// letter about it are told. Errors as workflows::decide() of a meeting.
Result<void> cancel_meeting_of(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                               const db::RequestRow& row, workflows::RequestEvent event);

/// Why the meeting of a request that is taken back stays, when it does: it is confirmed. Else
/// empty.
std::string standing_meeting_words(db::ReadTx& tx, const db::RequestRow& row);

}  // namespace server::requests
