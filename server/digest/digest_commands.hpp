// The quarter's digest by email.
#pragma once

#include "server/base/app.hpp"

namespace server::digest {

/// A letter to each chair, vice-chair and secretariat whose boards have something open, once in
/// each quarter: on its first working day at 8, or as soon after as the program runs, within
/// `digest_useful_days` working days. How many letters were queued.
inline constexpr int digest_useful_days = 10;
int send_quarter_digest(base::App& app);

}  // namespace server::digest
