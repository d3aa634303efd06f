#include "server/timetable/timetable_subjects.hpp"

#include <array>

#include "db/report_owners.hpp"
#include "server/access/relations.hpp"
#include "server/timetable/obligation_subject.hpp"

namespace server::timetable {
namespace {

using access::Standing;
using base::Viewer;
using web::PathParams;
using web::Subject;
using workflows::Relation;

// Whoever the report is of stands to it as the side that asks the board for something.
Standing of_obligation(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    const auto& name = web::param(params, "obligation");
    const auto subject = find_obligation_subject(tx, name);
    if (!subject) return std::nullopt;
    auto relations = access::board_standing(tx, viewer, subject->row.what.board);
    for (const auto& owner : subject->owners) {
        if (viewer.chairs(owner)) relations |= Relation::asking_chair;
        if (viewer.serves(owner)) relations |= Relation::asking_secretariat;
    }
    return relations;
}

// Whose report it is this year: nobody else says so for them.
Standing of_report(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    const auto& slug = web::param(params, "report");
    const auto report = find_report(tx, slug);
    if (!report) return std::nullopt;
    auto relations = base::general_standing(viewer);
    const auto today = db::county_day(tx);
    for (const auto& owner : db::owners_of_report(tx, *report, workflows::year_of(today)))
        relations |= access::board_standing(tx, viewer, owner);
    return relations;
}

constexpr std::array subject_table{
    web::SubjectKind{Subject::obligation, of_obligation},
    web::SubjectKind{Subject::report, of_report},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_table;
}

}  // namespace server::timetable
