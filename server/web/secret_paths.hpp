// Addresses of routes with a secret in their path, /r/{token} and /s/{token}, as they may be kept.
#pragma once

#include "server/web/context.hpp"

namespace server::web {

/// `location` with a mark where it repeats the secret of this request's path: the database and its
/// backups hold hashes of such secrets only. Unchanged for every other route.
Location without_secret(const Context& context, Location location);
/// The whole location again, for a request by the same path.
Location with_secret(const Context& context, Location location);

}  // namespace server::web
