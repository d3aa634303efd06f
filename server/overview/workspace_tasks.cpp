#include "server/overview/workspace_tasks.hpp"

#include "server/meetings/confirm_by.hpp"
#include "server/meetings/meeting_words.hpp"
#include "templates/components.hpp"
#include "workflows/meetings/minutes.hpp"
#include "workflows/text/words.hpp"

namespace server::overview {
namespace {

using templates::TagColour;
using workflows::Deadline;
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

// Open work turns red once its day has passed.
Status open_or_late(const WorkspaceFacts& facts, Deadline::Kind kind) {
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

Task date_task(const WorkspaceFacts& facts) {
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

Task invitation_task(const WorkspaceFacts& facts) {
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

Task request_task(const WorkspaceFacts& facts) {
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

Task item_task(const WorkspaceFacts& facts) {
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

Task paper_task(const WorkspaceFacts& facts) {
    const auto& tally = facts.tally;
    Task task{"Papers", facts.href(routes::meeting_agenda),
              words::due(facts.due(Deadline::papers_due)), blocked};
    if (tally.items == 0) return task;

    task.hint = words::reports_received(task.hint, static_cast<int>(tally.papers_received),
                                        static_cast<int>(tally.papers_expected));
    task.status = tally.papers_expected == 0 ? done : open_or_late(facts, Deadline::papers_due);
    return task;
}

Task publish_task(const WorkspaceFacts& facts) {
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

Task pack_task(const WorkspaceFacts& facts) {
    Task task{words::create_pack, facts.href(routes::meeting_pack), words::pack_hint, blocked};
    if (!facts.tally.newest_pack.empty()) {
        task.hint = counted(facts.tally.newest_pack_pages, "page", "pages");
        task.status = done;
    } else if (facts.meeting.published > 0) {
        task.status = open;
    }
    return task;
}

Task sent_task(const WorkspaceFacts& facts) {
    const auto& out = facts.papers_out;
    const auto people = counted(static_cast<int>(out.letters), "person", "people");
    const auto day = workflows::weekday_date(out.day);
    Task task{"Send the papers", facts.serves ? papers_mail_href(facts) : std::string(), "", done};
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

Task send_task(const WorkspaceFacts& facts) {
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

Task held_task(const WorkspaceFacts& facts) {
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

Task minutes_task(const WorkspaceFacts& facts) {
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

}  // namespace

std::string papers_mail_href(const WorkspaceFacts& facts) {
    return web::href(routes::mail_queue) + "?meeting=" + facts.meeting.id;
}

void add_task_groups(templates::View& view, const WorkspaceFacts& facts) {
    add_group(view, "Plan", {date_task(facts), invitation_task(facts)});
    add_group(view, "Agenda", {request_task(facts), item_task(facts)});
    add_group(view, "Papers", {paper_task(facts)});
    add_group(view, "Publish and send", {publish_task(facts), pack_task(facts), send_task(facts)});
    add_group(view, "After the meeting", {held_task(facts), minutes_task(facts)});
}

}  // namespace server::overview
