// What the tests of the SMTP transport share: an envelope, an observer, a relay with short waits.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "mail/smtp_transport.hpp"
#include "tests/harness/smtp_server.hpp"

namespace mail {

using harness::SmtpMoment;
using harness::SmtpReaction;
using harness::SmtpServer;
using harness::SmtpStep;
using Manner = SmtpReaction::Manner;

inline Address address(std::string_view text) {
    return Address::parse(text).value();
}
inline const Envelope& envelope() {
    static const Envelope value{address("b+token@board.example"), address("sian@council.example")};
    return value;
}
inline const std::string small_message = "Subject: Agenda\r\n\r\nPapers are out.\r\n";

struct Watcher final : DeliveryObserver {
    Proceed reached(Phase phase) noexcept override {
        phases.push_back(phase);
        if (phase == Phase::eod && at_eod) {
            return at_eod();
        }
        return Proceed::go_on;
    }
    bool marked() const {
        return std::find(phases.begin(), phases.end(), Phase::eod) != phases.end();
    }
    std::vector<Phase> phases;
    std::function<Proceed()> at_eod;
};

inline SmtpRelay relay_to(const SmtpServer& server) {
    SmtpRelay relay =
        SmtpRelay::parse("smtp://127.0.0.1:" + std::to_string(server.port()), "test.example")
            .value();
    const std::chrono::milliseconds brief(100);  // libcurl looks once a second
    relay.timeouts = {brief, brief, brief, brief, brief, brief};
    return relay;
}

/// Plays `reaction` at `step` of the first message of each session.
inline harness::SmtpScript at(SmtpStep step, SmtpReaction reaction) {
    return [=](const SmtpMoment& moment) {
        return moment.step == step && moment.message == 0 ? reaction : SmtpReaction{};
    };
}

}  // namespace mail
