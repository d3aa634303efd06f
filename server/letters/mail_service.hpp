// The senders of the server: where the configuration says that mail goes.
#pragma once

#include <memory>

#include "mail/outbox_worker.hpp"
#include "server/base/app.hpp"
#include "server/letters/deliveries.hpp"
#include "server/letters/relay_watch.hpp"

namespace server::letters {

/// Made before anything else uses the App from another thread, destroyed after: it puts itself into
/// app.mail_queued and app.mail_status. Without a relay and a folder nothing is sent; the messages
/// wait, and the mail page says so.
class MailService {
  public:
    /// std::runtime_error, in words for the operator: smtp_url or the password file is wrong.
    explicit MailService(base::App& app);
    ~MailService();  // stops
    MailService(const MailService&) = delete;
    MailService& operator=(const MailService&) = delete;

    /// Logs once when there is nowhere to send.
    void start();
    void stop();
    /// Sends what is due on this thread; only while not started.
    mail::DrainReport drain_once();

  private:
    base::App& app_;
    DatabaseDeliveryLog log_;
    RelayWatch watch_;                            // outlives the senders
    std::unique_ptr<mail::OutboxWorker> worker_;  // null: nowhere to send
};

}  // namespace server::letters
