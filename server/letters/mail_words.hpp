// The mail queue in words that a secretary understands: states, refusals, what is wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/outbox.hpp"
#include "mail/classify.hpp"
#include "mail/outbox_worker.hpp"
#include "templates/components.hpp"

namespace server::letters {

struct StateWords {
    db::OutboxState state;
    std::string_view words;  // "Sent", "Queued"
    templates::TagColour colour;
};
/// All states, in the order in which a list offers them.
const std::vector<StateWords>& mail_states();
const StateWords& state_words(db::OutboxState state);

/// What a refusal means and what to do: "This email address does not exist. Correct …". Empty for
/// none.
std::string_view reason_words(mail::Reason reason);
/// The reason of a row, from the reply that it keeps.
mail::Reason reason_of(const db::OutboxRow& row);

/// One sentence on how a message stands: "Tried 2 times. Next try at 3:10pm on Thursday …".
std::string standing_words(const db::OutboxRow& row, workflows::Instant now);

/// What is wrong with sending as a whole, or empty: "The mail server is not responding. 18 emails
/// are queued. Next try at 3:10pm."
std::string trouble_words(const mail::OutboxStatus& status, bool is_configured, int waiting);

/// "3:10pm on Thursday 22 November 2018", in the county's time.
std::string moment_words(workflows::Instant at);

}  // namespace server::letters
