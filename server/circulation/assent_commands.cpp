#include "server/circulation/assent_commands.hpp"

#include <algorithm>

#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/circulation/circulation_commands.hpp"
#include "server/circulation/stop_facts.hpp"
#include "server/circulation/version_files.hpp"
#include "server/circulation/words.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/letters/link_types.hpp"
#include "server/papers/paper_access.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/agenda/agenda.hpp"

namespace server::circulation {
namespace {

using workflows::StopEvent;
using workflows::StopState;

std::vector<workflows::Person> holders(db::ReadTx& tx, const std::string& board,
                                       workflows::Role role) {
    std::vector<workflows::Person> people;
    for (const auto& seat : db::list_memberships(tx, board)) {
        if (seat.membership.role == role && db::sits_on(seat.membership, county_today(tx)))
            people.push_back(seat.person);
    }
    return people;
}

// What the person is asked about, as long as they may answer it.
struct Question {
    db::CirculationRow circulation;
    db::StopRow stop;
    workflows::Person person;
};

Error settled() {
    return workflows::not_found(words::link_closed);
}

Result<Question> question_of(db::ReadTx& tx, const db::MailLink& link) {
    auto stop = db::find_stop(tx, link.subject);
    if (!stop || !stop->assent_by) return settled();
    const bool asked = stop->state == StopState::assent_asked ||
                       stop->state == StopState::assented || stop->state == StopState::not_assented;
    const auto chairs = assent_chairs(tx, stop->board);
    const auto chair = std::ranges::find(chairs, link.person, &workflows::Person::key);
    if (!asked || chair == chairs.end()) return settled();
    auto circulation = db::load_circulation(tx, stop->circulation);
    if (!circulation) return settled();
    return Question{*std::move(circulation), *std::move(stop), *chair};
}

// The version that the board agreed last, in a meeting or in writing.
const db::StopAnswer* agreed_answer(const std::vector<db::StopAnswer>& answers,
                                    const db::StopRow& stop) {
    const db::StopAnswer* agreed = nullptr;
    for (const auto& answer : answers) {
        const bool earlier = answer.stop == stop.id && answer.standing &&
                             workflows::is_agreement(answer.outcome) &&
                             answer.version_label != stop.version_issued;
        if (earlier) agreed = &answer;
    }
    return agreed;
}

std::string changed_words(const std::vector<workflows::DocumentVersion>& versions,
                          const std::vector<db::StopAnswer>& answers, const db::StopRow& stop) {
    const auto* agreed = agreed_answer(answers, stop);
    return changes_since(versions, agreed == nullptr ? "" : agreed->version_label);
}

// What the chair is asked for, and why in writing.
std::string asked_words(const db::CirculationRow& circulation, bool agreed_before) {
    if (agreed_before) return words::assent_again(circulation.owner);
    return words::assent_first(circulation.owner, circulation.purpose);
}

std::string agreed_words(const std::vector<db::StopAnswer>& answers, const Question& question) {
    const auto* agreed = agreed_answer(answers, question.stop);
    if (agreed == nullptr) return {};
    return words::agreed_before(agreed->day.words(), workflows::to_words(agreed->outcome),
                                agreed->version_label);
}

// Each of several chairs has a link: what one of them answered for the board, another does not
// replace. In words, or empty.
std::string answered_by_another(db::ReadTx& tx, const Question& question) {
    const auto& stop = question.stop;
    const auto chairs = assent_chairs(tx, stop.board);
    std::string words;
    for (const auto& answer : db::list_stop_answers(tx, stop.circulation)) {
        const auto by = std::ranges::find(chairs, answer.person, &workflows::Person::key);
        const bool theirs = by != chairs.end() && by->key != question.person.key;
        const bool stands = answer.stop == stop.id && answer.standing &&
                            answer.outcome == stop.state &&
                            answer.version_label == stop.version_issued;
        if (stands && theirs)
            words = words::answered_by_another(by->post, answer.day.words(),
                                               workflows::to_words(answer.outcome),
                                               question.circulation.owner);
    }
    return words;
}

void add_form(const web::Context& context, web::BlockPage& page, const Question& question) {
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
                           web::typed_field(context, {"comment", words::comments,
                                                      *stored == '\0' ? "" : stop.comments,
                                                      words::assent_comments_hint}),
                           4));
    page.layout().errors = templates::error_links(form);
    if (page.layout().errors.empty() && context.error())
        page.layout().errors.push_back({context.error()->message, ""});
}

}  // namespace

std::vector<workflows::Person> assent_chairs(db::ReadTx& tx, const std::string& board) {
    auto chairs = holders(tx, board, workflows::Role::chair);
    return chairs.empty() ? holders(tx, board, workflows::Role::vice_chair) : chairs;
}

void queue_assent_letters(base::App& app, db::WriteTx& tx, const StopLetters& letters,
                          const std::vector<workflows::Person>& chairs) {
    const auto& stop = letters.stop;
    const auto& closing = stop.assent_by;
    if (!closing) return;
    const auto until = letters::end_of_day(*closing, workflows::county_zone);
    const auto answers = db::list_stop_answers(tx, letters.circulation.id);
    const bool agreed_before = agreed_answer(answers, stop) != nullptr;
    const auto changed = agreed_before ? changed_words(letters.versions, answers, stop) : "";
    letters::Letter letter;
    letter.kind = "assent_asked";
    letter.subject_id = stop.id;
    letter.revision = letters.revision;
    letter.board = letters.circulation.owner;
    letter.not_after = until;
    letter.thread = letters.circulation.id;
    letter.fill = [&](templates::View& view, const workflows::Person& person) {
        const db::MailLink link{std::string(assent_link_kind), stop.id, stop.board, person.key,
                                until};
        view.set("owner_name", letters::name_of_board(tx, letters.circulation.owner));
        view.set("board_name", stop.board_name);
        view.set("title", letters.circulation.document).set("version", stop.version_issued);
        view.set("changed", changed).flag("agreed_before", agreed_before);
        view.set("purpose", letters.circulation.purpose);
        view.set("who", letters.who).set("comment", letters.comment);
        view.set("closing", workflows::long_date(*closing));
        const auto href = letters::make_mail_link(app, tx, link);
        view.set("link", href)
            .set("document_link", href + std::string(web::ending(routes::mail_link_document)));
    };
    if (letters::queue_letter(app, tx, letter, chairs) > 0) tx.touch("mail");
}

Result<net::Response> show_assent_link(const web::Context& context, db::ReadTx& tx,
                                       const db::MailLink& link) {
    const auto question = question_of(tx, link);
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
        page.link(words::read_version(version->label, file_words(version->file)),
                  web::href(routes::mail_link_document, context.param("token")));
    page.summary({{.label = words::what_changed,
                   .value = agreed_before ? changed_words(versions, answers, stop) : ""},
                  {.label = words::you_answer_as, .value = question->person.post},
                  {.label = words::closing, .value = workflows::long_date(*stop.assent_by)},
                  {.label = words::answer_so_far,
                   .value = stop.state == StopState::assent_asked
                                ? words::none
                                : std::string(workflows::to_words(stop.state))}});
    const auto another = answered_by_another(tx, *question);
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
    const auto question = question_of(tx, link);
    if (!question) return question.error();
    const auto versions = db::list_circulation_versions(tx, question->circulation);
    const auto* version = workflows::find_version(versions, question->stop.version_issued);
    if (version == nullptr || !version->has_file())
        return workflows::not_found(words::no_such_paper);
    context.add_header("X-Robots-Tag", "noindex");
    return papers::pdf_response(context, version->file.sha256, version->file.file_name,
                                papers::PaperAccess::on_record);
}

Result<web::Location> use_assent_link(const web::Context& context, db::WriteTx& tx,
                                      const db::MailLink& link) {
    const auto question = question_of(tx, link);
    if (!question) return question.error();
    const auto event = workflows::from_text<StopEvent>(context.form().get("answer"));
    if (event != StopEvent::assent && event != StopEvent::refuse_assent)
        return workflows::invalid("answer", words::assent_missing);
    const auto another = answered_by_another(tx, *question);
    if (!another.empty()) return workflows::refused(another);
    const auto back = letters::mail_link_path(context) + "?done=recorded";
    const auto comment = context.form().get("comment");
    const auto wanted = event == StopEvent::assent ? StopState::assented : StopState::not_assented;
    if (question->stop.state == wanted && question->stop.comments == comment) return back;
    const StopTaker taker{context.app, {true, false}, question->person.post};
    auto stop = question->stop;
    if (stop.state == wanted) {
        // The same answer with other words: taken back, and given again.
        const StopMove again{{StopEvent::correct, words::answered_again}, "", ""};
        if (auto done = take_stop_step(taker, tx, question->circulation, stop, again); !done)
            return done.error();
        stop = db::load_stop(tx, stop.id).value();
    }
    if (auto done =
            take_stop_step(taker, tx, question->circulation, stop, {{*event, comment}, "", ""});
        !done)
        return done.error();
    return back;
}

}  // namespace server::circulation
