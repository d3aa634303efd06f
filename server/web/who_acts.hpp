// From a page to a command: who acts.
#pragma once

#include "server/base/acting.hpp"
#include "server/web/context.hpp"

namespace server::web {

base::Acting acting(const Context& context, const db::WriteTx& tx);
/// Whoever asks whether they could act.
base::Acting acting(const Context& context, const db::ReadTx& tx);

}  // namespace server::web
