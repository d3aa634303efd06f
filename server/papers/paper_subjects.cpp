#include "server/papers/paper_subjects.hpp"

#include <array>

#include "db/lookups.hpp"
#include "db/meeting_boards.hpp"
#include "db/meeting_readers.hpp"
#include "server/access/relations.hpp"
#include "server/agenda/item_subjects.hpp"
#include "server/meetings/meeting_subjects.hpp"

namespace server::papers {
namespace {

using access::Standing;
using base::Viewer;
using web::PathParams;
using web::Subject;
using workflows::Relation;

Standing of_paper(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    return meetings::with_told(
        tx, viewer,
        meetings::with_asked(tx, viewer,
                             agenda::standing_of_item(
                                 tx, viewer, db::owner_of_paper(tx, web::param(params, "paper"))),
                             web::param(params, "paper"), db::is_asked_beside_for_paper),
        db::meeting_of_paper(tx, web::param(params, "paper")));
}

Standing of_job(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    const auto& id = web::param(params, "job");
    const auto owner = db::owner_of_job(tx, id);
    if (!owner) return std::nullopt;
    auto relations = access::board_standing(tx, viewer, owner->board);
    if (viewer.signed_in() && owner->started_by == viewer.person) relations |= Relation::starter;
    return relations;
}

constexpr std::array subject_kinds{
    web::SubjectKind{Subject::paper, of_paper},
    web::SubjectKind{Subject::job, of_job},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_kinds;
}

}  // namespace server::papers
