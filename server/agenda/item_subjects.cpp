#include "server/agenda/item_subjects.hpp"

namespace server::agenda {

access::Standing standing_of_item(db::ReadTx& tx, const base::Viewer& viewer,
                                  const std::optional<db::ItemOwner>& item) {
    if (!item) return std::nullopt;
    auto relations = access::board_standing(tx, viewer, item->board);
    if (viewer.signed_in() && item->owner == viewer.person)
        relations |= workflows::Relation::author;
    return relations;
}

}  // namespace server::agenda
