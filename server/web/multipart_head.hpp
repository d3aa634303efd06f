// The fields that open one part of a multipart body, and the boundary of the whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workflows/core/result.hpp"

namespace server::web {

struct PartHead {
    std::string name;
    std::optional<std::string> file_name;  // as claimed; empty when a file control was left empty
    std::string content_type;              // "type/subtype", lower case; application/octet-stream
                                           // when missing or malformed
};

/// What is wrong with the body, in words; it belongs to no field.
workflows::Error malformed(std::string message);

/// `lines` are whole field lines, each with its CRLF (RFC 7578, 4.2). Error: invalid.
workflows::Result<PartHead> parse_part_head(std::string_view lines);

/// The boundary parameter of a multipart/form-data content type, or nothing if that is not what it
/// is or the boundary breaks RFC 2046, 5.1.1.
std::optional<std::string> multipart_boundary(std::string_view content_type);

}  // namespace server::web
