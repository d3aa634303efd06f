// A client that sends exactly the bytes it is given and reads what comes back, for tests of the
// wire.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace tests {

struct RawResponse {
    int status = 0;
    std::string head;  // with the empty line
    std::string body;
    std::string header(std::string_view name) const {
        const std::size_t at = head.find("\r\n" + std::string(name) + ": ");
        if (at == std::string::npos) return {};
        const std::size_t begin = at + name.size() + 4;
        return head.substr(begin, head.find("\r\n", begin) - begin);
    }
};

/// Waits are bounded by `patience_ms`: a wait that runs out is a failed test, not a hang.
class RawClient {
  public:
    explicit RawClient(std::uint16_t port, const char* from = nullptr)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        if (from != nullptr) {
            const sockaddr_in own = endpoint(0, from);
            ::bind(socket_, as_sockaddr(own), sizeof own);
        }
        const sockaddr_in peer = endpoint(port, "127.0.0.1");
        if (::connect(socket_, as_sockaddr(peer), sizeof peer) != 0)
            throw std::runtime_error("cannot connect");
    }
    ~RawClient() { ::close(socket_); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// False when the server has closed.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void finish_sending() { ::shutdown(socket_, SHUT_WR); }

    /// One response with its Content-Length; `without_body` after a HEAD. Nothing at the end of the
    /// connection.
    std::optional<RawResponse> read_response(bool without_body = false) {
        RawResponse response;
        std::size_t end = 0;
        while ((end = received_.find("\r\n\r\n")) == std::string::npos)
            if (!receive()) return std::nullopt;
        response.head = received_.substr(0, end + 4);
        received_.erase(0, end + 4);
        response.status = std::atoi(response.head.c_str() + 9);
        const std::string length = response.header("Content-Length");
        const std::size_t bytes = without_body || length.empty() ? 0 : std::stoul(length);
        while (received_.size() < bytes)
            if (!receive()) return std::nullopt;
        response.body = received_.substr(0, bytes);
        received_.erase(0, bytes);
        return response;
    }

    /// The same where there must be one.
    RawResponse answer(bool without_body = false) {
        const std::optional<RawResponse> response = read_response(without_body);
        if (!response) throw std::runtime_error("the server closed without an answer");
        return *response;
    }

    /// True when the server closes and sends nothing more before.
    bool is_closed() {
        if (!received_.empty()) return false;
        return !receive() && received_.empty();
    }

    /// True while nothing arrives for `milliseconds`.
    bool is_silent(int milliseconds) {
        pollfd waiting{socket_, POLLIN, 0};
        return received_.empty() && ::poll(&waiting, 1, milliseconds) == 0;
    }

    static constexpr int patience_ms = 20'000;

  private:
    static sockaddr_in endpoint(std::uint16_t port, const char* address) {
        sockaddr_in result{};
        result.sin_family = AF_INET;
        result.sin_port = htons(port);
        ::inet_pton(AF_INET, address, &result.sin_addr);
        return result;
    }
    static const sockaddr* as_sockaddr(const sockaddr_in& address) {
        return reinterpret_cast<const sockaddr*>(&address);
    }
    bool receive() {
        pollfd waiting{socket_, POLLIN, 0};
        if (::poll(&waiting, 1, patience_ms) != 1) throw std::runtime_error("nothing arrived");
        char block[65536];
        const ssize_t got = ::recv(socket_, block, sizeof block, 0);
        if (got <= 0) return false;
        received_.append(block, static_cast<std::size_t>(got));
        return true;
    }

    int socket_;
    std::string received_;
};

}  // namespace tests
