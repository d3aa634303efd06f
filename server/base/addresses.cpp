#include "server/base/addresses.hpp"

#include <arpa/inet.h>

#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "server/base/words.hpp"

namespace server::base {
namespace {

using workflows::invalid;

bool is_address(int family, const std::string& text) {
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    return ::inet_pton(family, text.c_str(), bytes.data()) == 1;
}

// Without the brackets that keep an IPv6 address apart from its port.
std::optional<std::string> plain_host(const std::string& host) {
    if (is_address(AF_INET, host)) return host;
    if (host.size() < 2 || host.front() != '[' || host.back() != ']') return std::nullopt;
    auto inside = host.substr(1, host.size() - 2);
    return is_address(AF_INET6, inside) ? std::optional(inside) : std::nullopt;
}

std::optional<std::uint16_t> read_port(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), port);
    const bool whole = !text.empty() && end == text.data() + text.size();
    return whole && fault == std::errc{} ? std::optional(port) : std::nullopt;
}

}  // namespace

workflows::Result<void> set_listen(Config& config, const std::string& listen) {
    const auto colon = listen.rfind(':');
    const auto host = plain_host(listen.substr(0, colon));
    const auto port =
        colon == std::string::npos ? std::nullopt : read_port(listen.substr(colon + 1));
    if (!host || !port) {
        return invalid("--listen", words::cannot_listen_on(listen));
    }
    config.listen_address = *host;
    config.listen_port = *port;
    if (config.base_url.empty()) config.base_url = "http://" + listen;
    return {};
}

workflows::Result<std::string> read_base_url(const std::string& text) {
    const auto wrong = [&](std::string (*words)(std::string_view)) {
        return invalid("--base-url", words(text));
    };
    auto url = text;
    while (url.ends_with('/') && !url.ends_with("://"))
        url.pop_back();
    const bool secure = url.starts_with("https://");
    if (!secure && !url.starts_with("http://")) return wrong(words::address_has_no_scheme);
    const auto host_at = url.find("://") + 3;
    const std::string_view own_port = secure ? ":443" : ":80";
    if (url.ends_with(own_port)) url.erase(url.size() - own_port.size());
    const auto host = url.substr(host_at);
    if (host.empty()) return wrong(words::address_has_no_host);
    if (host.find('/') != std::string::npos) return wrong(words::address_has_a_path);
    if (host.find_first_of("?#@\\ \t\"'<>") != std::string::npos)
        return wrong(words::address_has_more);
    return url;
}

}  // namespace server::base
