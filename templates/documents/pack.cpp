// Checks the input, draws, merges and writes a pack.
#include "templates/documents/pack.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "templates/documents/front_matter.hpp"
#include "templates/documents/merge.hpp"
#include "templates/documents/paper_reader.hpp"
#include "templates/documents/qpdf.hpp"
#include "templates/documents/words.hpp"

namespace templates {
namespace {

constexpr std::size_t write_buffer_bytes = std::size_t{1} << 20;

void check_limits(const PackInput& input) {
    std::size_t papers = 0;
    std::size_t pages = 0;
    for (const PackItem& item : input.items) {
        papers += item.papers.size();
        for (const PackPaper& paper : item.papers) {
            if (paper.page_count == 0) {
                throw PackFailure(document_words::file_has_no_pages(paper.file_name),
                                  static_cast<std::size_t>(&item - input.items.data()),
                                  static_cast<std::size_t>(&paper - item.papers.data()));
            }
            pages += paper.page_count;
        }
    }
    if (papers > pack_papers_max || pages > pack_pages_max) {
        throw PackFailure(document_words::pack_too_large(pack_papers_max, pack_pages_max));
    }
}

// The file being written, gone again unless it was kept.
class PartFile {
  public:
    explicit PartFile(const std::string& output_path)
        : output_path_(output_path), path_(output_path + ".part"), buffer_(write_buffer_bytes) {
        file_ = std::fopen(path_.c_str(), "w+b");
        if (file_ == nullptr) {
            throw std::system_error(errno, std::generic_category(), path_);
        }
        std::setvbuf(file_, buffer_.data(), _IOFBF, buffer_.size());
    }
    ~PartFile() {
        if (file_ != nullptr) {
            std::fclose(file_);
        }
        if (!is_kept_) {
            std::remove(path_.c_str());
        }
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    FILE* file() const { return file_; }
    void keep() {
        FILE* closing = file_;
        file_ = nullptr;
        if (std::fclose(closing) != 0) {
            throw std::system_error(errno, std::generic_category(), path_);
        }
        std::filesystem::rename(path_, output_path_);
        is_kept_ = true;
    }

  private:
    std::string output_path_;
    std::string path_;
    std::vector<char> buffer_;
    FILE* file_ = nullptr;
    bool is_kept_ = false;
};

// Reading is the first half of the work, writing the second.
class Progress {
  public:
    Progress(const PackProgressCallback& callback, std::size_t pages_total)
        : callback_(callback), pages_total_(pages_total) {}
    void report(std::size_t halves_done, const std::string& label) const {
        if (callback_) {
            callback_({halves_done / 2, pages_total_, label});
        }
    }
    std::size_t pages_total() const { return pages_total_; }

  private:
    const PackProgressCallback& callback_;
    std::size_t pages_total_;
};

class WriteProgress : public QPDFWriter::ProgressReporter {
  public:
    explicit WriteProgress(const Progress& progress) : progress_(progress) {}
    void reportProgress(int percent) override {
        const std::size_t total = progress_.pages_total();
        progress_.report(total + total * static_cast<std::size_t>(percent) / 100,
                         document_words::saving_the_pack);
    }

  private:
    const Progress& progress_;
};

// The trailer ends the file: "/ID [<first><second>]", both as 32 digits. A file written once has
// the same identifier twice (ISO 32000-1, 14.4).
void set_second_identifier(FILE* file) {
    constexpr std::string_view before = "/ID [<";
    constexpr std::size_t digits = 32;
    std::array<char, 1024> buffer{};
    if (std::fflush(file) != 0 ||
        std::fseek(file, -static_cast<long>(buffer.size()), SEEK_END) != 0) {
        throw std::system_error(errno, std::generic_category(), "set the pack's identifier");
    }
    const long start = std::ftell(file);
    const std::string_view tail(buffer.data(), std::fread(buffer.data(), 1, buffer.size(), file));
    const std::size_t found = tail.rfind(before);
    const std::size_t first = found + before.size();
    const std::size_t second = first + digits + 2;
    if (found == std::string_view::npos || tail.substr(second - 2, 2) != "><" ||
        std::fseek(file, start + static_cast<long>(second), SEEK_SET) != 0 ||
        std::fwrite(tail.data() + first, 1, digits, file) != digits) {
        throw std::runtime_error("The pack's identifier is not where the writer puts it");
    }
}

// Drawing and reading papers have nothing in common until the merge, and each takes a third of the
// time of a pack of small papers.
FrontMatter draw_while_reading(const PackInput& input, PaperReader& papers) {
    std::future<FrontMatter> front =
        std::async(std::launch::async, [&input] { return draw_front_matter(input); });
    while (front.wait_for(std::chrono::seconds(0)) != std::future_status::ready &&
           papers.read_ahead()) {
    }
    return front.get();
}

void write_pack(PackMerge& merge, const std::string& output_path, const Progress& progress) {
    PartFile part(output_path);
    QPDFWriter writer(merge.document());
    writer.setOutputFile(output_path.c_str(), part.file(), false);
    writer.setMinimumPDFVersion(merge.version());
    // Papers' streams go over as they are: nothing is unpacked that was packed by others.
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_disable);
    // "Static" keeps the first identifier, which merge made from the inputs; the second is set
    // below. The writer's own choices are a random one and one that costs a digest of every byte.
    writer.setStaticID(true);
    writer.registerProgressReporter(std::make_shared<WriteProgress>(progress));
    writer.write();
    set_second_identifier(part.file());
    part.keep();
}

}  // namespace

PackFailure::PackFailure(const std::string& words, std::size_t item, std::size_t paper)
    : std::runtime_error(words), item_index_(item), paper_index_(paper) {}

PackPlan build_pack(const PackInput& input, const std::string& output_path,
                    const PackProgressCallback& callback) {
    check_limits(input);
    PaperReader papers(input);
    const FrontMatter front = draw_while_reading(input, papers);
    const Progress progress(callback, front.plan.page_count);
    progress.report(0, document_words::adding_the_agenda);
    PackMerge merge(input, front);
    while (std::optional<OpenPaper> paper = papers.next()) {
        const PackItem& item = input.items[paper->item];
        progress.report(front.plan.items[paper->item].papers[paper->paper].first_page - 1,
                        document_words::adding_item(item.number, item.papers[paper->paper].title));
        merge.add_paper(std::move(*paper));
    }
    merge.finish();
    write_pack(merge, output_path, progress);
    return front.plan;
}

}  // namespace templates
