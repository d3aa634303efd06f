// What an uploaded file is, before anyone relies on it as a paper.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace templates {

// A paper with more pages than this is refused.
inline constexpr std::size_t paper_pages_max = 2'000;

enum class PdfVerdict {
    good,
    not_a_pdf,       // no PDF header in the first kilobyte
    locked,          // encrypted, even if it opens without a password
    broken,          // cut off or damaged; we never guess at a repair
    no_pages,        // well formed, nothing to read
    too_many_pages,  // over paper_pages_max
};

struct PdfInspection {
    PdfVerdict verdict = PdfVerdict::broken;
    std::size_t page_count = 0;       // 0 unless good or too_many_pages
    std::string title;                // document title, UTF-8, may be empty
    bool is_tagged = false;           // says it has a structure for screen readers
    bool has_text = false;            // false: most likely a scan
    bool has_active_content = false;  // scripts, attachments, media: left out of every pack
};

// Reads a PDF by qpdf with recovery off. Hostile input can still cost time and memory: call these
// only in the limited worker process (worker.hpp). They throw std::bad_alloc when memory ends and
// std::runtime_error for a path that cannot be opened; whatever is inside is a verdict.
PdfInspection inspect_pdf_file(const std::string& path);
PdfInspection inspect_pdf_bytes(std::string_view bytes);

// One sentence or two for the secretary who chose the file: what is wrong and what to do next.
// Empty for `good`.
std::string_view words_for(PdfVerdict verdict);

// The verdict's name in the worker's answers and in logs: "good", "not_a_pdf", ...
std::string_view name_of(PdfVerdict verdict);

// What a good paper lacks, each a sentence, separated by a space; empty when it lacks nothing.
std::string advice_for(const PdfInspection& inspection);

}  // namespace templates
