// The outbox as the senders see it: each call of mail::DeliveryLog is one transaction here.
#pragma once

#include "db/database.hpp"
#include "db/outbox_delivery.hpp"
#include "mail/delivery_log.hpp"
#include "server/base/begun_file.hpp"
#include "server/base/platform.hpp"

namespace server::letters {

class DatabaseDeliveryLog final : public mail::DeliveryLog {
  public:
    /// Keeps what has begun in `outbox.begun` beside the database. `boot` as boot_name() gives it.
    explicit DatabaseDeliveryLog(db::Database& database,
                                 const std::string& boot = base::boot_name());

    std::vector<mail::Leased> lease(std::string_view worker, std::size_t rows_max,
                                    workflows::Instant now) override;
    std::vector<mail::LeaseKey> commit(std::span<const mail::LeaseKey> eod_marks,
                                       std::span<const mail::Outcome> outcomes) override;
    bool begin(const mail::LeaseKey& key) noexcept override { return begun_.begin(key); }
    std::vector<mail::Stranded> stranded(std::string_view worker, workflows::Instant now) override;

  private:
    db::Database& database_;
    base::BegunFile begun_;
};

/// How an outcome is stored. `accepted`, `failed`, `expired` and doubt without another try are the
/// end of a message; `held` waits for somebody; all others name the next try.
db::OutcomeRow outcome_row(const mail::Outcome& outcome);

}  // namespace server::letters
