#include "server/web/acting.hpp"

namespace server::web {

base::Acting acting(const Context& context, const db::WriteTx& tx) {
    const auto& viewer = context.viewer;
    return {viewer.person, viewer.post, tx.actor().on_behalf, context.today(tx)};
}

}  // namespace server::web
