// The PDF of each version of a document that goes round: taken with a form, kept under its SHA-256.
#pragma once

#include <string>

#include "db/circulation_records.hpp"
#include "server/web/context.hpp"
#include "server/web/site.hpp"

namespace server::circulation {

/// Steps of a form that may carry the PDF of the version it is about, in its field "paper": the
/// file is looked at and stored first, then `step` runs in a transaction, as the viewer who still
/// may. `file` is empty when none was chosen.
using DocumentStep = Result<web::Location> (*)(const web::Context&, db::WriteTx&,
                                               const workflows::VersionFile& file);
Result<web::Location> post_with_document(const web::Context& context, db::Database& database,
                                         workflows::Action action, web::Subject subject,
                                         DocumentStep step);

/// "/circulations/…/versions/2.pdf"
std::string document_href(const std::string& circulation,
                          const workflows::DocumentVersion& version);
/// The same of the version of that label; empty where its file is not here.
std::string document_href(const std::string& circulation,
                          const std::vector<workflows::DocumentVersion>& versions,
                          const std::string& label);
/// "PDF, 12 pages, 340 KB"
std::string file_words(const workflows::VersionFile& file);

}  // namespace server::circulation
