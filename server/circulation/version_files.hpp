// The PDF of each version of a document that goes round: taken with a form, kept under its SHA-256.
#pragma once

#include <string>

#include "db/circulation_records.hpp"
#include "server/web/context.hpp"
#include "server/web/route.hpp"

namespace server::circulation {

/// What a form does that may carry the PDF of the version it is about, in its field "paper": `file`
/// is empty when none was chosen.
using DocumentStep = Result<web::Location> (*)(const web::Context&, db::WriteTx&,
                                               const workflows::VersionFile& file);
/// Looks at the file and stores it; the step is then taken with it.
Result<web::Step> with_document(const web::Context& context, DocumentStep step);

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
