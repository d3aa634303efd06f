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

void add_duty(db::ReadTx& tx, const letters::DutyFacts& facts, const db::MeetingRow& meeting,
              std::vector<workflows::Duty>& duties) {
    const auto board = facts.boards.find(meeting.board);
    if (board == facts.boards.end()) return;
    const auto day = confirm_by(tx, meeting, board->second, facts.holidays);
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

std::optional<Day> confirm_by(db::ReadTx& tx, const db::MeetingRow& meeting,
                              const workflows::Board& board, const workflows::Holidays& holidays) {
    const auto month = meeting.planned.month();
    if (meeting.state != workflows::MeetingState::provisional || !month) return std::nullopt;
    if (const auto chosen = db::find_confirm_by(tx, meeting.id, meeting.planned)) return chosen;
    auto dated = meeting;
    dated.planned = meeting.planned.day().value_or(Day{*month / 1});
    return deadlines_of(dated, board, holidays)[workflows::Deadline::requests_close].day;
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
    std::set<std::string> seen;
    for (const auto& meeting : db::list_meetings(tx, filter)) {
        if (meeting.state == workflows::MeetingState::provisional && seen.insert(meeting.id).second)
            add_duty(tx, facts, meeting, duties);
    }
    for (const auto& id : db::list_confirm_by(tx, facts.from, facts.to)) {
        if (!seen.insert(id).second) continue;
        if (const auto meeting = db::find_meeting(tx, id)) add_duty(tx, facts, *meeting, duties);
    }
}

}  // namespace server::meetings
