// Composed messages: the rules for bytes, and a round trip through another reader.
#include "mail/message.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>

#include "mail/header.hpp"
#include "tests/mail/temp_folder.hpp"

namespace mail {
namespace {

Address address(std::string_view text) {
    return Address::parse(text).value();
}

Message plain_message() {
    return {
        .from = {"Health and Wellbeing Board via Shiremoot", address("boards@shiremoot.example")},
        .to = {"Siân Jones", address("sian.jones@council.example")},
        .message_id = make_message_id("agenda:mtg-812:1:m77", "shiremoot.example"),
        .date = workflows::Instant(std::chrono::seconds(1'542'895'200)),
        .subject = "Agenda for Thursday 22 November",
        .text = "Papers are out.\n"};
}

Message full_message() {
    Message message = plain_message();
    message.subject =
        "Adroddiad Iechyd a Lles: cyfarfod nesaf ŷ Bwrdd, dydd Iau 22 Tachwedd 2018 🏛️";
    message.text = "Annwyl Siân,\r\n.a line with a full stop\nFrom here on\n" +
                   std::string(200, '.') + "\nlong " + std::string(300, 'x') +
                   " end \n\ttabs\t\nlast";
    message.html = "<p lang=\"en-GB\">Papers – “out” = now</p>\n.\n";
    message.reply_to = Mailbox{"O'Brien, \"Pat\" \\ Clerk", address("clerk@council.example")};
    message.thread_root = "<mtg-812@shiremoot.example>";
    message.list_id = "hwb.shiremoot.example";
    message.unsubscribe_url = "https://shiremoot.example/u/" + std::string(60, 'a');
    return message;
}

Message invitation_message() {
    Message message = full_message();
    CalendarEvent event;
    event.uid = "mtg-812@shiremoot.example";
    event.when = TimedEvent{message.date, message.date + std::chrono::hours(2)};
    event.summary = "Board";
    message.calendar =
        CalendarPart{CalendarMethod::request,
                     invitation(CalendarMethod::request, event, message.from, message.to)};
    return message;
}

Message pack_message() {
    Message message = full_message();
    message.attachments = {{"pack.pdf", "application/pdf", std::string("%PDF\0\r\n.\n", 9)},
                           {"Adroddiad ŷ \"x\" – tudalen olaf yr adroddiad blynyddol hir iawn.pdf",
                            "application/pdf", "%PDF-1.7"},
                           {"empty.bin", "application/octet-stream", ""}};
    return message;
}

std::vector<Message> corpus() {
    std::vector<Message> messages{plain_message(), full_message(), invitation_message(),
                                  pack_message()};
    for (const char* subject :
         {"", " ", "   ", "a", "two  spaces", " leading", "trailing ",
          "=?UTF-8?Q?not_encoded?=", "ŷ",
          "emoji "
          "🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈"
          "🏳️‍🌈🏳️‍🌈",
          "שלום עולם", "会議の議題 会議の議題 会議の議題 会議の議題",
          "a=b_c?d (e) <f> \"g\" @ , ;"}) {
        messages.push_back(plain_message());
        messages.back().subject = subject;
    }
    for (const std::size_t length : {60U, 61U, 75U, 78U, 998U}) {
        messages.push_back(plain_message());
        messages.back().subject = std::string(length, 'W');
        messages.push_back(plain_message());
        for (std::size_t i = 0; i < length / 2; ++i) {
            messages.back().subject += i % 3 == 0 ? "ŷ" : "w";
        }
    }
    for (const char* name :
         {"", "A", "Cllr. Smith", "Smith, Jo (chair)", "a \"b\" c", "back\\slash", "ŷ",
          "Ελένη Παπαδοπούλου του Συμβουλίου Υγείας και Ευεξίας της Κομητείας", "name@looks.like",
          " spaces "}) {
        messages.push_back(plain_message());
        messages.back().to.name = name;
    }
    messages.push_back(plain_message());
    messages.back().to = {"Long Local",
                          address(std::string(64, 'l') + "@" + std::string(60, 'd') + ".example")};
    return messages;
}

std::vector<std::string> lines_of(const std::string& bytes) {
    std::vector<std::string> lines;
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto end = bytes.find("\r\n", at);
        lines.push_back(bytes.substr(at, end - at));
        at = end == std::string::npos ? bytes.size() : end + 2;
    }
    return lines;
}

TEST(Message, KeepsTheRulesForBytes) {
    for (const auto& message : corpus()) {
        const std::string bytes = to_bytes(message);
        ASSERT_TRUE(bytes.ends_with("\r\n"));
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const char c = bytes[i];
            ASSERT_TRUE(c == '\t' || c == '\r' || c == '\n' || (c >= 0x20 && c <= 0x7E));
            ASSERT_EQ(c == '\r', i + 1 < bytes.size() && bytes[i + 1] == '\n');
        }
        std::map<std::string, int> fields;
        bool in_header = true;
        for (const auto& line : lines_of(bytes)) {
            ASSERT_FALSE(line.starts_with('.')) << line;
            ASSERT_FALSE(line.starts_with("From "));
            const bool unbreakable =
                line.find('@') != line.npos || line.find("https:") != line.npos;
            ASSERT_TRUE(line.size() <= 78 || unbreakable) << line;
            ASSERT_LE(line.size(), 998U);
            in_header = in_header && !line.empty();
            if (in_header && !line.starts_with(' ')) {
                ++fields[line.substr(0, line.find(':'))];
            }
        }
        for (const char* name : {"Date", "From", "To", "Subject", "Message-ID", "MIME-Version",
                                 "Auto-Submitted", "Content-Type"}) {
            EXPECT_EQ(fields[name], 1) << name;
        }
    }
}

TEST(Message, IsAFunctionOfItsFacts) {
    EXPECT_EQ(to_bytes(pack_message()), to_bytes(pack_message()));
    Message other = pack_message();
    other.message_id = make_message_id("other", "shiremoot.example");
    EXPECT_NE(to_bytes(pack_message()), to_bytes(other));
}

TEST(Message, HasTheHeadersOfAnAutomaticLetter) {
    const std::string bytes = to_bytes(full_message());
    EXPECT_NE(bytes.find("Date: Thu, 22 Nov 2018 14:00:00 +0000\r\n"), bytes.npos);
    EXPECT_NE(bytes.find("\r\nAuto-Submitted: auto-generated\r\n"), bytes.npos);
    EXPECT_NE(bytes.find("\r\nReferences: <mtg-812@shiremoot.example>\r\n"), bytes.npos);
    EXPECT_NE(bytes.find("\r\nList-Id: <hwb.shiremoot.example>\r\n"), bytes.npos);
    EXPECT_NE(bytes.find("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), bytes.npos);
    EXPECT_EQ(to_bytes(plain_message()).find("List-"), std::string::npos);
}

TEST(Message, RefusesHeadersOfTheWritersChoosing) {
    const auto refused = [](auto&& change) {
        Message message = pack_message();
        change(message);
        EXPECT_THROW(to_bytes(message), std::invalid_argument);
    };
    for (const std::string& bad : std::vector<std::string>{"a\r\nBcc: x@y.example", "a\nb", "a\rb",
                                                           std::string("a\0b", 3)}) {
        refused([&](Message& m) { m.subject = bad; });
        refused([&](Message& m) { m.from.name = bad; });
        refused([&](Message& m) { m.reply_to->name = bad; });
        refused([&](Message& m) { m.message_id = bad; });
        refused([&](Message& m) { m.thread_root = '<' + bad + "@x.example>"; });
        refused([&](Message& m) { m.list_id = bad; });
        refused([&](Message& m) { m.unsubscribe_url = bad; });
        refused([&](Message& m) { m.attachments[0].file_name = bad; });
        refused([&](Message& m) { m.attachments[0].media_type = "text/" + bad; });
    }
}

TEST(Message, ReplacesWhatIsNotUtf8) {
    Message message = plain_message();
    message.subject = "agenda \xFF";
    message.text = "\xC3";
    const std::string bytes = to_bytes(message);
    EXPECT_NE(bytes.find("=?UTF-8?Q?agenda_=EF=BF=BD?="), bytes.npos);
    EXPECT_NE(bytes.find("\r\n=EF=BF=BD\r\n"), bytes.npos);
}

// ---- through another reader

std::string hex(std::string_view text) {
    std::string out;
    for (const char c : text) {
        constexpr std::string_view digits = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4U];
        out += digits[byte & 0x0FU];
    }
    return out;
}

std::string run(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), &::pclose);
    std::string out;
    std::array<char, 4096> piece{};
    while (const auto count = std::fread(piece.data(), 1, piece.size(), pipe.get())) {
        out.append(piece.data(), count);
    }
    return out;
}

std::string with_newlines(std::string text) {
    for (auto at = text.find("\r\n"); at != text.npos; at = text.find("\r\n", at)) {
        text.erase(at, 1);
    }
    return text.empty() || text.ends_with('\n') ? text : text + '\n';
}

// What read_messages.py must print for a message.
std::string expected_reading(const std::string& file, const Message& message) {
    const auto line = [](std::string_view name, std::string_view value) {
        return std::string(name) + '=' + hex(value) + '\n';
    };
    const std::string sound = "defects=\n";
    std::string out = "file=" + file + '\n' + line("subject", message.subject);
    for (const auto& [name, who] : {std::pair("from", message.from), std::pair("to", message.to)}) {
        out += line(name, who.name + '|' + who.address.text());
    }
    if (message.calendar || !message.attachments.empty()) {
        out += sound + "multipart=multipart/mixed\n";
    }
    if (!message.html.empty()) {
        out += sound + "multipart=multipart/alternative\n";
    }
    out += sound + line("text/plain", with_newlines(message.text));
    if (!message.html.empty()) {
        out += sound + line("text/html", with_newlines(message.html));
    }
    if (message.calendar) {
        out += sound + line("text/calendar", message.calendar->bytes) + line("method", "REQUEST");
        out += sound + line("invite.ics", message.calendar->bytes);
    }
    for (const auto& attachment : message.attachments) {
        out += sound + line(attachment.file_name, attachment.bytes);
    }
    return out;
}

TEST(Message, PythonsStrictPolicyReadsWhatWasMeant) {
    const mail_tests::TempFolder folder;
    const auto messages = corpus();
    std::string command = "python3 " SHIREMOOT_SOURCE_DIR "/tests/mail/read_messages.py";
    std::string expected;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const std::string name = std::to_string(i) + ".eml";
        std::ofstream(folder.path() / name, std::ios::binary) << to_bytes(messages[i]);
        command += ' ' + (folder.path() / name).string();
        expected += expected_reading(name, messages[i]);
    }
    const std::string found = run(command);
    const auto [left, right] =
        std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
    EXPECT_TRUE(left == found.end() && right == expected.end())
        << "from here: " << std::string(left, found.end()).substr(0, 300)
        << "\nexpected: " << std::string(right, expected.end()).substr(0, 300);
}

}  // namespace
}  // namespace mail
