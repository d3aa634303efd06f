#include "server/papers/uploads.hpp"

#include "server/base/app.hpp"
#include "server/base/subprocess.hpp"
#include "server/base/temporary_file.hpp"
#include "server/papers/words.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::papers {
namespace {

using templates::PdfInspection;
using templates::PdfVerdict;
using workflows::Code;
using workflows::invalid;

Error too_large(const web::FilePart& part, std::uint64_t bytes_max) {
    constexpr std::uint64_t megabyte = 1024 * 1024;
    return {Code::too_large,
            words::file_too_large(part.file_name, (part.size + megabyte - 1) / megabyte,
                                  bytes_max / megabyte),
            "paper"};
}

Result<PdfInspection> inspect(const base::App& app, const std::filesystem::path& file) {
    const auto answer =
        base::ask_pdf_worker(app.config.pdf_worker_program,
                             templates::inspect_request(file.string()), base::inspect_time_max);
    // A worker that ended without a word met its limits: the file asks for more than any paper.
    if (!answer || !answer->inspection)
        return invalid("paper", std::string(templates::words_for(PdfVerdict::broken)));
    if (answer->inspection->verdict != PdfVerdict::good)
        return invalid("paper", std::string(templates::words_for(answer->inspection->verdict)));
    return *answer->inspection;
}

std::string without_ending(const std::string& file_name) {
    const auto dot = file_name.rfind('.');
    return dot == std::string::npos || dot == 0 ? file_name : file_name.substr(0, dot);
}

std::string shortened(std::string_view text) {
    return std::string(workflows::text::first_characters(text, workflows::title_characters_max));
}

}  // namespace

Result<AcceptedPaper> accept_paper(const web::Context& context, const web::FilePart& part) {
    const base::App& app = context.app;
    if (part.size > app.config.upload_bytes_max)
        return too_large(part, app.config.upload_bytes_max);
    const base::TemporaryFile file(app.config.data_directory,
                                   "upload-" + context.app.ids.id() + ".pdf");
    web::copy_part(context.request.body_file, part, file.path());
    const auto inspection = inspect(app, file.path());
    if (!inspection) return inspection.error();
    const auto stored = app.papers.put(file.path());
    const bool titled = !workflows::text::is_blank(inspection->title) &&
                        workflows::text::is_utf8(inspection->title);
    return AcceptedPaper{shortened(titled ? inspection->title : without_ending(part.file_name)),
                         part.file_name,
                         stored.sha256,
                         stored.size_bytes,
                         static_cast<int>(inspection->page_count),
                         templates::advice_for(*inspection)};
}

}  // namespace server::papers
