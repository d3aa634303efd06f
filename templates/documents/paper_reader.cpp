// Reads papers one after the other; small ones from mapped memory.
#include "templates/documents/paper_reader.hpp"

#include <filesystem>
#include <utility>

namespace templates {

PaperReader::PaperReader(const PackInput& input) : input_(input) {}

bool PaperReader::read_ahead() {
    while (item_ < input_.items.size() && paper_ == input_.items[item_].papers.size()) {
        ++item_;
        paper_ = 0;
    }
    if (item_ == input_.items.size() || ready_.size() == papers_ahead_max) {
        return false;
    }
    ready_.push_back(open(item_, paper_));
    ++paper_;
    return true;
}

std::optional<OpenPaper> PaperReader::next() {
    if (ready_.empty() && !read_ahead()) {
        return std::nullopt;
    }
    std::optional<OpenPaper> result(std::move(ready_.front()));
    ready_.pop_front();
    return result;
}

OpenPaper PaperReader::open(std::size_t item, std::size_t paper) {
    const std::string& path = input_.items[item].papers[paper].path;
    OpenPaper result;
    result.item = item;
    result.paper = paper;
    result.file = std::make_unique<QPDF>();
    result.file->setSuppressWarnings(true);
    result.file->setAttemptRecovery(false);
    const std::size_t size = std::filesystem::file_size(path);
    if (size == 0 || mapped_bytes_ + size > papers_in_memory_bytes_max) {
        result.file->processFile(path.c_str());
    } else {
        mapped_bytes_ += size;
        const MappedFile& mapped = result.bytes.emplace(path);
        // The path as description: errors name the file by it.
        result.file->processMemoryFile(path.c_str(), mapped.data(), mapped.size());
    }
    result.cleaned = clean_paper(*result.file);
    return result;
}

}  // namespace templates
