#include "server/web/who_acts.hpp"

namespace server::web {

base::Acting acting(const Context& context, const db::WriteTx& tx) {
    return {context.viewer, tx.actor().on_behalf, context.today(tx)};
}

base::Acting acting(const Context& context, const db::ReadTx& tx) {
    return {context.viewer, "", context.today(tx)};
}

}  // namespace server::web
