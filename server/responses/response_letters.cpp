// The letters about responses: subject, facts and where to read on. Of an exempt paper they say no
// more than that there is something to read.
#include <array>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "db/people.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/requests/request_commands.hpp"
#include "server/responses/response_commands.hpp"
#include "workflows/core/day_lists.hpp"

namespace server::responses {
namespace {

/// The letter is of use for so long after it was written.
constexpr std::chrono::hours response_letter_life{24 * 30};

struct Subject {
    std::string_view mail;
    std::string_view before;  // {owing}, {asking}: codes; {day}: the day of the response
};

constexpr std::array subjects{
    Subject{"response_due", "Response wanted by {asking}{day}: "},
    Subject{"response_accepted", "{owing} will respond{day}: "},
    Subject{"response_answered", "Response of {owing}: "},
    Subject{"response_corrected", "{owing} takes its response back: "},
    Subject{"response_carried_forward", "Carried forward{day}: "},
    Subject{"response_confirmed", "Confirmed by {asking}: "},
    Subject{"response_sent_back", "Sent back by {asking}: "},
    Subject{"response_dropped", "No longer wanted by {asking}: "},
};

std::string filled(std::string text, std::string_view name, const std::string& value) {
    if (const auto at = text.find(name); at != std::string::npos)
        text.replace(at, name.size(), value);
    return text;
}

std::string subject_of(const db::ResponseRow& row, std::string_view mail) {
    const auto& r = row.response;
    std::string before;
    for (const auto& subject : subjects) {
        if (subject.mail == mail) before = subject.before;
    }
    const auto day = r.due ? " by " + workflows::weekday_day_and_month(*r.due) : std::string();
    before = filled(filled(filled(before, "{owing}", r.owing_board), "{asking}", r.asking_board),
                    "{day}", day);
    return letters::subject_line(before, mailable_response_title(row), "");
}

std::string board_name(db::ReadTx& tx, const std::string& code) {
    const auto board = db::find_board(tx, code);
    return board ? board->name + " (" + code + ")" : code;
}

using Facts = std::vector<std::pair<std::string, std::string>>;

Facts facts_of(db::ReadTx& tx, const db::ResponseRow& row) {
    const auto& r = row.response;
    const bool open = row.visibility != "exempt";
    const auto owner = db::find_person(tx, row.owner);
    Facts facts{
        {"In", letters::mailable_title(row.source_title, "", row.visibility)},
        {"Recommendation", open ? r.recommendation : "To be read after signing in"},
        {"From", board_name(tx, r.asking_board)},
        {"To", board_name(tx, r.owing_board)},
        {"Response required", std::string(workflows::to_words(r.required))},
        {"By", r.due ? workflows::long_date(*r.due) : ""},
        {"To be answered by", owner ? owner->post : ""},
        {"State", std::string(workflows::to_words(r.state))},
        {"Answer", open ? row.answer : ""},
        {"Evidence", open ? row.evidence : ""},
    };
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

// The owing board, and the post that is to answer where it is none of its officers.
std::vector<workflows::Person> told(db::ReadTx& tx, const db::ResponseRow& row,
                                    const ResponseLetter& letter) {
    const auto today = db::county_day(tx);
    const bool asking = letter.told == workflows::Side::asking;
    std::vector<workflows::Person> people;
    if (letter.only.empty())
        people = requests::officers_of(
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
    const bool open = row.visibility != "exempt";
    letters::Letter letter;
    letter.kind = facts.mail;
    letter.subject_id = row.id;
    letter.revision = facts.revision;
    // Answers to the letter go to the other board.
    letter.board = to_asking ? r.owing_board : r.asking_board;
    letter.subject = subject_of(row, facts.mail);
    letter.not_after = tx.now() + response_letter_life;
    letter.thread = row.id;
    const auto list = facts_of(tx, row);
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        view.set("asking", r.asking_board).set("owing", r.owing_board);
        view.set("who", facts.who).set("comment", open ? facts.comment : "");
        view.set("title", mailable_response_title(row));
        view.set("wanted", workflows::to_words(r.required));
        view.set("day", r.due ? workflows::long_date(*r.due) : "");
        view.set("link", app.config.base_url + "/responses/" + row.id);
        for (const auto& [label, value] : list)
            view.add("facts").set("label", label).set("value", value);
    };
    const int queued = letters::queue_letter(app, tx, letter, told(tx, row, facts));
    if (queued > 0) tx.touch("mail");
    return queued;
}

}  // namespace server::responses
