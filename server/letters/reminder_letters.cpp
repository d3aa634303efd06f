#include "server/letters/reminder_letters.hpp"

#include <array>

#include "db/boards.hpp"
#include "db/people.hpp"
#include "db/reminders.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::letters {
namespace {

using workflows::DueReminder;

// What one reminder is about; the meeting is missing for requests.
struct Occasion {
    const DueReminder& reminder;
    workflows::Day today;
    std::optional<MeetingFacts> meeting = {};

    bool past() const { return today > reminder.due; }
};

using Fill = std::function<void(templates::View&)>;

// What the letters differ in: the facts beyond those of all reminders.
struct Wording {
    std::string thread;
    Fill fill;
};

using Writer = std::optional<Wording> (*)(const base::App&, db::ReadTx&, Occasion&);

std::string address(const base::App& app, std::string_view path) {
    return app.config.base_url + std::string(path);
}

Wording about_meeting(const base::App& app, const Occasion& occasion) {
    const auto& meeting = *occasion.meeting;
    const auto link = address(app, web::href(routes::meeting, meeting.meeting.id));
    return {meeting.meeting.id, [link, meeting](templates::View& view) {
                set_meeting_facts(view, meeting);
                view.set("link", link);
            }};
}

// Requests that close and draft minutes: what is to be said of the meeting is all.
std::optional<Wording> meeting_duty(const base::App& app, db::ReadTx& tx, Occasion& occasion) {
    occasion.meeting = meeting_facts(tx, occasion.reminder.subject);
    if (!occasion.meeting) return std::nullopt;
    return about_meeting(app, occasion);
}

std::optional<Wording> agenda_due(const base::App& app, db::ReadTx& tx, Occasion& occasion) {
    occasion.meeting = meeting_facts(tx, occasion.reminder.subject);
    if (!occasion.meeting || !occasion.meeting->meeting.planned.day()) return std::nullopt;
    auto wording = about_meeting(app, occasion);
    const auto& board = occasion.meeting->board;
    const auto all = workflows::deadlines(
        occasion.meeting->meeting.planned,
        {board.requests_close_days, board.papers_due_days, board.agenda_out_clear_days,
         board.minutes_due_days},
        app.holidays(tx),
        workflows::find_profile(board.clear_days_profile).value_or(workflows::Profile::va_working));
    const auto counted = all[static_cast<std::size_t>(workflows::Deadline::agenda_out)].words;
    wording.fill = [fill = wording.fill, counted](templates::View& view) {
        fill(view);
        view.set("counted", counted);
    };
    return wording;
}

std::optional<Wording> paper_due(const base::App& app, db::ReadTx& tx, Occasion& occasion) {
    const auto item = db::find_item_text(tx, occasion.reminder.subject);
    if (!item) return std::nullopt;
    occasion.meeting = meeting_facts(tx, item->meeting);
    if (!occasion.meeting) return std::nullopt;
    const auto title = mailable_title(item->title, item->public_title, item->visibility);
    const bool no_author = occasion.reminder.as == workflows::RemindedAs::secretariat;
    const auto link = address(app, web::href(routes::item_papers, occasion.reminder.subject));
    auto wording = about_meeting(app, occasion);
    wording.fill = [=, fill = wording.fill,
                    number = std::to_string(item->number)](templates::View& view) {
        fill(view);
        view.set("title", title).set("number", number).flag("no_author", no_author);
        view.set("link", link);
    };
    return wording;
}

std::optional<Wording> stop_due(const base::App& app, db::ReadTx& tx, Occasion& occasion) {
    const auto stop = db::find_stop_text(tx, occasion.reminder.subject);
    if (!stop) return std::nullopt;
    occasion.meeting = meeting_facts(tx, stop->meeting);
    const auto owner = db::find_board(tx, stop->owner);
    if (!occasion.meeting || !owner) return std::nullopt;
    const bool is_owner = occasion.reminder.as == workflows::RemindedAs::owner;
    const auto link = address(app, web::href(routes::circulation, stop->circulation));
    auto wording = about_meeting(app, occasion);
    wording.thread = stop->circulation;
    wording.fill = [=, fill = wording.fill, document = stop->document,
                    name = owner->name](templates::View& view) {
        fill(view);
        view.set("title", document).set("owner_name", name).flag("owner", is_owner);
        view.set("link", link);
    };
    return wording;
}

std::optional<Wording> request_overdue(const base::App& app, db::ReadTx& tx, Occasion& occasion) {
    const auto request = db::find_request_text(tx, occasion.reminder.subject);
    if (!request) return std::nullopt;
    const auto asking = db::find_board(tx, request->asking_board);
    const auto asked = db::find_board(tx, request->asked_board);
    if (!asking || !asked) return std::nullopt;
    const bool is_asked = occasion.reminder.as == workflows::RemindedAs::asked_side;
    const auto link = address(app, web::href(routes::request, request->id));
    return Wording{request->id, [=, title = request->title, from = asking->name,
                                 to = asked->name](templates::View& view) {
                       view.set("title", title).set("asking_name", from).set("asked_name", to);
                       view.flag("asked", is_asked).set("link", link);
                   }};
}

// One letter for all matters between the boards: its words come with the duty.
std::optional<Wording> matter_due(const base::App& app, db::ReadTx& tx, Occasion& occasion) {
    const auto& reminder = occasion.reminder;
    const auto link = address(app, reminder.path);
    const auto board = name_of_board(tx, reminder.board);
    return Wording{reminder.subject, [link, board, &reminder](templates::View& view) {
                       view.set("title", reminder.title).set("words", reminder.words);
                       view.set("board_name", board).set("link", link);
                   }};
}

// In the order of the enumeration; from there on it is matter_due.
constexpr std::array<Writer, 6> writers{meeting_duty, paper_due,       agenda_due,
                                        meeting_duty, request_overdue, stop_due};

bool is_matter(workflows::ReminderKind kind) {
    return static_cast<std::size_t>(kind) >= writers.size();
}

}  // namespace

int queue_reminder(base::App& app, db::WriteTx& tx, const DueReminder& reminder) {
    const auto person = db::find_person(tx, reminder.person);
    if (!person) return 0;
    Occasion occasion{reminder, workflows::to_local(tx.now(), reminder.zone).day};
    const bool matter = is_matter(reminder.kind);
    const auto writer = matter ? matter_due : writers[static_cast<std::size_t>(reminder.kind)];
    const auto wording = writer(app, tx, occasion);
    if (!wording) return 0;
    Letter letter;
    letter.kind = matter ? "matter_due" : workflows::to_text(reminder.kind);
    letter.subject_id = reminder.subject;
    letter.revision = workflows::iso(reminder.due) + "|" + std::to_string(reminder.days_before);
    if (matter) letter.revision += "|" + std::string(workflows::to_text(reminder.kind));
    letter.board = reminder.board;
    letter.thread = wording->thread;
    letter.not_after =
        end_of_day(reminder.days_before >= 0 ? std::max(reminder.due, reminder.send_day)
                                             : reminder.useful_until,
                   reminder.zone);
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        wording->fill(view);
        view.set("due_day", workflows::long_date(reminder.due));
        view.flag("past", occasion.past()).flag("today", occasion.today == reminder.due);
        const bool late = reminder.state == workflows::ReminderState::late;
        view.set("sent_late", late ? workflows::long_date(reminder.send_day) : "");
    };
    return queue_letter(app, tx, letter, {*person});
}

}  // namespace server::letters
