// Drains a durable outbox into an SMTP server on loopback: the shipped pragmas, a real disk.
// usage: outbox_bench DIR MESSAGES CONNECTIONS PORT      prints messages per second
#include <chrono>
#include <filesystem>
#include <iostream>
#include <thread>

#include "db/database.hpp"
#include "db/outbox.hpp"
#include "mail/outbox_worker.hpp"
#include "mail/smtp_transport.hpp"
#include "server/base/platform.hpp"
#include "server/letters/deliveries.hpp"

namespace {

void fill(db::Database& database, int messages, const server::base::SystemClock& clock) {
    auto tx = database.begin_write();
    db::OutboxRow row;
    row.batch = "bench";
    row.message_class = "statutory";
    row.template_name = "bench";
    row.sender = "boards@example.org";
    row.recipient = "member@example.org";
    row.subject = "Papers";
    row.next_at = clock.now();
    row.not_after = clock.now() + std::chrono::hours(1);
    row.bytes = "From: <boards@example.org>\r\nTo: <member@example.org>\r\nSubject: Papers\r\n\r\n";
    while (row.bytes.size() < 8192)
        row.bytes += "hello world hello world hello world hello\r\n";
    for (int number = 0; number < messages; ++number) {
        row.key = "bench:" + std::to_string(number);
        row.message_id = "<" + std::to_string(number) + "@example.org>";
        db::insert_outbox(*tx, row);
    }
    tx->commit();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) return 2;
    const std::filesystem::path directory = argv[1];
    const int messages = std::stoi(argv[2]);
    std::filesystem::create_directories(directory);
    const server::base::SystemClock clock;
    server::base::RandomIds ids;
    db::Database database(directory / "shiremoot.db", 2, clock, ids);
    fill(database, messages, clock);
    server::letters::DatabaseDeliveryLog log(database);
    const auto relay =
        mail::SmtpRelay::parse("smtp://127.0.0.1:" + std::string(argv[4]), "localhost").value();
    mail::OutboxWorker worker(
        log, [&] { return std::make_unique<mail::SmtpTransport>(relay); }, clock,
        [] { return 0.5; },
        {.worker = "bench", .senders = static_cast<std::size_t>(std::stoi(argv[3]))});
    const auto start = std::chrono::steady_clock::now();
    worker.start();
    while (worker.status().totals.accepted < messages) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    worker.stop();
    std::cout << messages / took.count() << " messages/s over " << argv[3] << " connections\n";
}
