// Follows one SMTP dialogue by its replies and decides what an ended attempt means; pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "mail/classify.hpp"
#include "mail/transport.hpp"

namespace mail {

/// The reply awaited next. libcurl does not say which command a reply answers; the order does.
enum class Stage { greeting, hello, starttls, login, mail, rcpt, data, end_of_data, over };

enum class LoginRule { none, required };
enum class UpgradeRule { none, required };  // STARTTLS within the dialogue

class SmtpDialogue {
  public:
    SmtpDialogue(UpgradeRule upgrade, LoginRule login) : upgrade_(upgrade), login_(login) {}

    /// A new message on a kept connection; the next reply answers MAIL.
    void begin();
    /// A connection is being made: what follows is a greeting.
    void connecting();

    /// One reply line with or without its line end. `stop`: the relay would take mail although a
    /// login is required and did not happen (libcurl sends on without one when none is offered).
    Proceed line(std::string_view text);

    /// Accepted, or refused from MAIL on: whatever comes later is about the next message.
    bool decided() const;

    Stage stage() const { return stage_; }
    bool fresh() const { return fresh_; }
    bool login_missing() const { return login_missing_; }
    /// The last complete reply of this message, if any.
    const Reply& last() const { return last_; }
    bool heard_anything() const { return heard_; }

  private:
    void complete(int code);
    void after_hello();

    UpgradeRule upgrade_;
    LoginRule login_;
    Stage stage_ = Stage::greeting;
    bool fresh_ = false;
    bool upgraded_ = false;
    bool logged_in_ = false;
    bool login_missing_ = false;
    bool heard_ = false;
    std::string text_;
    Reply last_;
};

/// How a transfer ended, in facts.
struct Ending {
    Stage stage = Stage::greeting;  // the reply that was awaited
    bool clean = false;             // the client library saw no fault
    bool all_given = false;         // every byte of the body was handed over
    bool stopped = false;           // we ended it ourselves
    bool login_missing = false;
    bool fresh = true;  // a new connection was made for it
    Reply reply = {};
    std::string trouble = {};
};

SendResult judge(const Ending& ending);

/// A kept connection had died before it took anything: one more try on a new one is owed.
bool deserves_fresh_connection(const Ending& ending, bool heard_anything);

/// "4XYZ1" from "Ok: queued as 4XYZ1"; the first 64 letters of the text when it has another form.
std::string queue_id(std::string_view text);

}  // namespace mail
