// The demonstration's mailbox: what the SMTP server on loopback was handed, read back.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace server::demo {

struct ReceivedPart {
    std::string media_type;  // "text/plain", "text/html", "text/calendar", "application/pdf"
    std::string file_name;   // of an attachment, or empty
    std::string content;     // decoded
};

/// A message of our own making: only the encodings that mail/message.cpp writes are understood.
struct ReceivedMail {
    std::string name;  // of its file in the Maildir
    std::string from;
    std::string to;
    std::string subject;
    std::string date;
    std::string source;  // as received
    std::vector<ReceivedPart> parts;

    const ReceivedPart* part(std::string_view media_type) const;  // first, or nullptr
};

/// Newest first, by the order of arrival; headers only (no parts, no source).
std::vector<ReceivedMail> list_mail(const std::filesystem::path& maildir);
/// Null name when there is no such message.
ReceivedMail read_mail(const std::filesystem::path& maildir, const std::string& name);

}  // namespace server::demo
