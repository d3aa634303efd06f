// Format: "HTTP/1.1 200 OK" CRLF *( field CRLF ) CRLF, RFC 9112, 2.1.
#include "server/net/response_head.hpp"

#include <algorithm>
#include <array>
#include <boost/beast/http/status.hpp>
#include <charconv>
#include <cstdio>

#include "server/base/limits.hpp"
#include "server/net/words.hpp"

namespace server::net {

namespace {

void append_number(std::string& text, std::uint64_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

void append_field(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
}

std::string_view reason(int status) {
    const auto known = boost::beast::http::int_to_status(static_cast<unsigned>(status));
    return boost::beast::http::obsolete_reason(known);
}

bool is_name(std::string_view name) {
    return !name.empty() &&
           std::ranges::all_of(name, [](char c) { return c > 0x20 && c < 0x7F && c != ':'; });
}

bool is_value(std::string_view value) {
    return std::ranges::none_of(value, [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
    });
}

void ask_to_wait(Response& response) {
    response.headers.emplace_back("Retry-After", std::to_string(base::limits::retry_after.count()));
}

Response plain_answer(int status, std::string words) {
    Response response;
    response.status = status;
    response.content_type = "text/plain; charset=utf-8";
    response.body = std::move(words) + "\n";
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

}  // namespace

bool is_sendable(const Response& response) {
    return response.status >= 200 && response.status <= 599 && is_value(response.content_type) &&
           std::ranges::all_of(response.headers, [](const auto& field) {
               return is_name(field.first) && is_value(field.second);
           });
}

bool is_bodiless(int status) {
    return status == 204 || status == 304;
}

void write_head(std::string& head, const Response& response, const Framing& framing,
                const std::string& date_line) {
    head.assign("HTTP/1.1 ");
    append_number(head, static_cast<std::uint64_t>(response.status));
    head.append(" ").append(reason(response.status)).append("\r\n");
    head.append(date_line);
    if (!is_bodiless(response.status)) {
        if (!response.content_type.empty())
            append_field(head, "Content-Type", response.content_type);
        head.append("Content-Length: ");
        append_number(head, framing.content_length);
        head.append("\r\n");
    }
    // Said in both cases: an HTTP/1.0 client takes silence for close, an HTTP/1.1 one for keeping.
    append_field(head, "Connection",
                 framing.persistence == Persistence::close ? "close" : "keep-alive");
    for (const auto& [name, value] : response.headers)
        append_field(head, name, value);
    append_security_headers(head, response, framing.channel);
    head.append("\r\n");
}

std::string format_date_line(std::chrono::system_clock::time_point now) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date(day);
    const auto weekday = std::chrono::weekday(day).c_encoding();
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(now - day));
    std::array<char, 64> line{};
    const int size = std::snprintf(
        line.data(), line.size(), "Date: %s, %02u %s %04d %02d:%02d:%02d GMT\r\n", days.at(weekday),
        static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
        static_cast<int>(date.year()), static_cast<int>(time.hours().count()),
        static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return {line.data(), static_cast<std::size_t>(size)};
}

Response refusal_response(const Refusal& refusal) {
    Response response = plain_answer(refusal.status, std::string(refusal.words));
    if (refusal.status == 405) response.headers.emplace_back("Allow", "GET, HEAD, POST");
    if (refusal.status == 503) ask_to_wait(response);
    response.close_connection = true;
    return response;
}

Response overloaded_response() {
    Response response = plain_answer(503, words::the_service_is_busy_try_again);
    ask_to_wait(response);
    return response;
}

Response failure_response() {
    return plain_answer(500, words::something_went_wrong_with_the_service);
}

}  // namespace server::net
