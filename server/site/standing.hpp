// How a viewer stands to what a route is about; the policy decides from that.
#pragma once

#include <optional>

#include "db/database.hpp"
#include "server/web/context.hpp"
#include "server/web/router.hpp"

namespace server {

/// Relations of `viewer` to the subject that `params` name. Nothing when there is no such thing.
std::optional<workflows::Relations> standing(db::ReadTx& tx, const Viewer& viewer, Subject subject,
                                             const PathParams& params);

/// Who asks and how they stand inside the transaction that writes: between the look and the leap a
/// seat, an authorship or the session may have ended. Code::forbidden when `action` is no longer
/// allowed to whom the page was shown.
struct PresentStanding {
    Viewer viewer;
    workflows::Relations relations;
};
Result<PresentStanding> stand_again(const Context& context, db::ReadTx& tx,
                                    workflows::Action action, Subject subject);

/// Whether they have a seat of today there, of whatever role.
bool sits_on(const Viewer& viewer, std::string_view board);

/// The relations that need no subject: anyone, signed_in, any_chair, …
workflows::Relations general_standing(const Viewer& viewer);
/// And those to a board's business.
workflows::Relations board_standing(db::ReadTx& tx, const Viewer& viewer, const std::string& board);

}  // namespace server
