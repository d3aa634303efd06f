// How a viewer stands to an agenda item, and so to its papers.
#pragma once

#include "db/lookups.hpp"
#include "server/access/relations.hpp"

namespace server::agenda {

access::Standing standing_of_item(db::ReadTx& tx, const base::Viewer& viewer,
                                  const std::optional<db::ItemOwner>& item);

}  // namespace server::agenda
