// Runs work on uploaded PDFs in a process of its own, with limits, so that a hostile file harms
// nothing but itself.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "templates/documents/worker.hpp"

namespace server::base {

/// The hidden first argument under which main() calls templates::run_pdf_worker(0, 1).
inline constexpr const char* pdf_worker_argument = "pdf-worker";

/// On top of the worker's own limit of processor time, for one that sleeps.
inline constexpr std::chrono::seconds inspect_time_max{60};
inline constexpr std::chrono::seconds pack_time_max{900};

/// How often `progress` is asked again while the worker says nothing.
inline constexpr std::chrono::milliseconds progress_repeated{500};

enum class Proceed { yes, no };
using WorkerProgress = std::function<Proceed(const templates::PackProgress&)>;

/// Starts `program pdf-worker`, sends the request and reads until the answer. `progress` gets what
/// the worker says, and the same again while it is silent. Nothing when the process died, ran out
/// of time or was told to stop by `progress`. It is gone when this returns; it inherits no
/// descriptor and no environment of ours. Blocks; any thread. Throws
/// std::system_error when no process can be started.
std::optional<templates::WorkerMessage> ask_pdf_worker(const std::filesystem::path& program,
                                                       const std::string& request,
                                                       std::chrono::seconds time_max,
                                                       const WorkerProgress& progress = {});

}  // namespace server::base
