#include "server/circulation/circulation_subjects.hpp"

#include <array>

#include "db/boards.hpp"
#include "db/circulations.hpp"
#include "db/lookups.hpp"
#include "server/access/relations.hpp"
#include "server/circulation/stop_facts.hpp"
#include "server/circulation/stop_holder.hpp"

namespace server::circulation {
namespace {

using access::Standing;
using base::Viewer;
using web::PathParams;
using web::Subject;
using workflows::Relation;

// Chair and secretariat of `holder`, the board that holds the duties of one that has ended.
bool answers_for(const Viewer& viewer, const std::string& holder) {
    return viewer.is_officer(holder);
}

Standing of_circulation(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    const auto& id = web::param(params, "circulation");
    const auto owner = db::board_of_circulation(tx, id);
    if (!owner) return std::nullopt;
    auto relations = access::board_standing(tx, viewer, *owner);
    const auto successions = db::list_successions(tx);
    const auto today = county_today(tx);
    for (const auto& board : db::boards_of_stops(tx, id)) {
        if (base::sits_on(viewer, board) ||
            answers_for(viewer, workflows::holder(board, successions, today)))
            relations |= Relation::stop_member;
    }
    return relations;
}

// The board that a stop visits records the outcome; the owner issues the paper: both act on it.
Standing of_stop(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    const auto& id = web::param(params, "stop");
    const auto boards = db::boards_of_stop(tx, id);
    if (!boards) return std::nullopt;
    return access::board_standing(tx, viewer, boards->board) |
           access::board_standing(tx, viewer, holder_today(tx, boards->board)) |
           access::board_standing(tx, viewer, boards->owner);
}

constexpr std::array subject_table{
    web::SubjectKind{Subject::circulation, of_circulation},
    web::SubjectKind{Subject::stop, of_stop},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_table;
}

}  // namespace server::circulation
