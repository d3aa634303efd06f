// Header fields of a message: folded, encoded where the text needs it, and free of line breaks.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mail/address.hpp"
#include "workflows/core/date.hpp"

namespace mail {

inline constexpr std::size_t header_line_bytes_max =
    78;  // RFC 5322 2.1.1, where a fold is possible

/// Throws std::invalid_argument that names the header.
void refuse_control_characters(std::string_view name, std::string_view value);

/// Collects header fields. Every member refuses control characters in what it is given with
/// std::invalid_argument: a line break would be a header of the writer's choosing.
class HeaderWriter {
  public:
    /// A value for machines (ids, dates, tokens), pieces folded only between each other.
    void put(std::string_view name, std::span<const std::string> pieces);
    void put(std::string_view name, std::string value);
    /// A value for people, in UTF-8.
    void put_text(std::string_view name, std::string_view text);
    void put_mailbox(std::string_view name, const Mailbox& mailbox);

    /// The fields, each ended by CRLF; the empty line that ends a header is the caller's.
    std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

/// "Thu, 22 Nov 2018 14:00:00 +0000".
std::string rfc5322_date(workflows::Instant instant);

/// `name="value"`, with quotes and backslashes escaped.
std::string quoted_parameter(std::string_view name, std::string_view value);

/// The file name in letters that every reader knows: others become "_", long ones are shortened
/// before the extension.
std::string ascii_file_name(std::string_view file_name);

/// One or more parameters that carry the file name: quoted when plain and short, else RFC 2231.
std::vector<std::string> file_name_parameters(std::string_view name, std::string_view file_name);

}  // namespace mail
