// Reads multipart/form-data (RFC 7578) from a spooled file: text fields into memory, files as
// ranges of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "server/base/limits.hpp"
#include "server/web/form.hpp"
#include "workflows/core/result.hpp"

namespace server::web {

/// A file that came with a form: `size` bytes of the spooled body from `offset` on.
struct FilePart {
    std::string name;          // of the form field
    std::string file_name;     // last path segment, no control characters, UTF-8, never empty
    std::string content_type;  // as the client claims, lower case; never to be trusted
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

struct MultipartForm {
    Form fields;
    std::vector<FilePart> files;  // a file control left empty gives none

    const FilePart* file(std::string_view name) const;  // first of that name, or nullptr
};

struct MultipartLimits {
    std::size_t parts_max = base::limits::multipart_parts_max;
    std::size_t files_max = base::limits::multipart_files_max;
    std::size_t text_bytes_max = base::limits::multipart_text_bytes_max;
    std::size_t head_bytes_max = base::limits::multipart_head_bytes_max;
};

/// Holds at most one block and one text field in memory at a time. Errors: invalid (the words say
/// what is malformed), too_large (a limit of `limits`). The end boundary must be there: a body that
/// was cut short is an error, never a shorter file. Throws std::runtime_error if the file cannot be
/// read.
workflows::Result<MultipartForm> read_multipart(const std::filesystem::path& body_file,
                                                std::string_view content_type,
                                                const MultipartLimits& bounds = {});

/// The same from any stream; offsets count from where it starts.
workflows::Result<MultipartForm> read_multipart(std::istream& body, std::string_view content_type,
                                                const MultipartLimits& bounds = {});

bool is_multipart(std::string_view content_type);

/// The bytes of one part. Throws std::runtime_error if the file ends before the part does.
std::string read_part(const std::filesystem::path& body_file, const FilePart& part);

/// Copies one part to a new file at `target`; it is not made durable. Throws as read_part.
void copy_part(const std::filesystem::path& body_file, const FilePart& part,
               const std::filesystem::path& target);

/// SHA-256 of one part, 64 hexadecimal digits. Throws as read_part.
std::string hash_part(const std::filesystem::path& body_file, const FilePart& part);

/// What is kept of a name that a client gave a file.
std::string sanitise_file_name(std::string_view claimed);

}  // namespace server::web
