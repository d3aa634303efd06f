// The pages of the register of partnerships: the register itself, the yearly returns, the annual
// update, the forward plan and the agenda of the officers' meeting.
#pragma once

#include "db/database.hpp"
#include "server/web/context.hpp"

namespace server::pages {

Result<Response> show_register(const Context& context, db::ReadTx& tx);
Result<Response> show_register_json(const Context& context, db::ReadTx& tx);
Result<Response> show_register_csv(const Context& context, db::ReadTx& tx);

// Who has filed: server/partnership_register/return_pages.cpp
Result<Response> show_return_years(const Context& context, db::ReadTx& tx);
Result<Response> show_returns(const Context& context, db::ReadTx& tx);
Result<Response> show_returns_json(const Context& context, db::ReadTx& tx);
Result<Response> show_returns_csv(const Context& context, db::ReadTx& tx);
Result<Location> ask_for_returns(const Context& context, db::WriteTx& tx);
Result<Response> show_chase(const Context& context, db::ReadTx& tx);
Result<Location> send_chase(const Context& context, db::WriteTx& tx);
Result<Response> show_return(const Context& context, db::ReadTx& tx);
Result<Location> judge_return(const Context& context, db::WriteTx& tx);

// The board's own form: server/partnership_register/return_forms.cpp
Result<Response> show_return_form(const Context& context, db::ReadTx& tx);
Result<Location> post_return_form(const Context& context, db::WriteTx& tx);

Result<Response> show_annual_update(const Context& context, db::ReadTx& tx);
Result<Response> show_annual_update_pdf(const Context& context, db::ReadTx& tx);
Result<Response> show_annual_update_json(const Context& context, db::ReadTx& tx);
Result<Location> publish_annual_update(const Context& context, db::WriteTx& tx);

// Which board's secretariat keeps the register: server/boards/office_pages.cpp
Result<Response> show_office(const Context& context, db::ReadTx& tx);
Result<Location> name_office(const Context& context, db::WriteTx& tx);

Result<Response> show_forward_plan(const Context& context, db::ReadTx& tx);
Result<Response> show_forward_plan_json(const Context& context, db::ReadTx& tx);
Result<Response> show_forward_plan_csv(const Context& context, db::ReadTx& tx);

Result<Response> show_officers_agenda(const Context& context, db::ReadTx& tx);
Result<Response> show_officers_agenda_json(const Context& context, db::ReadTx& tx);

}  // namespace server::pages
