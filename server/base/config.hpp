// What an operator can set: by flag, by environment (SHIREMOOT_…) or in the configuration file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace server::base {

enum class Mode { serve, demo };

struct Config {
    std::filesystem::path data_directory;
    std::string listen_address = "127.0.0.1";
    std::uint16_t listen_port = 8080;
    std::string base_url;  // "https://boards.example.gov.uk", no slash at its end
    std::vector<std::string> trusted_proxies;  // addresses or networks
    std::string smtp_url;                      // "smtp://relay:587"; empty: mail waits in the queue
    std::string smtp_user;
    std::filesystem::path smtp_password_file;
    std::filesystem::path mail_directory;  // instead of SMTP: one .eml file for each message
    std::string mail_from = "boards@localhost.localdomain";
    int mail_threads = 2;
    int hold_seconds = 60;  // how long a mail-out can be undone
    int workers = 4;
    std::uint64_t upload_bytes_max = 64ULL * 1024 * 1024;
    /// Takes PDFs apart in a process of its own: this program itself.
    std::filesystem::path pdf_worker_program = "/proc/self/exe";
    Mode mode = Mode::serve;
    std::filesystem::path demo_maildir;  // where the demonstration's mail arrives

    /// https, or on the loopback interface: the only places where sign-in works.
    bool secure_cookies_possible() const;
    /// Somebody said where mail goes; without that it waits in the queue.
    bool mail_configured() const { return !smtp_url.empty() || !mail_directory.empty(); }
};

}  // namespace server::base
