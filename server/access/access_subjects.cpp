#include "server/access/access_subjects.hpp"

#include <array>

#include "db/lookups.hpp"
#include "server/access/relations.hpp"

namespace server::access {
namespace {

using base::Viewer;
using web::PathParams;
using web::Subject;
using workflows::Relation;

Standing of_mail(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    return standing_of_board(tx, viewer, db::board_of_mail(tx, web::param(params, "mail")));
}

// Mail is of a room below this one: it is read by whoever the board's mail is for.
constexpr std::array subject_table{
    web::SubjectKind{Subject::mail, of_mail},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_table;
}

}  // namespace server::access
