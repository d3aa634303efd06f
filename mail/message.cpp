// Composes messages: the parts of a MIME tree, from the inside out.
#include "mail/message.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

#include "mail/encode.hpp"
#include "mail/header.hpp"
#include "workflows/text/utf8.hpp"

namespace mail {
namespace {

constexpr std::size_t message_id_bytes_max = 250;
constexpr std::size_t id_bytes = 16;        // of a message id made from a key: 128 bits
constexpr std::size_t boundary_bytes = 15;  // of the hash that names a boundary

using Hash = std::array<unsigned char, crypto_hash_sha256_BYTES>;

Hash sha256(std::string_view text) {
    Hash hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size());
    return hash;
}

std::string hex(const Hash& hash, std::size_t bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < bytes; ++i) {
        out += digits[hash[i] >> 4U];
        out += digits[hash[i] & 0x0FU];
    }
    return out;
}

// A part with its own header, as it stands between two boundaries or after the message's header.
struct Part {
    std::string header;
    std::string body;  // ends with CRLF, or is empty
};

Part text_part(std::string media_type, std::string_view text) {
    HeaderWriter header;
    header.put("Content-Type", std::array<std::string, 2>{media_type + ";", "charset=UTF-8"});
    header.put("Content-Transfer-Encoding", "quoted-printable");
    return {header.take(), quoted_printable(workflows::text::valid_utf8(text))};
}

void refuse_bad_media_type(std::string_view media_type) {
    constexpr std::string_view allowed =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&^_.+-/";
    const auto slash = media_type.find('/');
    if (slash == 0 || slash == std::string_view::npos || slash + 1 == media_type.size() ||
        media_type.find('/', slash + 1) != std::string_view::npos ||
        media_type.find_first_not_of(allowed) != std::string_view::npos) {
        throw std::invalid_argument("not a media type");
    }
}

// Parameters of one header field: all but the last carry a semicolon.
std::vector<std::string> with_parameters(std::string value, std::vector<std::string> parameters) {
    parameters.insert(parameters.begin(), std::move(value));
    for (std::size_t i = 0; i + 1 < parameters.size(); ++i) {
        parameters[i] += ';';
    }
    return parameters;
}

// The plain name goes into Content-Type, the true one into Content-Disposition. Both as `filename`
// in one field is what web servers do, and a duplicate parameter to readers of mail.
Part file_part(std::string_view file_name, std::string_view media_type, std::string_view bytes) {
    refuse_bad_media_type(media_type);
    refuse_control_characters("filename", file_name);
    HeaderWriter header;
    header.put("Content-Type",
               with_parameters(std::string(media_type),
                               {quoted_parameter("name", ascii_file_name(file_name))}));
    header.put("Content-Transfer-Encoding", "base64");
    header.put("Content-Disposition",
               with_parameters("attachment", file_name_parameters("filename", file_name)));
    return {header.take(), base64_lines(bytes)};
}

// Without a Content-Disposition: with one, several readers show a file and no buttons.
Part calendar_part(const CalendarPart& calendar) {
    const std::string method =
        calendar.method == CalendarMethod::request ? "method=REQUEST" : "method=CANCEL";
    HeaderWriter header;
    header.put("Content-Type", with_parameters("text/calendar", {"charset=UTF-8", method}));
    header.put("Content-Transfer-Encoding", "base64");
    return {header.take(), base64_lines(calendar.bytes)};
}

// No encoding that we use can produce "=_", so the boundary never occurs within a part.
Part multipart(std::string_view kind, std::string_view path, const std::string& message_id,
               const std::vector<Part>& parts) {
    const std::string boundary =
        "=_" + hex(sha256(message_id + '\n' + std::string(path)), boundary_bytes);
    HeaderWriter header;
    header.put("Content-Type", with_parameters("multipart/" + std::string(kind),
                                               {quoted_parameter("boundary", boundary)}));
    std::string body;
    for (const auto& part : parts) {
        body += "--" + boundary + "\r\n" + part.header + "\r\n" + part.body + "\r\n";
    }
    body += "--" + boundary + "--\r\n";
    return {header.take(), std::move(body)};
}

Part readable_part(const Message& message) {
    std::vector<Part> forms{text_part("text/plain", message.text)};
    if (!message.html.empty()) {
        forms.push_back(text_part("text/html", message.html));
    }
    if (message.calendar) {
        forms.push_back(calendar_part(*message.calendar));
    }
    if (forms.size() == 1) {
        return forms.front();
    }
    return multipart("alternative", "alternative", message.message_id, forms);
}

Part whole_part(const Message& message) {
    std::vector<Part> parts{readable_part(message)};
    if (message.calendar) {
        parts.push_back(file_part("invite.ics", "application/ics", message.calendar->bytes));
    }
    for (const auto& attachment : message.attachments) {
        parts.push_back(file_part(attachment.file_name, attachment.media_type, attachment.bytes));
    }
    if (parts.size() == 1) {
        return parts.front();
    }
    return multipart("mixed", "mixed", message.message_id, parts);
}

void refuse_bad_id(std::string_view id) {
    const bool framed = id.size() > 2 && id.size() <= message_id_bytes_max && id.starts_with('<') &&
                        id.ends_with('>');
    if (!framed || !Address::parse(id.substr(1, id.size() - 2))) {
        throw std::invalid_argument("not a message id");
    }
}

void put_list_fields(HeaderWriter& header, const Message& message) {
    if (message.list_id) {
        if (!Address::parse("list@" + *message.list_id)) {
            throw std::invalid_argument("not a list id");
        }
        header.put("List-Id", '<' + *message.list_id + '>');
    }
    if (message.unsubscribe_url) {
        const std::string& url = *message.unsubscribe_url;
        if (!workflows::text::is_ascii(url) || url.find_first_of(" <>,") != std::string::npos) {
            throw std::invalid_argument("not an unsubscribe address");
        }
        header.put("List-Unsubscribe", '<' + url + '>');
        header.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
}

std::string message_header(const Message& message) {
    refuse_bad_id(message.message_id);
    HeaderWriter header;
    header.put("Date", rfc5322_date(message.date));
    header.put_mailbox("From", message.from);
    if (message.reply_to) {
        header.put_mailbox("Reply-To", *message.reply_to);
    }
    header.put_mailbox("To", message.to);
    header.put_text("Subject", message.subject);
    header.put("Message-ID", message.message_id);
    if (message.thread_root) {
        refuse_bad_id(*message.thread_root);
        header.put("In-Reply-To", *message.thread_root);
        header.put("References", *message.thread_root);
    }
    put_list_fields(header, message);
    header.put("Auto-Submitted", "auto-generated");  // RFC 3834: robots do not answer
    header.put("X-Auto-Response-Suppress", "OOF, AutoReply");
    header.put("MIME-Version", "1.0");
    return header.take();
}

}  // namespace

std::string to_bytes(const Message& message) {
    const Part part = whole_part(message);
    return message_header(message) + part.header + "\r\n" + part.body;
}

std::string make_message_id(std::string_view dedupe_key, std::string_view domain) {
    std::string id = '<' + hex(sha256(dedupe_key), id_bytes) + '@' + std::string(domain) + '>';
    refuse_bad_id(id);
    return id;
}

}  // namespace mail
