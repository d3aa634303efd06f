#include "server/meetings/meeting_subjects.hpp"

#include <array>

#include "db/lookups.hpp"
#include "db/meeting_boards.hpp"
#include "db/meeting_readers.hpp"
#include "server/access/relations.hpp"

namespace server::meetings {

access::Standing with_asked(db::ReadTx& tx, const base::Viewer& viewer, access::Standing standing,
                            const std::string& id, AskedLookup asked) {
    const bool inside = !standing || !viewer.signed_in() ||
                        standing->has(workflows::Relation::member) ||
                        standing->has(workflows::Relation::invitee);
    if (inside) return standing;
    if (asked(tx, id, viewer.person, workflows::iso(db::county_day(tx))))
        *standing |= workflows::Relation::invitee;
    return standing;
}

access::Standing with_told(db::ReadTx& tx, const base::Viewer& viewer, access::Standing standing,
                           const std::optional<std::string>& meeting) {
    if (!standing || !meeting) return standing;
    if (db::is_meeting_known(tx, *meeting, {.person = viewer.person}))
        *standing |= workflows::Relation::told;
    return standing;
}

namespace {

using access::Standing;
using base::Viewer;
using web::PathParams;
using web::Subject;

Standing of_meeting(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    return with_told(
        tx, viewer,
        with_asked(tx, viewer,
                   access::standing_of_board(
                       tx, viewer, db::board_of_meeting(tx, web::param(params, "meeting"))),
                   web::param(params, "meeting"), db::is_asked_beside),
        web::param(params, "meeting"));
}

constexpr std::array subject_table{
    web::SubjectKind{Subject::meeting, of_meeting},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_table;
}

}  // namespace server::meetings
