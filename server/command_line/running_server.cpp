#include "server/command_line/running_server.hpp"

#include <sstream>

#include "server/base/jobs.hpp"
#include "server/command_line/cli.hpp"
#include "server/command_line/control_socket.hpp"
#include "server/command_line/words.hpp"
#include "server/letters/mail_service.hpp"
#include "server/net/http_server.hpp"
#include "server/site/site.hpp"
#include "server/web/dispatch.hpp"
#include "server/web/page_cache.hpp"

namespace server::command_line {
namespace {

net::NetConfig net_config(const base::App& app) {
    net::NetConfig config;
    config.address = app.config.listen_address;
    config.port = app.config.listen_port;
    config.trusted_proxies = app.config.trusted_proxies;
    config.workers = static_cast<std::size_t>(app.config.workers);
    config.spool_directory = app.config.data_directory / "spool";
    config.bounds.upload_bytes_max = app.config.upload_bytes_max;
    config.now = [&app] {
        return std::chrono::system_clock::time_point(app.letter_clock->now().time_since_epoch());
    };
    const auto scheme = app.config.base_url.find("://");
    if (scheme != std::string::npos) {
        config.allowed_hosts.push_back(app.config.base_url.substr(scheme + 3));
    }
    return config;
}

RemoteAnswer run_remote(base::App& app, const RemoteCommand& command) {
    std::ostringstream out;
    std::ostringstream err;
    auto parsed = parse_options(command.arguments, command.directory, out, err);
    if (parsed.options) parsed.options->in_server = true;
    auto exit = parsed.exit;
    if (parsed.options && runs_beside_no_server(*parsed.options)) {
        err << words::server_does_what_is_due;
        exit = Exit::conflict;
    } else if (parsed.options) {
        const auto run = find_data_command(parsed.options->command);
        try {
            exit = run != nullptr ? run(app, *parsed.options, {out, err}) : Exit::usage;
        } catch (const std::exception& failure) {  // a full disk must not end the server
            err << failure.what() << '\n';
            exit = Exit::failed;
        }
    }
    return {static_cast<int>(exit), out.str(), err.str()};
}

}  // namespace

struct RunningServer::Parts {
    explicit Parts(base::App& app)
        : dispatcher(app),
          http(net_config(app),
               {.handler = [this](net::Request&& request) { return dispatcher.handle(request); },
                .fast_path = [&app](const net::Request& request) -> std::optional<net::Response> {
                    if (!request.header("cookie").empty()) return std::nullopt;
                    return app.cache->find(request, app.clock.now());
                },
                .upload_allowance =
                    [this](const net::Request& request) {
                        return dispatcher.upload_allowance(request);
                    },
                .log =
                    [&app](net::LogLevel level, const std::string& text) {
                        app.log(level >= net::LogLevel::error ? base::Severity::error
                                                              : base::Severity::warning,
                                text);
                    }}),
          mail(app),
          jobs(app, site::jobs()),
          control(app.config.data_directory,
                  [&app](const RemoteCommand& command) { return run_remote(app, command); }) {}

    web::Dispatcher dispatcher;
    net::HttpServer http;
    letters::MailService mail;
    base::JobRunner jobs;
    ControlSocket control;
};

RunningServer::RunningServer(base::App& app, Jobs jobs) : parts_(std::make_unique<Parts>(app)) {
    parts_->http.start();
    parts_->mail.start();
    if (jobs == Jobs::by_clock) parts_->jobs.start();
}

RunningServer::~RunningServer() {
    stop();
}

std::uint16_t RunningServer::port() const {
    return parts_->http.port();
}

void RunningServer::run_until_signal() {
    parts_->http.run_until_signal();
    stop();
}

// Requests first, so that what they queue is still seen; then what works by itself.
void RunningServer::stop() {
    parts_->http.stop();
    parts_->jobs.stop();
    parts_->mail.stop();
}

void RunningServer::run_jobs() {
    parts_->jobs.run_pending();
}

void RunningServer::start_jobs() {
    parts_->jobs.start();
}

}  // namespace server::command_line
