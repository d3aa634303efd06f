// Who acts in a command: a person at a page, a job, the command line or a test.
#pragma once

#include <string>

#include "workflows/core/date.hpp"

namespace server::base {

/// All that a command knows of who gave it. The audit trail takes its actor from the transaction.
struct Acting {
    std::string person;     // empty: the program itself, or a visitor
    std::string post;       // as letters and the trail name them
    std::string on_behalf;  // the post spoken for; empty when it is the person's own
    workflows::Day today;   // in the county
};

}  // namespace server::base
