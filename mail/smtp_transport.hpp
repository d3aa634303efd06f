// SMTP to one relay through libcurl, one kept connection per object.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "mail/transport.hpp"
#include "workflows/core/result.hpp"

namespace mail {

/// RFC 5321 4.5.3.2 gives the least a client should wait at each stage. The wait after the final
/// full stop must be the long one: shorter makes duplicates.
struct SmtpTimeouts {
    std::chrono::milliseconds connect{30'000};
    std::chrono::milliseconds reply{300'000};       // greeting, EHLO, TLS, AUTH, MAIL, RCPT
    std::chrono::milliseconds data{120'000};        // 354 after DATA
    std::chrono::milliseconds body_block{180'000};  // no byte of the body could be sent
    std::chrono::milliseconds end_of_data{600'000};
    std::chrono::milliseconds stop_grace{5'000};  // after a stop request, once past eod
};

enum class SmtpSecurity {
    plain,     // loopback only
    starttls,  // required, never optional: an optional one shows the password to whoever strips it
    tls        // smtps://
};

inline constexpr int messages_per_connection_max = 90;  // some servers cut at 100

/// Where and how to hand mail over.
struct SmtpRelay {
    std::string host;
    int port = 25;
    SmtpSecurity security = SmtpSecurity::starttls;
    std::string user = {};
    std::string password = {};
    std::string ca_file = {};             // empty: the system's authorities
    std::string helo_name = "localhost";  // our own name in EHLO
    SmtpTimeouts timeouts = {};

    /// "smtp://127.0.0.1:25", "smtp://user:password@host:587", "smtps://host". smtp:// to a
    /// loopback address without credentials is plain, else STARTTLS is required. Code::invalid
    /// names "smtp_url"; the message never repeats the password.
    static workflows::Result<SmtpRelay> parse(std::string_view url, std::string helo_name);
};

class SmtpTransport final : public MailTransport {
  public:
    explicit SmtpTransport(SmtpRelay relay);
    ~SmtpTransport() override;
    SmtpTransport(const SmtpTransport&) = delete;
    SmtpTransport& operator=(const SmtpTransport&) = delete;

    /// A kept connection that the relay has closed meanwhile is replaced once, without telling.
    SendResult deliver(const Envelope& envelope, std::string_view bytes, DeliveryObserver& observer,
                       std::stop_token stop) override;

  private:
    class Session;
    std::unique_ptr<Session> session_;
};

}  // namespace mail
