// The PDF of a version of a document that goes round: read by whoever may read its circulation, the
// earlier ones too, so that each board can open what it saw.
#include <algorithm>

#include "server/access/session_activity.hpp"
#include "server/base/app.hpp"
#include "server/circulation/document_commands.hpp"
#include "server/circulation/handlers.hpp"
#include "server/circulation/version_files.hpp"
#include "server/circulation/words.hpp"
#include "server/papers/paper_access.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::circulation {
namespace {

Result<web::Location> keep_file(const web::Context& context, db::WriteTx& tx,
                                const workflows::VersionFile& file) {
    const auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    if (context.form().get("version") != std::to_string(row->version))
        return Error{workflows::Code::stale, words::circulation_is_stale, ""};
    if (auto kept = keep_document(tx, *row, file); !kept) return kept.error();
    return web::href(routes::circulation, row->id) + "?done=uploaded";
}

}  // namespace

Result<net::Response> show_circulation_file(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    const auto versions = db::list_circulation_versions(tx, *row);
    const auto& number = context.param("number");
    const auto version = std::ranges::find_if(
        versions, [&](const auto& one) { return std::to_string(one.number) == number; });
    if (version == versions.end() || !version->has_file())
        return workflows::not_found(words::no_such_paper);
    context.app.activity->read(context.viewer.session, context.viewer.person,
                               "circulation:" + row->id + "/" + number, tx.now());
    return papers::pdf_response(context, version->file.sha256, version->file.file_name,
                                papers::PaperAccess::on_record);
}

Result<web::Step> set_circulation_file(const web::Context& context) {
    return with_document(context, keep_file);
}

}  // namespace server::circulation
