// What the rooms bring to the program: their rows, joined in site/ and handed in by main, so that
// no room needs to know the rooms above it.
#pragma once

#include <optional>
#include <span>

#include "server/web/followers.hpp"
#include "server/web/route.hpp"
#include "server/web/router.hpp"

namespace server::letters {
struct LinkKind;
struct DutySource;
}  // namespace server::letters

namespace server::web {

/// How a viewer stands to what a route is about. Nothing when there is no such thing.
struct SubjectKind {
    Subject subject;
    std::optional<workflows::Relations> (*relations)(db::ReadTx&, const base::Viewer&,
                                                     const PathParams&);
};

/// A form with which a board begins something: a board that another took over is refused.
struct BeginningForm {
    const Address* address;
    std::string_view field;  // names a board, by its code or slug
};

struct Site {
    std::span<const Route> routes;       // in the order in which they are tried
    std::span<const Route> demo_routes;  // only in `shiremoot demo`
    std::span<const SubjectKind> subjects;
    std::span<const BeginningForm> boards_present;
    std::span<const letters::LinkKind> links;        // forms behind the links of emails
    std::span<const letters::DutySource> deadlines;  // reminders by the clock and to-do rows
    Followers followers;
    base::Viewer (*identify)(base::App&, db::ReadTx&, const net::Request&);
};

/// Relations of `viewer` to the subject that `params` name. Nothing when there is no such thing.
std::optional<workflows::Relations> standing(const Site& site, db::ReadTx& tx,
                                             const base::Viewer& viewer, Subject subject,
                                             const PathParams& params);

/// Who asks and how they stand inside the transaction that writes: between the look and the leap a
/// seat, an authorship or the session may have ended. Code::forbidden when `action` is no longer
/// allowed to whom the page was shown.
struct PresentStanding {
    base::Viewer viewer;
    workflows::Relations relations;
};
Result<PresentStanding> stand_again(const Context& context, db::ReadTx& tx,
                                    workflows::Action action, Subject subject);

}  // namespace server::web
