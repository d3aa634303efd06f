// Who may read one paper: what was published decides, and what the agenda says now can only narrow
// it.
#pragma once

#include "db/agenda.hpp"
#include "db/papers.hpp"
#include "server/web/context.hpp"

namespace server::papers {

enum class PaperAccess { denied, on_record, anybody };

/// `anybody`: published and public. `on_record`: this viewer may, and the reading is written down.
PaperAccess paper_access(const web::Context& context, db::ReadTx& tx, const db::PaperRow& paper,
                         const db::AgendaItemRow& item);

/// Headers and body of a stored PDF, checked against its hash: Code::not_found or Code::refused
/// when the file was lost or damaged. A file that anybody may read has an ETag.
Result<net::Response> pdf_response(const web::Context& context, const std::string& sha256,
                                   const std::string& file_name, PaperAccess access);

/// `inline; filename="…"; filename*=UTF-8''…` (RFC 6266, RFC 8187).
std::string inline_disposition(const std::string& file_name);

}  // namespace server::papers
