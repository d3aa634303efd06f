// The letters about responses: their facts. Of an exempt paper they say no more than that there is
// something to read.
#include "db/people.hpp"
#include "server/boards/officers.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/responses/response_commands.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::responses {
namespace {

/// The letter is of use for so long after it was written.
constexpr std::chrono::hours response_letter_life{24 * 30};

void set_facts(templates::View& view, db::ReadTx& tx, const db::ResponseRow& row) {
    const auto& r = row.response;
    const bool open = row.visibility != workflows::Visibility::exempt;
    const auto owner = db::find_person(tx, row.owner);
    view.set("asking_name", letters::name_of_board(tx, r.asking_board));
    view.set("owing_name", letters::name_of_board(tx, r.owing_board));
    view.set("title", mailable_response_title(row));
    view.set("source", letters::mailable_title(row.source_title, "", row.visibility));
    view.set("recommendation", open ? r.recommendation : "").flag("private", !open);
    view.set("wanted", workflows::to_words(r.required));
    view.set("day", r.due ? workflows::long_date(*r.due) : "");
    view.set("responder", owner ? owner->post : "");
    view.set("state", workflows::to_words(r.state));
    view.set("answer", open ? row.answer : "").set("evidence", open ? row.evidence : "");
}

// The owing board, and the post that is to answer where it is none of its officers.
std::vector<workflows::Person> told(db::ReadTx& tx, const db::ResponseRow& row,
                                    const ResponseLetter& letter) {
    const auto today = db::county_day(tx);
    const bool asking = letter.told == workflows::Side::asking;
    std::vector<workflows::Person> people;
    if (letter.only.empty())
        people = boards::officers_of(
            tx, asking ? row.response.asking_board : row.response.owing_board, today);
    const auto& key = letter.only.empty() && !asking ? row.owner : letter.only;
    const auto more = key.empty() ? std::nullopt : db::find_person(tx, key);
    for (const auto& person : people) {
        if (more && person.key == more->key) return people;
    }
    if (more) people.push_back(*more);
    return people;
}

}  // namespace

int queue_response_letter(base::App& app, db::WriteTx& tx, const db::ResponseRow& row,
                          const ResponseLetter& facts) {
    const auto& r = row.response;
    const bool to_asking = facts.told == workflows::Side::asking;
    const bool open = row.visibility != workflows::Visibility::exempt;
    letters::Letter letter;
    letter.kind = facts.mail;
    letter.subject_id = row.id;
    letter.revision = facts.revision;
    // Answers to the letter go to the other board.
    letter.board = to_asking ? r.owing_board : r.asking_board;
    letter.not_after = tx.now() + response_letter_life;
    letter.thread = row.id;
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        set_facts(view, tx, row);
        view.set("who", facts.who).set("comment", open ? facts.comment : "");
        view.set("link", app.config.base_url + web::href(routes::response, row.id));
    };
    const int queued = letters::queue_letter(app, tx, letter, told(tx, row, facts));
    if (queued > 0) tx.touch("mail");
    return queued;
}

}  // namespace server::responses
