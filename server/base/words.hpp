// What is said about settings that cannot be used.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace server::base::words {

inline std::string cannot_listen_on(std::string_view listen) {
    return fmt::format(
        "We cannot use “{}”. Give an address and a port up to 65535, for example 127.0.0.1:8080 "
        "or [::1]:8080.",
        listen);
}
inline std::string address_has_no_scheme(std::string_view address) {
    return fmt::format(
        "“{}” does not start with https:// or http://. Give an address, for example "
        "https://boards.example.gov.uk.",
        address);
}
inline std::string address_has_no_host(std::string_view address) {
    return fmt::format(
        "“{}” does not have a host name. Give an address, for example "
        "https://boards.example.gov.uk.",
        address);
}
inline std::string address_has_a_path(std::string_view address) {
    return fmt::format(
        "“{}” has a path. This service needs its own host name, for example "
        "https://boards.example.gov.uk.",
        address);
}
inline std::string address_has_more(std::string_view address) {
    return fmt::format(
        "“{}” has more than a host name and a port. Give an address, for example "
        "https://boards.example.gov.uk.",
        address);
}

}  // namespace server::base::words
