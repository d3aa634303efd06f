// The table from replies to reasons (RFC 5321 4.2, RFC 3463, and what large hosts really send).
#include "mail/classify.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "workflows/text/words.hpp"

namespace mail {
namespace {

constexpr std::array<std::pair<Reason, std::string_view>, 13> names{
    {{Reason::none, "none"},
     {Reason::connection, "connection"},
     {Reason::transient, "transient"},
     {Reason::mailbox_full, "mailbox_full"},
     {Reason::relay, "relay"},
     {Reason::relay_login, "relay_login"},
     {Reason::bad_address, "bad_address"},
     {Reason::disabled, "disabled"},
     {Reason::too_large, "too_large"},
     {Reason::needs_smtputf8, "needs_smtputf8"},
     {Reason::our_domain, "our_domain"},
     {Reason::policy, "policy"},
     {Reason::protocol, "protocol"}}};

struct StatusRow {
    EnhancedStatus status;
    Reason reason;
};

// By enhanced status alone; what differs by basic code or words is decided before.
constexpr std::array by_status{
    StatusRow{{4, 2, 2}, Reason::mailbox_full},   StatusRow{{5, 2, 2}, Reason::mailbox_full},
    StatusRow{{4, 3, 1}, Reason::relay},          StatusRow{{4, 3, 2}, Reason::relay},
    StatusRow{{4, 7, 0}, Reason::transient},      StatusRow{{5, 1, 1}, Reason::bad_address},
    StatusRow{{5, 1, 2}, Reason::bad_address},    StatusRow{{5, 1, 3}, Reason::bad_address},
    StatusRow{{5, 1, 6}, Reason::bad_address},    StatusRow{{5, 1, 10}, Reason::bad_address},
    StatusRow{{5, 4, 4}, Reason::bad_address},    StatusRow{{5, 2, 1}, Reason::disabled},
    StatusRow{{5, 2, 3}, Reason::too_large},      StatusRow{{5, 3, 4}, Reason::too_large},
    StatusRow{{5, 6, 7}, Reason::needs_smtputf8}, StatusRow{{5, 7, 8}, Reason::relay_login},
    StatusRow{{5, 7, 9}, Reason::relay_login},    StatusRow{{5, 7, 20}, Reason::our_domain},
    StatusRow{{5, 7, 23}, Reason::our_domain},    StatusRow{{5, 7, 24}, Reason::our_domain},
    StatusRow{{5, 7, 26}, Reason::our_domain},    StatusRow{{5, 7, 515}, Reason::our_domain}};

bool says_relaying_denied(std::string_view text) {
    const std::string words = workflows::text::lower(text);
    return words.find("relay") != std::string::npos;
}

std::optional<Reason> by_enhanced_status(const EnhancedStatus& status) {
    const auto row = std::find_if(by_status.begin(), by_status.end(),
                                  [&](const StatusRow& r) { return r.status == status; });
    if (row == by_status.end()) {
        return std::nullopt;
    }
    return row->reason;
}

Reason permanent_by_code(const Reply& reply) {
    switch (reply.code) {
        case 500:
        case 501:
        case 502:
        case 503:
        case 504:
        case 555:
            return Reason::protocol;
        case 530:
        case 535:
        case 538:
            return Reason::relay_login;
        case 552:
            return Reason::too_large;
        case 553:
            return Reason::bad_address;
        default:
            break;
    }
    // A bare 550 is how older servers say that there is no such mailbox.
    const bool bare = reply.status == EnhancedStatus{};
    if (reply.code == 550 && bare) {
        return says_relaying_denied(reply.text) ? Reason::our_domain : Reason::bad_address;
    }
    return Reason::policy;
}

// Reads a number and what ends it; -1 when there is none.
int read_number(std::string_view& text, char end) {
    int value = -1;
    const auto [next, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const auto used = static_cast<std::size_t>(next - text.data());
    if (error != std::errc{} || value < 0 || value > 999 || used > 3) {
        return -1;
    }
    const bool ended = used == text.size() ? end == ' ' : text[used] == end;
    if (!ended) {
        return -1;
    }
    text.remove_prefix(std::min(used + 1, text.size()));
    return value;
}

}  // namespace

std::string_view name_of(Reason reason) {
    for (const auto& [value, name] : names) {
        if (value == reason) {
            return name;
        }
    }
    return {};
}

std::optional<Reason> reason_of(std::string_view name) {
    for (const auto& [value, known] : names) {
        if (known == name) {
            return value;
        }
    }
    return std::nullopt;
}

bool is_transient(Reason reason) {
    return reason == Reason::connection || reason == Reason::transient ||
           reason == Reason::mailbox_full || reason == Reason::relay;
}

Reply make_reply(int code, std::string_view text) {
    Reply reply{code, {}, std::string(text)};
    std::string_view rest = text;
    const int kind = read_number(rest, '.');
    const int subject = kind == 2 || kind == 4 || kind == 5 ? read_number(rest, '.') : -1;
    const int detail = subject >= 0 ? read_number(rest, ' ') : -1;
    // RFC 2034 5: the class must agree with the code, else the words only look like a status.
    if (detail >= 0 && kind == code / 100) {
        reply.status = {kind, subject, detail};
        reply.text = rest;
    }
    return reply;
}

std::string to_text(const EnhancedStatus& status) {
    if (status == EnhancedStatus{}) {
        return {};
    }
    return std::to_string(status.kind) + '.' + std::to_string(status.subject) + '.' +
           std::to_string(status.detail);
}

Reason classify(const Reply& reply) {
    if (reply.code < 400) {
        return Reason::none;
    }
    if (reply.code == 421) {
        return Reason::connection;
    }
    if (reply.code == 454) {  // RFC 4954 4: temporary failure of authentication; RFC 3207: of TLS
        return Reason::relay;
    }
    if (reply.code == 530 || reply.code == 535 || reply.code == 538) {
        return Reason::relay_login;
    }
    if (reply.status == EnhancedStatus{5, 7, 1}) {
        return says_relaying_denied(reply.text) ? Reason::our_domain : Reason::policy;
    }
    if (const auto reason = by_enhanced_status(reply.status)) {
        return *reason;
    }
    return reply.code < 500 ? Reason::transient : permanent_by_code(reply);
}

}  // namespace mail
