// What must hold of every letter that goes out, whatever it says.
#pragma once

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>

#include "server/letters/mail_preview.hpp"

namespace tests {

/// The decoded body of the first part of this type ("text/html"), or empty.
inline std::string letter_part(const std::string& bytes, const std::string& type) {
    const auto head = bytes.find("Content-Type: " + type);
    if (head == std::string::npos) return {};
    const auto begin = bytes.find("\r\n\r\n", head) + 4;
    const auto end = bytes.find("\r\n--=_", begin);
    // The same reader as the preview, over a message that has this part alone.
    return server::letters::preview_of("Content-Type: text/plain\r\n\r\n" +
                                       bytes.substr(begin, end - begin))
        .text;
}

inline std::set<std::string> addresses_in(const std::string& text, const char* pattern) {
    const std::regex address(pattern);
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), address), end; at != end; ++at)
        found.insert((*at)[1].str());
    return found;
}

/// What every mail server takes unchanged: ASCII, CRLF and no other control, short lines (RFC 5322
/// 2.1.1, RFC 2045 6.7).
inline void expect_plain_bytes(const std::string& bytes) {
    constexpr std::size_t line_characters_max = 78;
    std::size_t line = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto c = static_cast<unsigned char>(bytes[at]);
        const bool ends = c == '\r' && bytes.compare(at, 2, "\r\n") == 0;
        ASSERT_TRUE((c >= 0x20 && c < 0x7F) || c == '\t' || ends) << "at byte " << at;
        ++line;
        if (!ends) continue;
        ASSERT_LE(line - 1, line_characters_max) << bytes.substr(at + 1 - line, line);
        line = 0;
        ++at;
    }
    EXPECT_TRUE(bytes.ends_with("\r\n"));
}

inline void expect_good_letter(const std::string& bytes, const std::string& subject) {
    SCOPED_TRACE(subject);
    const auto text = letter_part(bytes, "text/plain");
    const auto html = letter_part(bytes, "text/html");
    ASSERT_FALSE(text.empty());
    ASSERT_FALSE(html.empty());
    for (const auto& form : {text, html}) {
        EXPECT_EQ(form.find("{{"), std::string::npos);
        EXPECT_EQ(form.find("}}"), std::string::npos);
        EXPECT_EQ(form.find("\n\n\n"), std::string::npos) << form;
    }
    for (const auto& address : addresses_in(html, "href=\"([^\"]+)\""))
        EXPECT_NE(text.find(address), std::string::npos) << address << "\n" << text;
    for (const char* remote : {"<img", "<script", "<link", "url(", "src=", "@import"})
        EXPECT_EQ(html.find(remote), std::string::npos) << remote;
    EXPECT_NE(html.find("<html lang=\"en-GB\">"), std::string::npos);
    std::size_t characters = 0;
    EXPECT_EQ(subject.find_first_of("\r\n"), std::string::npos);
    expect_plain_bytes(bytes);
    for (const char c : subject)
        characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    EXPECT_LE(characters, 78U);
    for (const char* header :
         {"Auto-Submitted: auto-generated\r\n", "X-Auto-Response-Suppress: OOF, AutoReply\r\n",
          "\r\nMessage-ID: <", "Date: ", "MIME-Version: 1.0\r\n"})
        EXPECT_NE(bytes.find(header), std::string::npos) << header;
    EXPECT_EQ(bytes.find("Bcc:"), std::string::npos);
}

}  // namespace tests
