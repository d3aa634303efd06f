// How a viewer stands to a board and its business; relations to other things are the rows of the
// rooms that hold them (site/subjects).
#pragma once

#include <optional>
#include <string>

#include "db/database.hpp"
#include "server/base/viewer.hpp"
#include "server/web/site.hpp"

namespace server::access {

/// Nothing where there is no such thing.
using Standing = std::optional<workflows::Relations>;

workflows::Relations board_standing(db::ReadTx& tx, const base::Viewer& viewer,
                                    const std::string& board);
/// The same, for who knows already whether the viewer is always invited to the board.
workflows::Relations board_standing(const base::Viewer& viewer, const std::string& board,
                                    bool invited);
/// The same, for who knows the board by the thing asked about.
Standing standing_of_board(db::ReadTx& tx, const base::Viewer& viewer,
                           const std::optional<std::string>& board);

/// Adds the relations of one of the two boards that a case lies between.
void add_side(workflows::Relations& relations, const base::Viewer& viewer, const std::string& board,
              workflows::Relation chair, workflows::Relation secretariat);

/// Chair and secretariat of the two boards that a case lies between.
workflows::Relations standing_between(const base::Viewer& viewer, const std::string& asking_board,
                                      const std::string& asked_board);

}  // namespace server::access
