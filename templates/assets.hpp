// Styles, scripts and icons compiled into the program, under names that change with their bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace templates {

// One file as the build made it. All views point at memory of the program. Since the path holds
// the hash of the bytes, answer it with `Cache-Control: public, max-age=31536000, immutable`.
struct Asset {
    std::string_view name;          // "app.css": what asset_href() takes
    std::string_view path;          // "/assets/app.0123456789ab.css"
    std::string_view content_type;  // with charset
    std::string_view etag;          // strong, with its quotes; of the identity bytes
    std::string_view identity;      // the bytes themselves
    std::string_view gzip;          // the same, as Content-Encoding: gzip (RFC 1952)
};

std::span<const Asset> assets();

// The asset at an exact request path, or null.
const Asset* find_asset(std::string_view path);

// The address of "app.css"; empty when this build has none (plain has styles but no scripts).
std::string_view asset_href(std::string_view name);

}  // namespace templates
