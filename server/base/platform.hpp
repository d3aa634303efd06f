// The machine: the only place that reads the clock, random numbers and the environment.
#pragma once

#include <optional>
#include <string>

#include "workflows/core/seams.hpp"

namespace server::base {

class SystemClock final : public workflows::Clock {
  public:
    workflows::Instant now() const override;
};

/// libsodium's generator; sodium_init() is called by the constructor.
class RandomIds final : public workflows::IdSource {
  public:
    RandomIds();
    std::string id() override;
    std::string secret() override;
    std::string code() override;
};

std::optional<std::string> environment(const char* name);

/// Names this run of the machine, from its start to its stop; "" when the system does not say.
std::string boot_name();

}  // namespace server::base
