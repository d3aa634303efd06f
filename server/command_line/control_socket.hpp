// DIR/control.sock: commands with --data DIR are run by the server that has the file open.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

namespace server::command_line {

struct RemoteCommand {
    std::vector<std::string> arguments;
    std::string directory;  // where the command was typed
};
struct RemoteAnswer {
    int exit = 0;
    std::string out;
    std::string err;
};

/// Answers commands one after another on a thread of its own, until destroyed. The socket is for
/// the owner of the directory only (mode 0600). Throws std::runtime_error when it cannot listen.
class ControlSocket {
  public:
    using Run = std::function<RemoteAnswer(const RemoteCommand&)>;
    ControlSocket(const std::filesystem::path& data_directory, Run run);
    ~ControlSocket();
    ControlSocket(const ControlSocket&) = delete;
    ControlSocket& operator=(const ControlSocket&) = delete;

  private:
    void serve();
    std::filesystem::path path_;
    Run run_;
    int listener_ = -1;
    int wake_[2] = {-1, -1};
    std::thread thread_;
};

/// Has the running server do it. Nothing when no server answers there.
std::optional<RemoteAnswer> ask_running_server(const std::filesystem::path& data_directory,
                                               const RemoteCommand& command);

}  // namespace server::command_line
