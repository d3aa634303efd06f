// Format: Content-Disposition: form-data; name="papers"; filename="a b.pdf" CRLF
//         Content-Type: application/pdf CRLF
// Browsers write a quote inside a name as %22; curl and older clients as \".
#include "server/web/multipart_head.hpp"

#include <algorithm>

#include "server/base/limits.hpp"
#include "server/web/form.hpp"
#include "server/web/words.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::web {

namespace {

using workflows::Error;
using workflows::Result;

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool is_token(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

using workflows::text::lower;

std::string_view trim(std::string_view text) {
    return workflows::text::trim(text, workflows::text::blanks_of_a_line);
}

struct Parameter {
    std::string name;  // lower case
    std::string value;
};

// Takes what is between quotes from `rest`, which starts behind the opening one.
std::optional<std::string> take_quoted(std::string_view& rest) {
    std::string value;
    while (!rest.empty()) {
        char c = rest.front();
        rest.remove_prefix(1);
        if (c == '"') return value;
        if (c == '\\' && !rest.empty() && (rest.front() == '"' || rest.front() == '\\')) {
            c = rest.front();
            rest.remove_prefix(1);
        }
        value.push_back(c);
    }
    return std::nullopt;
}

std::optional<Parameter> take_parameter(std::string_view& rest) {
    if (rest.empty() || rest.front() != ';') return std::nullopt;
    rest = trim(rest.substr(1));
    const std::size_t equals = rest.find('=');
    if (equals == 0 || equals == std::string_view::npos) return std::nullopt;
    Parameter parameter{lower(rest.substr(0, equals)), {}};
    if (!std::ranges::all_of(parameter.name, is_token)) return std::nullopt;
    rest.remove_prefix(equals + 1);
    if (!rest.empty() && rest.front() == '"') {
        rest.remove_prefix(1);
        auto quoted = take_quoted(rest);
        if (!quoted) return std::nullopt;
        parameter.value = std::move(*quoted);
    } else {
        const auto end = std::ranges::find_if_not(rest, is_token);
        parameter.value.assign(rest.begin(), end);
        if (parameter.value.empty()) return std::nullopt;
        rest.remove_prefix(parameter.value.size());
    }
    rest = trim(rest);
    return parameter;
}

std::string unescape_quotes(std::string value) {
    for (std::size_t at = 0; (at = value.find("%22", at)) != std::string::npos; ++at)
        value.replace(at, 3, "\"");
    return value;
}

// Unknown parameters are passed over; filename* is one of them (RFC 7578, 4.2 forbids it).
std::optional<Error> read_disposition(std::string_view value, PartHead& head) {
    const std::size_t end = std::min(value.find(';'), value.size());
    if (lower(trim(value.substr(0, end))) != "form-data")
        return malformed(words::one_part_of_the_form);
    bool named = false;
    std::string_view rest = value.substr(end);
    while (!rest.empty()) {
        auto parameter = take_parameter(rest);
        if (!parameter) return malformed(words::one_part_of_the_form_has_a_malformed);
        if (parameter->name == "name") {
            if (named) return malformed(words::one_part_of_the_form_has_two_names);
            head.name = unescape_quotes(std::move(parameter->value));
            named = true;
        } else if (parameter->name == "filename") {
            if (head.file_name) return malformed(words::one_part_of_the_form_has_two_file);
            head.file_name = unescape_quotes(std::move(parameter->value));
        }
    }
    if (!named || !workflows::text::is_utf8(head.name))
        return malformed(words::one_part_of_the_form_does);
    return std::nullopt;
}

std::string claimed_type(std::string_view value) {
    const std::string type = lower(trim(value.substr(0, value.find(';'))));
    const std::size_t slash = type.find('/');
    const bool proper = slash != std::string::npos && slash > 0 && slash + 1 < type.size() &&
                        type.size() <= 127 &&
                        std::ranges::all_of(type.substr(0, slash), is_token) &&
                        std::ranges::all_of(type.substr(slash + 1), is_token);
    return proper ? type : "application/octet-stream";
}

std::optional<Error> read_line(std::string_view line, PartHead& head, bool& disposed) {
    const std::size_t colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos || std::ranges::any_of(line, is_control))
        return malformed(words::one_part_of_the_form_has_a_malformed_field);
    const std::string field = lower(line.substr(0, colon));
    const std::string_view value = trim(line.substr(colon + 1));
    if (!std::ranges::all_of(field, is_token))
        return malformed(words::one_part_of_the_form_has_a_malformed_field);
    if (field == "content-disposition") {
        if (disposed) return malformed(words::one_part_of_the_form_is_described_twice);
        disposed = true;
        return read_disposition(value, head);
    }
    if (field == "content-type") head.content_type = claimed_type(value);
    // RFC 7578, 4.7: deprecated; decoding it would make the stored range differ from the file.
    if (field == "content-transfer-encoding" && lower(value) != "binary" &&
        lower(value) != "8bit" && lower(value) != "7bit")
        return malformed(words::one_part_of_the_form_uses);
    return std::nullopt;
}

}  // namespace

Error malformed(std::string message) {
    return workflows::invalid("", std::move(message));
}

Result<PartHead> parse_part_head(std::string_view lines) {
    PartHead head;
    head.content_type = "application/octet-stream";
    bool disposed = false;
    while (!lines.empty()) {
        const std::size_t end = lines.find("\r\n");
        if (end == std::string_view::npos)
            return malformed(words::one_part_of_the_form_is_incomplete);
        if (auto error = read_line(lines.substr(0, end), head, disposed)) return *error;
        lines.remove_prefix(end + 2);
    }
    if (!disposed) return malformed(words::one_part_of_the_form_does_not_have_a_name);
    return head;
}

std::optional<std::string> multipart_boundary(std::string_view content_type) {
    const std::size_t end = std::min(content_type.find(';'), content_type.size());
    if (lower(trim(content_type.substr(0, end))) != "multipart/form-data") return std::nullopt;
    std::string_view rest = content_type.substr(end);
    std::optional<std::string> boundary;
    while (!rest.empty()) {
        auto parameter = take_parameter(rest);
        if (!parameter) return std::nullopt;
        if (parameter->name != "boundary") continue;
        if (boundary) return std::nullopt;
        boundary = std::move(parameter->value);
    }
    const auto allowed = [](char c) {
        return is_token(c) || std::string_view("(),/:=? ").find(c) != std::string_view::npos;
    };
    if (!boundary || boundary->empty() || boundary->back() == ' ' ||
        boundary->size() > base::limits::multipart_boundary_bytes_max ||
        !std::ranges::all_of(*boundary, allowed))
        return std::nullopt;
    return boundary;
}

}  // namespace server::web
