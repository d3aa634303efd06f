#include "server/partnership_register/annual_update_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/register.hpp"
#include "server/partnership_register/annual_update.hpp"
#include "server/partnership_register/words.hpp"

namespace server::partnership_register {

Result<void> publish_annual_update(const base::Acting& acting, db::WriteTx& tx,
                                   const PublishAnnualUpdate& command) {
    const int year = command.year;
    const auto update = make_update(tx, year, command.county, acting.today);
    if (update.sections.empty()) return workflows::refused(words::nothing_to_publish);
    const auto returns = db::list_returns(tx, year);
    if (std::ranges::none_of(
            returns, [](const auto& row) { return row.state == workflows::ReturnState::accepted; }))
        return workflows::refused(words::none_accepted);
    if (!update.missing.empty() && !command.without_missing)
        return workflows::conflict("without", words::returns_missing(update.missing.size()));
    const int number = db::insert_annual_update(tx, year, update_json(update));
    db::append_audit(tx, {"update.publish", "update:" + std::to_string(year), "",
                          "version " + std::to_string(number)});
    return {};
}

}  // namespace server::partnership_register
