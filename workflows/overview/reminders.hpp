// Who is reminded of what, and when: rules and facts in, a list of reminders out; pure.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "workflows/core/names.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/meetings/deadlines.hpp"

namespace workflows {

enum class ReminderKind {
    requests_close,        // to the secretariat: requests for the meeting close
    paper_due,             // to the owner of each item that still has no paper
    agenda_due,            // to the secretariat: the agenda is to be published
    minutes_due,           // to the secretariat: draft minutes
    request_overdue,       // to both sides of a request that was not dealt with in time
    circulation_stop_due,  // to the owner's and the stop's secretariat: papers are to go out
    // Matters between the boards; their duties come from server/letters/deadlines.cpp
    meeting_unconfirmed,  // a provisional date is to be confirmed by a day
    report_due,           // a report of the timetable has no slot, or is not delivered (4.4)
    response_due,         // a board owes a response (4.3)
    issue_due,            // the next date of an issue or concern has come (4.6, 4.12)
    return_due,           // a board's yearly return to the register
    review_due,           // a controlled document is to be reviewed (6.1)
    handover_due          // a chair or host secretariat is to pass on
};

/// `days_before` counts working days before the deadline; 0 is the day itself, a negative number so
/// many working days after it. A board with any row of a kind follows its own rows alone, so a row
/// that is not active turns the county's default (board "") off.
struct ReminderRule {
    ReminderKind kind = ReminderKind::paper_due;
    std::string board = {};  // code; empty: the county's default
    int days_before = 0;
    bool active = true;
    friend bool operator==(const ReminderRule&, const ReminderRule&) = default;
};
inline constexpr int reminder_days_max = 60;  // before or after
inline constexpr std::size_t reminders_per_kind_max = 8;

/// The active days of a kind for a board, the earliest reminder first: {5, 2, 0, -1}.
std::vector<int> rule_days(std::span<const ReminderRule> rules, ReminderKind kind,
                           std::string_view board);
/// "5, 2, 0, -1" as a person typed it, blanks and order free; empty: no reminder. Code::invalid,
/// naming `field`.
Result<std::vector<int>> parse_rule_days(std::string_view text, std::string_view field);
/// What parse_rule_days() reads.
std::string rule_days_text(std::span<const int> days);
/// "5 working days before", "on the day", "1 working day after".
std::string rule_words(int days_before);

/// Why somebody gets it; a person is named once for each duty, with the first reason.
enum class RemindedAs { secretariat, owner, asked_side, asking_side };

struct Reminded {
    std::string person = {};  // key
    RemindedAs as = RemindedAs::secretariat;
};

/// Something that is not done yet, with the day by which it should be. Whoever has done it is not
/// among `people`; a duty that is done is not among the facts.
struct Duty {
    ReminderKind kind = ReminderKind::paper_due;
    std::string board = {};    // code: whose rules, and whose letter
    std::string subject = {};  // id of the meeting, item, request or stop
    std::string title = {};    // of the item, request or document, as its addressees may read it
    Day due = {};
    Day useful_until = {};  // after it a reminder that something is overdue helps nobody
    std::string zone = county_zone;
    std::vector<Reminded> people = {};
    Day since = Day::min();  // what it is about is not older: no reminder was due before
    // Matters between the boards only: what their one letter says.
    std::string words = {};  // one sentence on what is to be done; as its addressees may read it
    std::string path = {};   // where it is done: "/responses/…"
};

struct ItemWithoutPaper {
    std::string id = {};
    std::string owner = {};  // person key; empty: the secretariat is reminded
    std::string title = {};
    Day since = Day::min();  // when it came onto the agenda; unknown: since always
};
struct StopWithoutPapers {
    std::string id = {};
    std::string document = {};
    std::string owner_board = {};  // code
    std::vector<std::string> owner_secretariat = {};
};

/// A meeting whose day is set and that is not cancelled.
struct MeetingDuties {
    std::string id = {};
    std::string board = {};  // code
    Day day = {};
    std::string zone = county_zone;
    LeadTimes lead_times = {};
    Profile profile = Profile::va_working;
    bool agenda_published = false;
    bool minutes_done = false;
    std::vector<std::string> secretariat = {};
    std::vector<ItemWithoutPaper> items = {};
    std::vector<StopWithoutPapers> stops = {};
};

/// Working days after a deadline for which it helps to be told that it was missed.
inline constexpr int overdue_useful_days = 20;

/// Names each of `people` once, with the first reason; blanks are left out.
void add_people(Duty& duty, const std::vector<std::string>& people, RemindedAs as);

/// The day by which an item's paper is wanted: `papers_due`, and for one that came onto the agenda
/// later the working day after that, at most the day of the meeting.
Day paper_due_day(Day papers_due, Day since, Day meeting, const Holidays& holidays);

/// What is still to be done for a meeting. What must be done before it is of no use after it.
std::vector<Duty> duties_of(const MeetingDuties& meeting, const Holidays& holidays);

/// A request that waits for the asked board.
struct WaitingRequest {
    std::string id = {};
    std::string asked_board = {};  // code
    std::string title = {};
    Day consider_by = {};
    std::string zone = county_zone;
    std::vector<std::string> asked_side = {};   // chairs and secretariat
    std::vector<std::string> asking_side = {};  // the same of the board that asks
};
Duty duty_of(const WaitingRequest& request, const Holidays& holidays);

/// Reminders go at this hour of the board's zone, at the beginning of an office day.
inline constexpr TimeOfDay reminder_time{8, 0};

enum class ReminderState {
    waiting,     // its time has not come
    due,         // to be sent today
    late,        // should have been sent on an earlier day; is still of use
    superseded,  // a later one of the same duty has come since: that one goes instead
    over,        // never sent, and of no use any more
    sent         // set by the caller, who knows
};

struct DueReminder {
    std::string key = {};  // 'paper_due|item|person|2018-11-01|5': one letter ever
    ReminderKind kind = ReminderKind::paper_due;
    std::string board = {};
    std::string subject = {};
    std::string title = {};
    std::string person = {};
    RemindedAs as = RemindedAs::secretariat;
    Day due = {};
    Day useful_until = {};
    Day send_day = {};
    Instant send_at = {};
    std::string zone = {};
    int days_before = 0;
    ReminderState state = ReminderState::waiting;
    std::string words = {};  // as in the duty
    std::string path = {};
};

/// The reminders of one duty, one row for each person and rule, in the order of their time. Of
/// those whose time has come only the last can be due or late, so nobody is reminded twice of one
/// thing. A bank holiday that is added moves the send days; a deadline that moves is a new one,
/// with keys of its own.
std::vector<DueReminder> reminders_of(const Duty& duty, std::span<const ReminderRule> rules,
                                      const Holidays& holidays, Instant now);

template <>
inline constexpr auto names<ReminderKind> = std::to_array<Name<ReminderKind>>({
    {ReminderKind::requests_close, "requests_close", "deadline for agenda requests"},
    {ReminderKind::paper_due, "paper_due", "report due"},
    {ReminderKind::agenda_due, "agenda_due", "agenda to publish"},
    {ReminderKind::minutes_due, "minutes_due", "draft minutes due"},
    {ReminderKind::request_overdue, "request_overdue", "request overdue"},
    {ReminderKind::circulation_stop_due, "circulation_stop_due", "circulation papers due"},
    {ReminderKind::meeting_unconfirmed, "meeting_unconfirmed", "meeting to be confirmed"},
    {ReminderKind::report_due, "report_due", "report due"},
    {ReminderKind::response_due, "response_due", "response due"},
    {ReminderKind::issue_due, "issue_due", "next step due"},
    {ReminderKind::return_due, "return_due", "annual return due"},
    {ReminderKind::review_due, "review_due", "review due"},
    {ReminderKind::handover_due, "handover_due", "hand-over due"},
});

template <>
inline constexpr auto names<RemindedAs> = std::to_array<Name<RemindedAs>>({
    {RemindedAs::secretariat, "secretariat", "secretariat"},
    {RemindedAs::owner, "owner", "author of the report"},
    {RemindedAs::asked_side, "asked_side", "board receiving the request"},
    {RemindedAs::asking_side, "asking_side", "board making the request"},
});

template <>
inline constexpr auto names<ReminderState> = std::to_array<Name<ReminderState>>({
    {ReminderState::waiting, "waiting", "to be sent"},
    {ReminderState::due, "due", "due now"},
    {ReminderState::late, "late", "late, being sent now"},
    {ReminderState::superseded, "superseded", "replaced by a later one"},
    {ReminderState::over, "over", "too late to send"},
    {ReminderState::sent, "sent", "sent"},
});

}  // namespace workflows
