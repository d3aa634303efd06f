// What is said about a mail server that cannot be used.
#pragma once

namespace mail::words {

inline constexpr const char* give_the_mail_server =
    "Give the mail server as a host name, with a port from 1 to 65535 if it needs one.";
inline constexpr const char* name_of_this_server = "The name of this server must be a host name.";

}  // namespace mail::words
