// The process that touches uploaded PDFs: one request in, progress and one answer out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "templates/documents/inspect.hpp"
#include "templates/documents/pack.hpp"

namespace templates {

// What one worker process may use. A file that needs more is refused: the kernel ends the process
// (CPU) or a call fails (memory, file size), and the parent sees no answer or an answer "failed".
struct ProcessLimits {
    std::size_t address_space_bytes_max;
    std::size_t cpu_seconds_max;
    std::size_t file_bytes_max;
    std::size_t open_files_max;
};
inline constexpr ProcessLimits inspect_limits{
    .address_space_bytes_max = std::size_t{512} << 20,
    .cpu_seconds_max = 20,
    .file_bytes_max = 0,  // inspection writes nothing but its answer to a pipe
    .open_files_max = 64,
};
inline constexpr ProcessLimits pack_limits{
    .address_space_bytes_max = std::size_t{1} << 30,
    .cpu_seconds_max = 300,
    .file_bytes_max = std::size_t{2} << 30,
    .open_files_max = pack_papers_max + 64,
};
// A request line longer than this is refused.
inline constexpr std::size_t worker_request_bytes_max = std::size_t{8} << 20;

// Puts the limits on the calling process for good; no core file either. Under AddressSanitizer the
// address space stays unlimited, since the sanitizer reserves terabytes. Throws std::system_error.
void limit_this_process(const ProcessLimits& limits);

// Requests: one line, written to the worker's in_fd, which may then be closed.
std::string inspect_request(std::string_view path);
std::string pack_request(const PackInput& input, std::string_view output_path);

// Main function of the worker process. Reads one request line from in_fd, sets the limits of its
// verb, does it, and writes lines to out_fd: any number of progress lines, then one answer.
// Returns what to give to _exit(), which spares a sanitizer build the report that fontconfig keeps
// its memory to the end: 0 when an answer was written (also the answer "failed"), 1 otherwise.
// Opens no file but fonts and what the request names. Closes neither descriptor.
// Set the limits only here, not before exec: the server's own limits stay as they are.
enum class WorkerLimits { set, leave };  // leave: for tests that run the worker in their process
int run_pdf_worker(int in_fd, int out_fd, WorkerLimits limits = WorkerLimits::set);

// One line of the worker, read back by the parent. Exactly one of the members is set.
struct WorkerFailure {
    std::string words;  // a sentence for the secretary
    std::size_t item_index = PackFailure::npos;
    std::size_t paper_index = PackFailure::npos;
};
struct WorkerMessage {
    std::optional<PackProgress> progress;
    std::optional<PdfInspection> inspection;  // answer to inspect
    std::optional<PackPlan> plan;             // answer to pack: the file is complete
    std::optional<WorkerFailure> failure;
    bool is_answer() const { return !progress; }
};
// Throws std::exception for a line that no worker writes (a worker killed half way through one).
WorkerMessage parse_worker_line(std::string_view line);

}  // namespace templates
