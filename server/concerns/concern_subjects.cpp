#include "server/concerns/concern_subjects.hpp"

#include <array>

#include "db/concerns.hpp"
#include "db/lookups.hpp"
#include "server/access/relations.hpp"
#include "workflows/concerns/concern.hpp"

namespace server::concerns {
namespace {

using access::Standing;
using base::Viewer;
using web::PathParams;
using web::Subject;
using workflows::Relation;

// The safeguarding board knows of a concern from the day on which it is escalated.
Standing of_concern(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    const auto& id = web::param(params, "concern");
    const auto sides = db::sides_of_concern(tx, id);
    if (!sides) return std::nullopt;
    auto relations = base::general_standing(viewer);
    access::add_side(relations, viewer, sides->raising_board, Relation::asking_chair,
                     Relation::asking_secretariat);
    if (workflows::is_escalated(sides->state))
        access::add_side(relations, viewer, sides->safeguarding_board, Relation::asked_chair,
                         Relation::asked_secretariat);
    return relations;
}

constexpr std::array subject_kinds{
    web::SubjectKind{Subject::concern, of_concern},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_kinds;
}

}  // namespace server::concerns
