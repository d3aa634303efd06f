// Chasing the papers that agendas wait for.
#pragma once

#include <vector>

#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "server/papers/late_papers_queries.hpp"

namespace server::papers {

struct ChasePapers {
    std::vector<LatePaper> papers;  // those without an author are passed over
};
/// How many letters are queued: at most one a day for each paper.
Result<int> chase_papers(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                         const ChasePapers& command);

}  // namespace server::papers
