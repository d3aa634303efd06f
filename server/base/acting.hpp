// Who acts in a command: a person at a page, a job, the command line or a test.
#pragma once

#include <string>

#include "server/base/viewer.hpp"
#include "workflows/core/date.hpp"

namespace server::base {

/// All that a command knows of who gave it: a viewer with their seats of today, or nobody when the
/// program acts by itself or a visitor does. The audit trail takes its actor from the transaction.
struct Acting : Viewer {
    std::string on_behalf = {};  // the post spoken for; empty when it is the person's own
    workflows::Day today = {};   // in the county
};

}  // namespace server::base
