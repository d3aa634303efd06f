// What the server says to a client whose request it cannot read: plain text, whole sentences.
#pragma once

namespace server::net::words {

// Response head.
inline constexpr const char* the_service_is_busy_try_again =
    "The service is busy. Try again in a moment.";
inline constexpr const char* something_went_wrong_with_the_service =
    "Something went wrong with the service. It has been recorded.";

// Session.
inline constexpr const char* what_you_sent_is_too_large =
    "What you sent is too large for this page. If you were signed out, sign in and send it again.";
inline constexpr const char* this_server_does_not_accept_uploads =
    "This server does not accept uploads.";
inline constexpr const char* too_many_uploads_at_once_try =
    "Too many uploads at once. Try again in a moment.";
inline constexpr const char* there_is_not_enough_space =
    "There is not enough space for the upload at the moment.";

// Wire gate.
inline constexpr const char* a_header_field_is_split_over =
    "A header field is split over two lines.";
inline constexpr const char* a_header_field_has_a_malformed =
    "A header field has a malformed name.";
inline constexpr const char* a_header_field_that_may_appear =
    "A header field that may appear only once appears twice.";
inline constexpr const char* the_request_has_too_many_header =
    "The request has too many header fields.";
inline constexpr const char* the_request_line_is_malformed = "The request line is malformed.";
inline constexpr const char* this_server_supports_http_1_0 =
    "This server supports HTTP/1.0 and HTTP/1.1.";
inline constexpr const char* this_server_supports_get_head =
    "This server supports GET, HEAD and POST.";
inline constexpr const char* the_address_is_too_long = "The address is too long.";
inline constexpr const char* the_address_is_malformed = "The address is malformed.";
inline constexpr const char* the_request_has_both_a_length =
    "The request has both a length and a transfer encoding.";
inline constexpr const char* send_the_length_of_the_body =
    "Send the length of the body in Content-Length.";
inline constexpr const char* this_server_does_not_support_transfer =
    "This server does not support transfer encodings.";
inline constexpr const char* this_server_supports_only_the_expectation =
    "This server supports only the expectation 100-continue.";
inline constexpr const char* the_length_of_the_body = "The length of the body is malformed.";
inline constexpr const char* the_request_does_not_name = "The request does not name a host.";
inline constexpr const char* this_server_is_not_responsible =
    "This server is not responsible for that host.";
inline constexpr const char* a_line_does_not_end = "A line does not end with CR LF.";
inline constexpr const char* the_request_starts_with_an_empty =
    "The request starts with an empty line.";
inline constexpr const char* the_head_of_the_request_contains =
    "The head of the request contains a control character.";
inline constexpr const char* the_header_fields_are_too_large = "The header fields are too large.";
inline constexpr const char* the_request_is_malformed = "The request is malformed.";
inline constexpr const char* a_get_or_head_request_cannot =
    "A GET or HEAD request cannot have a body.";

// Names and values of a form or an address.
inline constexpr const char* the_form_or_the_web_address =
    "The form or the web address contains text that we cannot read.";
inline constexpr const char* the_form_has_too_many_fields = "The form has too many fields.";

}  // namespace server::net::words
