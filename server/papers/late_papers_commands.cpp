#include "server/papers/late_papers_commands.hpp"

#include "db/audit.hpp"
#include "server/agenda/author_letters.hpp"

namespace server::papers {

Result<int> chase_papers(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                         const ChasePapers& command) {
    int letters = 0;
    for (const auto& paper : command.papers) {
        if (paper.owner.empty()) continue;
        letters += agenda::queue_paper_chase(app, tx, paper.item, paper.owner, acting.today);
        db::append_audit(tx, {"paper.chase", "item:" + paper.item, paper.board, paper.owner});
    }
    if (letters > 0) tx.touch("mail");
    return letters;
}

}  // namespace server::papers
