#include "server/command_line/program.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "server/base/addresses.hpp"
#include "server/base/app.hpp"
#include "server/base/platform.hpp"
#include "server/base/temporary_data.hpp"
#include "server/command_line/cli.hpp"
#include "server/command_line/control_socket.hpp"
#include "server/command_line/running_server.hpp"
#include "server/command_line/words.hpp"
#include "server/site/site.hpp"
#include "templates/documents/worker.hpp"

namespace server::command_line {
namespace {

// stdout is for results.
base::LogLine console_log() {
    auto logger = std::make_shared<spdlog::logger>(
        "shiremoot", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_pattern("%Y-%m-%dT%H:%M:%S%z %l %v");
    return [logger](base::Severity severity, const std::string& text) {
        switch (severity) {
            case base::Severity::info:
                logger->info(text);
                break;
            case base::Severity::warning:
                logger->warn(text);
                break;
            case base::Severity::error:
                logger->error(text);
                break;
        }
    };
}

Exit serve(Options options, std::ostream& err) {
    if (const auto set = base::set_listen(options.config, options.listen); !set) {
        err << "--listen: " << set.error().message << '\n';
        return Exit::usage;
    }
    std::filesystem::create_directories(options.config.data_directory);
    const base::SystemClock clock;
    base::RandomIds ids;
    base::App app(options.config, clock, ids, console_log(), site::services());
    RunningServer server(app);
    app.log(base::Severity::info, "serving " + app.config.base_url);
    server.run_until_signal();
    return Exit::ok;
}

std::string own_listen() {
    return "http://" + Options{}.listen;
}

Exit ask_server(std::vector<std::string> arguments, const Options& options, Output output) {
    const auto& data = options.config.data_directory;
    // The server does not see our environment, which may have said where the data is.
    const auto names_data = [](const auto& argument) { return argument.starts_with("--data"); };
    if (std::none_of(arguments.begin(), arguments.end(), names_data))
        arguments.insert(arguments.end(), {"--data", data.string()});
    const auto answer =
        ask_running_server(data, {arguments, std::filesystem::current_path().string()});
    if (!answer) {
        output.err << words::server_does_not_answer(data.string());
        return Exit::conflict;
    }
    output.out << answer->out;
    output.err << answer->err;
    return static_cast<Exit>(answer->exit);
}

Exit run_here(const Options& options, DataCommand command, Output output) {
    const base::SystemClock machine_clock;
    const auto told = told_clock(options);
    base::RandomIds ids;
    base::App app(options.config,
                  told ? *told : static_cast<const workflows::Clock&>(machine_clock), ids,
                  console_log(), site::services());
    if (app.config.base_url.empty()) app.config.base_url = own_listen();
    return command(app, options, output);
}

Exit run_in_empty_county(Options options, DataCommand command, Output output) {
    const base::TemporaryData empty;
    options.config.data_directory = empty.path();
    return run_here(options, command, output);
}

// Neither a mistyped directory nor a refused first import may become an empty county of which
// `check` says that all is well.
Exit run_without_data(const Options& options, DataCommand command, Output output) {
    const auto& data = options.config.data_directory;
    if (options.command != "import csv" && options.command != "import json") {
        output.err << words::no_county_in(data.string());
        return Exit::not_found;
    }
    if (options.dry_run) {
        output.err << words::checked_against_empty_county(data.string());
        return run_in_empty_county(options, command, output);
    }
    auto trial = options;
    trial.dry_run = true;
    std::ostringstream out;
    std::ostringstream err;
    if (const auto exit = run_in_empty_county(trial, command, {out, err}); exit != Exit::ok) {
        output.out << out.str();
        output.err << err.str();
        return exit;
    }
    std::filesystem::create_directories(data);
    return run_here(options, command, output);
}

Exit run_with_data(const std::vector<std::string>& arguments, const Options& options,
                   DataCommand command, Output output) {
    const auto database = options.config.data_directory / "shiremoot.db";
    if (db::in_use(database)) return ask_server(arguments, options, output);
    if (!std::filesystem::exists(database)) return run_without_data(options, command, output);
    return run_here(options, command, output);
}

}  // namespace

Exit run_program(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
                 Demonstration demonstration) {
    // Hidden: the subprocess that reads what users upload (server/base/subprocess.hpp).
    if (!arguments.empty() && arguments.front() == "pdf-worker") {
        // At once: fontconfig keeps memory that a sanitizer would report at a normal exit.
        ::_exit(templates::run_pdf_worker(STDIN_FILENO, STDOUT_FILENO));
    }
    const auto parsed = parse_options(arguments, std::filesystem::current_path(), out, err);
    if (!parsed.options) return parsed.exit;
    const auto& options = *parsed.options;
    if (options.command == "serve") return serve(options, err);
    if (options.command == "demo") return demonstration(options, out, err);

    // Some do without data, and with it count what it says.
    const auto command = find_data_command(options.command);
    const auto plain = find_plain_command(options.command);
    if (plain != nullptr && (command == nullptr || options.config.data_directory.empty())) {
        return plain(options, {out, err});
    }
    if (command == nullptr) {
        err << "shiremoot: no such command: " << options.command << '\n';
        return Exit::usage;
    }
    return run_with_data(arguments, options, command, {out, err});
}

}  // namespace server::command_line
