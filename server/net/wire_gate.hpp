// The wire gate: what the head of a request must be before anything is routed or a body is read.
// Beast's parser alone lets through what smuggles requests past a proxy, so the raw bytes are
// checked first and Beast's reading of them must then agree. A refusal always closes the
// connection: where the next request would start is no longer certain.
#pragma once

#include <boost/system/result.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/net/request.hpp"

namespace server::net {

/// An answer of the gate: 400, 405, 411, 413, 414, 417, 421, 431, 501 or 505. `words` is a whole
/// sentence and a literal.
struct Refusal {
    constexpr Refusal() = default;
    constexpr Refusal(int status_code, std::string_view sentence)
        : status(status_code), words(sentence) {}
    int status = 400;
    std::string_view words;
};

[[noreturn]] void throw_exception_from_error(const Refusal& refusal, const boost::source_location&);

template <class T>
using Gated = boost::system::result<T, Refusal>;

/// Finds the end of a head in bytes that arrive piece by piece. The verdict does not depend on
/// where the pieces are cut: bytes are judged one by one, in order.
class HeadScanner {
  public:
    /// `buffered` holds all bytes of this head so far (the same as before and more). Returns the
    /// size of the head with its empty line, 0 while it is not complete. Refusals: 400 for a NUL or
    /// other control character and for a bare CR or LF, 414 or 431 when limits::head_bytes_max
    /// bytes hold no end.
    Gated<std::size_t> scan(std::string_view buffered);

  private:
    std::size_t scanned_ = 0;
};

enum class Expects { nothing, continue_100 };

/// A head that passed. `request` lacks only the body and what the proxies say.
struct Head {
    Request request;
    std::uint64_t content_length = 0;
    bool is_head_method = false;  // request.method is get then
    bool keep_alive = true;
    bool is_multipart = false;
    Expects expects = Expects::nothing;
};

/// `head` is one complete head as HeadScanner found it. `allowed_hosts` are "host" or "host:port"
/// in lower case. Refusals as stated at Refusal; 413 is left to who knows the allowance.
Gated<Head> read_gated_head(std::string_view head, const std::vector<std::string>& allowed_hosts);

/// The path of a target, decoded. Nothing for bad percent-encoding, text that is not UTF-8, control
/// characters, an encoded slash, an empty segment before the last, and the segments "." and "..".
std::optional<std::string> decode_path(std::string_view raw);

}  // namespace server::net
