#include "server/boards/board_subjects.hpp"

#include <array>

#include "db/lookups.hpp"
#include "server/access/relations.hpp"

namespace server::boards {
namespace {

using access::Standing;
using base::Viewer;
using web::PathParams;
using web::Subject;
using workflows::Relation;

Standing of_board(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    return access::standing_of_board(tx, viewer,
                                     db::board_of_slug(tx, web::param(params, "board")));
}

Standing of_membership(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    return access::standing_of_board(tx, viewer,
                                     db::board_of_membership(tx, web::param(params, "membership")));
}

constexpr std::array subject_kinds{
    web::SubjectKind{Subject::board, of_board},
    web::SubjectKind{Subject::membership, of_membership},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_kinds;
}

}  // namespace server::boards
