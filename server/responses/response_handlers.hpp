// Pages of responses that follow a paper back (protocol 4.3, 4.7).
#pragma once

#include "server/web/context.hpp"
#include "server/net/request.hpp"

namespace server::pages {

Result<Response> show_responses(const Context&, db::ReadTx&);
Result<Response> show_responses_json(const Context&, db::ReadTx&);
Result<Response> show_responses_csv(const Context&, db::ReadTx&);

Result<Response> show_responses_wanted(const Context&, db::ReadTx&);
Result<Location> add_response_wanted(const Context&, db::WriteTx&);
Result<Location> deliver_responses(const Context&, db::WriteTx&);

Result<Response> show_arrangements(const Context&, db::ReadTx&);
Result<Location> add_arrangement(const Context&, db::WriteTx&);
Result<Location> end_arrangement(const Context&, db::WriteTx&);

Result<Response> show_response(const Context&, db::ReadTx&);
Result<Response> show_response_json(const Context&, db::ReadTx&);
Result<Location> act_on_response(const Context&, db::WriteTx&);

}  // namespace server::pages
