// The pages of the register of partnerships: the register itself, the yearly returns, the annual
// update, the forward plan and the agenda of the officers' meeting.
#pragma once

#include "db/database.hpp"
#include "server/web/context.hpp"

namespace server::partnership_register {

Result<net::Response> show_register(const web::Context& context, db::ReadTx& tx);
Result<net::Response> show_register_json(const web::Context& context, db::ReadTx& tx);
Result<net::Response> show_register_csv(const web::Context& context, db::ReadTx& tx);

// Who has filed: server/partnership_register/return_year_pages.cpp
Result<net::Response> show_return_years(const web::Context& context, db::ReadTx& tx);
Result<net::Response> show_returns(const web::Context& context, db::ReadTx& tx);
Result<net::Response> show_returns_json(const web::Context& context, db::ReadTx& tx);
Result<net::Response> show_returns_csv(const web::Context& context, db::ReadTx& tx);
Result<web::Location> ask_for_returns(const web::Context& context, db::WriteTx& tx);
Result<net::Response> show_chase(const web::Context& context, db::ReadTx& tx);
Result<web::Location> send_chase(const web::Context& context, db::WriteTx& tx);

// One return: server/partnership_register/return_pages.cpp
Result<net::Response> show_return(const web::Context& context, db::ReadTx& tx);
Result<web::Location> judge_return(const web::Context& context, db::WriteTx& tx);

// The board's own form: server/partnership_register/return_forms.cpp
Result<net::Response> show_return_form(const web::Context& context, db::ReadTx& tx);
Result<web::Location> post_return_form(const web::Context& context, db::WriteTx& tx);

Result<net::Response> show_annual_update(const web::Context& context, db::ReadTx& tx);
Result<net::Response> show_annual_update_pdf(const web::Context& context, db::ReadTx& tx);
Result<net::Response> show_annual_update_json(const web::Context& context, db::ReadTx& tx);
Result<web::Location> publish_annual_update(const web::Context& context, db::WriteTx& tx);

// Which board's secretariat keeps the register: server/boards/office_pages.cpp

}  // namespace server::partnership_register
