#include "server/polls/poll_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "server/meetings/meeting_commands.hpp"
#include "server/polls/poll_letters.hpp"
#include "server/polls/poll_words.hpp"

namespace server::polls {
namespace {

using workflows::Day;
using workflows::PollState;

Result<db::PollRow> load_open(db::ReadTx& tx, const ShownPoll& shown) {
    auto poll = db::load_poll(tx, shown.poll);
    if (!poll) return poll;
    if (shown.version != poll->version) return Error{workflows::Code::stale, words::poll_changed};
    if (poll->state != PollState::open)
        return workflows::no_answers_error(poll->state, poll->closes_on);
    return poll;
}

Result<std::vector<Day>> check_dates(const base::App& app, db::ReadTx& tx, const NewPoll& command,
                                     Day today) {
    std::vector<Day> days;
    for (const auto& date : command.dates)
        days.push_back(date.day);
    if (auto ok = workflows::check_poll_days(days, command.poll.closes_on, today); !ok)
        return ok.error();
    for (const auto& date : command.dates)
        if (!date.seen && !speaks_against_poll_day(app, tx, command.asked, date.day).empty())
            return workflows::conflict(date.field,
                                       words::check_poll_date(workflows::long_date(date.day)));
    std::sort(days.begin(), days.end());
    return days;
}

void audit(db::WriteTx& tx, const std::string& what, const db::PollRow& poll,
           const std::string& detail) {
    db::append_audit(tx, {"poll." + what, "poll:" + poll.id, poll.board, detail});
}

}  // namespace

Result<db::PollRow> make_poll(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                              const NewPoll& command) {
    const auto board = db::find_board_by_slug(tx, command.asked.board_slug);
    if (!board) return workflows::invalid("board", words::select_asking_board);
    if (!acting.serves(board->code))
        return Error{workflows::Code::forbidden, words::poll_secretariat_only};
    const auto people = people_asked(tx, command.asked);
    if (people.size() < 2) return workflows::invalid("members", words::select_people);
    if (people.size() > workflows::poll_people_max)
        return workflows::invalid("members", words::too_many_people);
    auto days = check_dates(app, tx, command, acting.today);
    if (!days) return days.error();
    auto wanted = command.poll;
    wanted.board = board->code;
    wanted.whole_board =
        command.asked.members && command.asked.chairs.empty() && command.asked.officers.empty();
    wanted.days = *std::move(days);
    const auto poll = db::insert_poll(tx, wanted);
    for (const auto& [person, through] : people) {
        db::PollPerson one;
        one.person = person;
        one.board = through;
        db::add_poll_person(tx, poll.id, one);
    }
    audit(
        tx, "make", poll,
        std::to_string(poll.days.size()) + " dates, " + std::to_string(people.size()) + " people");
    ask_poll_guests(app, tx, poll, poll_guests(tx, poll.id));
    return poll;
}

Result<int> chase_poll(base::App& app, db::WriteTx& tx, const ShownPoll& shown) {
    const auto poll = load_open(tx, shown);
    if (!poll) return poll.error();
    if (!workflows::takes_answers(poll->state, poll->closes_on, db::county_day(tx)))
        return workflows::no_answers_error(poll->state, poll->closes_on);
    auto guests = present_guests(tx, poll->id);
    std::erase_if(guests, has_answered);
    if (guests.empty()) return workflows::refused(words::all_replied);
    const int chased = static_cast<int>(guests.size());
    ask_poll_guests(app, tx, *poll, guests);
    // A second click on a page from before is told so.
    if (auto saved = db::save_poll(tx, *poll); !saved) return saved.error();
    audit(tx, "chase", *poll, std::to_string(chased) + " people");
    return chased;
}

Result<std::string> close_poll(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                               const ShownPoll& shown, std::optional<Day> day) {
    auto open = load_open(tx, shown);
    if (!open) return open.error();
    auto& poll = *open;
    if (!day || std::find(poll.days.begin(), poll.days.end(), *day) == poll.days.end())
        return workflows::invalid("day", words::select_date);
    db::MeetingRow meeting;
    meeting.board = poll.board;
    meeting.planned = *day;
    meeting.starts = poll.starts;
    meeting.ends = poll.ends;
    meeting.kind = poll.kind;
    meeting.held_in = poll.held_in;
    meeting.place = poll.place;
    meetings::AskedBeside asked;
    for (const auto& guest : present_guests(tx, poll.id)) {
        if (!poll.whole_board) asked.people.push_back({guest.person.key, guest.answers.board});
    }
    // A meeting that names nobody would be one of the whole board.
    if (!poll.whole_board && asked.people.empty()) return workflows::refused(words::nobody_left);
    const auto made =
        meetings::plan_meeting(app, acting, tx, meeting, workflows::MeetingEvent::call, asked);
    if (!made) {
        auto error = made.error();
        if (error.field == "date") error.field = "day";
        return error;
    }
    poll.state = PollState::closed;
    poll.meeting = made->id;
    if (auto saved = db::save_poll(tx, poll); !saved) return saved.error();
    audit(tx, "close", poll, workflows::iso(*day));
    return made->id;
}

Result<void> cancel_poll(base::App& app, db::WriteTx& tx, const ShownPoll& shown,
                         const std::string& reason) {
    auto poll = load_open(tx, shown);
    if (!poll) return poll.error();
    poll->state = PollState::cancelled;
    poll->reason = reason;
    if (auto saved = db::save_poll(tx, *poll); !saved) return saved.error();
    tell_poll_cancelled(app, tx, *poll, present_guests(tx, poll->id));
    audit(tx, "cancel", *poll, "");
    return {};
}

Result<void> answer_poll(db::WriteTx& tx, const db::PollRow& poll, const db::MailLink& link,
                         const workflows::PollAnswers& answers) {
    if (!is_still_asked(tx, link)) return workflows::refused(words::seat_gone);
    if (!workflows::takes_answers(poll.state, poll.closes_on, db::county_day(tx)))
        return workflows::no_answers_error(poll.state, poll.closes_on);
    for (const Day day : poll.days)
        if (!answers.contains(day))
            return workflows::invalid("answer-" + workflows::iso(day),
                                      words::answer_for(workflows::long_date(day)));
    db::save_poll_answers(tx, poll.id, link.person, answers);
    audit(tx, "answer", poll, std::to_string(answers.size()) + " dates");
    return {};
}

}  // namespace server::polls
