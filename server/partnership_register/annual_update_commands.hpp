// Publishing the Annual Partnerships Update.
#pragma once

#include <string>

#include "db/database.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"

namespace server::partnership_register {

struct PublishAnnualUpdate {
    int year = 0;
    std::string county;
    bool without_missing =
        false;  // somebody says that it goes out without returns that are missing
};
/// Keeps it as it is now. Code::refused while there is nothing to publish or no return is accepted;
/// Code::conflict, field "without", while returns are missing.
Result<void> publish_annual_update(const base::Acting& acting, db::WriteTx& tx,
                                   const PublishAnnualUpdate& command);

}  // namespace server::partnership_register
