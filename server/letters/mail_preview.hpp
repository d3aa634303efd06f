// A stored message as somebody may read it: header fields and plain text, secret links masked.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server::letters {

struct MailPreview {
    std::vector<std::pair<std::string, std::string>> headers;  // as sent, unfolded
    std::string text;                                          // the text/plain part, decoded
    std::vector<std::string> files;                            // names of attachments
};

/// Reads what mail::to_bytes() writes; other messages give what can be made out of them. Tokens in
/// addresses (/s/…, /r/…, /u/…, /l/…) are shown as dots: they act for the person who got them.
MailPreview preview_of(std::string_view bytes);

/// The same masking for any text.
std::string masked(std::string text);

}  // namespace server::letters
