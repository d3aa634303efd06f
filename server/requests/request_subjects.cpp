#include "server/requests/request_subjects.hpp"

#include <array>

#include "db/lookups.hpp"
#include "server/access/relations.hpp"

namespace server::requests {
namespace {

using access::Standing;
using base::Viewer;
using web::PathParams;
using web::Subject;
using workflows::Relation;

Standing of_request(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    const auto sides = db::sides_of_request(tx, web::param(params, "request"));
    if (!sides) return std::nullopt;
    return access::standing_between(viewer, sides->asking_board, sides->asked_board);
}

constexpr std::array subject_kinds{
    web::SubjectKind{Subject::request, of_request},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_kinds;
}

}  // namespace server::requests
