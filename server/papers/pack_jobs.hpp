// Packs that wait to be built: one at a time, on a thread that answers no requests.
#pragma once

#include <functional>
#include <string>

#include "db/jobs.hpp"
#include "server/base/app.hpp"
#include "server/papers/packs.hpp"

namespace server::papers {

inline constexpr const char* pack_job_kind = "pack";

/// Takes the oldest pack out of the queue and builds it, writing its progress; false when none
/// waits. However it ends, the job's page says so. When `stopping` says yes the pack is given up,
/// waits again for the next start, and the answer is false. One thread at a time.
bool build_one_pack(base::App& app, const std::function<bool()>& stopping = {});

}  // namespace server::papers
