// A message as facts, and the one function that turns it into the bytes that are stored and sent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mail/address.hpp"
#include "mail/calendar.hpp"
#include "mail/message_class.hpp"
#include "workflows/core/date.hpp"

namespace mail {

struct Attachment {
    std::string file_name;   // UTF-8, without folders
    std::string media_type;  // "application/pdf"
    std::string bytes;
};

/// The invitation inside a message; `bytes` is what calendar.hpp wrote, `method` the same as in it.
struct CalendarPart {
    CalendarMethod method = CalendarMethod::request;
    std::string bytes;
};

/// One message to one recipient. Header texts are UTF-8 without any control character.
struct Message {
    Mailbox from;
    Mailbox to;
    std::string message_id;  // "<id@domain>", from make_message_id
    workflows::Instant date;
    std::string subject;
    std::string text;       // the whole message for readers of plain text; any line ends
    std::string html = {};  // empty: text only
    MessageClass message_class = MessageClass::notice;
    std::optional<Mailbox> reply_to = {};
    std::optional<std::string> thread_root = {};  // the meeting's root id, "<mtg-812@domain>"
    std::optional<std::string> list_id = {};      // "hwb.shiremoot.example" (RFC 2919)
    /// https address for one-click unsubscription (RFC 8058); on optional mail only.
    std::optional<std::string> unsubscribe_url = {};
    std::optional<CalendarPart> calendar = {};
    std::vector<Attachment> attachments = {};
};

/// The message in RFC 5322 form: 7-bit, CRLF only, no line that begins with a full stop, header
/// lines of at most 78 bytes where a fold is possible. Equal messages give equal bytes, so the
/// bytes can be hashed, shown before sending and sent again. Shapes: text; alternative{text, html};
/// mixed{alternative{text, html, calendar}, invite.ics}; mixed{alternative, attachments}.
/// Bytes that are not UTF-8 become U+FFFD. A control character in a header value, a bad message id,
/// list id or media type throws std::invalid_argument: callers check what people typed.
std::string to_bytes(const Message& message);

/// "<32 letters and digits@domain>" that depends on the key alone, so a repeat of the same event
/// for the same person has the same id. Throws std::invalid_argument for a bad domain.
std::string make_message_id(std::string_view dedupe_key, std::string_view domain);

}  // namespace mail
