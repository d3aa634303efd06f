// Reads the address of a relay.
#include <algorithm>

#include "mail/smtp_transport.hpp"
#include "mail/words.hpp"
#include "workflows/text/percent.hpp"

namespace mail {
namespace {

constexpr int port_max = 65535;

workflows::Error bad_url(std::string message) {
    return workflows::invalid("smtp_url", std::move(message));
}

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

bool is_loopback(std::string_view host) {
    return host == "localhost" || host == "[::1]" ||
           (host.starts_with("127.") && host.find_first_not_of("0123456789.") == host.npos);
}

// "host", "host:25", "[::1]:25". Zero: no port given; -1: a bad one.
int take_port(std::string_view& host) {
    const auto colon = host.rfind(':');
    const auto bracket = host.rfind(']');
    if (colon == host.npos || (bracket != host.npos && colon < bracket)) {
        return 0;
    }
    const auto digits = host.substr(colon + 1);
    host = host.substr(0, colon);
    if (digits.empty() || digits.size() > 5 ||
        digits.find_first_not_of("0123456789") != host.npos) {
        return -1;
    }
    const int port = std::stoi(std::string(digits));
    return port >= 1 && port <= port_max ? port : -1;
}

void take_login(std::string_view& rest, SmtpRelay& relay) {
    const auto at = rest.rfind('@');
    if (at == rest.npos) {
        return;
    }
    const auto login = rest.substr(0, at);
    rest.remove_prefix(at + 1);
    const auto colon = std::min(login.find(':'), login.size());
    relay.user = workflows::text::percent_decode_leniently(login.substr(0, colon));
    relay.password =
        workflows::text::percent_decode_leniently(login.substr(std::min(colon + 1, login.size())));
}

bool is_host(std::string_view host) {
    constexpr std::string_view allowed =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]";
    return !host.empty() && host.find_first_not_of(allowed) == host.npos;
}

}  // namespace

workflows::Result<SmtpRelay> SmtpRelay::parse(std::string_view url, std::string helo) {
    constexpr std::string_view plain_scheme = "smtp://";
    constexpr std::string_view tls_scheme = "smtps://";
    const bool tls = url.starts_with(tls_scheme);
    if (!is_plain(url) || (!tls && !url.starts_with(plain_scheme))) {
        return bad_url(words::enter_the_mail_relay);
    }
    SmtpRelay relay;
    auto rest = url.substr(tls ? tls_scheme.size() : plain_scheme.size());
    if (rest.ends_with('/')) {
        rest.remove_suffix(1);
    }
    take_login(rest, relay);
    const int port = take_port(rest);
    if (port < 0 || !is_host(rest)) {
        return bad_url(words::give_the_mail_server);
    }
    if (!is_host(helo)) {
        return workflows::invalid("helo_name", words::name_of_this_server);
    }
    relay.host = rest;
    relay.helo_name = std::move(helo);
    const bool plain = !tls && relay.user.empty() && is_loopback(relay.host);
    relay.security = tls ? SmtpSecurity::tls : plain ? SmtpSecurity::plain : SmtpSecurity::starttls;
    constexpr int smtp_port = 25;
    constexpr int submissions_port = 465;
    relay.port = port != 0 ? port : (tls ? submissions_port : smtp_port);
    return relay;
}

}  // namespace mail
