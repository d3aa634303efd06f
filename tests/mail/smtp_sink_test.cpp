// The worker with the real transport against Postfix's smtp-sink, and the folder transport.
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <set>

#include "mail/directory_transport.hpp"
#include "mail/outbox_worker.hpp"
#include "mail/smtp_transport.hpp"
#include "tests/mail/fakes.hpp"
#include "tests/mail/temp_folder.hpp"

namespace mail_tests {
namespace {

using namespace std::chrono_literals;
constexpr const char* sink_program = "/usr/sbin/smtp-sink";

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int free_port() {
    const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    ::bind(probe, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(probe);
    return ntohs(address.sin_port);
}

/// Runs from construction to destruction; every message becomes a file in `folder`.
class Sink {
  public:
    explicit Sink(const std::filesystem::path& folder) : port_(free_port()) {
        const std::string listen = "127.0.0.1:" + std::to_string(port_);
        const std::string dump = (folder / "%M.").string();
        process_ = ::fork();
        if (process_ == 0) {
            const bool root = ::geteuid() == 0;
            root ? ::execl(sink_program, "smtp-sink", "-u", "root", "-d", dump.c_str(),
                           listen.c_str(), "100", nullptr)
                 : ::execl(sink_program, "smtp-sink", "-d", dump.c_str(), listen.c_str(), "100",
                           nullptr);
            ::_exit(127);
        }
    }
    ~Sink() {
        ::kill(process_, SIGTERM);
        ::waitpid(process_, nullptr, 0);
    }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    int port() const { return port_; }
    bool wait_until_listening() const {
        const auto deadline = std::chrono::steady_clock::now() + 20s;
        while (std::chrono::steady_clock::now() < deadline) {
            const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            const sockaddr_in address = loopback(port_);
            const bool open =
                ::connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
            ::close(probe);
            if (open) {
                return true;
            }
            ::poll(nullptr, 0, 5);
        }
        return false;
    }

  private:
    int port_;
    pid_t process_ = -1;
};

TEST(SmtpSink, TakesTwoHundredMessagesOnceEach) {
    ASSERT_EQ(::access(sink_program, X_OK), 0) << "install postfix: scripts/install test";
    constexpr int rows = 200;
    const TempFolder folder;
    const Sink sink(folder.path());
    ASSERT_TRUE(sink.wait_until_listening());
    FakeClock clock;
    MemoryLog log;
    for (int i = 0; i < rows; ++i) {
        log.add(mail::MessageClass::statutory, clock.now(), clock.now() + 1h);
    }
    const auto relay =
        mail::SmtpRelay::parse("smtp://127.0.0.1:" + std::to_string(sink.port()), "test.example")
            .value();
    mail::OutboxWorker worker(
        log, [&] { return std::make_unique<mail::SmtpTransport>(relay); }, clock,
        [] { return 0.5; }, {"sink", 4, 10ms});
    worker.start();
    ASSERT_TRUE(log.wait_until_final());
    worker.stop();
    EXPECT_EQ(worker.status().totals.accepted, rows);
    std::set<std::string> bodies;
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        ++files;
        std::ifstream in(entry.path());
        std::string line;
        std::string last;
        while (std::getline(in, line)) {
            last = line.empty() ? last : line;
        }
        bodies.insert(last);
    }
    EXPECT_EQ(files, rows);
    EXPECT_EQ(bodies.size(), static_cast<std::size_t>(rows));
}

class Willing final : public mail::DeliveryObserver {
  public:
    mail::Proceed reached(mail::Phase phase) noexcept override {
        return phase == refuse_at ? mail::Proceed::stop : mail::Proceed::go_on;
    }
    std::optional<mail::Phase> refuse_at;
};

TEST(DirectoryTransport, WritesAMessageOnceAndWhole) {
    const TempFolder folder;
    mail::DirectoryTransport transport(folder.path() / "out");
    const mail::Envelope envelope{address("b@board.example"), address("a/b@council.example")};
    Willing observer;
    const std::string bytes = "Subject: a\r\n\r\nb\r\n";
    const auto first = transport.deliver(envelope, bytes, observer, {});
    const auto again = transport.deliver(envelope, bytes, observer, {});
    ASSERT_EQ(first.verdict, mail::Verdict::accepted);
    EXPECT_EQ(first.remote_id, again.remote_id);
    EXPECT_TRUE(first.remote_id.starts_with("a_b@council.example-"));
    std::ifstream in(folder.path() / "out" / first.remote_id, std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), bytes);
    observer.refuse_at = mail::Phase::eod;
    EXPECT_EQ(transport.deliver(envelope, "other\r\n", observer, {}).verdict,
              mail::Verdict::given_up);
    const std::filesystem::directory_iterator files(folder.path() / "out");
    EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST(DirectoryTransport, AFolderThatIsGoneIsTrouble) {
    const TempFolder folder;
    mail::DirectoryTransport transport(folder.path() / "out");
    std::filesystem::remove_all(folder.path() / "out");
    Willing observer;
    const mail::Envelope envelope{address("b@board.example"), address("a@council.example")};
    const auto result = transport.deliver(envelope, "x\r\n", observer, {});
    EXPECT_EQ(result.verdict, mail::Verdict::relay_trouble);
    EXPECT_NE(result.trouble.find("No such file"), std::string::npos);
}

}  // namespace
}  // namespace mail_tests
