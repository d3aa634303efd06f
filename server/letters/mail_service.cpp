#include "server/letters/mail_service.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <random>
#include <stdexcept>

#include "mail/directory_transport.hpp"
#include "mail/smtp_transport.hpp"
#include "server/letters/words.hpp"

namespace server::letters {
namespace {

std::string helo_name(const base::Config& config) {
    const auto at = config.mail_from.rfind('@');
    return at == std::string::npos ? "localhost" : config.mail_from.substr(at + 1);
}

std::string first_line(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::string line;
    if (!std::getline(stream, line)) {
        throw std::runtime_error(words::password_file_cannot_be_read(file.string()));
    }
    return line;
}

mail::SmtpRelay relay_of(const base::Config& config) {
    auto relay = mail::SmtpRelay::parse(config.smtp_url, helo_name(config));
    if (!relay) throw std::runtime_error(relay.error().message);
    if (!config.smtp_user.empty()) relay->user = config.smtp_user;
    if (!config.smtp_password_file.empty()) relay->password = first_line(config.smtp_password_file);
    if (!relay->user.empty() && relay->security == mail::SmtpSecurity::plain) {
        relay->security = mail::SmtpSecurity::starttls;  // a password never goes in the clear
    }
    return *relay;
}

mail::TransportFactory transports(const base::Config& config) {
    if (!config.smtp_url.empty()) {
        return [relay = relay_of(config)] { return std::make_unique<mail::SmtpTransport>(relay); };
    }
    return [folder = config.mail_directory] {
        return std::make_unique<mail::DirectoryTransport>(folder);
    };
}

// Spreads retries so that they do not come at once; nothing secret depends on it.
mail::Jitter jitter(workflows::IdSource& ids) {
    const auto seed = std::hash<std::string>{}(ids.secret());
    return [engine = std::minstd_rand(static_cast<std::minstd_rand::result_type>(seed))]() mutable {
        return std::uniform_real_distribution<double>(0.0, 1.0)(engine);
    };
}

}  // namespace

MailService::MailService(base::App& app) : app_(app), log_(app.database), watch_(app.log) {
    if (!app.config.mail_configured()) return;
    mail::OutboxSettings settings;
    settings.worker = app.ids.id();
    settings.senders = static_cast<std::size_t>(std::max(1, app.config.mail_threads));
    worker_ = std::make_unique<mail::OutboxWorker>(
        log_, [this, make = transports(app.config)] { return watch_.watched(make()); }, app.clock,
        jitter(app.ids), settings);
    app.mail_queued = [this] { worker_->wake(); };
    app.mail_status = [this] { return worker_->status(); };
}

MailService::~MailService() {
    stop();
    app_.mail_queued = [] {};
    app_.mail_status = [] { return mail::OutboxStatus{}; };
}

void MailService::start() {
    if (worker_) {
        worker_->start();
    } else {
        app_.log(base::Severity::warning,
                 "mail: no relay is set up (--smtp-url), so nothing is sent; messages wait");
    }
}

void MailService::stop() {
    if (worker_) worker_->stop();
}

mail::DrainReport MailService::drain_once() {
    return worker_ ? worker_->drain_once() : mail::DrainReport{};
}

}  // namespace server::letters
