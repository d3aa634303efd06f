// Opens papers in pack order, ahead of the pages that need them.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "templates/documents/mapped_file.hpp"
#include "templates/documents/pack.hpp"
#include "templates/documents/paper_pages.hpp"
#include "templates/documents/qpdf.hpp"

namespace templates {

// Papers are mapped into memory up to this many bytes in all, which saves a system call for every
// object; the rest is read from its files, so that a pack of scans stays within the worker's
// memory.
inline constexpr std::size_t papers_in_memory_bytes_max = std::size_t{64} << 20;
// No more papers than this lie open and cleaned before they are added.
inline constexpr std::size_t papers_ahead_max = 64;

// A paper opened and cleaned. The pack reads its bytes again when it is written.
struct OpenPaper {
    std::size_t item = 0;  // indexes into PackInput
    std::size_t paper = 0;
    std::optional<MappedFile> bytes;  // declared first: `file` reads it to its end
    std::unique_ptr<QPDF> file;
    PaperPages cleaned;
};

// One thread. The input outlives this. Throws what QPDF throws, with the paper's path as file name.
class PaperReader {
  public:
    explicit PaperReader(const PackInput& input);
    // Opens one more paper, unless all are open or enough lie ready. False then.
    bool read_ahead();
    // The next paper in pack order; empty after the last.
    std::optional<OpenPaper> next();

  private:
    OpenPaper open(std::size_t item, std::size_t paper);

    const PackInput& input_;
    std::size_t item_ = 0;
    std::size_t paper_ = 0;
    std::size_t mapped_bytes_ = 0;
    std::deque<OpenPaper> ready_;
};

}  // namespace templates
