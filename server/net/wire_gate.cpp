// RFC 9112, read strictly: section 2.2 (line ends), 3 (request line), 5 (fields), 6.3 (body
// length).
#include "server/net/wire_gate.hpp"

#include <algorithm>
#include <array>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <charconv>
#include <stdexcept>

#include "server/base/limits.hpp"
#include "server/net/urlencoded.hpp"
#include "server/net/words.hpp"
#include "workflows/text/percent.hpp"
#include "workflows/text/words.hpp"

namespace server::net {

namespace {

namespace http = boost::beast::http;

// A field line as it stands in the head.
struct RawField {
    std::string_view name;
    std::string_view value;
};

// What the fields that matter to framing and routing say.
struct Known {
    std::optional<std::string_view> host, content_length, content_type, expect;
    std::optional<std::string_view> transfer_encoding;
};

using workflows::text::lower;

bool same_word(std::string_view text, std::string_view lower_word) {
    return text.size() == lower_word.size() &&
           std::equal(text.begin(), text.end(), lower_word.begin(),
                      [](char a, char b) { return lower(a) == b; });
}

bool starts_with_word(std::string_view text, std::string_view lower_word) {
    return same_word(text.substr(0, lower_word.size()), lower_word);
}

bool is_token_character(char c) {
    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

std::string_view trim(std::string_view text) {
    return workflows::text::trim(text, workflows::text::blanks_of_a_line);
}

Gated<RawField> read_field(std::string_view line) {
    // RFC 9112, 5.2 lets a server refuse folded lines; some proxies join them and some do not.
    if (line.front() == ' ' || line.front() == '\t')
        return Refusal{400, words::a_header_field_is_split_over};
    const std::size_t colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos ||
        !std::ranges::all_of(line.substr(0, colon), is_token_character))
        return Refusal{400, words::a_header_field_has_a_malformed};
    return RawField{line.substr(0, colon), trim(line.substr(colon + 1))};
}

// Remembers a field that may occur only once.
std::optional<Refusal> keep_single(const RawField& field, Known& known) {
    const auto keep = [&](std::optional<std::string_view>& slot) -> std::optional<Refusal> {
        if (slot) return Refusal{400, words::a_header_field_that_may_appear};
        slot = field.value;
        return std::nullopt;
    };
    switch (field.name.size()) {
        case 4:
            if (same_word(field.name, "host")) return keep(known.host);
            break;
        case 6:
            if (same_word(field.name, "expect")) return keep(known.expect);
            break;
        case 12:
            if (same_word(field.name, "content-type")) return keep(known.content_type);
            break;
        case 14:
            if (same_word(field.name, "content-length")) return keep(known.content_length);
            break;
        case 17:
            if (same_word(field.name, "transfer-encoding")) known.transfer_encoding = field.value;
            break;
        default:
            break;
    }
    return std::nullopt;
}

struct RawHead {
    std::string_view request_line;
    std::size_t fields = 0;
    Known known;
};

Gated<RawHead> read_raw(std::string_view head) {
    RawHead raw;
    std::size_t end = head.find("\r\n");
    raw.request_line = head.substr(0, end);
    for (head.remove_prefix(end + 2); !head.starts_with("\r\n"); head.remove_prefix(end + 2)) {
        end = head.find("\r\n");
        if (++raw.fields > base::limits::head_fields_max)
            return Refusal{431, words::the_request_has_too_many_header};
        const Gated<RawField> field = read_field(head.substr(0, end));
        if (!field) return field.error();
        if (const auto refusal = keep_single(*field, raw.known)) return *refusal;
    }
    return raw;
}

std::optional<Refusal> check_request_line(std::string_view line) {
    const std::size_t method_end = line.find(' ');
    const std::size_t target_end = line.rfind(' ');
    if (method_end == 0 || method_end == std::string_view::npos || method_end == target_end)
        return Refusal{400, words::the_request_line_is_malformed};
    const std::string_view method = line.substr(0, method_end);
    const std::string_view target = line.substr(method_end + 1, target_end - method_end - 1);
    const std::string_view version = line.substr(target_end + 1);
    if (!std::ranges::all_of(method, is_token_character) || target.empty() ||
        !std::ranges::all_of(target, [](char c) { return c > 0x20 && c < 0x7F; }))
        return Refusal{400, words::the_request_line_is_malformed};
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        if (version.size() == 8 && version.starts_with("HTTP/") && version[6] == '.')
            return Refusal{505, words::this_server_supports_http_1_0};
        return Refusal{400, words::the_request_line_is_malformed};
    }
    if (method != "GET" && method != "HEAD" && method != "POST")
        return Refusal{405, words::this_server_supports_get_head};
    if (target.size() > base::limits::target_bytes_max)
        return Refusal{414, words::the_address_is_too_long};
    if (target.front() != '/' || target.find('#') != std::string_view::npos)
        return Refusal{400, words::the_address_is_malformed};
    return std::nullopt;
}

bool is_allowed_host(std::string_view host, const std::vector<std::string>& allowed_hosts) {
    const std::size_t bracket = host.rfind(']');
    const std::size_t colon =
        host.find(':', bracket == std::string_view::npos ? std::size_t{0} : bracket);
    const std::string_view name = host.substr(0, colon);
    if (colon != std::string_view::npos &&
        !std::ranges::all_of(host.substr(colon + 1), [](char c) { return c >= '0' && c <= '9'; }))
        return false;
    return std::ranges::any_of(allowed_hosts, [&](const std::string& allowed) {
        return same_word(host, allowed) || same_word(name, allowed);
    });
}

std::optional<Refusal> check_framing(const Known& known) {
    if (known.transfer_encoding) {
        // A length and an encoding together are how requests are smuggled (RFC 9112, 6.1).
        if (known.content_length) return Refusal{400, words::the_request_has_both_a_length};
        if (same_word(*known.transfer_encoding, "chunked"))
            return Refusal{411, words::send_the_length_of_the_body};
        return Refusal{501, words::this_server_does_not_support_transfer};
    }
    if (known.expect && !same_word(*known.expect, "100-continue"))
        return Refusal{417, words::this_server_supports_only_the_expectation};
    return std::nullopt;
}

Gated<std::uint64_t> body_length(const Known& known) {
    if (!known.content_length) return std::uint64_t{0};
    const std::string_view text = *known.content_length;
    std::uint64_t length = 0;
    // from_chars takes no sign for unsigned types, no space and no "0x".
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return Refusal{400, words::the_length_of_the_body};
    return length;
}

std::optional<Refusal> check_host(const Known& known, const std::vector<std::string>& allowed) {
    if (!known.host || known.host->empty()) return Refusal{400, words::the_request_does_not_name};
    if (!is_allowed_host(*known.host, allowed))
        return Refusal{421, words::this_server_is_not_responsible};
    return std::nullopt;
}

using Parser = http::request_parser<http::empty_body>;

bool parse(Parser& parser, std::string_view head, std::size_t fields) {
    parser.header_limit(static_cast<std::uint32_t>(base::limits::head_bytes_max) + 1);
    parser.body_limit(boost::none);
    boost::beast::error_code error;
    const std::size_t used = parser.put(boost::asio::buffer(head.data(), head.size()), error);
    if (error || used != head.size() || !parser.is_header_done() || parser.chunked()) return false;
    const auto& read = parser.get();
    return static_cast<std::size_t>(std::distance(read.begin(), read.end())) == fields;
}

void copy_fields(const Parser& parser, std::size_t count, NameValues& headers) {
    headers.reserve(count);
    for (const auto& field : parser.get()) {
        headers.emplace(lower(std::string_view(field.name_string())), std::string(field.value()));
    }
}

std::optional<Refusal> read_target(Request& request) {
    const std::string_view target = request.target;
    const std::size_t mark = target.find('?');
    auto path = decode_path(target.substr(0, mark));
    if (!path) return Refusal{400, words::the_address_is_malformed};
    request.path = std::move(*path);
    if (mark == std::string_view::npos) return std::nullopt;
    auto query = parse_urlencoded(target.substr(mark + 1));
    if (!query) return Refusal{400, words::the_address_is_malformed};
    request.query = std::move(*query);
    return std::nullopt;
}

}  // namespace

void throw_exception_from_error(const Refusal& refusal, const boost::source_location&) {
    throw std::logic_error("value() of a refused head: " + std::string(refusal.words));
}

Gated<std::size_t> HeadScanner::scan(std::string_view buffered) {
    const std::size_t end = std::min(buffered.size(), base::limits::head_bytes_max);
    for (; scanned_ < end; ++scanned_) {
        const auto byte = static_cast<unsigned char>(buffered[scanned_]);
        const bool after_cr = scanned_ > 0 && buffered[scanned_ - 1] == '\r';
        if (byte >= 0x20 && byte != 0x7F && !after_cr) continue;
        if ((byte == '\n') != after_cr) return Refusal{400, words::a_line_does_not_end};
        if (byte == '\n') {
            if (scanned_ == 1) return Refusal{400, words::the_request_starts_with_an_empty};
            if (scanned_ >= 3 && buffered.substr(scanned_ - 3, 2) == "\r\n") return ++scanned_;
        } else if (byte != '\r' && byte != '\t') {
            return Refusal{400, words::the_head_of_the_request_contains};
        }
    }
    if (buffered.size() < base::limits::head_bytes_max) return std::size_t{0};
    constexpr std::size_t request_line_max = base::limits::target_bytes_max + 64;
    if (buffered.substr(0, request_line_max).find('\n') == std::string_view::npos)
        return Refusal{414, words::the_address_is_too_long};
    return Refusal{431, words::the_header_fields_are_too_large};
}

Gated<Head> read_gated_head(std::string_view head, const std::vector<std::string>& allowed_hosts) {
    const Gated<RawHead> raw = read_raw(head);
    if (!raw) return raw.error();
    const Known& known = raw->known;
    if (const auto refusal = check_request_line(raw->request_line)) return *refusal;
    if (const auto refusal = check_framing(known)) return *refusal;
    if (const auto refusal = check_host(known, allowed_hosts)) return *refusal;
    const Gated<std::uint64_t> length = body_length(known);
    if (!length) return length.error();
    Parser parser;
    if (!parse(parser, head, raw->fields)) return Refusal{400, words::the_request_is_malformed};

    Head gated;
    gated.content_length = *length;
    gated.keep_alive = parser.keep_alive();
    gated.is_head_method = parser.get().method() == http::verb::head;
    gated.expects = known.expect ? Expects::continue_100 : Expects::nothing;
    gated.is_multipart =
        known.content_type && starts_with_word(*known.content_type, "multipart/form-data");
    Request& request = gated.request;
    request.method = parser.get().method() == http::verb::post ? Method::post : Method::get;
    // No client sends one, and a proxy may not pass it on: framing would be in doubt.
    if (request.method == Method::get && *length > 0)
        return Refusal{400, words::a_get_or_head_request_cannot};
    request.target = std::string(parser.get().target());
    if (const auto refusal = read_target(request)) return *refusal;
    copy_fields(parser, raw->fields, request.headers);
    return gated;
}

std::optional<std::string> decode_path(std::string_view raw) {
    if (!raw.starts_with('/')) return std::nullopt;
    auto path = workflows::text::percent_decode(raw, workflows::text::Plus::is_plus);
    if (!path) return std::nullopt;
    if (std::ranges::any_of(*path, [](char c) {
            return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\';
        }))
        return std::nullopt;
    // A slash that appears by decoding would change which segments there are.
    if (std::ranges::count(*path, '/') != std::ranges::count(raw, '/')) return std::nullopt;
    for (std::string_view rest = std::string_view(*path).substr(1);;) {
        const std::size_t end = rest.find('/');
        const std::string_view segment = rest.substr(0, end);
        if (segment == "." || segment == "..") return std::nullopt;
        if (end == std::string_view::npos) return path;
        if (segment.empty()) return std::nullopt;
        rest.remove_prefix(end + 1);
    }
}

}  // namespace server::net
