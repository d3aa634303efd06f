// The exception barrier around handlers: a thrown one is logged and costs one request.
#include "server/net/callbacks.hpp"

#include <algorithm>
#include <exception>

#include "server/net/response_head.hpp"

namespace server::net {

namespace {

void log_failure(const Service& service, const char* what) {
    service.log(LogLevel::error, std::string("a handler failed: ") + what);
}

}  // namespace

Response call_handler(const Service* service, Request request) {
    // Connections are cut: nobody waits for what has not begun.
    if (service->was_cut) return failure_response();
    try {
        return service->callbacks.handler(std::move(request));
    } catch (const std::exception& error) {
        log_failure(*service, error.what());
    } catch (...) {
        log_failure(*service, "something that is no std::exception");
    }
    return failure_response();
}

std::optional<Response> ask_fast_path(const Service& service, const Request& request) {
    if (!service.callbacks.fast_path || request.method != Method::get) return std::nullopt;
    try {
        return service.callbacks.fast_path(request);
    } catch (const std::exception& error) {
        log_failure(service, error.what());
    }
    return failure_response();
}

std::uint64_t allowed_upload_bytes(const Service* service, std::shared_ptr<const Request> request) {
    const std::uint64_t most = service->config.bounds.upload_bytes_max;
    if (!service->callbacks.upload_allowance) return most;
    try {
        return std::min(most, service->callbacks.upload_allowance(*request));
    } catch (const std::exception& error) {
        log_failure(*service, error.what());
    }
    return 0;
}

}  // namespace server::net
