// The letters of reminders: one for each kind, with the same facts in text and HTML.
#pragma once

#include "db/database.hpp"
#include "server/base/app.hpp"
#include "workflows/overview/reminders.hpp"

namespace server::letters {

/// How many letters were queued: 0 when the subject is gone or the post has no usable address.
int queue_reminder(base::App& app, db::WriteTx& tx, const workflows::DueReminder& reminder);

}  // namespace server::letters
