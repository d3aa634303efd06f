// The pages of /demo: be somebody else, read the mail that arrived. Not part of `serve`.
#pragma once

#include "server/web/context.hpp"

namespace server::demo {

Result<Location> act_as(const Context&, db::WriteTx&);
Result<Response> show_outbox(const Context&, db::ReadTx&);
Result<Response> show_message(const Context&, db::ReadTx&);
Result<Response> show_message_html(const Context&, db::ReadTx&);
Result<Response> show_message_source(const Context&, db::ReadTx&);
Result<Response> show_message_calendar(const Context&, db::ReadTx&);

}  // namespace server::demo
