#include "server/themes/theme_subjects.hpp"

#include <array>

#include "db/themes.hpp"
#include "server/access/relations.hpp"
#include "server/themes/theme_commands.hpp"

namespace server::themes {
namespace {

using access::Standing;
using base::Viewer;
using web::PathParams;
using web::Subject;
using workflows::Relation;

// Who raised it, and the secretariats of the boards that lead on it.
Standing of_theme(db::ReadTx& tx, const Viewer& viewer, const PathParams& params) {
    const auto theme = db::find_theme(tx, web::param(params, "theme"));
    if (!theme) return std::nullopt;
    auto relations = base::general_standing(viewer);
    if (!viewer.signed_in()) return relations;
    if (theme->raised_by == viewer.person) relations |= Relation::self;
    const ThemeBoards boards(tx, db::county_day(tx));
    for (const auto& board : viewer.boards_served())
        if (boards.holds(theme->lead_boards, board)) relations |= Relation::secretariat;
    return relations;
}

constexpr std::array subject_table{
    web::SubjectKind{Subject::theme, of_theme},
};

}  // namespace

std::span<const web::SubjectKind> subjects() {
    return subject_table;
}

}  // namespace server::themes
