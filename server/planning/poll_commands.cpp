#include "server/planning/poll_commands.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/base/app.hpp"
#include "server/meetings/clash_queries.hpp"
#include "server/meetings/meeting_commands.hpp"
#include "server/planning/poll_letters.hpp"
#include "server/planning/poll_words.hpp"
#include "server/planning/series_commands.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::planning {
namespace {

using workflows::Day;
using workflows::PollState;
using workflows::Role;
using People = std::map<std::string, std::string>;  // key to the board through which

// No board is called so: those asked stand together in the count of clashes.
constexpr const char* asked_together = "(asked)";

// Without a role: all who are asked to meetings as members.
void add_seats(db::ReadTx& tx, const std::string& board, std::optional<Role> role, Day today,
               People& people) {
    for (const auto& seat : db::list_memberships(tx, board)) {
        const bool wanted =
            role ? seat.membership.role == *role : seat.membership.role != Role::secretariat;
        if (wanted && db::sits_on(seat.membership, today))
            people.emplace(seat.membership.person, board);
    }
}

// Those whom the form asks: members of the board, and officers of the boards that are ticked.
People people_asked(const web::Context& context, db::ReadTx& tx, const workflows::Board& own) {
    const auto today = context.today(tx);
    const auto& form = context.form();
    People people;
    if (form.get("members") == "yes") add_seats(tx, own.code, {}, today, people);
    for (const auto& [field, roles] :
         {std::pair<const char*, std::vector<Role>>{"chairs", {Role::chair}},
          {"officers", {Role::lead_officer, Role::lead_member}}}) {
        for (const auto& slug : form.all(field)) {
            const auto board = db::find_board_by_slug(tx, slug);
            if (!board) continue;
            for (const auto role : roles)
                add_seats(tx, board->code, role, today, people);
        }
    }
    return people;
}

Result<std::string> read_text(const web::Form& form, const std::string& name,
                              const std::string& missing) {
    auto text = form.get(name);
    if (!missing.empty() && workflows::text::is_blank(text))
        return workflows::invalid(name, missing);
    if (workflows::text::characters(text) > workflows::title_characters_max)
        return workflows::invalid(name, words::poll_text_too_long);
    return text;
}

Result<Day> read_one_day(const web::Form& form, const std::string& name,
                         const std::string& missing) {
    const auto date = meetings::read_date(form, name);
    if (!date) return date.error();
    if (const auto day = date->day()) return *day;
    return workflows::invalid(name, missing);
}

Result<void> read_days(const web::Context& context, db::ReadTx& tx, db::PollRow& poll) {
    const auto& form = context.form();
    std::vector<std::pair<std::string, Day>> typed;
    for (std::size_t number = 1; number <= workflows::poll_days_max; ++number) {
        const auto field = series_field("day", number);
        if (form.get(field + "-day").empty() && form.get(field + "-month").empty()) continue;
        const auto day = read_one_day(form, field, words::whole_date);
        if (!day) return day.error();
        typed.emplace_back(field, *day);
        poll.days.push_back(*day);
    }
    if (auto ok = workflows::check_poll_days(poll.days, poll.closes_on, context.today(tx)); !ok)
        return ok;
    for (const auto& [field, day] : typed) {
        const auto seen = form.get("seen-" + field) == workflows::iso(day);
        if (!seen && !speaks_against_poll_day(context, tx, day).empty())
            return workflows::conflict(field, words::check_poll_date(workflows::long_date(day)));
    }
    std::sort(poll.days.begin(), poll.days.end());
    return {};
}

Result<void> read_kind(const web::Form& form, db::PollRow& poll) {
    const auto kinds = series_kinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const SeriesKind& each) {
        return each.text == form.get("kind") && each.held_in;
    });
    if (kind == kinds.end()) return workflows::invalid("kind", words::poll_select_kind);
    poll.kind = kind->kind;
    poll.held_in = *kind->held_in;
    const auto starts = workflows::parse_time(form.get("starts"), "starts");
    if (!starts) return starts.error();
    const auto ends = workflows::parse_time(form.get("ends"), "ends");
    if (!ends) return ends.error();
    poll.starts = workflows::iso(*starts);
    poll.ends = workflows::iso(*ends);
    return workflows::check_times(*starts, *ends);
}

Result<db::PollRow> read_poll(const web::Context& context, db::ReadTx& tx,
                              const workflows::Board& board) {
    const auto& form = context.form();
    db::PollRow poll;
    poll.board = board.code;
    const auto title = read_text(form, "title", words::enter_subject);
    if (!title) return title.error();
    poll.title = *title;
    if (auto ok = read_kind(form, poll); !ok) return ok.error();
    const auto place = read_text(form, "place", "");
    if (!place) return place.error();
    poll.place = *place;
    poll.whole_board =
        form.get("members") == "yes" && form.all("chairs").empty() && form.all("officers").empty();
    const auto closes = read_one_day(form, "closes_on", words::enter_closing_date);
    if (!closes) return closes.error();
    poll.closes_on = *closes;
    if (auto ok = read_days(context, tx, poll); !ok) return ok.error();
    return poll;
}

Result<void> check_open(const web::Context& context, const db::PollRow& poll) {
    if (context.form().get("version") != std::to_string(poll.version))
        return Error{workflows::Code::stale, words::poll_changed};
    if (poll.state != PollState::open)
        return workflows::no_answers_error(poll.state, poll.closes_on);
    return {};
}

bool has_seat(db::ReadTx& tx, const std::string& person, const std::string& board) {
    const auto today = db::county_day(tx);
    const auto seats = db::list_seats_of(tx, person);
    return std::any_of(seats.begin(), seats.end(), [&](const auto& seat) {
        return seat.board == board && db::sits_on(seat, today);
    });
}

// Those who still have the seat through which they were asked.
std::vector<PollGuest> present_guests(db::ReadTx& tx, const std::string& poll) {
    auto guests = poll_guests(tx, poll);
    std::erase_if(guests, [&](const PollGuest& guest) {
        return !has_seat(tx, guest.person.key, guest.answers.board);
    });
    return guests;
}

void audit(db::WriteTx& tx, const std::string& what, const db::PollRow& poll,
           const std::string& detail) {
    db::append_audit(tx, {"poll." + what, "poll:" + poll.id, poll.board, detail});
}

}  // namespace

std::string poll_href(const std::string& id) {
    return web::href(routes::poll, id);
}

std::vector<PollGuest> poll_guests(db::ReadTx& tx, const std::string& poll) {
    auto asked = db::list_poll_people(tx, poll);
    std::set<std::string> keys;
    for (const auto& one : asked)
        keys.insert(one.person);
    auto people = db::find_people(tx, keys);
    std::vector<PollGuest> guests;
    for (auto& one : asked) {
        auto person = std::move(people.at(one.person));
        guests.push_back({std::move(person), std::move(one)});
    }
    std::sort(guests.begin(), guests.end(),
              [](const PollGuest& a, const PollGuest& b) { return a.person.post < b.person.post; });
    return guests;
}

bool has_answered(const PollGuest& guest) {
    return guest.answers.answered_at.has_value();
}

std::vector<workflows::PollTotal> totals_of(const db::PollRow& poll,
                                            const std::vector<PollGuest>& guests) {
    std::vector<workflows::PollAnswers> answers;
    for (const auto& guest : guests)
        answers.push_back(guest.answers.answers);
    return workflows::poll_totals(poll.days, answers);
}

std::vector<std::string> speaks_against_poll_day(const web::Context& context, db::ReadTx& tx,
                                                 Day day) {
    const auto board = db::find_board_by_slug(tx, context.form().get("board"));
    if (!board) return {};
    workflows::SeriesFacts facts;
    facts.holidays = context.app.holidays(tx);
    facts.meetings = meetings::board_days(tx, day, day);
    facts.seats = meetings::all_seats(tx);
    for (const auto& [person, through] : people_asked(context, tx, *board))
        facts.seats.push_back({asked_together, person});
    for (const auto& person : db::list_people(tx))
        facts.posts.emplace(person.key, person.post);
    return workflows::speaks_against(day, {asked_together}, facts);
}

Result<db::PollRow> make_poll(const web::Context& context, db::WriteTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.form().get("board"));
    if (!board) return workflows::invalid("board", words::select_asking_board);
    if (!context.viewer.serves(board->code))
        return Error{workflows::Code::forbidden, words::poll_secretariat_only};
    const auto people = people_asked(context, tx, *board);
    if (people.size() < 2) return workflows::invalid("members", words::select_people);
    if (people.size() > workflows::poll_people_max)
        return workflows::invalid("members", words::too_many_people);
    const auto read = read_poll(context, tx, *board);
    if (!read) return read.error();
    const auto poll = db::insert_poll(tx, *read);
    for (const auto& [person, through] : people) {
        db::PollPerson one;
        one.person = person;
        one.board = through;
        db::add_poll_person(tx, poll.id, one);
    }
    audit(
        tx, "make", poll,
        std::to_string(poll.days.size()) + " dates, " + std::to_string(people.size()) + " people");
    ask_poll_guests(context.app, tx, poll, poll_guests(tx, poll.id));
    return poll;
}

Result<int> chase_poll(const web::Context& context, db::WriteTx& tx, db::PollRow poll) {
    if (auto open = check_open(context, poll); !open) return open.error();
    if (!workflows::takes_answers(poll.state, poll.closes_on, context.today(tx)))
        return workflows::no_answers_error(poll.state, poll.closes_on);
    auto guests = present_guests(tx, poll.id);
    std::erase_if(guests, has_answered);
    if (guests.empty()) return workflows::refused(words::all_replied);
    const int chased = static_cast<int>(guests.size());
    ask_poll_guests(context.app, tx, poll, guests);
    // A second click on a page from before is told so.
    if (auto saved = db::save_poll(tx, poll); !saved) return saved.error();
    audit(tx, "chase", poll, std::to_string(chased) + " people");
    return chased;
}

Result<std::string> close_poll(const web::Context& context, db::WriteTx& tx, db::PollRow poll) {
    if (auto open = check_open(context, poll); !open) return open.error();
    const auto day = workflows::parse_day(context.form().get("day"), "day");
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
        meetings::plan_meeting(context, tx, meeting, workflows::MeetingEvent::call, asked);
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

Result<void> cancel_poll(const web::Context& context, db::WriteTx& tx, db::PollRow poll) {
    if (auto open = check_open(context, poll); !open) return open.error();
    const auto reason = read_text(context.form(), "reason", words::enter_cancel_reason);
    if (!reason) return reason.error();
    poll.state = PollState::cancelled;
    poll.reason = *reason;
    if (auto saved = db::save_poll(tx, poll); !saved) return saved.error();
    tell_poll_cancelled(context.app, tx, poll, present_guests(tx, poll.id));
    audit(tx, "cancel", poll, "");
    return {};
}

bool is_still_asked(db::ReadTx& tx, const db::MailLink& link) {
    return has_seat(tx, link.person, link.board);
}

Result<void> answer_poll(const web::Context& context, db::WriteTx& tx, const db::PollRow& poll,
                         const db::MailLink& link) {
    if (!is_still_asked(tx, link)) return workflows::refused(words::seat_gone);
    if (!workflows::takes_answers(poll.state, poll.closes_on, context.today(tx)))
        return workflows::no_answers_error(poll.state, poll.closes_on);
    workflows::PollAnswers answers;
    for (const Day day : poll.days) {
        const auto field = "answer-" + workflows::iso(day);
        const auto answer = workflows::from_text<workflows::PollAnswer>(context.form().get(field));
        if (!answer) return workflows::invalid(field, words::answer_for(workflows::long_date(day)));
        answers.emplace(day, *answer);
    }
    db::save_poll_answers(tx, poll.id, link.person, answers);
    audit(tx, "answer", poll, std::to_string(answers.size()) + " dates");
    return {};
}

}  // namespace server::planning
