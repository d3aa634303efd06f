// The table of strict headers, and who gets which.
#include "server/net/security_headers.hpp"

#include <algorithm>
#include <array>

#include "workflows/text/words.hpp"

namespace server::net {

const std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

namespace {

enum class For { every_answer, active_documents, secure_channel };

struct StrictHeader {
    std::string_view name;
    std::string_view value;
    For whom;
};

const std::array<StrictHeader, 7>& strict_headers() {
    static const std::array<StrictHeader, 7> table{{
        {"Content-Security-Policy", content_security_policy, For::active_documents},
        {"Referrer-Policy", "same-origin", For::every_answer},
        {"X-Content-Type-Options", "nosniff", For::every_answer},
        {"Cross-Origin-Opener-Policy", "same-origin", For::every_answer},
        {"Cross-Origin-Resource-Policy", "same-origin", For::every_answer},
        {"Permissions-Policy", "camera=(), microphone=(), geolocation=()", For::every_answer},
        {"Strict-Transport-Security", "max-age=31536000; includeSubDomains", For::secure_channel},
    }};
    return table;
}

// An SVG opened by its own address runs scripts as a page does.
bool is_active_document(std::string_view content_type) {
    return content_type.starts_with("text/html") || content_type.starts_with("image/svg+xml");
}

bool applies(const StrictHeader& header, const Response& response, Channel channel) {
    if (header.whom == For::secure_channel && channel != Channel::secure) return false;
    if (header.whom == For::active_documents && !is_active_document(response.content_type))
        return false;
    return std::ranges::none_of(response.headers, [&](const auto& own) {
        return workflows::text::same_but_for_case(own.first, header.name);
    });
}

}  // namespace

void append_security_headers(std::string& head, const Response& response, Channel channel) {
    for (const StrictHeader& header : strict_headers()) {
        if (!applies(header, response, channel)) continue;
        head.append(header.name).append(": ").append(header.value).append("\r\n");
    }
}

}  // namespace server::net
