#include "server/agenda/agenda_subjects.hpp"

#include <array>

#include "db/lookups.hpp"
#include "db/meeting_boards.hpp"
#include "server/access/relations.hpp"
#include "server/agenda/item_subjects.hpp"
#include "server/meetings/meeting_subjects.hpp"

namespace server::agenda {
namespace {

using access::Standing;
using base::Viewer;
using web::PathParams;
using web::Subject;
using workflows::Relation;

Standing of_item(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    return meetings::with_asked(
        tx, viewer, standing_of_item(tx, viewer, db::owner_of_item(tx, web::param(params, "item"))),
        web::param(params, "item"), db::is_asked_beside_for_item);
}

constexpr std::array subject_kinds{
    web::SubjectKind{Subject::item, of_item},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_kinds;
}

}  // namespace server::agenda
