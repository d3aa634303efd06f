#include "server/circulation/version_files.hpp"

#include <algorithm>

#include "server/agenda/agenda_content.hpp"
#include "server/papers/uploads.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "server/web/site.hpp"

namespace server::circulation {
namespace {

using workflows::VersionFile;

Result<VersionFile> accept_document(const web::Context& context) {
    const web::FilePart* part =
        context.files() == nullptr ? nullptr : context.files()->file("paper");
    if (part == nullptr || part->size == 0) return VersionFile{};
    const auto accepted = papers::accept_paper(context, *part);
    if (!accepted) return accepted.error();
    return VersionFile{accepted->file_name, accepted->sha256, accepted->size_bytes,
                       accepted->pages};
}

}  // namespace

Result<web::Step> with_document(const web::Context& context, DocumentStep step) {
    auto file = accept_document(context);
    if (!file) return file.error();
    return web::Step([step, file = *std::move(file)](const web::Context& later, db::WriteTx& tx) {
        return step(later, tx, file);
    });
}

std::string document_href(const std::string& circulation,
                          const workflows::DocumentVersion& version) {
    return web::href(routes::circulation_version_pdf, circulation, version.number);
}

std::string document_href(const std::string& circulation,
                          const std::vector<workflows::DocumentVersion>& versions,
                          const std::string& label) {
    const auto* version = workflows::find_version(versions, label);
    return version != nullptr && version->has_file() ? document_href(circulation, *version) : "";
}

std::string file_words(const VersionFile& file) {
    return "PDF, " + agenda::pages_words(file.pages) + ", " + agenda::size_words(file.size_bytes);
}

}  // namespace server::circulation
