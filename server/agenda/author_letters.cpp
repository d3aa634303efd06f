#include "server/agenda/author_letters.hpp"

#include "db/people.hpp"
#include "db/reminders.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/meetings/deadlines.hpp"

namespace server::agenda {
namespace {

workflows::Day papers_due_day(const base::App& app, db::ReadTx& tx,
                              const letters::MeetingFacts& facts, workflows::Day meeting_day) {
    return workflows::working_days_before(meeting_day, facts.board.papers_due_days,
                                          app.holidays(tx))
        .day;
}

// Asked for the first time, or on `chased_on` once more.
int queue_paper_letter(base::App& app, db::WriteTx& tx, const std::string& item,
                       const std::string& owner, std::optional<workflows::Day> chased_on) {
    const auto text = db::find_item_text(tx, item);
    const auto person = db::find_person(tx, owner);
    const auto facts = text ? letters::meeting_facts(tx, text->meeting) : std::nullopt;
    if (!facts || !person || !facts->meeting.planned.day()) return 0;
    const auto day = *facts->meeting.planned.day();
    const auto due = papers_due_day(app, tx, *facts, day);
    const auto title = letters::mailable_title(text->title, text->public_title, text->visibility);
    const auto number = std::to_string(text->number);
    const bool late = chased_on && *chased_on > due;
    letters::Letter letter;
    letter.kind = "paper_wanted";
    letter.subject_id = item;
    letter.revision =
        workflows::iso(due) + (chased_on ? "|chased " + workflows::iso(*chased_on) : "");
    letter.board = facts->board.code;
    letter.thread = facts->meeting.id;
    letter.not_after = letters::end_of_day(day, facts->board.zone);
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        letters::set_meeting_facts(view, *facts);
        view.set("link", app.config.base_url + web::href(routes::item_papers, item));
        view.set("title", title).set("number", number).flag("late", late);
        view.set("due_day", workflows::long_date(due));
    };
    return letters::queue_letter(app, tx, letter, {*person});
}

}  // namespace

int queue_paper_wanted(base::App& app, db::WriteTx& tx, const std::string& item,
                       const std::string& owner) {
    return queue_paper_letter(app, tx, item, owner, std::nullopt);
}

int queue_paper_chase(base::App& app, db::WriteTx& tx, const std::string& item,
                      const std::string& owner, workflows::Day today) {
    return queue_paper_letter(app, tx, item, owner, today);
}

}  // namespace server::agenda
