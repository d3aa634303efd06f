// The way out for one message: what a transport is asked, what it reports on the way, how it ends.
#pragma once

#include <stop_token>
#include <string>
#include <string_view>

#include "mail/address.hpp"
#include "mail/classify.hpp"

namespace mail {

/// Where mail goes for one recipient; `from` takes bounces (RFC 5321 reverse-path).
struct Envelope {
    Address from;
    Address to;
};

/// How far an attempt came. Before `eod` the message was surely not sent.
enum class Phase { connect, envelope, body, eod, done };

enum class Proceed { go_on, stop };

/// Told of every phase, on the thread that delivers, in order, `eod` at most once. `eod` is told
/// before the last bytes of the body leave: when the call returns go_on, the mark must be on disk.
/// `stop` gives the attempt up with nothing sent. Must not throw: libcurl's frames lie between.
class DeliveryObserver {
  public:
    virtual ~DeliveryObserver() = default;
    virtual Proceed reached(Phase phase) noexcept = 0;
};

enum class Verdict {
    accepted,       // the relay has it; `remote_id` is its queue id, when it gave one
    transient,      // surely not sent; this message again later, an attempt is used up
    permanent,      // surely not sent; the relay refused it for good
    in_doubt,       // the last bytes left and no reply came (RFC 1047)
    relay_trouble,  // surely not sent; no message would pass, no attempt is used up
    given_up        // surely not sent; the observer or the stop token ended it
};

struct SendResult {
    Verdict verdict = Verdict::relay_trouble;
    Reason reason = Reason::none;
    Reply reply = {};            // the reply that decided; code 0 when there was none
    std::string remote_id = {};  // "4XYZ1" from "250 2.0.0 Ok: queued as 4XYZ1"
    std::string trouble = {};    // for the log, when no reply explains it: "could not connect"
    bool connection_reused = false;
};

/// One connection's worth of sending. One thread at a time; one object per thread.
class MailTransport {
  public:
    virtual ~MailTransport() = default;
    /// Blocks until the end is known. `bytes` is a whole message as to_bytes makes it. A stop
    /// request ends the attempt at once before `eod`, and after a short grace once past it.
    virtual SendResult deliver(const Envelope& envelope, std::string_view bytes,
                               DeliveryObserver& observer, std::stop_token stop) = 0;
};

}  // namespace mail
