#include "server/polls/poll_queries.hpp"

#include <algorithm>
#include <set>

#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/meetings/clash_queries.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/planning/series.hpp"

namespace server::polls {
namespace {

using workflows::Day;
using workflows::Role;
using People = std::map<std::string, std::string>;

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

bool has_seat(db::ReadTx& tx, const std::string& person, const std::string& board) {
    const auto today = db::county_day(tx);
    const auto seats = db::list_seats_of(tx, person);
    return std::any_of(seats.begin(), seats.end(), [&](const auto& seat) {
        return seat.board == board && db::sits_on(seat, today);
    });
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

std::vector<PollGuest> present_guests(db::ReadTx& tx, const std::string& poll) {
    auto guests = poll_guests(tx, poll);
    std::erase_if(guests, [&](const PollGuest& guest) {
        return !has_seat(tx, guest.person.key, guest.answers.board);
    });
    return guests;
}

People people_asked(db::ReadTx& tx, const PollAudience& audience) {
    const auto today = db::county_day(tx);
    const auto own = db::find_board_by_slug(tx, audience.board_slug);
    People people;
    if (own && audience.members) add_seats(tx, own->code, {}, today, people);
    for (const auto& [slugs, roles] :
         {std::pair<const std::vector<std::string>&, std::vector<Role>>{audience.chairs,
                                                                        {Role::chair}},
          {audience.officers, {Role::lead_officer, Role::lead_member}}}) {
        for (const auto& slug : slugs) {
            const auto board = db::find_board_by_slug(tx, slug);
            if (!board) continue;
            for (const auto role : roles)
                add_seats(tx, board->code, role, today, people);
        }
    }
    return people;
}

std::vector<std::string> speaks_against_poll_day(const base::App& app, db::ReadTx& tx,
                                                 const PollAudience& audience, Day day) {
    workflows::SeriesFacts facts;
    facts.holidays = app.holidays(tx);
    facts.meetings = meetings::board_days(tx, day, day);
    facts.seats = meetings::all_seats(tx);
    for (const auto& [person, through] : people_asked(tx, audience))
        facts.seats.push_back({asked_together, person});
    for (const auto& person : db::list_people(tx))
        facts.posts.emplace(person.key, person.post);
    return workflows::speaks_against(day, {asked_together}, facts);
}

bool is_still_asked(db::ReadTx& tx, const db::MailLink& link) {
    return has_seat(tx, link.person, link.board);
}

}  // namespace server::polls
