#include "server/meetings/confirm_by.hpp"

#include <set>

#include "db/boards.hpp"
#include "db/cadence.hpp"
#include "server/meetings/deadline_words.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::meetings {
namespace {

using workflows::Day;

// Requests close that many working days before; with weekends and holidays no more days than this.
constexpr std::chrono::days days_ahead_max{2 * workflows::clear_days_max};

void add_duty(const ConfirmDays& days, const letters::DutyFacts& facts,
              const db::MeetingRow& meeting, std::vector<workflows::Duty>& duties) {
    const auto board = facts.boards.find(meeting.board);
    if (board == facts.boards.end()) return;
    const auto day = days.of(meeting, board->second, facts.holidays);
    const auto month = meeting.planned.month();
    if (!day || !month || *day < facts.from || *day > facts.to) return;
    workflows::Duty duty;
    duty.kind = workflows::ReminderKind::meeting_unconfirmed;
    duty.board = meeting.board;
    duty.subject = meeting.id;
    duty.title = meeting.planned.words();
    duty.due = *day;
    duty.useful_until = meeting.planned.day().value_or(Day{*month / std::chrono::last});
    duty.zone = facts.zone_of(meeting.board);
    for (const auto& person : facts.seats.secretariat(meeting.board))
        duty.people.push_back({person, {}});
    duty.words = words::confirm_rearrange_or_cancel(board->second.name, meeting.planned.words());
    duty.path = web::href(routes::meeting_workspace, meeting.id);
    duties.push_back(std::move(duty));
}

}  // namespace

ConfirmDays::ConfirmDays(db::ReadTx& tx, const std::vector<db::MeetingRow>& meetings) {
    std::set<std::string> ids;
    for (const auto& meeting : meetings)
        if (meeting.state == workflows::MeetingState::provisional) ids.insert(meeting.id);
    if (!ids.empty()) chosen_ = db::find_confirm_days(tx, ids);
}

std::optional<Day> ConfirmDays::of(const db::MeetingRow& meeting, const workflows::Board& board,
                                   const workflows::Holidays& holidays) const {
    const auto month = meeting.planned.month();
    if (meeting.state != workflows::MeetingState::provisional || !month) return std::nullopt;
    const auto chosen = chosen_.find(meeting.id);
    if (chosen != chosen_.end() && chosen->second.planned == meeting.planned)
        return chosen->second.confirm_by;
    auto dated = meeting;
    dated.planned = meeting.planned.day().value_or(Day{*month / 1});
    return deadlines_of(dated, board, holidays)[workflows::Deadline::requests_close].day;
}

std::optional<Day> confirm_by(db::ReadTx& tx, const db::MeetingRow& meeting,
                              const workflows::Board& board, const workflows::Holidays& holidays) {
    return ConfirmDays(tx, {meeting}).of(meeting, board, holidays);
}

std::string confirm_by_words(const std::optional<Day>& day) {
    return day ? words::to_be_confirmed_by_date(workflows::long_date(*day)) : std::string();
}

void add_confirm_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                        std::vector<workflows::Duty>& duties) {
    db::MeetingFilter filter;
    filter.from = facts.from;
    filter.to = facts.to + days_ahead_max;
    filter.reader = db::service_reader();
    auto meetings = db::list_meetings(tx, filter);
    std::erase_if(meetings, [](const auto& meeting) {
        return meeting.state != workflows::MeetingState::provisional;
    });
    std::set<std::string> seen;
    for (const auto& meeting : meetings)
        seen.insert(meeting.id);
    std::set<std::string> more;
    for (auto& id : db::list_confirm_by(tx, facts.from, facts.to))
        if (!seen.contains(id)) more.insert(std::move(id));
    if (!more.empty())
        for (auto& [id, meeting] : db::find_meetings(tx, more))
            meetings.push_back(std::move(meeting));
    const ConfirmDays days(tx, meetings);
    for (const auto& meeting : meetings)
        add_duty(days, facts, meeting, duties);
}

}  // namespace server::meetings
