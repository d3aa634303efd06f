// The certificate of a document that has been round: page, PDF and data from the same lines.
#include <algorithm>
#include <boost/json.hpp>

#include "db/boards.hpp"
#include "server/circulation/version_files.hpp"
#include "server/circulation/words.hpp"
#include "server/consultation/answer_queries.hpp"
#include "server/consultation/handlers.hpp"
#include "server/consultation/words.hpp"
#include "server/papers/paper_access.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "templates/documents/certificate.hpp"
#include "workflows/text/csv.hpp"

namespace server::consultation {
namespace {

struct Certified {
    circulation::CirculationStatus status;
    std::vector<CertificateLine> lines;
    std::string owner_name;
};

Result<Certified> certified(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    auto status = circulation::circulation_status_for(context.viewer, context.app, tx, *row);
    auto lines = certificate_lines(status);
    if (!lines) return lines.error();
    const auto owner = db::find_board(tx, row->owner);
    return Certified{std::move(status), *std::move(lines), owner ? owner->name : row->owner};
}

std::string day_words(const CertificateLine& line) {
    return line.day.day() ? workflows::long_date(*line.day.day()) : "";
}

// The files of the versions that boards saw, each once.
std::vector<templates::CertificateFile> files_of(const Certified& certified) {
    std::vector<templates::CertificateFile> files;
    for (const auto& version : certified.status.versions) {
        const bool seen =
            version.has_file() && std::ranges::any_of(certified.lines, [&](const auto& line) {
                return line.version_label == version.label;
            });
        if (seen) files.push_back({version.label, version.file.sha256});
    }
    return files;
}

std::string finish_words(const circulation::CirculationStatus& status) {
    return status.projection.finish ? workflows::long_date(*status.projection.finish) : "";
}

templates::CertificateFacts facts_of(const web::Context& context, const Certified& certified) {
    const auto& status = certified.status;
    templates::CertificateFacts facts;
    facts.language = "en-GB";
    facts.county = context.app.county_name;
    facts.document = status.circulation.document;
    facts.version = status.circulation.version_label;
    facts.owner = certified.owner_name;
    facts.purpose = status.circulation.purpose;
    facts.finished = finish_words(status);
    facts.verdict = status.summary.words;
    if (status.projection.finish)
        facts.created = workflows::iso(*status.projection.finish) + "T00:00:00Z";
    for (const auto& line : certified.lines)
        facts.lines.push_back(
            {line.board_name, day_words(line), line.version_label, line.outcome, line.comments});
    facts.files = files_of(certified);
    return facts;
}

// A refusal in words of its own: nobody changed anything.
net::Response not_yet(const web::Context& context, const Error& error) {
    web::BlockPage page(context, words::no_certificate);
    page.crumb(circulation::words::circulations, web::href(routes::circulations));
    page.paragraph(error.message);
    page.link(circulation::words::back,
              web::href(routes::circulation, context.param("circulation")));
    auto response = page.finish();
    response.status = 409;
    return response;
}

std::string file_name(const Certified& certified) {
    return "certificate-" + certified.status.circulation.id + ".pdf";
}

}  // namespace

Result<net::Response> show_certificate(const web::Context& context, db::ReadTx& tx) {
    const auto found = certified(context, tx);
    if (!found && found.error().code == workflows::Code::refused)
        return not_yet(context, found.error());
    if (!found) return found.error();
    const auto& row = found->status.circulation;
    const auto href = web::href(routes::circulation, row.id);
    web::BlockPage page(context, words::certificate_title);
    page.caption(row.document);
    page.crumb(circulation::words::circulations, web::href(routes::circulations))
        .crumb(row.document, href);
    page.layout().wide = true;
    page.layout().alternates = {{"application/pdf", words::certificate_pdf,
                                 web::href(routes::circulation_certificate_pdf, row.id)},
                                {"text/csv", words::certificate_csv,
                                 web::href(routes::circulation_certificate_csv, row.id)},
                                {"application/json", words::certificate_json,
                                 web::href(routes::circulation_certificate_json, row.id)}};
    page.lead(found->status.summary.words);
    page.summary({{.label = circulation::words::document, .value = row.document},
                  {.label = words::newest_version, .value = row.version_label},
                  {.label = words::document_of, .value = found->owner_name},
                  {.label = words::sent_round_for, .value = row.purpose},
                  {.label = words::finished_on, .value = finish_words(found->status)}});
    auto& table = page.table(words::what_each_said, {{.text = words::board},
                                                     {.text = circulation::words::date},
                                                     {.text = circulation::words::version},
                                                     {.text = circulation::words::outcome},
                                                     {.text = circulation::words::comments}});
    for (const auto& line : found->lines)
        templates::add_table_row(table,
                                 {{.text = line.board_name, .kind = templates::CellKind::row_head},
                                  {.text = day_words(line)},
                                  {.text = line.version_label},
                                  {.text = line.outcome},
                                  {.text = line.comments}});
    const auto files = files_of(*found);
    if (!files.empty()) {
        auto& seen = page.table(words::files_seen,
                                {{.text = circulation::words::version}, {.text = "SHA-256"}});
        for (const auto& file : files)
            templates::add_table_row(
                seen,
                {{.text = file.version,
                  .href = circulation::document_href(row.id, found->status.versions, file.version),
                  .kind = templates::CellKind::row_head},
                 {.text = file.sha256}});
    }
    page.link(words::certificate_pdf, web::href(routes::circulation_certificate_pdf, row.id));
    return page.finish();
}

Result<net::Response> show_certificate_pdf(const web::Context& context, db::ReadTx& tx) {
    const auto found = certified(context, tx);
    if (!found) return found.error();
    net::Response response;
    response.content_type = "application/pdf";
    response.body = templates::draw_certificate(facts_of(context, *found));
    response.headers = {{"Content-Disposition", papers::inline_disposition(file_name(*found))},
                        {"Cache-Control", "private, no-store"}};
    return response;
}

Result<net::Response> show_certificate_json(const web::Context& context, db::ReadTx& tx) {
    const auto found = certified(context, tx);
    if (!found) return found.error();
    boost::json::array lines;
    for (const auto& line : found->lines)
        lines.push_back(boost::json::object{{"board", line.board},
                                            {"date", line.day.key()},
                                            {"version", line.version_label},
                                            {"outcome", line.outcome},
                                            {"comments", line.comments},
                                            {"sha256", line.sha256}});
    const auto& status = found->status;
    const auto finish = status.projection.finish;
    return web::json_response(boost::json::serialize(
        boost::json::object{{"id", status.circulation.id},
                            {"document", status.circulation.document},
                            {"version_label", status.circulation.version_label},
                            {"owner", status.circulation.owner},
                            {"finished", finish ? workflows::iso(*finish) : ""},
                            {"words", status.summary.words},
                            {"boards", lines}}));
}

Result<net::Response> show_certificate_csv(const web::Context& context, db::ReadTx& tx) {
    const auto found = certified(context, tx);
    if (!found) return found.error();
    auto text =
        workflows::text::csv_line({"board", "date", "version", "outcome", "comments", "sha256"});
    for (const auto& line : found->lines)
        text += workflows::text::csv_line({line.board, line.day.key(), line.version_label,
                                           line.outcome, line.comments, line.sha256});
    return web::text_response(text, "text/csv; charset=utf-8");
}

}  // namespace server::consultation
