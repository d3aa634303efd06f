// A request and a response as handlers see them: plain values, no Beast.
#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server::net {

enum class Method { get, head, post };

/// Names and values in the order they were sent; a name may occur again. A flat list, because a
/// request has a handful and a tree would cost one allocation for each.
class NameValues {
  public:
    using Pair = std::pair<std::string, std::string>;

    NameValues() = default;
    NameValues(std::initializer_list<Pair> pairs) : pairs_(pairs) {}

    void emplace(std::string name, std::string value) {
        pairs_.emplace_back(std::move(name), std::move(value));
    }
    /// The first value of that exact name, or nullptr.
    const std::string* find(std::string_view name) const;
    std::size_t count(std::string_view name) const;
    std::size_t size() const { return pairs_.size(); }
    bool empty() const { return pairs_.empty(); }
    void reserve(std::size_t count) { pairs_.reserve(count); }
    auto begin() const { return pairs_.begin(); }
    auto end() const { return pairs_.end(); }

  private:
    std::vector<Pair> pairs_;
};

/// What the wire gate let through (server/net/wire_gate.hpp says what that is).
struct Request {
    Method method = Method::get;  // the server hands a HEAD to handlers as get, and drops the body
    std::string target;           // as sent: path and query, ASCII, at most 2048 bytes
    std::string path;             // percent-decoded UTF-8; no control character, no segment "." or
                                  // "..", no "//", no encoded slash
    NameValues query;             // decoded UTF-8
    NameValues headers;           // names in lower case
    std::string body;             // urlencoded or other small body, at most limits::body_bytes_max
    std::filesystem::path body_file;  // a multipart body spooled to a temporary file, else empty;
                                      // removed by the session when the handler has answered
    std::string client_address;       // of the peer, or what trusted proxies say it is
    bool secure = false;              // https as the client sees it

    std::string header(std::string_view name) const;       // name in lower case; first, or empty
    std::string cookie(std::string_view name) const;       // or empty
    std::string query_value(std::string_view name) const;  // first, or empty
};

/// Header values with control characters are a programmer's error: the session answers 500 instead.
/// The session adds Content-Length, Connection, Date and the strict set of security_headers.hpp; a
/// strict header that is in `headers` already is left as the handler wrote it.
struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";  // empty: no Content-Type is sent
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::shared_ptr<const std::string> shared_body;  // used instead of `body` when set, not copied
    std::filesystem::path file;                      // streamed instead of a body when set
    bool close_connection = false;
};

}  // namespace server::net
