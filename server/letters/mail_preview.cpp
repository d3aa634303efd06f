#include "server/letters/mail_preview.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "server/letters/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::letters {
namespace {

constexpr std::string_view crlf = "\r\n";
// Shorter ones are ordinary words of our addresses ("/s/new").
constexpr std::size_t token_characters_min = 16;

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string from_quoted_printable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            if (text[i] != '\r') out += text[i];
            continue;
        }
        if (text.substr(i + 1, 2) == crlf) {
            i += 2;  // a soft line break
            continue;
        }
        const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
        if (high < 0 || low < 0) continue;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Part {
    Headers headers;
    std::string_view body;
    std::string_view header(std::string_view name) const {
        for (const auto& [key, value] : headers) {
            if (key == name) return value;
        }
        return {};
    }
};

Headers read_headers(std::string_view head) {
    Headers headers;
    while (!head.empty()) {
        const auto end = std::min(head.find(crlf), head.size());
        const auto line = head.substr(0, end);
        head.remove_prefix(std::min(end + crlf.size(), head.size()));
        if ((line.starts_with(' ') || line.starts_with('\t')) && !headers.empty()) {
            headers.back().second += line;
        } else if (const auto colon = line.find(": "); colon != std::string_view::npos) {
            headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
        } else if (const auto bare = line.find(':'); bare != std::string_view::npos) {
            headers.emplace_back(line.substr(0, bare), std::string());
        }
    }
    for (auto& [name, value] : headers)
        value.erase(0, std::min(value.find_first_not_of(' '), value.size()));
    return headers;
}

Part read_part(std::string_view bytes) {
    const auto blank = bytes.find("\r\n\r\n");
    if (blank == std::string_view::npos) return {read_headers(bytes), {}};
    return {read_headers(bytes.substr(0, blank)), bytes.substr(blank + 4)};
}

std::optional<std::string_view> parameter(std::string_view value, std::string_view name) {
    const auto at = value.find(std::string(name) + "=\"");
    if (at == std::string_view::npos) return std::nullopt;
    const auto begin = at + name.size() + 2;
    return value.substr(begin, value.find('"', begin) - begin);
}

std::vector<Part> parts_of(const Part& whole, std::string_view boundary) {
    std::vector<Part> parts;
    const std::string line = "--" + std::string(boundary);
    auto at = whole.body.find(line);
    while (at != std::string_view::npos) {
        const auto begin = at + line.size() + crlf.size();
        const auto next = whole.body.find(line, at + line.size());
        if (next == std::string_view::npos || begin > next) break;
        parts.push_back(read_part(whole.body.substr(begin, next - begin)));
        at = next;
    }
    return parts;
}

void add_part(const Part& part, MailPreview& preview) {
    const auto type = part.header("Content-Type");
    if (type.starts_with("multipart/")) {
        for (const auto& inner : parts_of(part, parameter(type, "boundary").value_or("")))
            add_part(inner, preview);
    } else if (part.header("Content-Disposition").starts_with("attachment")) {
        preview.files.emplace_back(parameter(type, "name").value_or("file"));
    } else if (type.starts_with("text/plain") && preview.text.empty()) {
        preview.text = from_quoted_printable(part.body);
    }
}

bool is_token_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

}  // namespace

std::string masked(std::string text) {
    const std::array<std::string_view, 4> secret_paths{web::stem(routes::sign_in_link),
                                                       web::stem(routes::mail_link), "/u/", "/l/"};
    for (const auto path : secret_paths) {
        for (auto at = text.find(path); at != std::string::npos; at = text.find(path, at + 1)) {
            const auto begin = at + path.size();
            auto end = begin;
            while (end < text.size() && is_token_character(text[end]))
                ++end;
            if (end - begin >= token_characters_min) text.replace(begin, end - begin, "•••");
        }
    }
    return text;
}

MailPreview preview_of(std::string_view bytes) {
    const auto whole = read_part(bytes);
    MailPreview preview;
    add_part(whole, preview);
    for (const auto& [name, value] : whole.headers) {
        if (name != "Content-Type" && name != words::content_transfer_encoding &&
            name != "MIME-Version")
            preview.headers.emplace_back(name, masked(value));
    }
    preview.text = masked(std::move(preview.text));
    return preview;
}

}  // namespace server::letters
