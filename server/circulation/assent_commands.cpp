#include "server/circulation/assent_commands.hpp"

#include "server/circulation/stop_commands.hpp"
#include "server/circulation/words.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/letters/link_types.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/agenda/agenda.hpp"

namespace server::circulation {

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

Result<void> answer_question(base::App& app, db::WriteTx& tx, const AssentQuestion& question,
                             const AnswerQuestion& command) {
    using workflows::StopEvent;
    using workflows::StopState;
    const auto another = answered_by_another(tx, question);
    if (!another.empty()) return workflows::refused(another);
    const auto wanted =
        command.event == StopEvent::assent ? StopState::assented : StopState::not_assented;
    if (question.stop.state == wanted && question.stop.comments == command.comment) return {};
    const StopTaker taker{app, {true, false}, question.person.post};
    auto stop = question.stop;
    if (stop.state == wanted) {
        // The same answer with other words: taken back, and given again.
        const StopMove again{{StopEvent::correct, words::answered_again}, "", ""};
        if (auto done = take_stop_step(taker, tx, question.circulation, stop, again); !done)
            return done;
        stop = db::load_stop(tx, stop.id).value();
    }
    return take_stop_step(taker, tx, question.circulation, stop,
                          {{command.event, command.comment}, "", ""});
}

}  // namespace server::circulation
