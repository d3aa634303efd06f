// Format: "--B" CRLF part head CRLF CRLF content CRLF "--B" … CRLF "--B--" [CRLF], where B is the
// boundary. No preamble, no epilogue, no nested multipart: no form of a browser has them.
#include "server/web/multipart.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <istream>
#include <stdexcept>
#include <utility>

#include "db/sha256.hpp"
#include "server/web/multipart_head.hpp"
#include "server/web/words.hpp"
#include "workflows/text/utf8.hpp"

namespace server::web {

namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;

constexpr std::size_t block_bytes = 64 * 1024;

Error cut_short() {
    return malformed(words::part_of_the_form_is_missing);
}

// A window that slides over the stream and knows where it is.
class Window {
  public:
    explicit Window(std::istream& stream) : stream_(stream) {}

    std::uint64_t offset() const { return offset_; }
    std::string_view view() const { return {text_.data() + begin_, text_.size() - begin_}; }
    void drop(std::size_t bytes) {
        begin_ += bytes;
        offset_ += bytes;
    }
    /// Reads one block more; false at the end.
    bool fill() {
        text_.erase(0, begin_);
        begin_ = 0;
        const std::size_t had = text_.size();
        text_.resize(had + block_bytes);
        stream_.read(text_.data() + had, static_cast<std::streamsize>(block_bytes));
        text_.resize(had + static_cast<std::size_t>(stream_.gcount()));
        if (stream_.bad()) throw std::runtime_error("cannot read a spooled form");
        return text_.size() > had;
    }
    /// True when `bytes` are in view.
    bool ensure(std::size_t bytes) {
        while (view().size() < bytes)
            if (!fill()) return false;
        return true;
    }

  private:
    std::istream& stream_;
    std::string text_;
    std::size_t begin_ = 0;
    std::uint64_t offset_ = 0;
};

class Reader {
  public:
    Reader(std::istream& stream, const std::string& boundary, const MultipartLimits& bounds)
        : window_(stream), delimiter_("\r\n--" + boundary), bounds_(bounds) {}

    Result<MultipartForm> read();

  private:
    enum class After { part, end };

    Result<After> read_after_delimiter();
    Result<std::string> read_head();
    std::optional<Error> read_part();
    std::optional<Error> read_text(PartHead head);
    std::optional<Error> read_file(PartHead head);
    template <class Sink>
    bool read_content(Sink sink);

    Window window_;
    const std::string delimiter_;
    const MultipartLimits bounds_;
    MultipartForm form_;
    std::size_t parts_ = 0;
    std::size_t text_bytes_ = 0;
};

Result<MultipartForm> Reader::read() {
    // The first delimiter has no line end before it.
    const std::string_view first = std::string_view(delimiter_).substr(2);
    if (!window_.ensure(first.size()) || !window_.view().starts_with(first))
        return malformed(words::the_form_does_not_start);
    window_.drop(first.size());
    for (;;) {
        const Result<After> after = read_after_delimiter();
        if (!after) return after.error();
        if (*after == After::end) return std::move(form_);
        if (++parts_ > bounds_.parts_max)
            return Error{Code::too_large, words::the_form_has_too_many_fields};
        if (auto error = read_part()) return *error;
    }
}

Result<Reader::After> Reader::read_after_delimiter() {
    if (!window_.ensure(2)) return cut_short();
    const std::string_view mark = window_.view().substr(0, 2);
    if (mark == "\r\n") {
        window_.drop(2);
        return After::part;
    }
    if (mark != "--") return malformed(words::the_form_has_a_malformed_boundary);
    window_.drop(2);
    while (window_.view().size() <= 2 && window_.fill()) {
    }
    if (!window_.view().empty() && window_.view() != "\r\n")
        return malformed(words::the_form_continues_after_its_end);
    return After::end;
}

Result<std::string> Reader::read_head() {
    for (;;) {
        const std::size_t end = window_.view().find("\r\n\r\n");
        if (end != std::string_view::npos && end + 2 <= bounds_.head_bytes_max) {
            std::string lines(window_.view().substr(0, end + 2));
            window_.drop(end + 4);
            return lines;
        }
        if (window_.view().size() >= bounds_.head_bytes_max + 2)
            return Error{Code::too_large, words::the_description_of_one_part};
        if (!window_.fill()) return cut_short();
    }
}

std::optional<Error> Reader::read_part() {
    Result<std::string> lines = read_head();
    if (!lines) return lines.error();
    Result<PartHead> head = parse_part_head(*lines);
    if (!head) return head.error();
    return head->file_name ? read_file(std::move(*head)) : read_text(std::move(*head));
}

// Gives `sink` the content piece by piece, up to the next delimiter, which it passes. False when
// the stream ends first or the sink has had enough.
template <class Sink>
bool Reader::read_content(Sink sink) {
    for (;;) {
        const std::string_view view = window_.view();
        const std::size_t found = view.find(delimiter_);
        if (found != std::string_view::npos) {
            if (!sink(view.substr(0, found))) return false;
            window_.drop(found + delimiter_.size());
            return true;
        }
        // The delimiter may have begun in the last bytes.
        const std::size_t kept = std::min(view.size(), delimiter_.size() - 1);
        if (!sink(view.substr(0, view.size() - kept))) return false;
        window_.drop(view.size() - kept);
        if (!window_.fill()) return false;
    }
}

std::optional<Error> Reader::read_text(PartHead head) {
    std::string value;
    bool fits = true;
    const std::size_t left = bounds_.text_bytes_max - text_bytes_;
    const bool whole = read_content([&](std::string_view piece) {
        fits = value.size() + piece.size() <= left;
        if (fits) value.append(piece);
        return fits;
    });
    if (!fits) return Error{Code::too_large, words::the_text_is_too_long, std::move(head.name)};
    if (!whole) return cut_short();
    if (!workflows::text::is_utf8(value) || value.find('\0') != std::string::npos)
        return workflows::invalid(std::move(head.name), words::the_text_cannot_be_read);
    text_bytes_ += value.size();
    form_.fields.add(std::move(head.name), std::move(value));
    return std::nullopt;
}

std::optional<Error> Reader::read_file(PartHead head) {
    FilePart part;
    part.offset = window_.offset();
    const bool whole = read_content([&](std::string_view piece) {
        part.size += piece.size();
        return true;
    });
    if (!whole) return cut_short();
    if (head.file_name->empty() && part.size == 0) return std::nullopt;
    if (form_.files.size() == bounds_.files_max)
        return Error{Code::too_large, words::the_form_has_too_many_files, std::move(head.name)};
    part.file_name = sanitise_file_name(*head.file_name);
    part.name = std::move(head.name);
    part.content_type = std::move(head.content_type);
    form_.files.push_back(std::move(part));
    return std::nullopt;
}

// Calls `sink` with each block of the part.
template <class Sink>
void for_each_block(const std::filesystem::path& body_file, const FilePart& part, Sink sink) {
    std::ifstream stream(body_file, std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(part.offset));
    std::array<char, block_bytes> block{};
    for (std::uint64_t left = part.size; left > 0;) {
        const auto bytes = static_cast<std::streamsize>(std::min<std::uint64_t>(left, block_bytes));
        if (!stream.read(block.data(), bytes))
            throw std::runtime_error("a spooled form is shorter than its parts");
        sink(std::string_view(block.data(), static_cast<std::size_t>(bytes)));
        left -= static_cast<std::uint64_t>(bytes);
    }
}

std::string without_controls(std::string_view text) {
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept),
                         [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; });
    return kept;
}

}  // namespace

const FilePart* MultipartForm::file(std::string_view name) const {
    const auto found = std::ranges::find(files, name, &FilePart::name);
    return found == files.end() ? nullptr : &*found;
}

Result<MultipartForm> read_multipart(std::istream& body, std::string_view content_type,
                                     const MultipartLimits& bounds) {
    const auto boundary = multipart_boundary(content_type);
    if (!boundary) return malformed(words::the_form_was_sent_without);
    return Reader(body, *boundary, bounds).read();
}

Result<MultipartForm> read_multipart(const std::filesystem::path& body_file,
                                     std::string_view content_type, const MultipartLimits& bounds) {
    // A body of length 0 is not spooled.
    if (body_file.empty()) return malformed(words::the_form_is_empty);
    std::ifstream stream(body_file, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot open a spooled form");
    return read_multipart(stream, content_type, bounds);
}

bool is_multipart(std::string_view content_type) {
    return multipart_boundary(content_type).has_value();
}

std::string read_part(const std::filesystem::path& body_file, const FilePart& part) {
    std::string bytes;
    for_each_block(body_file, part, [&](std::string_view block) { bytes.append(block); });
    return bytes;
}

std::string hash_part(const std::filesystem::path& body_file, const FilePart& part) {
    db::Sha256 sum;
    for_each_block(body_file, part, [&](std::string_view block) { sum.add(block); });
    return sum.hex();
}

void copy_part(const std::filesystem::path& body_file, const FilePart& part,
               const std::filesystem::path& target) {
    std::ofstream copy(target, std::ios::binary | std::ios::trunc);
    for_each_block(body_file, part, [&](std::string_view block) {
        copy.write(block.data(), static_cast<std::streamsize>(block.size()));
    });
    if (!copy.flush()) throw std::runtime_error("cannot write " + target.filename().string());
}

// A name is shown and offered for download, never used as a path; still nothing of a path is kept.
std::string sanitise_file_name(std::string_view claimed) {
    if (const std::size_t slash = claimed.find_last_of("/\\"); slash != std::string_view::npos)
        claimed.remove_prefix(slash + 1);
    std::string name =
        workflows::text::is_utf8(claimed) ? without_controls(claimed) : std::string();
    const std::size_t first = name.find_first_not_of(" .");
    name.erase(0, std::min(first, name.size()));
    name.erase(name.find_last_not_of(" .") + 1);
    if (name.size() > base::limits::file_name_bytes_max) {
        // The ending says what the file is, so the middle goes; then no half character may stay.
        const std::size_t dot = name.rfind('.');
        const std::string ending =
            dot != std::string::npos && name.size() - dot <= 10 ? name.substr(dot) : "";
        name.resize(base::limits::file_name_bytes_max - ending.size());
        while (!workflows::text::is_utf8(name))
            name.pop_back();
        name += ending;
    }
    return name.empty() ? "file" : name;
}

}  // namespace server::web
