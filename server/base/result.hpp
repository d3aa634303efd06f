// How functions of all rooms say what a person can cause and mend.
#pragma once

#include "workflows/core/result.hpp"

namespace server {

using workflows::Error;
using workflows::Result;

}  // namespace server
