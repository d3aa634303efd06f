// The process that touches uploads: what it inherits, and that it can be told to stop.
#include "server/base/subprocess.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "tests/db/temporary_database.hpp"

namespace {

using namespace std::chrono_literals;

class Subprocess : public testing::Test {
  protected:
    std::filesystem::path script(const std::string& lines) {
        const auto path = directory_.path() / "worker";
        std::ofstream(path) << "#!/bin/sh\n" << lines;
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        return path;
    }
    std::string written(const std::string& name) {
        std::ifstream file(directory_.path() / name);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    tests::TemporaryDirectory directory_;
};

TEST_F(Subprocess, InheritsNoDescriptor) {
    // As Asio opens the listener and each connection: without CLOEXEC.
    const int leaked = ::fcntl(::open("/dev/null", O_RDONLY | O_CLOEXEC), F_DUPFD, 77);
    ASSERT_GE(leaked, 77);
    // The listing itself is 3; the shell holds its script above 9.
    const auto program = script("ls /proc/self/fd >\"$(dirname \"$0\")/seen\"\n");
    EXPECT_FALSE(server::base::ask_pdf_worker(program, "request\n", 20s));
    EXPECT_EQ(written("seen"), "0\n1\n2\n3\n");
    ::close(leaked);
}

TEST_F(Subprocess, IsEndedWhenToldSoThoughItSaysNothing) {
    const auto program = script("exec sleep 60\n");
    const auto begin = std::chrono::steady_clock::now();
    const auto answer = server::base::ask_pdf_worker(
        program, "request\n", 60s,
        [](const templates::PackProgress&) { return server::base::Proceed::no; });
    EXPECT_FALSE(answer);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 30s);
}

}  // namespace
