// Runs a plain function on a worker thread and resumes the coroutine on its own.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <optional>
#include <utility>

namespace server::net {

// The result travels in an optional, so that R needs no default constructor.
template <class R, class... P, class... A>
boost::asio::awaitable<std::optional<R>> call_here(R (*work)(P...), A... arguments) {
    co_return std::optional<R>(work(std::move(arguments)...));
}

/// `work` is a free function and the arguments are values: g++ 12 destroys captures of a lambda
/// that stands in a co_await statement twice. What `work` throws is thrown here.
template <class R, class... P, class... A>
boost::asio::awaitable<R> offload(boost::asio::thread_pool& pool, R (*work)(P...), A... arguments) {
    auto job = call_here(work, std::move(arguments)...);
    std::optional<R> result =
        co_await boost::asio::co_spawn(pool, std::move(job), boost::asio::use_awaitable);
    co_return std::move(*result);
}

}  // namespace server::net
