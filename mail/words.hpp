// What is said about a mail server that cannot be used.
#pragma once

namespace mail::words {

inline constexpr const char* enter_the_mail_relay =
    "Enter the mail relay as smtp://host:port or smtps://host:port.";
inline constexpr const char* give_the_mail_server =
    "Enter the mail server as a host name, with a port from 1 to 65535 if it needs one.";
inline constexpr const char* name_of_this_server = "The name of this server must be a host name.";

}  // namespace mail::words
