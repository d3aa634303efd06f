// From rules and duties to the list of reminders.
#include "workflows/overview/reminders.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <set>

#include "workflows/overview/words.hpp"

namespace workflows {
namespace {

Day day_of(const std::vector<Deadline>& all, Deadline::Kind kind) {
    return *all[static_cast<std::size_t>(kind)].day;  // a meeting with a day has all four
}

Day last_useful_day(Day due, const Holidays& holidays) {
    return working_days_after(due, overdue_useful_days, holidays).day;
}

Duty duty_at(const MeetingDuties& meeting, ReminderKind kind, Day due) {
    Duty duty;
    duty.kind = kind;
    duty.board = meeting.board;
    duty.subject = meeting.id;
    duty.due = due;
    duty.useful_until = meeting.day;
    duty.zone = meeting.zone;
    return duty;
}

Duty secretariat_duty(const MeetingDuties& meeting, ReminderKind kind, Day due) {
    Duty duty = duty_at(meeting, kind, due);
    add_people(duty, meeting.secretariat, RemindedAs::secretariat);
    return duty;
}

Duty paper_duty(const MeetingDuties& meeting, const ItemWithoutPaper& item, Day papers_due,
                const Holidays& holidays) {
    const Day due = paper_due_day(papers_due, item.since, meeting.day, holidays);
    Duty duty = duty_at(meeting, ReminderKind::paper_due, due);
    duty.since = item.since;
    duty.subject = item.id;
    duty.title = item.title;
    if (item.owner.empty()) {
        add_people(duty, meeting.secretariat, RemindedAs::secretariat);
    } else {
        duty.people.push_back({item.owner, RemindedAs::owner});
    }
    return duty;
}

Duty stop_duty(const MeetingDuties& meeting, const StopWithoutPapers& stop, Day due) {
    Duty duty = duty_at(meeting, ReminderKind::circulation_stop_due, due);
    duty.board = stop.owner_board;
    duty.subject = stop.id;
    duty.title = stop.document;
    add_people(duty, stop.owner_secretariat, RemindedAs::owner);
    add_people(duty, meeting.secretariat, RemindedAs::secretariat);
    return duty;
}

Day send_day_of(Day due, int days_before, const Holidays& holidays) {
    return days_before >= 0 ? working_days_before(due, days_before, holidays).day
                            : working_days_after(due, -days_before, holidays).day;
}

// `is_last`: no later reminder of the duty has come yet.
ReminderState state_of(const DueReminder& reminder, bool is_last, Instant now) {
    if (now < reminder.send_at) return ReminderState::waiting;
    if (!is_last) return ReminderState::superseded;
    const Day today = to_local(now, reminder.zone).day;
    const Day last = reminder.days_before >= 0 ? std::max(reminder.due, reminder.send_day)
                                               : reminder.useful_until;
    if (today > last) return ReminderState::over;
    return today == reminder.send_day ? ReminderState::due : ReminderState::late;
}

std::string key_of(const DueReminder& reminder) {
    return std::string(to_text(reminder.kind)) + "|" + reminder.subject + "|" + reminder.person +
           "|" + iso(reminder.due) + "|" + std::to_string(reminder.days_before);
}

DueReminder reminder_at(const Duty& duty, int days_before, const Holidays& holidays) {
    DueReminder reminder;
    reminder.kind = duty.kind;
    reminder.board = duty.board;
    reminder.subject = duty.subject;
    reminder.title = duty.title;
    reminder.words = duty.words;
    reminder.path = duty.path;
    reminder.due = duty.due;
    reminder.useful_until = duty.useful_until;
    reminder.days_before = days_before;
    reminder.send_day = send_day_of(duty.due, days_before, holidays);
    reminder.zone = duty.zone;
    reminder.send_at = to_instant(reminder.send_day, reminder_time, duty.zone).value();
    return reminder;
}

}  // namespace

void add_people(Duty& duty, const std::vector<std::string>& people, RemindedAs as) {
    for (const auto& person : people) {
        const bool named = std::any_of(duty.people.begin(), duty.people.end(),
                                       [&](const auto& one) { return one.person == person; });
        if (!named && !person.empty()) duty.people.push_back({person, as});
    }
}

std::vector<int> rule_days(std::span<const ReminderRule> rules, ReminderKind kind,
                           std::string_view board) {
    const bool own = std::any_of(rules.begin(), rules.end(), [&](const auto& rule) {
        return rule.kind == kind && rule.board == board;
    });
    std::vector<int> days;
    for (const auto& rule : rules) {
        if (rule.kind != kind || !rule.active || rule.board != (own ? board : "")) continue;
        days.push_back(rule.days_before);
    }
    std::sort(days.begin(), days.end(), std::greater<>());
    return days;
}

Result<std::vector<int>> parse_rule_days(std::string_view text, std::string_view field) {
    const auto wrong = invalid(
        std::string(field), overview::words::rule_days(reminders_per_kind_max, reminder_days_max));
    std::set<int, std::greater<>> days;
    constexpr std::string_view between = " ,;\t\r\n";
    for (auto at = text.find_first_not_of(between); at != std::string_view::npos;
         at = text.find_first_not_of(between, at)) {
        const auto end = std::min(text.find_first_of(between, at), text.size());
        int number = 0;
        const auto read = std::from_chars(text.data() + at, text.data() + end, number);
        if (read.ec != std::errc() || read.ptr != text.data() + end || number > reminder_days_max ||
            number < -reminder_days_max) {
            return wrong;
        }
        days.insert(number);
        at = end;
    }
    if (days.size() > reminders_per_kind_max) return wrong;
    return std::vector<int>(days.begin(), days.end());
}

std::string rule_days_text(std::span<const int> days) {
    std::string text;
    for (const int day : days)
        text += (text.empty() ? "" : ", ") + std::to_string(day);
    return text;
}

std::string rule_words(int days_before) {
    if (days_before == 0) return "on the day";
    return days_before > 0 ? overview::words::working_days_before(days_before)
                           : overview::words::working_days_after(-days_before);
}

Day paper_due_day(Day papers_due, Day since, Day meeting, const Holidays& holidays) {
    if (since <= papers_due) return papers_due;
    return std::min(working_days_after(since, 1, holidays).day, meeting);
}

std::vector<Duty> duties_of(const MeetingDuties& meeting, const Holidays& holidays) {
    const auto all = deadlines(meeting.day, meeting.lead_times, holidays, meeting.profile);
    std::vector<Duty> duties;
    if (!meeting.agenda_published) {
        duties.push_back(secretariat_duty(meeting, ReminderKind::requests_close,
                                          day_of(all, Deadline::requests_close)));
        duties.push_back(
            secretariat_duty(meeting, ReminderKind::agenda_due, day_of(all, Deadline::agenda_out)));
    }
    for (const auto& item : meeting.items)
        duties.push_back(paper_duty(meeting, item, day_of(all, Deadline::papers_due), holidays));
    for (const auto& stop : meeting.stops)
        duties.push_back(stop_duty(meeting, stop, day_of(all, Deadline::agenda_out)));
    if (!meeting.minutes_done) {
        const Day due = day_of(all, Deadline::minutes_due);
        duties.push_back(secretariat_duty(meeting, ReminderKind::minutes_due, due));
        duties.back().useful_until = last_useful_day(due, holidays);
    }
    return duties;
}

Duty duty_of(const WaitingRequest& request, const Holidays& holidays) {
    Duty duty;
    duty.kind = ReminderKind::request_overdue;
    duty.board = request.asked_board;
    duty.subject = request.id;
    duty.title = request.title;
    duty.due = request.consider_by;
    duty.useful_until = last_useful_day(request.consider_by, holidays);
    duty.zone = request.zone;
    add_people(duty, request.asked_side, RemindedAs::asked_side);
    add_people(duty, request.asking_side, RemindedAs::asking_side);
    return duty;
}

std::vector<DueReminder> reminders_of(const Duty& duty, std::span<const ReminderRule> rules,
                                      const Holidays& holidays, Instant now) {
    std::vector<DueReminder> steps;
    for (const int days_before : rule_days(rules, duty.kind, duty.board))
        steps.push_back(reminder_at(duty, days_before, holidays));
    std::erase_if(steps, [&](const auto& step) { return step.send_day < duty.since; });
    std::vector<DueReminder> reminders;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool is_last = i + 1 == steps.size() || now < steps[i + 1].send_at;
        steps[i].state = state_of(steps[i], is_last, now);
        for (const auto& one : duty.people) {
            reminders.push_back(steps[i]);
            reminders.back().person = one.person;
            reminders.back().as = one.as;
            reminders.back().key = key_of(reminders.back());
        }
    }
    return reminders;
}

}  // namespace workflows
