#include "server/letters/reminder_letters.hpp"

#include <array>

#include "db/boards.hpp"
#include "db/people.hpp"
#include "db/reminders.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"

namespace server::letters {
namespace {

using workflows::DueReminder;

// What one reminder is about; the meeting is missing for requests.
struct Occasion {
    const DueReminder& reminder;
    workflows::Day today;
    std::optional<MeetingFacts> meeting = {};

    bool past() const { return today > reminder.due; }
    std::string due_day() const { return workflows::long_date(reminder.due); }
    std::string short_due() const { return workflows::weekday_day_and_month(reminder.due); }
    /// "Paper due Thu 1 Nov", "Paper due today", "Overdue".
    std::string when(std::string_view what) const {
        if (past()) return "Overdue";
        return std::string(what) + (today == reminder.due ? " today" : " " + short_due());
    }
};

// What the letters differ in. `fill` sets the keys of the template beyond the frame.
struct Wording {
    std::string subject;
    std::string preheader;
    std::string thread;
    std::function<void(templates::View&)> fill;
};

using Writer = std::optional<Wording> (*)(const base::App&, db::ReadTx&, Occasion&);

std::string address(const base::App& app, std::string_view path) {
    return app.config.base_url + std::string(path);
}

Wording about_meeting(const base::App& app, const Occasion& occasion, const std::string& heading,
                      const std::string& link_text) {
    const auto& meeting = *occasion.meeting;
    Wording wording;
    wording.subject = subject_line(heading + ": ", meeting.short_name, "");
    wording.thread = meeting.meeting.id;
    const auto href = address(app, "/meetings/" + meeting.meeting.id);
    wording.fill = [heading, link_text, href, meeting](templates::View& view) {
        set_letter_frame(view, meeting, heading, link_text, href);
    };
    return wording;
}

std::optional<Wording> requests_close(const base::App& app, db::ReadTx& tx, Occasion& occasion) {
    occasion.meeting = meeting_facts(tx, occasion.reminder.subject);
    if (!occasion.meeting) return std::nullopt;
    auto wording = about_meeting(app, occasion, occasion.when("Requests close"),
                                 "See the meeting and the requests for it");
    wording.preheader = "Other boards can ask for an item until then.";
    return wording;
}

std::optional<Wording> agenda_due(const base::App& app, db::ReadTx& tx, Occasion& occasion) {
    occasion.meeting = meeting_facts(tx, occasion.reminder.subject);
    if (!occasion.meeting || !occasion.meeting->meeting.planned.day()) return std::nullopt;
    auto wording =
        about_meeting(app, occasion, occasion.when("Agenda due"), "See the agenda of this meeting");
    const auto& board = occasion.meeting->board;
    const auto all = workflows::deadlines(
        occasion.meeting->meeting.planned,
        {board.requests_close_days, board.papers_due_days, board.agenda_out_clear_days,
         board.minutes_due_days},
        app.holidays(tx),
        workflows::find_profile(board.clear_days_profile).value_or(workflows::Profile::va_working));
    const auto counted = all[static_cast<std::size_t>(workflows::Deadline::agenda_out)].words;
    wording.preheader = counted;
    wording.fill = [fill = wording.fill, counted](templates::View& view) {
        fill(view);
        view.set("counted", counted);
    };
    return wording;
}

std::optional<Wording> minutes_due(const base::App& app, db::ReadTx& tx, Occasion& occasion) {
    occasion.meeting = meeting_facts(tx, occasion.reminder.subject);
    if (!occasion.meeting) return std::nullopt;
    auto wording =
        about_meeting(app, occasion, occasion.when("Draft minutes due"), "See this meeting");
    wording.preheader = "The board met on " + occasion.meeting->day + ".";
    return wording;
}

std::optional<Wording> paper_due(const base::App& app, db::ReadTx& tx, Occasion& occasion) {
    const auto item = db::find_item_text(tx, occasion.reminder.subject);
    if (!item) return std::nullopt;
    occasion.meeting = meeting_facts(tx, item->meeting);
    if (!occasion.meeting) return std::nullopt;
    const auto& meeting = *occasion.meeting;
    const auto title = mailable_title(item->title, item->public_title, item->visibility);
    const auto heading = occasion.when("Paper due");
    const bool no_owner = occasion.reminder.as == workflows::RemindedAs::secretariat;
    Wording wording;
    wording.subject = subject_line(heading + ": ", title, ", " + meeting.short_name);
    wording.preheader =
        no_owner ? "Nobody is named as its author." : "If it will be late, reply to this message.";
    wording.thread = meeting.meeting.id;
    const auto href = address(app, "/items/" + occasion.reminder.subject + "/papers");
    wording.fill = [=, number = std::to_string(item->number)](templates::View& view) {
        set_letter_frame(view, meeting, heading, "Add the paper to this item", href);
        view.set("title", title).set("number", number).flag("no_owner", no_owner);
    };
    return wording;
}

std::optional<Wording> stop_due(const base::App& app, db::ReadTx& tx, Occasion& occasion) {
    const auto stop = db::find_stop_text(tx, occasion.reminder.subject);
    if (!stop) return std::nullopt;
    occasion.meeting = meeting_facts(tx, stop->meeting);
    const auto owner = db::find_board(tx, stop->owner);
    if (!occasion.meeting || !owner) return std::nullopt;
    const auto& meeting = *occasion.meeting;
    const auto heading = occasion.when("Papers due");
    Wording wording;
    wording.subject = subject_line(heading + ": ", stop->document, ", " + meeting.short_name);
    wording.preheader = "It goes to the " + meeting.board.name + " on " + meeting.day + ".";
    wording.thread = stop->circulation;
    const bool is_owner = occasion.reminder.as == workflows::RemindedAs::owner;
    const auto href = address(app, "/circulations/" + stop->circulation);
    wording.fill = [=, document = stop->document, name = owner->name](templates::View& view) {
        set_letter_frame(view, meeting, heading, "See where this document has got to", href);
        view.set("title", document).set("owner_name", name).flag("owner", is_owner);
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
    const std::string heading = "Request overdue";
    Wording wording;
    wording.subject =
        subject_line(heading + ": ", request->title, ", " + asking->code + " to " + asked->code);
    wording.preheader = "An answer was due by " + occasion.due_day() + ".";
    wording.thread = request->id;
    const auto href = address(app, "/requests/" + request->id);
    wording.fill = [=, title = request->title, from = asking->name,
                    to = asked->name](templates::View& view) {
        view.set("heading", heading).set("title", title).set("asking_name", from);
        view.set("asked_name", to).flag("asked", is_asked);
        view.set("link_text", is_asked ? "Answer this request" : "See this request");
        view.set("link_href", href);
    };
    return wording;
}

// One letter for all matters between the boards: its words come with the duty.
std::optional<Wording> matter_due(const base::App& app, db::ReadTx&, Occasion& occasion) {
    const auto& reminder = occasion.reminder;
    std::string what(workflows::to_words(reminder.kind));
    what[0] = static_cast<char>(what[0] - 'a' + 'A');
    const auto heading = occasion.past()
                             ? "Overdue: " + std::string(workflows::to_words(reminder.kind))
                             : occasion.when(what);
    Wording wording;
    wording.subject = subject_line(heading + ": ", reminder.title, ", " + reminder.board);
    wording.preheader = reminder.words;
    wording.thread = reminder.subject;
    const auto href = address(app, reminder.path);
    wording.fill = [heading, href, &reminder](templates::View& view) {
        view.set("heading", heading).set("title", reminder.title).set("words", reminder.words);
        view.set("link_text", "Open it").set("link_href", href);
    };
    return wording;
}

// In the order of the enumeration; from there on it is matter_due.
constexpr std::array<Writer, 6> writers{requests_close, paper_due,       agenda_due,
                                        minutes_due,    request_overdue, stop_due};

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
    letter.subject = wording->subject;
    letter.preheader = wording->preheader;
    letter.thread = wording->thread;
    letter.not_after =
        end_of_day(reminder.days_before >= 0 ? std::max(reminder.due, reminder.send_day)
                                             : reminder.useful_until,
                   reminder.zone);
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        wording->fill(view);
        view.set("due_day", occasion.due_day()).flag("past", occasion.past());
        view.set("late_note", workflows::lateness_words(reminder));
    };
    return queue_letter(app, tx, letter, {*person});
}

}  // namespace server::letters
