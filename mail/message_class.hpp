// What kind of message a row is: it decides what happens when nobody knows whether it arrived.
#pragma once

#include <optional>
#include <string_view>

namespace mail {

enum class MessageClass {
    statutory,  // the law asks for it: a summons, an agenda; rather twice than never
    invite,     // a calendar request; harmless twice, the calendar merges by UID and SEQUENCE
    account,    // sign-in codes; rather twice than never, bytes dropped at a final state
    reminder,   // rather never than twice
    notice      // everything else; rather never than twice
};

/// The name as stored: "statutory", "invite", "account", "reminder", "notice".
std::string_view name_of(MessageClass message_class);
std::optional<MessageClass> message_class_of(std::string_view name);

}  // namespace mail
