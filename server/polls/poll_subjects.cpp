#include "server/polls/poll_subjects.hpp"

#include <array>

#include "db/date_polls.hpp"
#include "db/lookups.hpp"
#include "server/access/relations.hpp"

namespace server::polls {
namespace {

using access::Standing;
using base::Viewer;
using web::PathParams;
using web::Subject;
using workflows::Relation;

Standing of_poll(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    return access::standing_of_board(tx, viewer, db::board_of_poll(tx, web::param(params, "poll")));
}

constexpr std::array subject_table{
    web::SubjectKind{Subject::poll, of_poll},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_table;
}

}  // namespace server::polls
