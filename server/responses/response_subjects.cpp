#include "server/responses/response_subjects.hpp"

#include <array>

#include "db/lookups.hpp"
#include "db/responses.hpp"
#include "server/access/relations.hpp"

namespace server::responses {
namespace {

using access::Standing;
using base::Viewer;
using web::PathParams;
using web::Subject;
using workflows::Relation;

// Before the paper is delivered the board that is to respond knows nothing of it.
Standing of_response(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    const auto& id = web::param(params, "response");
    const auto sides = db::sides_of_response(tx, id);
    if (!sides) return std::nullopt;
    auto relations = base::general_standing(viewer);
    if (viewer.chairs(sides->asking_board)) relations |= Relation::asking_chair;
    if (viewer.serves(sides->asking_board)) relations |= Relation::asking_secretariat;
    if (!sides->delivered) return relations;
    if (viewer.chairs(sides->owing_board)) relations |= Relation::asked_chair;
    if (viewer.serves(sides->owing_board)) relations |= Relation::asked_secretariat;
    if (viewer.signed_in() && viewer.person == sides->owner &&
        base::sits_on(viewer, sides->owing_board))
        relations |= Relation::author;
    return relations;
}

constexpr std::array subject_table{
    web::SubjectKind{Subject::response, of_response},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_table;
}

}  // namespace server::responses
