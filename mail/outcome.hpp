// The rules from how a delivery ended to what becomes of the row; pure.
#pragma once

#include <optional>
#include <string_view>

#include "mail/delivery_log.hpp"

namespace mail {

/// Whether a message that may have arrived is sent again: statutory, invite and account are.
bool resends_when_in_doubt(MessageClass message_class);

/// The wait a relay asks for in words ("in 300 seconds", "5 minutes"), with hint_spare added.
std::optional<std::chrono::seconds> hinted_delay(std::string_view text);

/// What becomes of a leased row. `relay_rest` is when the relay may be tried again; `jitter` in
/// [0, 1). Never sets a next_at at or past not_after: such a row expires (or stays in doubt).
Outcome outcome_of(const Leased& leased, const SendResult& result, workflows::Instant now,
                   workflows::Instant relay_rest, double jitter);

/// What becomes of a row whose worker died: not begun it was surely not sent and is queued again;
/// begun it is in doubt.
Outcome outcome_of(const Stranded& stranded, workflows::Instant now);

/// A leased row that was not tried.
Outcome released(const LeaseKey& key, workflows::Instant now, workflows::Instant next_at);
Outcome expired(const LeaseKey& key, workflows::Instant now);

}  // namespace mail
