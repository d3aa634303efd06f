// The letters about requests between chairs: their facts.
#include "db/meetings.hpp"
#include "server/boards/officers.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/requests/request_commands.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::requests {
namespace {

/// The letter is of use for so long after it was written.
constexpr std::chrono::hours request_letter_life{24 * 30};

std::string long_date_or_empty(const std::optional<workflows::Day>& day) {
    return day ? workflows::long_date(*day) : std::string();
}

// "Thursday 21 March 2019", or the words of a date that is open; of the board that meets.
std::string meeting_text(db::ReadTx& tx, const std::string& id) {
    const auto meeting = id.empty() ? std::nullopt : db::find_meeting(tx, id);
    return meeting ? meeting->planned.words() : std::string();
}

// By when the report for the item is due; empty while the day of its meeting is open.
std::string report_due_text(const base::App& app, db::ReadTx& tx, const std::string& id) {
    const auto meeting = id.empty() ? std::nullopt : letters::meeting_facts(tx, id);
    const auto day = meeting ? meeting->meeting.planned.day() : std::nullopt;
    if (!day) return {};
    return workflows::long_date(
        workflows::working_days_before(*day, meeting->board.papers_due_days, app.holidays(tx)).day);
}

template <class Value>
std::string words_or_nothing(const std::optional<Value>& value) {
    return value ? std::string(workflows::to_words(*value)) : std::string();
}

void set_request_facts(templates::View& view, const workflows::AgendaRequest& request) {
    view.set("title", request.title).set("what", workflows::to_words(request.kind));
    view.set("purpose", words_or_nothing(request.purpose)).set("details", request.details);
    view.set("response_wanted", words_or_nothing(request.response));
    view.set("consider_by", long_date_or_empty(request.consider_by));
    view.set("answer_by", long_date_or_empty(request.answer_by));
    view.set("alternative",
             request.offer ? std::string(workflows::to_words(request.offer->kind)) : "");
}

void set_facts(templates::View& view, const base::App& app, db::ReadTx& tx,
               const db::RequestRow& row) {
    set_request_facts(view, row.request);
    view.set("asking_name", letters::name_of_board(tx, row.request.from_board));
    view.set("asked_name", letters::name_of_board(tx, row.request.to_board));
    const auto meeting = meeting_text(tx, row.meeting);
    const bool item = row.request.kind == workflows::RequestKind::agenda_item;
    view.set("meeting", meeting).flag("on_agenda", item && !meeting.empty());
    view.set("report_due", report_due_text(app, tx, row.meeting));
    view.set("preferred_meeting", meeting_text(tx, row.wanted_meeting));
    view.set("late_reason", row.late_reason).set("answer", row.answer);
    view.set("link", app.config.base_url + web::href(routes::request, row.id));
}

}  // namespace

int queue_request_letter(base::App& app, db::WriteTx& tx, const db::RequestRow& row,
                         const RequestLetter& facts) {
    const bool to_asking = facts.told == workflows::Side::asking;
    const auto& told = to_asking ? row.request.from_board : row.request.to_board;
    const auto today = db::county_day(tx);
    letters::Letter letter;
    letter.kind = facts.mail;
    letter.subject_id = row.id;
    letter.revision = facts.revision;
    // Answers to the letter go to the other side.
    letter.board = to_asking ? row.request.to_board : row.request.from_board;
    letter.not_after = tx.now() + request_letter_life;
    letter.thread = row.id;
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        set_facts(view, app, tx, row);
        view.set("who", facts.who).set("comment", facts.comment);
    };
    const int queued = letters::queue_letter(app, tx, letter, boards::officers_of(tx, told, today));
    if (queued > 0) tx.touch("mail");
    return queued;
}

}  // namespace server::requests
