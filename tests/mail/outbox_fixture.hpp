// An outbox in memory and a relay that plays what a test tells it.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "mail/outbox_worker.hpp"
#include "tests/mail/fakes.hpp"

namespace mail_tests {

class Outbox : public testing::Test {
  protected:
    mail::OutboxWorker worker(std::string name, std::size_t senders = 2) {
        return {log_,
                [this] { return std::make_unique<FakeTransport>(relay_); },
                clock_,
                [] { return 0.5; },
                {std::move(name), senders, std::chrono::milliseconds(10)}};
    }
    std::int64_t add(mail::MessageClass message_class) {
        return log_.add(message_class, clock_.now(), clock_.now() + std::chrono::hours(48));
    }
    mail::DrainReport drain(std::string name) { return worker(std::move(name)).drain_once(); }
    mail::Disposition last(std::int64_t id) const {
        return log_.row(id).outcomes.back().disposition;
    }

    FakeClock clock_;
    MemoryLog log_;
    FakeRelay relay_;
};

}  // namespace mail_tests
