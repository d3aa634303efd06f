#include "server/partnership_register/annual_update_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/register.hpp"
#include "server/partnership_register/annual_update_queries.hpp"

namespace server::partnership_register {

Result<void> publish_annual_update(const base::Acting& acting, db::WriteTx& tx,
                                   const PublishAnnualUpdate& command) {
    const int year = command.year;
    const auto update = make_update(tx, year, command.county, acting.today);
    if (update.sections.empty())
        return workflows::refused("No board has said anything yet: there is nothing to publish.");
    const auto returns = db::list_returns(tx, year);
    if (std::ranges::none_of(
            returns, [](const auto& row) { return row.state == workflows::ReturnState::accepted; }))
        return workflows::refused(
            "No return is accepted yet, and what is published stays. Ask the boards for their "
            "returns first.");
    if (!update.missing.empty() && !command.without_missing)
        return workflows::conflict(
            "without", std::to_string(update.missing.size()) +
                           (update.missing.size() == 1 ? " return is" : " returns are") +
                           " not accepted yet. Say that the update goes "
                           "out without them, or wait.");
    const int number = db::insert_annual_update(tx, year, update_json(update));
    db::append_audit(tx, {"update.publish", "update:" + std::to_string(year), "",
                          "version " + std::to_string(number)});
    return {};
}

}  // namespace server::partnership_register
