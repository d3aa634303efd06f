#include "server/web/site.hpp"

#include <algorithm>

#include "server/base/app.hpp"
#include "server/web/words.hpp"

namespace server::web {

std::optional<workflows::Relations> standing(const Site& site, db::ReadTx& tx,
                                             const base::Viewer& viewer, Subject subject,
                                             const PathParams& params) {
    if (subject == Subject::nothing) return base::general_standing(viewer);
    const auto kind = std::ranges::find(site.subjects, subject, &SubjectKind::subject);
    if (kind == site.subjects.end()) throw std::logic_error("a subject without a row");
    return kind->relations(tx, viewer, params);
}

Result<PresentStanding> stand_again(const Context& context, db::ReadTx& tx,
                                    workflows::Action action, Subject subject) {
    PresentStanding present;
    present.viewer = context.app.site->identify(context.app, tx, context.request);
    const bool same = present.viewer.person == context.viewer.person;
    const auto relations =
        standing(*context.app.site, tx, present.viewer, subject, context.params());
    if (!same || !relations || !workflows::allowed(action, *relations)) {
        return Error{workflows::Code::forbidden, words::you_no_longer_have_permission};
    }
    present.relations = *relations;
    return present;
}

}  // namespace server::web
