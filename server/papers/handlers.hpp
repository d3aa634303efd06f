// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/context.hpp"

namespace server::pages {

// paper_pages.cpp
Result<Response> show_papers(const Context&, db::ReadTx&);
Result<Location> upload_paper(const Context&, db::Database&);
Result<Response> show_paper(const Context&, db::ReadTx&);
Result<Response> show_paper_removal(const Context&, db::ReadTx&);
Result<Location> remove_paper(const Context&, db::WriteTx&);

// pack_pages.cpp
Result<Response> show_packs(const Context&, db::ReadTx&);
Result<Location> order_pack(const Context&, db::WriteTx&);
Result<Response> show_pack_file(const Context&, db::ReadTx&);

// send_papers_pages.cpp
Result<Response> show_send(const Context&, db::ReadTx&);
Result<Location> send_papers(const Context&, db::Database&);

// job_pages.cpp
Result<Response> show_job(const Context&, db::ReadTx&);
Result<Response> show_job_json(const Context&, db::ReadTx&);
Result<Location> cancel_job(const Context&, db::WriteTx&);

}  // namespace server::pages
