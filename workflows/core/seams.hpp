// The world as the rules and the server see it: time and randomness come only through here.
#pragma once

#include <string>

#include "workflows/core/date.hpp"

namespace workflows {

/// Wall clock. Thread-safe.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// Unguessable text. Thread-safe.
class IdSource {
  public:
    virtual ~IdSource() = default;
    /// A short public id: 12 lower-case letters and digits, first a letter, 57 bits or more.
    virtual std::string id() = 0;
    /// A secret of 256 bits, base64url, 43 characters.
    virtual std::string secret() = 0;
    /// A sign-in code: six digits.
    virtual std::string code() = 0;
};

}  // namespace workflows
