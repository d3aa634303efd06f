// Instants as the database keeps them: whole seconds since 1970 UTC.
#pragma once

#include "workflows/core/date.hpp"

namespace db {

inline long long seconds(workflows::Instant at) {
    return at.time_since_epoch().count();
}
inline workflows::Instant instant(long long seconds) {
    return workflows::Instant{std::chrono::seconds{seconds}};
}

}  // namespace db
