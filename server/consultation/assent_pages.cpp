#include "server/consultation/assent_pages.hpp"

#include "server/circulation/assent_commands.hpp"
#include "server/circulation/version_files.hpp"
#include "server/circulation/words.hpp"
#include "server/consultation/words.hpp"
#include "server/letters/link_types.hpp"
#include "server/papers/paper_access.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::consultation {
namespace {

using workflows::StopEvent;
using workflows::StopState;

// What the chair is asked for, and why in writing.
std::string asked_words(const db::CirculationRow& circulation, bool agreed_before) {
    if (agreed_before) return words::assent_again(circulation.owner);
    return words::assent_first(circulation.owner, circulation.purpose);
}

std::string agreed_words(const std::vector<db::StopAnswer>& answers,
                         const circulation::AssentQuestion& question) {
    const auto* agreed = circulation::agreed_answer(answers, question.stop);
    if (agreed == nullptr) return {};
    return words::agreed_before(agreed->day.words(), workflows::to_words(agreed->outcome),
                                agreed->version_label);
}

void add_form(const web::Context& context, web::BlockPage& page,
              const circulation::AssentQuestion& question) {
    const auto& stop = question.stop;
    const auto stored = stop.state == StopState::assented       ? "assent"
                        : stop.state == StopState::not_assented ? "refuse_assent"
                                                                : "";
    auto& form =
        page.form(web::form_facts(context, letters::mail_link_path(context), words::send_answer));
    form.add("fields",
             templates::radios_field(
                 web::typed_field(context,
                                  {"answer", words::assent_question(stop.version_issued), stored}),
                 {{.value = "assent", .label = words::assent_yes},
                  {.value = "refuse_assent", .label = words::assent_no}}));
    form.add("fields", templates::textarea_field(
                           web::typed_field(context, {"comment", circulation::words::comments,
                                                      *stored == '\0' ? "" : stop.comments,
                                                      words::assent_comments_hint}),
                           4));
    page.layout().errors = templates::error_links(form);
    if (page.layout().errors.empty() && context.error())
        page.layout().errors.push_back({context.error()->message, ""});
}

}  // namespace

Result<net::Response> show_assent_link(const web::Context& context, db::ReadTx& tx,
                                       const db::MailLink& link) {
    const auto question = circulation::assent_question(tx, link);
    if (!question) return question.error();
    const auto& stop = question->stop;
    const auto answers = db::list_stop_answers(tx, stop.circulation);
    const auto versions = db::list_circulation_versions(tx, question->circulation);
    auto page = letters::mail_link_page(context, tx, link, words::written_assent);
    page.caption(stop.board_name);
    page.lead(question->circulation.document + ", " + stop.version_issued);
    const auto agreed = agreed_words(answers, *question);
    if (!agreed.empty()) page.paragraph(agreed);
    const bool agreed_before = !agreed.empty();
    page.paragraph(asked_words(question->circulation, agreed_before));
    const auto* version = workflows::find_version(versions, stop.version_issued);
    if (version != nullptr && version->has_file())
        page.link(circulation::words::read_version(version->label,
                                                   circulation::file_words(version->file)),
                  web::href(routes::mail_link_document, context.param("token")));
    page.summary(
        {{.label = circulation::words::what_changed,
          .value = agreed_before ? circulation::changed_words(versions, answers, stop) : ""},
         {.label = words::you_answer_as, .value = question->person.post},
         {.label = circulation::words::closing, .value = workflows::long_date(*stop.assent_by)},
         {.label = words::answer_so_far,
          .value = stop.state == StopState::assent_asked
                       ? words::none
                       : std::string(workflows::to_words(stop.state))}});
    const auto another = circulation::answered_by_another(tx, *question);
    if (!another.empty()) {
        page.inset(another);
        return page.finish();
    }
    add_form(context, page, *question);
    page.paragraph(words::can_change);
    return page.finish();
}

Result<net::Response> show_assent_document(const web::Context& context, db::ReadTx& tx,
                                           const db::MailLink& link) {
    const auto question = circulation::assent_question(tx, link);
    if (!question) return question.error();
    const auto versions = db::list_circulation_versions(tx, question->circulation);
    const auto* version = workflows::find_version(versions, question->stop.version_issued);
    if (version == nullptr || !version->has_file())
        return workflows::not_found(circulation::words::no_such_paper);
    context.add_header("X-Robots-Tag", "noindex");
    return papers::pdf_response(context, version->file.sha256, version->file.file_name,
                                papers::PaperAccess::on_record);
}

Result<web::Location> use_assent_link(const web::Context& context, db::WriteTx& tx,
                                      const db::MailLink& link) {
    const auto question = circulation::assent_question(tx, link);
    if (!question) return question.error();
    const auto event = workflows::from_text<StopEvent>(context.form().get("answer"));
    if (event != StopEvent::assent && event != StopEvent::refuse_assent)
        return workflows::invalid("answer", words::assent_missing);
    const circulation::AnswerQuestion answer{*event, context.form().get("comment")};
    if (auto done = circulation::answer_question(context.app, tx, *question, answer); !done)
        return done.error();
    return letters::mail_link_path(context) + "?done=recorded";
}

}  // namespace server::consultation
