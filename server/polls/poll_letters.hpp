// The letters of a date poll, and its answers as data.
#pragma once

#include <vector>

#include "server/base/app.hpp"
#include "server/polls/poll_queries.hpp"

namespace server::polls {

/// A letter with a link of their own to each; a reminder to who was written to before.
void ask_poll_guests(base::App& app, db::WriteTx& tx, const db::PollRow& poll,
                     const std::vector<PollGuest>& guests);
void tell_poll_cancelled(base::App& app, db::WriteTx& tx, const db::PollRow& poll,
                         const std::vector<PollGuest>& guests);

}  // namespace server::polls
