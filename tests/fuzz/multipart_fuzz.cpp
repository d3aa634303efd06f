// Any bytes as a multipart body: no crash, and every file lies within the body.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "server/web/multipart.hpp"
#include "workflows/text/utf8.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string body(data, data + size);
    std::istringstream stream(body);
    const auto form = server::web::read_multipart(stream, "multipart/form-data; boundary=X");
    if (!form) {
        require(!form.error().message.empty());
        return 0;
    }
    for (const server::web::FilePart& part : form->files) {
        require(part.offset + part.size <= body.size());
        require(workflows::text::is_utf8(part.file_name) && !part.file_name.empty());
        require(part.file_name.find('/') == std::string::npos);
        // What follows a file is its delimiter, and the file does not hold it.
        require(body.compare(part.offset + part.size, 5, "\r\n--X") == 0);
        require(body.substr(part.offset, part.size).find("\r\n--X") == std::string::npos);
    }
    for (const auto& [name, value] : form->fields.values())
        require(workflows::text::is_utf8(name) && workflows::text::is_utf8(value));
    // The content type is as hostile as the body.
    server::web::is_multipart(body);
    return 0;
}
