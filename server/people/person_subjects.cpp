#include "server/people/person_subjects.hpp"

#include <array>

#include "db/lookups.hpp"
#include "db/people.hpp"
#include "server/access/relations.hpp"

namespace server::people {
namespace {

using access::Standing;
using base::Viewer;
using web::PathParams;
using web::Subject;
using workflows::Relation;

Standing of_person(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    const auto& key = web::param(params, "person");
    if (!db::person_exists(tx, key)) return std::nullopt;
    auto relations = base::general_standing(viewer);
    if (viewer.person == key) relations |= Relation::self;
    for (const auto& seat : db::seats_today(tx, key, workflows::iso(db::county_day(tx)))) {
        if (viewer.serves(seat.board)) relations |= Relation::seat_secretariat;
    }
    return relations;
}

constexpr std::array subject_kinds{
    web::SubjectKind{Subject::person, of_person},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_kinds;
}

}  // namespace server::people
