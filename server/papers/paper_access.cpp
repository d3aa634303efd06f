#include "server/papers/paper_access.hpp"

#include <algorithm>
#include <optional>

#include "db/agenda_versions.hpp"
#include "db/meetings.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/base/app.hpp"
#include "workflows/text/percent.hpp"

namespace server::papers {
namespace {

using workflows::Level;
using workflows::Visibility;

// Of the newest published version that names the paper.
std::optional<Visibility> published_visibility(db::ReadTx& tx, const db::PaperRow& paper,
                                               const std::string& meeting) {
    for (const auto& version : db::list_agenda_versions(tx, meeting)) {
        for (const auto& item : agenda::published_content(tx, version).items) {
            for (const auto& published : item.papers) {
                if (published.id == paper.id) return item.visibility;
            }
        }
    }
    return std::nullopt;
}

bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\' && c != '%';
}

std::string percent_encoded(const std::string& text) {
    return workflows::text::percent_encode(text, "!#$&+-.^_`|~");  // attr-char of RFC 8187
}

}  // namespace

PaperAccess paper_access(const web::Context& context, db::ReadTx& tx, const db::PaperRow& paper,
                         const db::AgendaItemRow& item) {
    const auto level = context.level();
    if (paper.removed && !workflows::allowed(workflows::Action::edit_agenda, context.relations))
        return PaperAccess::denied;
    const bool hands_in = workflows::allowed(workflows::Action::upload_paper, context.relations);
    if (level == Level::drafts || hands_in) return PaperAccess::on_record;
    const auto meeting = db::find_meeting(tx, item.meeting);
    if (level == Level::public_ && meeting->held_in == workflows::HeldIn::private_)
        return PaperAccess::denied;
    const auto published = published_visibility(tx, paper, item.meeting);
    if (!published) return PaperAccess::denied;
    if (!agenda::may_see(*published, level)) return PaperAccess::denied;
    return *published == Visibility::public_ ? PaperAccess::anybody : PaperAccess::on_record;
}

std::string inline_disposition(const std::string& file_name) {
    std::string plain;
    std::copy_if(file_name.begin(), file_name.end(), std::back_inserter(plain), is_plain);
    return "inline; filename=\"" + plain + "\"; filename*=UTF-8''" + percent_encoded(file_name);
}

Result<net::Response> pdf_response(const web::Context& context, const std::string& sha256,
                                   const std::string& file_name, PaperAccess access) {
    net::Response response;
    const bool open = access == PaperAccess::anybody;
    const auto etag = "\"" + sha256 + "\"";
    if (open && context.request.header("if-none-match") == etag) {
        response.status = 304;
        response.content_type.clear();
        response.headers = {{"ETag", etag}, {"Cache-Control", "public, no-cache"}};
        return response;
    }
    auto& app = context.app;
    if (const auto whole = app.verified_papers.verify(app.papers, sha256); !whole) {
        return whole.error();
    }
    response.content_type = "application/pdf";
    response.file = context.app.papers.path_of(sha256);
    response.headers = {{"Content-Disposition", inline_disposition(file_name)},
                        {"Cache-Control", open ? "public, no-cache" : "private, no-store"}};
    if (open) response.headers.emplace_back("ETag", etag);
    return response;
}

}  // namespace server::papers
