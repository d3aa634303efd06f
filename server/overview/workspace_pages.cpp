// The workspace of a meeting: what is done, what comes next and by when.
#include <array>

#include "db/boards.hpp"
#include "db/issues.hpp"
#include "db/meeting_lists.hpp"
#include "db/meetings.hpp"
#include "db/minutes.hpp"
#include "db/outbox.hpp"
#include "server/base/app.hpp"
#include "server/meetings/confirm_by.hpp"
#include "server/meetings/deadline_words.hpp"
#include "server/meetings/meeting_commands.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/reply_commands.hpp"
#include "server/overview/handlers.hpp"
#include "server/overview/workspace_words.hpp"
#include "server/papers/send_papers_commands.hpp"
#include "server/web/acting.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::overview {
namespace {

using templates::TagColour;
using workflows::Deadline;
using workflows::MeetingEvent;
using workflows::MeetingState;

struct Status {
    std::string text;
    std::optional<TagColour> colour;  // none: plain words, as the task list shows what is done
};
const Status done{"Completed", std::nullopt};
const Status blocked{words::blocked, TagColour::grey};
const Status open{"To do", TagColour::blue};

struct Task {
    std::string name;
    std::string href;
    std::string hint;
    Status status;
};

// The newest mail-out of the papers; without what was held back and never sent.
struct PapersOut {
    std::size_t letters = 0;
    std::size_t accepted = 0;
    std::size_t waiting = 0;  // nobody need do anything for them to go
    bool current = false;     // tells of the version that is published now
    workflows::Day day;       // on which they were written
};

struct Facts {
    db::MeetingRow meeting;
    workflows::Board board;
    db::MeetingTally tally;
    std::vector<Deadline> deadlines;
    std::optional<workflows::Day> confirm_by;
    std::size_t invited = 0;
    workflows::ReplyCounts replies = {};
    PapersOut papers_out;
    bool sendable = false;  // a pack of the published agenda is there
    std::optional<workflows::Day> minutes_out;
    workflows::Day today;
    MeetingState state = MeetingState::provisional;
    bool serves = false;  // the reader is the board's secretariat; a chair reads and publishes

    /// Empty where the page would be refused: the task is then named without a link.
    std::string href(const web::Address& page) const {
        const bool open_to_reader =
            serves || &page == &routes::meeting_publish || &page == &routes::meeting_replies;
        return open_to_reader ? web::href(page, meeting.id) : std::string();
    }
    bool late(Deadline::Kind kind) const {
        const auto& day = deadlines[kind].day;
        return day && *day < today;
    }
    std::string due(Deadline::Kind kind) const {
        const auto& day = deadlines[kind].day;
        return day ? workflows::weekday_date(*day) : words::when_dated;
    }
};

// Open work turns red once its day has passed.
Status open_or_late(const Facts& facts, Deadline::Kind kind) {
    if (facts.state != MeetingState::held && facts.late(kind)) {
        return {"Overdue", TagColour::red};
    }
    return open;
}

using workflows::text::counted;

void add_group(templates::View& view, const std::string& name, const std::vector<Task>& tasks) {
    auto& group = view.add("groups").set("group_name", name);
    std::string id = name;
    for (char& letter : id)
        letter = letter == ' ' ? '-' : workflows::text::lower(letter);
    int number = 0;
    for (const auto& task : tasks) {
        auto& row = group.add("tasks");
        row.set("task_id", id + "-" + std::to_string(++number));
        row.set("name", task.name).set("href", task.href).set("hint", task.hint);
        row.set("status", task.status.text);
        row.set("status_class",
                task.status.colour ? templates::tag_class(*task.status.colour) : "");
    }
}

Task date_task(const Facts& facts) {
    const bool provisional = facts.state == MeetingState::provisional;
    Task task{words::date_task, facts.href(routes::meeting_edit),
              meetings::place_words(facts.meeting), done};
    if (provisional) {
        task.status = {"Provisional", TagColour::yellow};
    } else if (facts.meeting.place.empty() || facts.meeting.time_assumed) {
        task.status = {"Incomplete", TagColour::blue};
    }
    if (facts.meeting.time_assumed) task.hint = words::hint_and(task.hint, words::time_is_assumed);
    if (facts.confirm_by)
        task.hint = words::hint_and(task.hint, meetings::confirm_by_words(facts.confirm_by));
    if (facts.confirm_by && *facts.confirm_by < facts.today)
        task.status = {"Overdue", TagColour::red};
    return task;
}

Task invitation_task(const Facts& facts) {
    const auto people = counted(static_cast<int>(facts.invited), "person", "people");
    Task task{words::invite(people), facts.href(routes::meeting_confirm), words::invite_hint, open};
    if (facts.state == MeetingState::provisional) return task;
    task.name = words::invitations_to(people);
    task.href = facts.href(routes::meeting_replies);
    task.hint = words::invitations_sent(static_cast<int>(facts.tally.invited),
                                        workflows::reply_words(facts.replies));
    task.status = facts.tally.invited > 0 ? done : Status{words::not_sent_here, TagColour::grey};
    return task;
}

Task request_task(const Facts& facts) {
    const int count = facts.tally.requests_open;
    Task task{words::requests_task, web::href(routes::requests),
              words::deadline(facts.due(Deadline::requests_close)), done};
    if (count > 0) {
        task.status = {counted(count, "to decide", "to decide"), TagColour::orange};
    } else if (!facts.late(Deadline::requests_close)) {
        task.status = {"No requests", std::nullopt};
    }
    return task;
}

Task item_task(const Facts& facts) {
    const int items = facts.tally.items;
    Task task{"Agenda items", facts.href(routes::meeting_agenda),
              items == 0 ? "No items yet" : counted(items, "item", "items"), open};
    if (facts.meeting.published > 0) {
        task.status = done;
    } else if (items > 0) {
        task.status = {"In progress", TagColour::blue};
    }
    return task;
}

Task paper_task(const Facts& facts) {
    const auto& tally = facts.tally;
    Task task{"Papers", facts.href(routes::meeting_agenda),
              words::due(facts.due(Deadline::papers_due)), blocked};
    if (tally.items == 0) return task;

    task.hint = words::reports_received(task.hint, static_cast<int>(tally.papers_received),
                                        static_cast<int>(tally.papers_expected));
    task.status = tally.papers_expected == 0 ? done : open_or_late(facts, Deadline::papers_due);
    return task;
}

Task publish_task(const Facts& facts) {
    Task task{"Publish the agenda", facts.href(routes::meeting_publish),
              words::publish_by(facts.deadlines[Deadline::agenda_out].words), blocked};
    if (facts.meeting.published > 0) {
        task.status = done;
        task.hint = words::version_published(facts.meeting.published);
    } else if (facts.tally.items > 0 && facts.state == MeetingState::confirmed) {
        task.status = open_or_late(facts, Deadline::agenda_out);
    }
    return task;
}

Task pack_task(const Facts& facts) {
    Task task{words::create_pack, facts.href(routes::meeting_pack), words::pack_hint, blocked};
    if (!facts.tally.newest_pack.empty()) {
        task.hint = counted(facts.tally.newest_pack_pages, "page", "pages");
        task.status = done;
    } else if (facts.meeting.published > 0) {
        task.status = open;
    }
    return task;
}

std::string mail_href(const Facts& facts) {
    return web::href(routes::mail_queue) + "?meeting=" + facts.meeting.id;
}

Task sent_task(const Facts& facts) {
    const auto& out = facts.papers_out;
    const auto people = counted(static_cast<int>(out.letters), "person", "people");
    const auto day = workflows::weekday_date(out.day);
    Task task{"Send the papers", facts.serves ? mail_href(facts) : std::string(), "", done};
    if (out.accepted == out.letters) {
        task.name = words::papers_sent(people, day);
        return task;
    }
    task.name = words::papers_sent_to_some(static_cast<int>(out.accepted), people);
    task.hint = words::emails_created(day);
    task.status = {"Being sent", TagColour::blue};
    const auto stuck = static_cast<int>(out.letters - out.accepted - out.waiting);
    if (stuck > 0) task.status = {words::emails_failed(stuck), TagColour::red};
    return task;
}

Task send_task(const Facts& facts) {
    const auto& out = facts.papers_out;
    if (out.letters > 0 && out.current) return sent_task(facts);
    Task task{"Send the papers", facts.href(routes::meeting_send), words::send_hint, blocked};
    if (out.letters > 0) {
        task.hint = words::last_version_sent(workflows::weekday_date(out.day));
    }
    if (facts.state == MeetingState::held) {
        task.status = {words::not_sent_here, TagColour::grey};
    } else if (facts.sendable && facts.state == MeetingState::confirmed) {
        task.status = open;
    }
    return task;
}

Task held_task(const Facts& facts) {
    Task task{words::held_task, "", words::held_hint, blocked};
    const auto day = facts.meeting.planned.day();
    if (facts.state == MeetingState::held) {
        task.status = done;
    } else if (day && *day <= facts.today && facts.state != MeetingState::cancelled) {
        task.href = facts.href(routes::meeting_hold);
        task.status = open;
    }
    return task;
}

Task minutes_task(const Facts& facts) {
    Task task{"Draft minutes", "", words::due(facts.due(Deadline::minutes_due)), blocked};
    if (facts.minutes_out) {
        task.hint = words::circulated(workflows::weekday_date(*facts.minutes_out));
        task.status = done;
        task.href = facts.href(routes::meeting_minutes);
    } else if (facts.state == MeetingState::held) {
        task.status = facts.late(Deadline::minutes_due) ? Status{"Overdue", TagColour::red} : open;
        task.href = facts.href(routes::meeting_minutes);
    }
    return task;
}

void add_groups(templates::View& view, const Facts& facts) {
    add_group(view, "Plan", {date_task(facts), invitation_task(facts)});
    add_group(view, "Agenda", {request_task(facts), item_task(facts)});
    add_group(view, "Papers", {paper_task(facts)});
    add_group(view, "Publish and send", {publish_task(facts), pack_task(facts), send_task(facts)});
    add_group(view, "After the meeting", {held_task(facts), minutes_task(facts)});
}

struct Button {
    MeetingEvent event;
    const web::Address* address;
    const char* text;
    const char* look;
};
constexpr std::array buttons{
    Button{MeetingEvent::confirm, &routes::meeting_confirm, "Confirm the date", ""},
    Button{MeetingEvent::move, &routes::meeting_move, "Rearrange", "govuk-button--secondary"},
    Button{MeetingEvent::hold, &routes::meeting_hold, words::confirm_held_button,
           "govuk-button--secondary"},
    Button{MeetingEvent::cancel, &routes::meeting_cancel, "Cancel the meeting",
           "govuk-button--warning"},
    Button{MeetingEvent::reinstate, &routes::meeting_reinstate, "Reinstate",
           "govuk-button--secondary"},
    Button{MeetingEvent::correct, &routes::meeting_correct, words::not_held,
           "govuk-button--secondary"},
};

void add_steps(const web::Context& context, const db::ReadTx& tx, templates::View& view,
               const Facts& facts) {
    view.list("steps");
    bool any = false;
    const bool may = workflows::allowed(workflows::Action::edit_meeting, context.relations);
    const auto events = workflows::available_events(
        meetings::workflow_meeting(facts.meeting),
        meetings::meeting_facts(web::acting(context, tx), facts.board.code));
    for (const auto event : events) {
        for (const auto& button : buttons) {
            if (!may || button.event != event) continue;
            view.add("steps")
                .set("href", facts.href(*button.address))
                .set("text", button.text)
                .set("button_class", button.look);
            any = true;
        }
    }
    view.flag("has_steps", any);
}

void add_links(templates::View& view, const Facts& facts) {
    const auto add = [&](const std::string& text, const std::string& href) {
        view.add("links").set("text", text).set("href", href);
    };
    add(words::public_page, meetings::meeting_href(facts.meeting));
    if (facts.serves) {
        add(words::emails_about_meeting(static_cast<int>(facts.tally.letters)), mail_href(facts));
    }
    add(words::meetings_of(facts.board.name),
        web::href(routes::meetings) + "?board=" + facts.board.slug);
    add(words::how_counted,
        web::href(routes::help_clear_days) + "?meeting=" +
            (facts.meeting.planned.day() ? facts.meeting.planned.key() : std::string()) +
            "&days=" + std::to_string(facts.board.agenda_out_clear_days) +
            "&profile=" + facts.board.clear_days_profile);
}

PapersOut load_papers_out(db::ReadTx& tx, const db::MeetingRow& meeting,
                          const workflows::Board& board) {
    using db::OutboxState;
    PapersOut out;
    std::string batch;
    for (const auto& row : db::list_outbox_about(tx, meeting.id)) {
        if (row.template_name != "papers_out" || row.state == OutboxState::cancelled) continue;
        if (batch.empty()) {
            batch = row.batch;
            out.day = workflows::to_local(row.created_at, board.zone).day;
            out.current = batch.starts_with("papers_out:" + meeting.id + ":" +
                                            std::to_string(meeting.published) + ":");
        }
        if (row.batch != batch) continue;
        ++out.letters;
        if (row.state == OutboxState::accepted) ++out.accepted;
        if (row.state == OutboxState::queued || row.state == OutboxState::leased ||
            row.state == OutboxState::deferred)
            ++out.waiting;
    }
    return out;
}

Result<Facts> load_facts(const web::Context& context, db::ReadTx& tx) {
    auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    auto board = db::load_board(tx, meeting->board);
    if (!board) return board.error();
    Facts facts;
    facts.serves = workflows::allowed(workflows::Action::edit_meeting, context.relations);
    facts.deadlines = meetings::deadlines_of(*meeting, *board, context.app.holidays(tx));
    facts.confirm_by = meetings::confirm_by(tx, *meeting, *board, context.app.holidays(tx));
    facts.tally = db::tally_meeting(tx, meeting->id);
    facts.replies = meetings::count_replies(meetings::invited_and_replies(tx, *meeting));
    facts.invited = facts.replies.invited;
    facts.papers_out = load_papers_out(tx, *meeting, *board);
    facts.sendable =
        meeting->published > 0 && papers::pack_to_send(tx, *meeting, *board).has_value();
    facts.minutes_out = db::find_draft_minutes(tx, meeting->id);
    facts.today = context.today(tx);
    facts.state = meetings::state_of(*meeting);
    facts.meeting = std::move(*meeting);
    facts.board = std::move(*board);
    return facts;
}

}  // namespace

Result<net::Response> show_workspace(const web::Context& context, db::ReadTx& tx) {
    const auto facts = load_facts(context, tx);
    if (!facts) return facts.error();
    templates::View view;
    view.set("caption", facts->board.name).set("heading", meetings::start_words(facts->meeting));
    meetings::set_state_tag(view, facts->meeting);
    view.set("place", meetings::place_words(facts->meeting))
        .set("held_text", meetings::held_words(facts->meeting));
    add_groups(view, *facts);
    add_steps(context, tx, view, *facts);
    add_links(view, *facts);
    if (const auto issue = db::find_issue_of_meeting(tx, facts->meeting.id))
        view.add("links")
            .set("text", words::issue_of_meeting(issue->reference))
            .set("href", web::href(routes::issue, issue->id));
    auto layout = web::layout_facts(context, words::manage_title(facts->meeting.planned.words()));
    layout.board_name = facts->board.name;
    layout.breadcrumbs = {{"Meetings", web::href(routes::meetings)},
                          {facts->board.name, web::href(routes::board, facts->board.slug)}};
    return web::html_response(context, "pages/workspace.html", layout, view);
}

}  // namespace server::overview
