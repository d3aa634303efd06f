#include "server/letters/reminders.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "db/minutes.hpp"
#include "db/reminders.hpp"
#include "server/base/limits.hpp"
#include "server/letters/deadlines.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/letters/reminder_letters.hpp"
#include "server/letters/reminder_watch.hpp"
#include "server/web/page_cache.hpp"
#include "server/web/site.hpp"

namespace server::letters {
namespace {

using workflows::Day;
using workflows::DueReminder;
using workflows::Instant;
using workflows::ReminderState;

// What one look needs, read once.
struct Facts {
    workflows::Holidays holidays;
    std::vector<workflows::ReminderRule> rules;
    std::map<std::string, workflows::Board> boards;
    Seats seats;
    Day today;
    std::span<const DutySource> sources;
};

Facts facts_at(base::App& app, db::ReadTx& tx, Day today) {
    Facts facts{app.holidays(tx),   db::list_reminder_rules(tx), {}, Seats(tx, today), today,
                app.site->deadlines};
    for (auto& board : db::list_boards(tx))
        facts.boards.emplace(board.code, std::move(board));
    return facts;
}

int longest(const Facts& facts, int sign) {
    int days = 0;
    for (const auto& rule : facts.rules)
        days = std::max(days, rule.days_before * sign);
    return days;
}

// Meetings outside it have no reminder that is to be sent, is late or is listed: the longest lead
// time and the longest rule, in working days, on either side.
db::DayWindow meeting_window(const Facts& facts, Day from, Day to) {
    int before = 0;
    int after = 0;
    for (const auto& [code, board] : facts.boards) {
        before = std::max({before, board.requests_close_days, board.papers_due_days,
                           board.agenda_out_clear_days + 2});
        after = std::max(after, board.minutes_due_days);
    }
    after += std::max(longest(facts, -1), workflows::overdue_useful_days);
    before += longest(facts, 1);
    return {workflows::working_days_before(from, after + 1, facts.holidays).day,
            workflows::working_days_after(to, before + 1, facts.holidays).day};
}

// What has a day of its own, not a meeting's.
db::DayWindow rule_window(const Facts& facts, Day from, Day to) {
    const int after = std::max(longest(facts, -1), workflows::overdue_useful_days);
    return {workflows::working_days_before(from, after + 1, facts.holidays).day,
            workflows::working_days_after(to, longest(facts, 1) + 1, facts.holidays).day};
}

workflows::MeetingDuties meeting_duties(const Facts& facts, const db::MeetingRow& row) {
    workflows::MeetingDuties meeting;
    meeting.id = row.id;
    meeting.board = row.board;
    meeting.day = *row.planned.day();
    meeting.agenda_published = row.published > 0 || row.state == workflows::MeetingState::held;
    meeting.secretariat = facts.seats.secretariat(row.board);
    const auto found = facts.boards.find(row.board);
    if (found == facts.boards.end()) return meeting;
    const auto& board = found->second;
    meeting.zone = board.zone;
    meeting.lead_times = {board.requests_close_days, board.papers_due_days,
                          board.agenda_out_clear_days, board.minutes_due_days};
    meeting.profile =
        workflows::find_profile(board.clear_days_profile).value_or(workflows::Profile::va_working);
    return meeting;
}

using Meetings = std::map<std::string, workflows::MeetingDuties>;

Meetings meetings_in(db::ReadTx& tx, const Facts& facts, db::DayWindow window) {
    Meetings meetings;
    for (const auto& row : db::list_meetings(
             tx, {.from = window.from, .to = window.to, .reader = db::service_reader()})) {
        if (row.planned.day() && row.state != workflows::MeetingState::cancelled)
            meetings.emplace(row.id, meeting_duties(facts, row));
    }
    for (const auto& id : db::list_meetings_with_minutes(tx, window.from, window.to)) {
        const auto meeting = meetings.find(id);
        if (meeting != meetings.end()) meeting->second.minutes_done = true;
    }
    for (auto& item : db::list_paperless_items(tx, window)) {
        const auto meeting = meetings.find(item.meeting);
        if (meeting == meetings.end()) continue;
        auto& items = meeting->second.items;
        items.push_back(
            {item.id, item.owner, mailable_title(item.title, item.public_title, item.visibility)});
        if (item.created_at)
            items.back().since = workflows::to_local(*item.created_at, meeting->second.zone).day;
    }
    for (auto& stop : db::list_planned_stops(tx, window)) {
        const auto meeting = meetings.find(stop.meeting);
        if (meeting == meetings.end()) continue;
        meeting->second.stops.push_back(
            {stop.id, stop.document, stop.owner, facts.seats.secretariat(stop.owner)});
    }
    return meetings;
}

workflows::Duty request_duty(const Facts& facts, const db::WaitingRequestRow& row) {
    workflows::WaitingRequest request;
    request.id = row.id;
    request.asked_board = row.asked_board;
    request.title = row.title;
    request.consider_by = row.consider_by;
    request.asked_side = facts.seats.officers(row.asked_board);
    request.asking_side = facts.seats.officers(row.asking_board);
    const auto board = facts.boards.find(row.asked_board);
    if (board != facts.boards.end()) request.zone = board->second.zone;
    return workflows::duty_of(request, facts.holidays);
}

// What a duty is read from.
enum class DutyPart { meetings, requests, matters };

DutyPart part_of(workflows::ReminderKind kind) {
    using enum workflows::ReminderKind;
    if (kind == request_overdue) return DutyPart::requests;
    return kind < meeting_unconfirmed ? DutyPart::meetings : DutyPart::matters;
}

// `window`: of the days of meetings, else of the days that are due.
void add_duties(db::ReadTx& tx, const Facts& facts, DutyPart part, db::DayWindow window,
                std::vector<workflows::Duty>& all) {
    if (part == DutyPart::meetings) {
        for (const auto& [id, meeting] : meetings_in(tx, facts, window)) {
            auto some = workflows::duties_of(meeting, facts.holidays);
            std::move(some.begin(), some.end(), std::back_inserter(all));
        }
        return;
    }
    if (part == DutyPart::requests) {
        for (const auto& row : db::list_waiting_requests(tx, window))
            all.push_back(request_duty(facts, row));
        return;
    }
    const DutyFacts matters{facts.holidays, facts.seats, facts.boards,
                            facts.today,    window.from, window.to};
    for (const auto& source : facts.sources) {
        if (source.add_duties != nullptr) source.add_duties(tx, matters, all);
    }
}

std::vector<workflows::Duty> duties(db::ReadTx& tx, const Facts& facts, Day from, Day to) {
    std::vector<workflows::Duty> all;
    add_duties(tx, facts, DutyPart::meetings, meeting_window(facts, from, to), all);
    const auto window = rule_window(facts, from, to);
    add_duties(tx, facts, DutyPart::requests, window, all);
    add_duties(tx, facts, DutyPart::matters, window, all);
    return all;
}

bool is_to_send(const DueReminder& reminder) {
    return reminder.state == ReminderState::due || reminder.state == ReminderState::late;
}

bool in_order(const DueReminder& a, const DueReminder& b) {
    return std::tie(a.send_at, a.board, a.subject, a.person, a.days_before) <
           std::tie(b.send_at, b.board, b.subject, b.person, b.days_before);
}

// Nothing comes due before then: the next reminder of the window, or the next day's window.
Instant rest_until(const std::vector<DueReminder>& reminders, Instant now) {
    Instant until = now + std::chrono::hours(24);
    for (const auto& reminder : reminders) {
        if (reminder.state == ReminderState::waiting) until = std::min(until, reminder.send_at);
    }
    return until;
}

void mark_sent(db::ReadTx& tx, std::vector<DueReminder>& reminders) {
    if (reminders.empty()) return;
    std::set<std::string> keys;
    for (const auto& reminder : reminders)
        keys.insert(reminder.key);
    const auto fired = db::list_fired_reminders(tx, keys);
    for (auto& reminder : reminders)
        if (fired.contains(reminder.key)) reminder.state = ReminderState::sent;
}

// The day of the meeting that a reminder is about, as it is now.
std::optional<Day> meeting_day(db::ReadTx& tx, const DueReminder& reminder) {
    auto id = reminder.subject;
    if (reminder.kind == workflows::ReminderKind::paper_due) {
        const auto item = db::find_item_text(tx, id);
        id = item ? item->meeting : "";
    } else if (reminder.kind == workflows::ReminderKind::circulation_stop_due) {
        const auto stop = db::find_stop_text(tx, id);
        id = stop ? stop->meeting : "";
    }
    const auto meeting = db::find_meeting(tx, id);
    return meeting ? meeting->planned.day() : std::nullopt;
}

// Whether what was found before is still to be sent: reads the days of the few alone, each once.
class SecondLook {
  public:
    SecondLook(base::App& app, db::ReadTx& tx)
        : tx_(tx), now_(tx.now()), facts_(facts_at(app, tx, to_county_day(now_))) {}

    bool stands(const DueReminder& reminder) {
        const auto part = part_of(reminder.kind);
        const auto day =
            part == DutyPart::meetings ? meeting_day(tx_, reminder) : std::optional(reminder.due);
        return day && keys_of(part, *day).contains(reminder.key);
    }

  private:
    static Day to_county_day(Instant at) {
        return workflows::to_local(at, workflows::county_zone).day;
    }

    const std::set<std::string>& keys_of(DutyPart part, Day day) {
        const auto [at, is_new] = seen_.try_emplace({part, day});
        if (!is_new) return at->second;
        std::vector<workflows::Duty> all;
        add_duties(tx_, facts_, part, {day, day}, all);
        for (const auto& duty : all) {
            for (auto& reminder :
                 workflows::reminders_of(duty, facts_.rules, facts_.holidays, now_)) {
                if (is_to_send(reminder)) at->second.insert(std::move(reminder.key));
            }
        }
        return at->second;
    }

    db::ReadTx& tx_;
    Instant now_;
    Facts facts_;
    std::map<std::pair<DutyPart, Day>, std::set<std::string>> seen_;
};

}  // namespace

std::vector<DueReminder> due(base::App& app, db::ReadTx& tx, Instant at, int days) {
    const Day today = workflows::to_local(at, workflows::county_zone).day;
    const Day last = today + std::chrono::days(std::clamp(days, 0, due_days_max));
    const Day first = today - std::chrono::days(due_days_shown_before);
    const Facts facts = facts_at(app, tx, today);
    std::vector<DueReminder> all;
    for (const auto& duty : duties(tx, facts, first, last)) {
        for (auto& reminder : workflows::reminders_of(duty, facts.rules, facts.holidays, at)) {
            const bool shown = reminder.send_day >= first && reminder.send_day <= last;
            if (!shown && !is_to_send(reminder)) continue;
            all.push_back(std::move(reminder));
        }
    }
    mark_sent(tx, all);
    std::sort(all.begin(), all.end(), in_order);
    return all;
}

ReminderSummaries::ReminderSummaries(db::ReadTx& tx, const std::vector<DueReminder>& reminders) {
    std::set<std::string> ids;
    for (const auto& reminder : reminders)
        if (reminder.title.empty()) ids.insert(reminder.subject);
    if (!ids.empty()) meetings_ = db::find_meetings(tx, ids);
}

std::string ReminderSummaries::of(const DueReminder& reminder) const {
    std::string text(workflows::to_words(reminder.kind));
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    text += " " + workflows::weekday_date(reminder.due) + ": ";
    if (!reminder.title.empty()) return text + reminder.title + ", " + reminder.board;
    const auto meeting = meetings_.find(reminder.subject);
    return text + (meeting == meetings_.end()
                       ? reminder.board
                       : short_name(meeting->second.board, meeting->second.planned));
}

ReminderReport send_due(base::App& app, const std::vector<DueReminder>& found) {
    auto tx = app.database.begin_write();
    SecondLook look(app, *tx);
    ReminderReport report;
    for (const auto& reminder : found) {
        if (!is_to_send(reminder) || !look.stands(reminder)) continue;
        if (report.reminders == base::limits::reminders_per_tick_max) {
            report.more = true;
            break;
        }
        if (!db::record_reminder_fired(*tx, reminder.key)) continue;
        ++report.reminders;
        report.letters += queue_reminder(app, *tx, reminder);
    }
    tx->commit();
    return report;
}

ReminderReport run_due(base::App& app) {
    const auto changes = app.cache->changes();
    const auto now = app.clock.now();
    if (app.reminder_watch->is_resting(now, changes)) return {};
    std::vector<DueReminder> found;
    {
        const auto tx = app.database.begin_read();
        found = due(app, *tx, now, 1);
    }
    if (std::any_of(found.begin(), found.end(), is_to_send)) return send_due(app, found);
    app.reminder_watch->rest(now, rest_until(found, now), changes);
    return {};
}

}  // namespace server::letters
