// One request and one answer for each connection, both JSON, each ended by closing that direction:
//   {"arguments": ["mail", "queue"], "directory": "/home/clerk"}
//   {"exit": 0, "out": "…", "err": "…"}
#include "server/command_line/control_socket.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <cstring>
#include <stdexcept>

#include "server/base/limits.hpp"

namespace server::command_line {
namespace {

namespace json = boost::json;

sockaddr_un address_of(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto text = path.string();
    if (text.size() >= sizeof address.sun_path) {
        throw std::runtime_error("the data directory's path is too long: " + text);
    }
    std::memcpy(address.sun_path, text.data(), text.size());
    return address;
}

std::string read_all(int socket) {
    std::string text;
    char buffer[4096];
    for (;;) {
        const auto count = ::read(socket, buffer, sizeof buffer);
        if (count <= 0 || text.size() > base::limits::control_bytes_max) return text;
        text.append(buffer, static_cast<std::size_t>(count));
    }
}

void write_all(int socket, std::string_view text) {
    while (!text.empty()) {
        const auto count = ::send(socket, text.data(), text.size(), MSG_NOSIGNAL);
        if (count <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    ::shutdown(socket, SHUT_WR);
}

std::optional<RemoteCommand> command_of(const std::string& text) {
    boost::system::error_code failed;
    const auto value = json::parse(text, failed);
    if (failed || !value.is_object()) return std::nullopt;
    RemoteCommand command;
    const auto& object = value.get_object();
    const auto* arguments = object.if_contains("arguments");
    const auto* directory = object.if_contains("directory");
    if (arguments == nullptr || !arguments->is_array() || directory == nullptr) return std::nullopt;
    for (const auto& argument : arguments->get_array()) {
        if (!argument.is_string()) return std::nullopt;
        command.arguments.emplace_back(argument.get_string());
    }
    if (!directory->is_string()) return std::nullopt;
    command.directory = std::string(directory->get_string());
    return command;
}

}  // namespace

ControlSocket::ControlSocket(const std::filesystem::path& data_directory, Run run)
    : path_(data_directory / "control.sock"), run_(std::move(run)) {
    std::filesystem::remove(path_);  // of a killed process: the database's lock says it is dead
    listener_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = address_of(path_);
    const auto previous = ::umask(0177);
    const int bound =
        ::bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    ::umask(previous);
    if (bound != 0 || ::listen(listener_, 8) != 0 || ::pipe(wake_) != 0) {
        throw std::runtime_error("cannot listen at " + path_.string());
    }
    thread_ = std::thread([this] { serve(); });
}

ControlSocket::~ControlSocket() {
    ::close(wake_[1]);  // the thread's poll sees the end of the pipe
    thread_.join();
    ::close(wake_[0]);
    ::close(listener_);
    std::filesystem::remove(path_);
}

void ControlSocket::serve() {
    for (;;) {
        pollfd waits[2] = {{listener_, POLLIN, 0}, {wake_[0], POLLIN, 0}};
        if (::poll(waits, 2, -1) < 0) continue;
        if (waits[1].revents != 0) return;
        const int peer = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (peer < 0) continue;
        const timeval patience{5, 0};
        ::setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(peer, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (const auto command = command_of(read_all(peer))) {
            const auto answer = run_(*command);
            write_all(peer, json::serialize(json::value{
                                {"exit", answer.exit}, {"out", answer.out}, {"err", answer.err}}));
        }
        ::close(peer);
    }
}

std::optional<RemoteAnswer> ask_running_server(const std::filesystem::path& data_directory,
                                               const RemoteCommand& command) {
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = address_of(data_directory / "control.sock");
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket);
        return std::nullopt;
    }
    json::array arguments(command.arguments.begin(), command.arguments.end());
    write_all(socket, json::serialize(json::value{{"arguments", std::move(arguments)},
                                                  {"directory", command.directory}}));
    const auto text = read_all(socket);
    ::close(socket);
    boost::system::error_code failed;
    const auto value = json::parse(text, failed);
    if (failed || !value.is_object()) return std::nullopt;
    const auto& object = value.get_object();
    return RemoteAnswer{static_cast<int>(object.at("exit").as_int64()),
                        std::string(object.at("out").as_string()),
                        std::string(object.at("err").as_string())};
}

}  // namespace server::command_line
