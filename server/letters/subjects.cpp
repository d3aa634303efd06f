#include "server/letters/subjects.hpp"

#include <array>

#include "db/lookups.hpp"
#include "server/access/relations.hpp"

namespace server::letters {
namespace {

using access::Standing;
using web::PathParams;
using web::Subject;
using web::Viewer;
using workflows::Relation;

Standing of_mail(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    return access::standing_of_board(tx, viewer, db::board_of_mail(tx, web::param(params, "mail")));
}

constexpr std::array table{
    web::SubjectKind{Subject::mail, of_mail},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return table;
}

}  // namespace server::letters
