#include "server/base/subprocess.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <system_error>
#include <utility>

namespace server::base {
namespace {

using templates::WorkerMessage;
using SteadyTime = std::chrono::steady_clock::time_point;

/// One line of an answer; the longest is the plan of a pack of 500 papers.
constexpr std::size_t line_bytes_max = std::size_t{4} << 20;

[[noreturn]] void fail(int code, const char* what) {
    throw std::system_error(code, std::generic_category(), what);
}

class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

  private:
    int number_;
};

class SpawnActions {
  public:
    SpawnActions() {
        if (const int code = posix_spawn_file_actions_init(&actions_); code != 0)
            fail(code, "start a worker process");
    }
    ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;
    posix_spawn_file_actions_t* get() { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

// A child that is killed and reaped, whatever happens.
class Child {
  public:
    explicit Child(pid_t pid) : pid_(pid) {}
    ~Child() {
        ::kill(pid_, SIGKILL);
        while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

  private:
    pid_t pid_;
};

// `channel` becomes standard input and output; its messages on the standard error are dropped,
// since they quote what is in the file.
pid_t spawn(const std::filesystem::path& program, int channel) {
    SpawnActions actions;
    posix_spawn_file_actions_adddup2(actions.get(), channel, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(actions.get(), channel, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(actions.get(), STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // Asio opens its sockets without CLOEXEC: a process that is taken over by the file it reads
    // would hold the listener and every client's connection.
    posix_spawn_file_actions_addclosefrom_np(actions.get(), STDERR_FILENO + 1);
    std::string path = program.string();
    std::string argument = pdf_worker_argument;
    std::string locale = "LC_ALL=C.UTF-8";
    std::array<char*, 3> arguments{path.data(), argument.data(), nullptr};
    std::array<char*, 2> environment{locale.data(), nullptr};
    pid_t pid = -1;
    const int code = ::posix_spawn(&pid, path.c_str(), actions.get(), nullptr, arguments.data(),
                                   environment.data());
    if (code != 0) fail(code, "start a worker process");
    return pid;
}

// A worker that is gone already gives no answer; no signal of it reaches us.
void send_all(int channel, std::string_view text) {
    while (!text.empty()) {
        const auto sent = ::send(channel, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
    ::shutdown(channel, SHUT_WR);
}

// Lines until the end, the deadline, one that is too long, or until `wanted` says no.
class LineReader {
  public:
    LineReader(int channel, SteadyTime deadline, std::function<bool()> wanted)
        : channel_(channel), deadline_(deadline), wanted_(std::move(wanted)) {}

    std::optional<std::string> next() {
        for (;;) {
            const auto end = text_.find('\n');
            if (end != std::string::npos) {
                auto line = text_.substr(0, end);
                text_.erase(0, end + 1);
                return line;
            }
            if (text_.size() > line_bytes_max || !fill()) return std::nullopt;
        }
    }

  private:
    bool wait() const {
        for (;;) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                deadline_ - std::chrono::steady_clock::now());
            if (left.count() <= 0) return false;
            pollfd waited{channel_, POLLIN, 0};
            const auto slice = std::min(left, progress_repeated);
            const int ready = ::poll(&waited, 1, static_cast<int>(slice.count()));
            if (ready > 0) return true;
            if (ready < 0 && errno != EINTR) return false;
            if (!wanted_()) return false;
        }
    }
    bool fill() {
        if (!wait()) return false;
        std::array<char, 65'536> piece{};
        const auto got = ::recv(channel_, piece.data(), piece.size(), MSG_DONTWAIT);
        if (got < 0) return errno == EINTR || errno == EAGAIN;
        text_.append(piece.data(), static_cast<std::size_t>(got));
        return got > 0;
    }

    int channel_;
    SteadyTime deadline_;
    std::function<bool()> wanted_;
    std::string text_;
};

}  // namespace

std::optional<WorkerMessage> ask_pdf_worker(const std::filesystem::path& program,
                                            const std::string& request,
                                            std::chrono::seconds time_max,
                                            const WorkerProgress& progress) {
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        fail(errno, "start a worker process");
    Descriptor ours(ends[0]);
    Descriptor theirs(ends[1]);
    const Child child(spawn(program, theirs.get()));
    theirs.close();
    send_all(ours.get(), request);
    templates::PackProgress latest;
    const auto wanted = [&] { return !progress || progress(latest) == Proceed::yes; };
    LineReader lines(ours.get(), std::chrono::steady_clock::now() + time_max, wanted);
    while (const auto line = lines.next()) {
        auto message = templates::parse_worker_line(*line);
        if (message.is_answer()) return message;
        latest = *message.progress;
        if (!wanted()) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace server::base
