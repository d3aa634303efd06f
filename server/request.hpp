// A request and a response as handlers see them: plain values, no Beast.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server {

enum class Method { get, head, post };

/// What the wire gate let through (server/net/wire_gate.hpp says what that is).
struct Request {
    Method method = Method::get;
    std::string target;                 // as sent: path and query, ASCII, at most 2048 bytes
    std::string path;                   // percent-decoded, no NUL, no "..", no "//"
    std::multimap<std::string, std::string> query;  // decoded
    std::multimap<std::string, std::string> headers;  // names in lower case
    std::string body;                   // urlencoded or other small body, at most limits::body_bytes_max
    std::filesystem::path body_file;    // a multipart body spooled to a temporary file, else empty;
                                        // removed by the session when the response is written
    std::string client_address;         // from trusted proxies only
    bool secure = false;                // https as the client sees it

    std::string header(std::string_view name) const;         // first, or empty
    std::string cookie(std::string_view name) const;         // or empty
    std::string query_value(std::string_view name) const;    // first, or empty
};

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::shared_ptr<const std::string> shared_body;  // used instead of `body` when set
    std::filesystem::path file;                      // streamed instead of a body when set
    bool close_connection = false;
};

}  // namespace server
