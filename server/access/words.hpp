// Signing in.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace server::access::words {

// Sign in pages.
inline constexpr const char* you_have_asked_for_too_many =
    "You have asked for too many codes. Wait 15 minutes and try again.";
inline constexpr const char* sign_in = "Sign in";
inline constexpr const char* you_can_only_sign_in_over =
    "You can only sign in over https. Contact the people who run this service.";
inline constexpr const char* continue_word = "Continue";
inline constexpr const char* email_address = "Email address";
inline constexpr const char* we_will_email_you_a_6 =
    "We will email you a 6-digit code. You do not need a password.";
inline constexpr const char* enter_an_email_address_for_example =
    "Enter an email address, for example name@example.org";
inline constexpr const char* check_your_email = "Check your email";
inline constexpr const char* if_this_address_belongs =
    "If this address belongs to a board member or officer, we have emailed a 6-digit code to it. "
    "It is valid for 15 minutes in this browser.";
inline constexpr const char* code = "Code";
inline constexpr const char* the_6_digits_for_example_204_417 = "6 digits, for example 204 417";
inline constexpr const char* get_a_new_code = "Get a new code";
inline constexpr const char* incorrect_or_expired_code_enter =
    "Incorrect or expired code. Enter the latest code, or ask for a new one.";
inline constexpr const char* too_many_incorrect_codes_have_been =
    "Too many incorrect codes have been entered for this address since yesterday, so we cannot "
    "accept a code from this network. Use a network you have signed in from before, try again "
    "tomorrow, or ask your secretariat or the people who run this service for a sign-in link.";
inline constexpr const char* by_emailed_code = "by emailed code";
inline constexpr const char* sign_in_with_your_email_address = "Sign in with your email address";
inline constexpr const char* you_can_use_this_link = "You can use this link to sign in once.";
inline constexpr const char* this_link_has_been_used =
    "This link has been used or has expired. Sign in with your email address, or ask for a new "
    "link.";
inline constexpr const char* by_link = "by link";

/// For the audit trail.
inline std::string partnership_office_passed(std::string_view before, std::string_view after) {
    return fmt::format("partnership office: {} to {}", before, after);
}

}  // namespace server::access::words
