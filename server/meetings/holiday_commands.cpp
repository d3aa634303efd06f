#include "server/meetings/holiday_commands.hpp"

#include <algorithm>
#include <map>

#include "db/agenda_versions.hpp"
#include "db/boards.hpp"
#include "db/holidays.hpp"
#include "server/boards/board_facts.hpp"
#include "server/letters/letter.hpp"
#include "server/meetings/deadline_words.hpp"
#include "server/meetings/notice.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::meetings {
namespace {

using workflows::Day;
using workflows::Deadline;

constexpr int meetings_max = 5000;

// With and without the day; that it is a bank holiday anyway then changes nothing.
struct TwoLists {
    workflows::Holidays without;
    workflows::Holidays with;
};

TwoLists lists_around(db::ReadTx& tx, Day day) {
    auto days = db::list_extra_holidays(tx);
    std::erase_if(days, [&](const auto& added) { return added.day == day; });
    auto more = days;
    more.push_back({day, "added"});
    return {workflows::Holidays(std::move(days)), workflows::Holidays(std::move(more))};
}

std::vector<workflows::Person> secretariat_of(db::ReadTx& tx, const std::string& board, Day today) {
    std::vector<workflows::Person> people;
    for (auto& seat : boards::seats_with_role(tx, board, workflows::Role::secretariat, today))
        people.push_back(std::move(seat.person));
    return people;
}

// The day that counts as the day of publication: after the office closed, the next working one.
Day published_on(const db::AgendaVersionRow& version, const workflows::Board& board,
                 const workflows::Holidays& holidays) {
    const auto at = workflows::to_local(version.published_at, board.zone);
    const auto profile =
        workflows::find_profile(board.clear_days_profile).value_or(workflows::Profile::va_working);
    return workflows::publication_day(at.day, {at.time.hour, at.time.minute}, office_closes,
                                      holidays, profile);
}

void set_state(db::ReadTx& tx, DeadlineMove& move, const workflows::Holidays& old_list,
               const workflows::Holidays& new_list, Day today) {
    using State = DeadlineMove::State;
    const auto version = db::published_agenda(tx, move.meeting.id, move.meeting.published);
    if (!version) {
        if (move.after && *move.after < today) move.state = State::missed;
        return;
    }
    const bool late_now = move.after && published_on(*version, move.board, new_list) > *move.after;
    const bool late_before =
        move.before && published_on(*version, move.board, old_list) > *move.before;
    move.state = !late_now     ? State::published
                 : late_before ? State::late_already
                               : State::published_late;
}

letters::Letter letter_about(const base::App& app, const DeadlineMove& move, db::WriteTx& tx) {
    const auto before = move.before ? workflows::long_date(*move.before) : "";
    const auto after = move.after ? workflows::long_date(*move.after) : "";
    letters::Letter letter;
    letter.kind = "deadline_moved";
    letter.subject_id = move.meeting.id;
    // The same day may be added, removed and added again: each time is news.
    letter.revision = before + ">" + after + "@" + workflows::iso(tx.now());
    letter.board = move.board.code;
    letter.not_after = tx.now() + std::chrono::days(30);
    letter.thread = move.meeting.id;
    const auto link = app.config.base_url + web::href(routes::meeting, move.meeting.id);
    letter.fill = [&move, before, after, link](templates::View& view, const workflows::Person&) {
        view.set("board_name", move.board.name).set("when", move.meeting.planned.words());
        view.set("before", before).set("after", after);
        view.flag("missed", move.state == DeadlineMove::State::missed);
        view.flag("published_late", move.state == DeadlineMove::State::published_late);
        view.set("link", link);
    };
    return letter;
}

}  // namespace

std::vector<DeadlineMove> deadlines_moved_by(db::ReadTx& tx, Day day, HolidayChange change) {
    const auto lists = lists_around(tx, day);
    const auto& old_list = change == HolidayChange::added ? lists.without : lists.with;
    const auto& new_list = change == HolidayChange::added ? lists.with : lists.without;
    const auto today = db::county_day(tx);
    std::map<std::string, workflows::Board> boards;
    for (auto& board : db::list_boards(tx))
        boards.emplace(board.code, std::move(board));
    std::vector<DeadlineMove> moves;
    for (auto& meeting : db::list_upcoming(tx, today, meetings_max, {})) {
        const auto& board = boards.at(meeting.board);
        const auto before = deadline_day(meeting, board, Deadline::agenda_out, old_list);
        const auto after = deadline_day(meeting, board, Deadline::agenda_out, new_list);
        if (before == after) continue;
        moves.push_back({std::move(meeting), board, before, after, DeadlineMove::State::to_come});
        set_state(tx, moves.back(), old_list, new_list, today);
    }
    return moves;
}

void tell_of_moved_deadlines(base::App& app, db::WriteTx& tx,
                             const std::vector<DeadlineMove>& moves) {
    const auto today = db::county_day(tx);
    for (const auto& move : moves)
        letters::queue_letter(app, tx, letter_about(app, move, tx),
                              secretariat_of(tx, move.board.code, today));
}

}  // namespace server::meetings
