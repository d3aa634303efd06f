// How a viewer stands to what a route is about; the policy decides from that.
#pragma once

#include <optional>

#include "db/database.hpp"
#include "server/context.hpp"
#include "server/router.hpp"

namespace server {

/// Relations of `viewer` to the subject that `params` name. Nothing when there is no such thing.
std::optional<workflows::Relations> standing(db::ReadTx& tx, const Viewer& viewer, Subject subject,
                                             const PathParams& params);

/// The relations that need no subject: anyone, signed_in, any_chair, …
workflows::Relations general_standing(const Viewer& viewer);
/// And those to a board's business.
workflows::Relations board_standing(db::ReadTx& tx, const Viewer& viewer, const std::string& board);

}  // namespace server
