// Any bytes as the head of a request, cut anywhere: one verdict, and what passes keeps the promises
// of the gate.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "server/base/limits.hpp"
#include "server/net/wire_gate.hpp"
#include "workflows/text/utf8.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check_path(std::string_view path) {
    require(path.starts_with('/') && workflows::text::is_utf8(path));
    require(path.find("//") == std::string_view::npos);
    require(path.find("/../") == std::string_view::npos && !path.ends_with("/.."));
    for (const char c : path)
        require(static_cast<unsigned char>(c) >= 0x20);
}

void check_head(std::string_view bytes) {
    const auto head = server::net::read_gated_head(bytes, {"a"});
    if (!head) {
        require(head.error().status >= 400 && !head.error().words.empty());
        return;
    }
    check_path(head->request.path);
    require(head->request.target.size() <= server::base::limits::target_bytes_max);
    require(head->request.headers.size() <= server::base::limits::head_fields_max);
    require(head->request.headers.count("host") == 1);
    require(head->request.headers.count("transfer-encoding") == 0);
    require(head->request.headers.count("content-length") <= 1);
    require(head->request.method == server::net::Method::post || head->content_length == 0);
    for (const auto& [name, value] : head->request.headers)
        require(value.find_first_of("\r\n") == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes(data + 1, data + size);
    if (const auto path = server::net::decode_path(bytes)) check_path(*path);

    server::net::HeadScanner whole;
    const auto expected = whole.scan(bytes);
    server::net::HeadScanner pieces;
    auto found = pieces.scan(std::string_view(bytes).substr(0, bytes.size() * data[0] / 256));
    if (found && *found == 0) found = pieces.scan(bytes);
    require(found.has_value() == expected.has_value());
    if (!found) require(found.error().status == expected.error().status);
    if (!found || *found == 0) return 0;
    require(*found == *expected);
    check_head(std::string_view(bytes).substr(0, *found));
    return 0;
}
