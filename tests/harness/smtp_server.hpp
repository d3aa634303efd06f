// An SMTP server on loopback that follows a script of faults: late, wrong, cut or missing replies.
#pragma once

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace harness {

enum class SmtpStep { greeting, ehlo, auth, mail, rcpt, data, body, dot };

/// Where the server stands when it asks the script. Counts start at 0.
struct SmtpMoment {
    SmtpStep step = SmtpStep::greeting;
    int session = 0;
    int message = 0;  // within the session
};

struct SmtpReaction {
    enum class Manner { whole, byte_by_byte, withheld, drop_before, drop_after };
    std::string reply = {};  // with CRLF; empty: the usual one
    Manner manner = Manner::whole;
};

using SmtpScript = std::function<SmtpReaction(const SmtpMoment&)>;

struct SmtpMessage {
    std::string from;
    std::string to;
    std::string bytes;  // as sent, less dot-stuffing
};

/// Accepts any number of sessions, each on its own thread, until destroyed.
class SmtpServer {
  public:
    explicit SmtpServer(SmtpScript script = {}, std::string capabilities = "250 sink\r\n")
        : script_(std::move(script)),
          capabilities_(std::move(capabilities)),
          listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
          ended_(::eventfd(0, EFD_CLOEXEC)) {
        const int small_buffer = 4096;  // so that a long body cannot hide in the kernel
        ::setsockopt(listener_, SOL_SOCKET, SO_RCVBUF, &small_buffer, sizeof small_buffer);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        if (::bind(listener_, generic, size) != 0 || ::listen(listener_, 64) != 0 ||
            ::getsockname(listener_, generic, &size) != 0) {
            throw std::runtime_error("no loopback port for the SMTP server");
        }
        port_ = ntohs(address.sin_port);
        acceptor_ = std::thread([this] { accept_all(); });
    }
    ~SmtpServer() {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(ended_, &one, sizeof one);
        acceptor_.join();
        for (auto& session : sessions_) {
            session.join();
        }
        ::close(listener_);
        ::close(ended_);
    }
    SmtpServer(const SmtpServer&) = delete;
    SmtpServer& operator=(const SmtpServer&) = delete;

    int port() const { return port_; }
    std::vector<SmtpMessage> messages() const {
        const std::lock_guard lock(mutex_);
        return messages_;
    }
    int session_count() const {
        const std::lock_guard lock(mutex_);
        return session_count_;
    }
    /// The session `session` has closed its side; false after the deadline.
    bool wait_for_closed_session(int session) const {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(20),
                                 [&] { return closed_sessions_ > session; });
    }

    /// So many messages were taken; false after the deadline.
    bool wait_for_messages(std::size_t count) const {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(20),
                                 [&] { return messages_.size() >= count; });
    }
    /// Every session so far is closed; false after the deadline.
    bool wait_until_idle() const {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(20),
                                 [&] { return closed_sessions_ == session_count_; });
    }

  private:
    // One connection: reading lines, replying by the script.
    class Session {
      public:
        Session(SmtpServer& server, int descriptor, int number)
            : server_(server), descriptor_(descriptor), number_(number) {}

        void run() {
            if (!reply(SmtpStep::greeting, "220 sink ESMTP\r\n")) {
                return;
            }
            while (const auto line = read_line()) {
                if (!command(*line)) {
                    return;
                }
            }
        }

      private:
        bool command(const std::string& line) {
            const std::string verb = line.substr(0, 4);
            if (verb == "EHLO" || verb == "HELO") {
                return reply(SmtpStep::ehlo, server_.capabilities_);
            }
            if (verb == "AUTH") {
                return reply(SmtpStep::auth, "235 2.7.0 welcome\r\n");
            }
            if (verb == "MAIL") {
                current_ = {line.substr(10), {}, {}};
                return reply(SmtpStep::mail, "250 2.1.0 Ok\r\n");
            }
            if (verb == "RCPT") {
                current_.to = line.substr(8);
                return reply(SmtpStep::rcpt, "250 2.1.5 Ok\r\n");
            }
            if (verb == "DATA") {
                return reply(SmtpStep::data, "354 go ahead\r\n") && (refused_ || body());
            }
            if (verb == "QUIT") {
                send("221 2.0.0 Bye\r\n");
                return false;
            }
            return send("502 5.5.2 what?\r\n");
        }

        bool body() {
            const auto reaction = ask(SmtpStep::body);
            if (reaction.manner == SmtpReaction::Manner::drop_before) {
                return false;
            }
            while (const auto line = read_line()) {
                if (*line == ".") {
                    return end_of_data();
                }
                current_.bytes += line->starts_with('.') ? line->substr(1) : *line;
                current_.bytes += "\r\n";
            }
            return false;
        }

        // Taken before the reply is sent: a client that has read it finds the message here.
        bool end_of_data() {
            const auto reaction = ask(SmtpStep::dot);
            if (reaction.reply.empty() || reaction.reply[0] < '4') {
                const std::lock_guard lock(server_.mutex_);
                server_.messages_.push_back(current_);
                server_.changed_.notify_all();
            }
            ++message_;
            return answer(reaction, "250 2.0.0 Ok: queued as 4XYZ1\r\n");
        }

        SmtpReaction ask(SmtpStep step) const {
            return server_.script_ ? server_.script_({step, number_, message_}) : SmtpReaction{};
        }

        // False: the connection is over.
        bool reply(SmtpStep step, const std::string& usual) { return answer(ask(step), usual); }

        bool answer(const SmtpReaction& reaction, const std::string& usual) {
            using Manner = SmtpReaction::Manner;
            const std::string& text = reaction.reply.empty() ? usual : reaction.reply;
            refused_ = text[0] >= '4';
            switch (reaction.manner) {
                case Manner::whole:
                    return send(text);
                case Manner::byte_by_byte:
                    for (const char c : text) {
                        if (!send(std::string(1, c))) {
                            return false;
                        }
                    }
                    return true;
                case Manner::withheld:
                    while (read_line()) {
                    }
                    return false;
                case Manner::drop_before:
                    return false;
                case Manner::drop_after:
                    send(text);
                    return false;
            }
            return false;
        }

        bool send(const std::string& text) const {
            const auto sent = ::send(descriptor_, text.data(), text.size(), MSG_NOSIGNAL);
            return sent == static_cast<ssize_t>(text.size());
        }

        std::optional<std::string> read_line() {
            for (;;) {
                const auto end = buffer_.find("\r\n", scanned_);
                if (end != std::string::npos) {
                    std::string line = buffer_.substr(0, end);
                    buffer_.erase(0, end + 2);
                    scanned_ = 0;
                    return line;
                }
                scanned_ = buffer_.empty() ? 0 : buffer_.size() - 1;
                std::array<pollfd, 2> waits{
                    {{descriptor_, POLLIN, 0}, {server_.ended_, POLLIN, 0}}};
                std::array<char, 65536> piece{};
                if (::poll(waits.data(), waits.size(), -1) <= 0 || waits[1].revents != 0) {
                    return std::nullopt;
                }
                const auto count = ::recv(descriptor_, piece.data(), piece.size(), 0);
                if (count <= 0) {
                    return std::nullopt;
                }
                buffer_.append(piece.data(), static_cast<std::size_t>(count));
            }
        }

        SmtpServer& server_;
        int descriptor_;
        int number_;
        int message_ = 0;
        bool refused_ = false;
        SmtpMessage current_;
        std::string buffer_;
        std::size_t scanned_ = 0;
    };

    void accept_all() {
        for (;;) {
            std::array<pollfd, 2> waits{{{listener_, POLLIN, 0}, {ended_, POLLIN, 0}}};
            if (::poll(waits.data(), waits.size(), -1) <= 0 || waits[1].revents != 0) {
                return;
            }
            const int descriptor = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
            const int yes = 1;
            ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            const std::lock_guard lock(mutex_);
            sessions_.emplace_back(
                [this, descriptor, number = session_count_++] { serve(descriptor, number); });
        }
    }

    void serve(int descriptor, int number) {
        Session(*this, descriptor, number).run();
        ::close(descriptor);
        {
            const std::lock_guard lock(mutex_);
            ++closed_sessions_;
        }
        changed_.notify_all();
    }

    SmtpScript script_;
    std::string capabilities_;
    int listener_;
    int ended_;
    int port_ = 0;
    std::thread acceptor_;
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::vector<std::thread> sessions_;
    std::vector<SmtpMessage> messages_;
    int session_count_ = 0;
    int closed_sessions_ = 0;
};

}  // namespace harness
