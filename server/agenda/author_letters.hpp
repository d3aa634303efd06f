// Letters to the authors of items: that a paper is wanted.
#pragma once

#include <string>

#include "server/base/app.hpp"

namespace server::agenda {

/// To the owner of an item, when somebody makes them its author. 0 without an owner.
int queue_paper_wanted(base::App& app, db::WriteTx& tx, const std::string& item,
                       const std::string& owner);

/// The same once more, when somebody chases it; at most one letter a day. 0 when there was one.
int queue_paper_chase(base::App& app, db::WriteTx& tx, const std::string& item,
                      const std::string& owner, workflows::Day today);

}  // namespace server::agenda
