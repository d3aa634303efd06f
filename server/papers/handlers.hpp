// The handlers that the routes of this room name, by the file that holds them.
#pragma once

#include "server/web/route.hpp"

namespace server::papers {

// paper_pages.cpp
Result<net::Response> show_papers(const web::Context&, db::ReadTx&);
Result<web::Step> upload_paper(const web::Context&);
Result<net::Response> show_paper(const web::Context&, db::ReadTx&);
Result<net::Response> show_paper_removal(const web::Context&, db::ReadTx&);
Result<web::Location> remove_paper(const web::Context&, db::WriteTx&);

// pack_pages.cpp
Result<net::Response> show_packs(const web::Context&, db::ReadTx&);
Result<web::Location> order_pack(const web::Context&, db::WriteTx&);
Result<net::Response> show_pack_file(const web::Context&, db::ReadTx&);

// send_papers_pages.cpp
Result<net::Response> show_send(const web::Context&, db::ReadTx&);
Result<web::Step> send_papers(const web::Context&);

// job_pages.cpp
Result<net::Response> show_job(const web::Context&, db::ReadTx&);
Result<net::Response> show_job_json(const web::Context&, db::ReadTx&);
Result<web::Location> cancel_job(const web::Context&, db::WriteTx&);

}  // namespace server::papers
