#include "server/issues/issue_subjects.hpp"

#include <array>

#include "db/issues.hpp"
#include "db/lookups.hpp"
#include "server/access/relations.hpp"

namespace server::issues {
namespace {

using access::Standing;
using base::Viewer;
using web::PathParams;
using web::Subject;
using workflows::Relation;

// Who holds it, and the senior officers and lead member at their step, may open it, too.
Standing of_issue(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    const auto& id = web::param(params, "issue");
    const auto sides = db::sides_of_issue(tx, id);
    if (!sides) return std::nullopt;
    auto relations = base::general_standing(viewer);
    if (!viewer.signed_in()) return relations;
    access::add_side(relations, viewer, sides->raising_board, Relation::asking_chair,
                     Relation::asking_secretariat);
    access::add_side(relations, viewer, sides->asked_board, Relation::asked_chair,
                     Relation::asked_secretariat);
    if (db::holds_issue(tx, id, viewer.person, db::county_day(tx))) relations |= Relation::self;
    return relations;
}

constexpr std::array subject_kinds{
    web::SubjectKind{Subject::issue, of_issue},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_kinds;
}

}  // namespace server::issues
