// The letters about issues: one kind for all steps, to both boards and to whoever holds it.
#include <algorithm>

#include "db/people.hpp"
#include "server/boards/officers.hpp"
#include "server/issues/issue_commands.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::issues {
namespace {

/// The letter is of use for so long after it was written.
constexpr std::chrono::hours issue_letter_life{24 * 30};

using People = std::vector<workflows::Person>;

void add_once(People& people, const workflows::Person& person) {
    const bool known = std::any_of(people.begin(), people.end(),
                                   [&](const auto& one) { return one.key == person.key; });
    if (!known) people.push_back(person);
}

void set_facts(templates::View& view, db::ReadTx& tx, const db::IssueRow& row) {
    const auto& issue = row.issue;
    view.set("reference", row.reference).set("title", issue.title).set("text", issue.text);
    view.set("state", workflows::to_words(issue.state));
    view.set("stage", issue_state_text(row)).set("holder", holder_post(tx, row));
    view.set("raising_name", letters::name_of_board(tx, issue.raising_board))
        .set("agency", issue.agency);
    view.set("asked_name",
             issue.asked_board.empty() ? "" : letters::name_of_board(tx, issue.asked_board));
    view.set("next_date", row.next_date ? workflows::long_date(*row.next_date) : "");
    view.set("way_forward", workflows::is_resolved(issue.state) ? row.way_forward : "");
    view.flag("open", row.next_date.has_value());
    view.flag("protocol", issue.kind == workflows::IssueKind::protocol);
}

People held_by(db::ReadTx& tx, const db::IssueRow& row, workflows::Day today) {
    People people;
    for (const auto& key : db::present_holders(tx, row.id, today)) {
        if (const auto person = db::find_person(tx, key)) add_once(people, *person);
    }
    return people;
}

int queue_to(base::App& app, db::WriteTx& tx, const db::IssueRow& row, const IssueLetter& facts,
             const std::string& from_board, const People& people) {
    letters::Letter letter;
    letter.kind = "issue_news";
    letter.subject_id = row.id;
    letter.revision = facts.revision;
    letter.board = from_board;
    letter.not_after = tx.now() + issue_letter_life;
    letter.thread = row.id;
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        set_facts(view, tx, row);
        view.set("who", facts.who).set("comment", facts.comment);
        view.set("link", app.config.base_url + web::href(routes::issue, row.id));
    };
    return letters::queue_letter(app, tx, letter, people);
}

}  // namespace

int queue_issue_letter(base::App& app, db::WriteTx& tx, const db::IssueRow& row,
                       const IssueLetter& facts) {
    if (facts.told == workflows::IssueTold::nobody) return 0;
    const auto today = db::county_day(tx);
    const auto& issue = row.issue;
    auto with_holder = held_by(tx, row, today);
    People raising;
    if (facts.told == workflows::IssueTold::both_sides) {
        raising = boards::officers_of(tx, issue.raising_board, today);
        if (!issue.asked_board.empty()) {
            for (const auto& person : boards::officers_of(tx, issue.asked_board, today))
                add_once(with_holder, person);
        }
    }
    // Answers to a letter go to the other side; each person gets one.
    const auto& other = issue.asked_board.empty() ? issue.raising_board : issue.asked_board;
    const int queued = queue_to(app, tx, row, facts, other, raising) +
                       queue_to(app, tx, row, facts, issue.raising_board, with_holder);
    if (queued > 0) tx.touch("mail");
    return queued;
}

}  // namespace server::issues
