#include "server/program.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <filesystem>

#include "server/app.hpp"
#include "server/commands/commands.hpp"
#include "server/control_socket.hpp"
#include "server/demo/demo.hpp"
#include "server/platform.hpp"
#include "server/running_server.hpp"
#include "templates/documents/worker.hpp"

namespace server {
namespace {

// stdout is for results.
LogLine console_log() {
    auto logger = std::make_shared<spdlog::logger>(
        "shiremoot", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_pattern("%Y-%m-%dT%H:%M:%S%z %l %v");
    return [logger](Severity severity, const std::string& text) {
        switch (severity) {
            case Severity::info:
                logger->info(text);
                break;
            case Severity::warning:
                logger->warn(text);
                break;
            case Severity::error:
                logger->error(text);
                break;
        }
    };
}

Exit serve(Options options, std::ostream& err) {
    if (!set_listen(options.config, options.listen)) {
        err << "--listen: give ADDRESS:PORT, such as 127.0.0.1:8080\n";
        return Exit::usage;
    }
    std::filesystem::create_directories(options.config.data_directory);
    const SystemClock clock;
    RandomIds ids;
    App app(options.config, clock, ids, console_log());
    RunningServer server(app);
    app.log(Severity::info, "serving " + app.config.base_url);
    server.run_until_signal();
    return Exit::ok;
}

Exit run_with_data(const std::vector<std::string>& arguments, const Options& options,
                   commands::DataCommand command, commands::Output output) {
    const auto& data = options.config.data_directory;
    if (db::in_use(data / "shiremoot.db")) {
        const auto answer =
            ask_running_server(data, {arguments, std::filesystem::current_path().string()});
        if (!answer) {
            output.err << "A server has " << data.string()
                       << " open and does not answer at control.sock. Try again.\n";
            return Exit::conflict;
        }
        output.out << answer->out;
        output.err << answer->err;
        return static_cast<Exit>(answer->exit);
    }
    std::filesystem::create_directories(data);
    const SystemClock machine_clock;
    const auto told = commands::told_clock(options);
    RandomIds ids;
    App app(options.config, told ? *told : static_cast<const workflows::Clock&>(machine_clock), ids,
            console_log());
    if (app.config.base_url.empty()) app.config.base_url = "http://127.0.0.1:8080";
    return command(app, options, output);
}

}  // namespace

Exit run_program(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
    // Hidden: the subprocess that reads what users upload (server/subprocess.hpp).
    if (!arguments.empty() && arguments.front() == "pdf-worker") {
        // At once: fontconfig keeps memory that a sanitizer would report at a normal exit.
        ::_exit(templates::run_pdf_worker(STDIN_FILENO, STDOUT_FILENO));
    }
    const auto parsed = parse_options(arguments, std::filesystem::current_path(), out, err);
    if (!parsed.options) return parsed.exit;
    const auto& options = *parsed.options;
    if (options.command == "serve") return serve(options, err);
    if (options.command == "demo") return run_demo(options, out, err);

    if (const auto plain = commands::find_plain_command(options.command)) {
        return plain(options, {out, err});
    }
    const auto command = commands::find_data_command(options.command);
    if (command == nullptr) {
        err << "shiremoot: no such command: " << options.command << '\n';
        return Exit::usage;
    }
    return run_with_data(arguments, options, command, {out, err});
}

}  // namespace server
