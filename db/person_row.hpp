// How a post is read, for all files that read one.
#pragma once

#include "db/described_row.hpp"
#include "workflows/boards/board.hpp"

namespace workflows {

BOOST_DESCRIBE_STRUCT(Person, (), (key, post, organisation, holder, email, administrator, version))

}  // namespace workflows
