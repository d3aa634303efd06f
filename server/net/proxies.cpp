// Compares addresses with networks and reads the forwarding fields from the right.
#include "server/net/proxies.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <span>
#include <stdexcept>

#include "workflows/text/words.hpp"

namespace server::net {

namespace {

namespace ip = boost::asio::ip;

std::vector<unsigned char> bytes_of(const ip::address& address) {
    if (address.is_v4()) {
        const auto bytes = address.to_v4().to_bytes();
        return {bytes.begin(), bytes.end()};
    }
    const auto bytes = address.to_v6().to_bytes();
    return {bytes.begin(), bytes.end()};
}

bool same_prefix(std::span<const unsigned char> a, std::span<const unsigned char> b,
                 unsigned bits) {
    if (a.size() != b.size()) return false;
    const std::size_t whole = bits / 8;
    if (!std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(whole), b.begin()))
        return false;
    if (bits % 8 == 0) return true;
    const unsigned shift = 8 - bits % 8;
    return a[whole] >> shift == b[whole] >> shift;
}

std::string_view listed_value(std::string_view text) {
    return workflows::text::trim(text, workflows::text::blanks_of_a_line);
}

// All values of the fields called `name`, in order of sending.
std::vector<std::string_view> list_values(const NameValues& headers, std::string_view name) {
    std::vector<std::string_view> values;
    for (const auto& [field, line] : headers) {
        if (field != name) continue;
        for (std::string_view rest = line;;) {
            const std::size_t comma = rest.find(',');
            values.push_back(listed_value(rest.substr(0, comma)));
            if (comma == std::string_view::npos) break;
            rest.remove_prefix(comma + 1);
        }
    }
    return values;
}

}  // namespace

ip::address plain_address(const ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address;
}

std::string address_group(const ip::address& address) {
    const auto bytes = bytes_of(address);
    const std::size_t used = std::min<std::size_t>(bytes.size(), 8);
    return {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(used)};
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& listed) {
    for (const std::string& text : listed) {
        const std::size_t slash = std::min(text.find('/'), text.size());
        boost::system::error_code error;
        const ip::address base = ip::make_address(text.substr(0, slash), error);
        unsigned bits = base.is_v4() ? 32 : 128;
        bool proper = !error;
        if (proper && slash < text.size()) {
            const char* end = text.data() + text.size();
            const unsigned most = bits;
            const auto [stop, wrong] = std::from_chars(text.data() + slash + 1, end, bits);
            proper = wrong == std::errc() && stop == end && bits <= most;
        }
        if (!proper)
            throw std::runtime_error("trusted proxy is neither address nor network: " + text);
        networks_.push_back({base, bits});
    }
}

bool TrustedProxies::trusts(const ip::address& address) const {
    if (networks_.empty()) return false;
    const auto bytes = bytes_of(address);
    return std::ranges::any_of(networks_, [&](const Network& network) {
        return same_prefix(bytes, bytes_of(network.base), network.prefix_bits);
    });
}

void set_client(Request& request, const ip::address& peer, const TrustedProxies& proxies) {
    ip::address client = peer;
    if (proxies.trusts(peer)) {
        const auto hops = list_values(request.headers, "x-forwarded-for");
        for (std::size_t i = hops.size(); i > 0 && proxies.trusts(client); --i) {
            boost::system::error_code error;
            const ip::address hop = ip::make_address(std::string(hops[i - 1]), error);
            if (error) break;
            client = plain_address(hop);
        }
        const auto schemes = list_values(request.headers, "x-forwarded-proto");
        request.secure = !schemes.empty() && schemes.back() == "https";
    }
    request.client_address = client.to_string();
}

}  // namespace server::net
