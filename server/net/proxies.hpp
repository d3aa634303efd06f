// Whose word we take for who the client is: the peer's address, or what trusted proxies say.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <string>
#include <vector>

#include "server/net/request.hpp"

namespace server::net {

/// An address as it is counted and shown: IPv4 that came over an IPv6 socket is IPv4.
boost::asio::ip::address plain_address(const boost::asio::ip::address& address);

/// What one client is, for the cap per address: an IPv4 address or an IPv6 /64.
std::string address_group(const boost::asio::ip::address& address);

/// The peers whose forwarding fields are believed.
class TrustedProxies {
  public:
    /// Addresses or networks, "10.0.0.0/8". Throws std::runtime_error naming what is neither.
    explicit TrustedProxies(const std::vector<std::string>& listed);

    bool trusts(const boost::asio::ip::address& address) const;

  private:
    struct Network {
        boost::asio::ip::address base;
        unsigned prefix_bits;
    };
    std::vector<Network> networks_;
};

/// Sets client_address and secure. From a trusted peer: the rightmost address in X-Forwarded-For
/// that is not a trusted proxy itself, and whether the last X-Forwarded-Proto is https. What a
/// client writes in front of what the proxy appends has no effect.
void set_client(Request& request, const boost::asio::ip::address& peer,
                const TrustedProxies& proxies);

}  // namespace server::net
