#include "server/demo/received_mail.hpp"

#include <sodium.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>

#include "workflows/text/words.hpp"

namespace server::demo {
namespace {

using Headers = std::map<std::string, std::string>;  // names in lower case, unfolded

using workflows::text::lower;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

enum class Blank { kept, underscore };

std::string from_quoted_printable(std::string_view text, Blank blank) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '_' && blank == Blank::underscore) {
            out += ' ';
        } else if (text[i] != '=' || i + 1 >= text.size()) {
            out += text[i];
        } else if (text[i + 1] == '\r' || text[i + 1] == '\n') {
            i += text[i + 1] == '\r' && i + 2 < text.size() && text[i + 2] == '\n' ? 2 : 1;
        } else if (i + 2 < text.size() && hex_digit(text[i + 1]) >= 0) {
            out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
            i += 2;
        }
    }
    return out;
}

std::string from_base64(std::string_view text) {
    std::string out(text.size(), '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(),
                      text.size(), "\r\n ", &size, &end, sodium_base64_VARIANT_ORIGINAL);
    out.resize(size);
    return out;
}

// RFC 2047: =?UTF-8?Q?…?= and =?UTF-8?B?…?=; blanks between two encoded words are not text.
std::string from_encoded_words(const std::string& text) {
    std::string out;
    std::size_t at = 0;
    for (auto start = text.find("=?"); start != std::string::npos; start = text.find("=?", at)) {
        const auto kind = text.find('?', start + 2);
        const auto end = kind == std::string::npos ? kind : text.find("?=", kind + 3);
        if (end == std::string::npos) break;
        const auto between = text.substr(at, start - at);
        const bool joined = at > 0 && between.find_first_not_of(" \t") == std::string::npos;
        if (!joined) out += between;
        const auto word = text.substr(kind + 3, end - kind - 3);
        out += workflows::text::lower(text[kind + 1]) == 'b'
                   ? from_base64(word)
                   : from_quoted_printable(word, Blank::underscore);
        at = end + 2;
    }
    return out + text.substr(at);
}

// Up to the empty line; `body` gets what follows.
Headers read_headers(std::string_view text, std::string_view& body) {
    Headers headers;
    std::string name;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) break;
        if (line.front() == ' ' || line.front() == '\t') {
            headers[name] += line;
            continue;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        name = lower(std::string(line.substr(0, colon)));
        auto value = line.substr(colon + 1);
        while (value.starts_with(' '))
            value.remove_prefix(1);
        headers[name] = value;
    }
    body = text;
    return headers;
}

std::string parameter(const std::string& header, const std::string& name) {
    const auto start = lower(header).find(name + "=");
    if (start == std::string::npos) return {};
    auto value = header.substr(start + name.size() + 1);
    if (value.starts_with('"')) return value.substr(1, value.find('"', 1) - 1);
    return value.substr(0, value.find_first_of("; "));
}

void read_parts(const Headers& headers, std::string_view body, std::vector<ReceivedPart>& parts) {
    const auto find = [&](const char* name) {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    };
    const auto type = find("content-type");
    const auto media_type = lower(type.substr(0, type.find(';')));
    if (media_type.starts_with("multipart/")) {
        const auto mark = "--" + parameter(type, "boundary");
        for (auto at = body.find(mark); at != std::string_view::npos;) {
            const auto start = body.find('\n', at) + 1;
            const auto next = body.find(mark, start);
            if (next == std::string_view::npos) return;
            std::string_view inside;
            const auto inner = read_headers(body.substr(start, next - start), inside);
            read_parts(inner, inside, parts);
            at = next;
        }
        return;
    }
    const auto encoding = lower(find("content-transfer-encoding"));
    ReceivedPart part{media_type, parameter(find("content-disposition"), "filename"), ""};
    part.content = encoding == "base64"             ? from_base64(body)
                   : encoding == "quoted-printable" ? from_quoted_printable(body, Blank::kept)
                                                    : std::string(body);
    parts.push_back(std::move(part));
}

ReceivedMail parse(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    ReceivedMail mail;
    mail.name = file.filename().string();
    mail.source.assign(std::istreambuf_iterator<char>(stream), {});
    std::string_view body;
    auto headers = read_headers(mail.source, body);
    mail.from = from_encoded_words(headers["from"]);
    mail.to = from_encoded_words(headers["to"]);
    mail.subject = from_encoded_words(headers["subject"]);
    mail.date = headers["date"];
    read_parts(headers, body, mail.parts);
    return mail;
}

}  // namespace

const ReceivedPart* ReceivedMail::part(std::string_view media_type) const {
    for (const auto& candidate : parts) {
        if (candidate.media_type == media_type) return &candidate;
    }
    return nullptr;
}

std::vector<ReceivedMail> list_mail(const std::filesystem::path& maildir) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(maildir / "new")) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
        return std::filesystem::last_write_time(a) > std::filesystem::last_write_time(b);
    });
    std::vector<ReceivedMail> list;
    for (const auto& file : files) {
        auto mail = parse(file);
        mail.parts.clear();
        mail.source.clear();
        list.push_back(std::move(mail));
    }
    return list;
}

ReceivedMail read_mail(const std::filesystem::path& maildir, const std::string& name) {
    for (const auto& entry : std::filesystem::directory_iterator(maildir / "new")) {
        if (entry.path().filename() == name) return parse(entry.path());
    }
    return {};
}

}  // namespace server::demo
