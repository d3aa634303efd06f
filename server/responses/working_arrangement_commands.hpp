// What one board owes another every quarter or year: agreed and ended.
#pragma once

#include <set>
#include <string>

#include "db/response_arrangements.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"

namespace server::responses {

struct AddArrangement {
    db::ArrangementRow arrangement;  // without an id
};
/// The other board is told.
Result<void> add_arrangement(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                             const AddArrangement& command);

struct EndArrangement {
    std::string arrangement;
    std::string reason;            // needed from the board that owes it
    std::set<std::string> boards;  // codes: those that the person who acts speaks for
};
/// Code::not_found, also when it is between other boards; Code::refused when it has ended;
/// Code::invalid, field "reason". The other board is told.
Result<void> end_arrangement(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                             const EndArrangement& command);

}  // namespace server::responses
