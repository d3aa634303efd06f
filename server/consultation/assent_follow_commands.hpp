// A question for written assent is the chair's, whoever that is: it follows the office.
#pragma once

#include "server/base/app.hpp"

namespace server::consultation {

/// Asks again, with the same closing day, each present chair of a board that is asked who has got
/// no link: one who took the chair since, or chairs the board that took over. How many were asked.
/// Called by the job of site/job_rows.cpp, in a transaction of its own.
int ask_present_chairs(base::App& app);

}  // namespace server::consultation
