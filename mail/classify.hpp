// What a refusal means: the relay's reply to one of a few reasons, by enhanced status code first.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace mail {

/// RFC 3463: class.subject.detail, as in 5.1.1. All zero: the reply had none.
struct EnhancedStatus {
    int kind = 0;
    int subject = 0;
    int detail = 0;
    friend auto operator<=>(const EnhancedStatus&, const EnhancedStatus&) = default;
};

/// One complete reply. `text` is the words after code and status, lines joined by spaces.
struct Reply {
    int code = 0;  // 0: no reply came
    EnhancedStatus status = {};
    std::string text = {};
};

enum class Reason {
    none,            // accepted, or nothing was said
    connection,      // 421: this connection is over, try another
    transient,       // this recipient, later (greylisting, locks)
    mailbox_full,    // this recipient, tomorrow; even when the code says never
    relay,           // the relay itself is in trouble: nobody's message would pass
    relay_login,     // our user name or password at the relay is wrong
    bad_address,     // no such person or host: tell the clerk
    disabled,        // the mailbox exists and is switched off
    too_large,       // send a link instead
    needs_smtputf8,  // the address has letters the next server cannot take
    our_domain,      // SPF, DKIM, relaying: our set-up is wrong; never held against the member
    policy,          // refused for content or reputation
    protocol         // a reply that says we made a mistake
};

/// The name as stored and logged: "bad_address" and so on.
std::string_view name_of(Reason reason);
std::optional<Reason> reason_of(std::string_view name);

/// Reasons whose answer is to try the same bytes again later.
bool is_transient(Reason reason);

/// Splits "5.1.1 No such user" from a reply's text; no status gives all zeros and the whole text.
Reply make_reply(int code, std::string_view text);
/// "5.1.1", or empty when there is none.
std::string to_text(const EnhancedStatus& status);

/// A reply that is not 2xx or 3xx. Never Reason::none for codes of 400 and more.
Reason classify(const Reply& reply);

}  // namespace mail
