#include "server/boards/shared_seats.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/boards/member_words.hpp"
#include "server/boards/seat_facts.hpp"
#include "workflows/core/roles.hpp"
#include "workflows/text/csv.hpp"
#include "workflows/text/words.hpp"

namespace server::boards {
namespace {

using workflows::Board;
using workflows::Day;
using workflows::Membership;

// Without the weekday.
// Without the day of the week; "" where the day is not known.
std::string day_words(const std::optional<Day>& day) {
    if (!day) return {};
    const auto words = workflows::long_date(*day);
    return words.substr(words.find(' ') + 1);
}

// What the seat gives where that is not what its role says.
std::string_view standing_where_unusual(const SharedSeat& seat) {
    const bool usual = seat.standing == workflows::default_standing(seat.role);
    return usual ? std::string_view() : workflows::to_words(seat.standing);
}

void add_seats_json(boost::json::array& list, const std::vector<SharedSeat>& seats) {
    for (const auto& seat : seats)
        list.push_back({{"board", seat.board},
                        {"role", workflows::to_text(seat.role)},
                        {"from", workflows::iso(seat.from_day)},
                        {"to", workflows::iso(seat.to_day)},
                        {"organisation", seat.organisation},
                        {"standing", workflows::to_text(seat.standing)}});
}

boost::json::object post_json(const SharedPost& post) {
    boost::json::array seats;
    add_seats_json(seats, post.here);
    add_seats_json(seats, post.there);
    return {{"person", post.person.key},
            {"post", post.person.post},
            {"organisation", post.person.organisation},
            {"seats", std::move(seats)}};
}

std::string joined_days(const std::vector<SharedSeat>& seats,
                        std::optional<Day> Membership::*field) {
    std::string text;
    for (const auto& seat : seats)
        text += (&seat == &seats.front() ? "" : "; ") + workflows::iso(seat.*field);
    return text;
}

std::string joined_roles(const std::vector<SharedSeat>& seats) {
    std::string text;
    for (const auto& seat : seats)
        text += (&seat == &seats.front() ? "" : "; ") + std::string(workflows::to_text(seat.role));
    return text;
}

std::string joined_organisations(const std::vector<SharedSeat>& seats) {
    std::string text;
    for (const auto& seat : seats)
        text += (&seat == &seats.front() ? "" : "; ") + seat.organisation;
    return text;
}

std::string joined_standings(const std::vector<SharedSeat>& seats) {
    std::string text;
    for (const auto& seat : seats)
        text +=
            (&seat == &seats.front() ? "" : "; ") + std::string(workflows::to_text(seat.standing));
    return text;
}

boost::json::array invitees_json(const std::vector<SharedInvitee>& invitees) {
    boost::json::array rows;
    for (const auto& one : invitees)
        rows.push_back({{"post", one.person.post},
                        {"organisation", one.person.organisation},
                        {"here", one.here},
                        {"there", one.there}});
    return rows;
}

}  // namespace

SharedSeats::SharedSeats(db::ReadTx& tx)
    : boards_(db::list_boards(tx)), people_(db::list_people(tx)) {
    for (const auto& board : boards_)
        ended_.emplace(board.code, board.succeeded_by.empty()
                                       ? Day::max()
                                       : board.succeeded_on.value_or(Day::min()));
    for (auto& invitation : db::list_standing_invitations(tx)) {
        auto& invitations = invitations_[invitation.person];
        invitations.push_back(std::move(invitation));
    }
    std::map<std::string, std::string> organisations;
    for (const auto& person : people_) {
        organisations[person.key] = person.organisation;
        if (invitations_.contains(person.key)) invited_.push_back(person);
    }
    const auto details = db::all_seat_details(tx);
    for (auto& seat : db::list_all_memberships(tx)) {
        if (seat.role == workflows::Role::secretariat) continue;
        const auto found = details.find(seat.id);
        const auto detail = found == details.end() ? db::SeatDetail() : found->second;
        const auto& own = organisations[seat.person];
        const bool other = !detail.organisation.empty() && detail.organisation != own;
        const auto standing = standing_of(seat, detail);
        auto& seats = memberships_[seat.person];
        seats.push_back({std::move(seat), other ? detail.organisation : own, standing, other});
    }
}

std::vector<Board> SharedSeats::boards(Day day) const {
    auto boards = boards_;
    std::erase_if(boards, [&](const Board& board) { return ended_.at(board.code) <= day; });
    return boards;
}

SharedSeats::Seats SharedSeats::seats_of(const std::string& person, Day day) const {
    Seats seats;
    const auto found = memberships_.find(person);
    if (found == memberships_.end()) return seats;
    for (const auto& seat : found->second) {
        const auto ended = ended_.find(seat.board);
        const bool over = ended == ended_.end() || ended->second <= day;
        if (!over && db::sits_on(seat, day)) seats[seat.board].push_back(seat);
    }
    return seats;
}

std::vector<BoardPair> SharedSeats::pairs(Day day) const {
    std::map<std::pair<std::string, std::string>, std::vector<SharedPost>> found;
    for (const auto& person : people_) {
        const auto seats = seats_of(person.key, day);
        for (auto here = seats.begin(); here != seats.end(); ++here) {
            for (auto there = std::next(here); there != seats.end(); ++there)
                found[{here->first, there->first}].push_back({person, here->second, there->second});
        }
    }
    std::vector<BoardPair> pairs;
    for (auto& [boards, posts] : found)
        pairs.push_back({boards.first, boards.second, std::move(posts)});
    return pairs;
}

std::vector<BoardPair> SharedSeats::pairs_of(const std::string& board, Day day) const {
    std::map<std::string, std::vector<SharedPost>> found;
    for (const auto& person : people_) {
        const auto seats = seats_of(person.key, day);
        const auto here = seats.find(board);
        if (here == seats.end()) continue;
        for (const auto& [other, there] : seats) {
            if (other != board) found[other].push_back({person, here->second, there});
        }
    }
    std::vector<BoardPair> pairs;
    for (auto& [other, posts] : found)
        pairs.push_back({board, other, std::move(posts)});
    return pairs;
}

std::vector<SharedPost> SharedSeats::on_both(const std::string& board, const std::string& other,
                                             Day day) const {
    for (auto& pair : pairs_of(board, day)) {
        if (pair.other == other) return std::move(pair.posts);
    }
    return {};
}

std::vector<SharedInvitee> SharedSeats::invited_to_both(const std::string& board,
                                                        const std::string& other, Day day) const {
    std::vector<SharedInvitee> invitees;
    if (board == other) return invitees;
    for (const auto& person : invited_) {
        const auto& invitations = invitations_.at(person.key);
        const auto is_invited = [&](const std::string& code) {
            return std::ranges::any_of(invitations, [&](const auto& one) {
                return one.board == code && db::invites_on(one, day);
            });
        };
        if (!is_invited(board) && !is_invited(other)) continue;
        const auto seats = seats_of(person.key, day);
        const auto words = [&](const std::string& code) {
            if (const auto found = seats.find(code); found != seats.end())
                return seats_words(found->second);
            return std::string(is_invited(code) ? member_words::always_invited : "");
        };
        const bool sits_on_both = seats.contains(board) && seats.contains(other);
        auto here = words(board);
        auto there = words(other);
        if (!sits_on_both && !here.empty() && !there.empty())
            invitees.push_back({person, std::move(here), std::move(there)});
    }
    return invitees;
}

std::string seats_words(const std::vector<SharedSeat>& seats) {
    std::vector<std::string> parts;
    for (const auto& seat : seats) {
        const auto held = member_words::held_between(
            workflows::to_words(seat.role), day_words(seat.from_day), day_words(seat.to_day));
        parts.push_back(member_words::seat(held, standing_where_unusual(seat),
                                           seat.other_organisation ? seat.organisation : ""));
    }
    return workflows::text::joined(parts, "; ");
}

std::string shared_seats_json(const SharedSeats& seats, Day day) {
    boost::json::array codes;
    for (const auto& board : seats.boards(day))
        codes.emplace_back(board.code);
    boost::json::array pairs;
    for (const auto& pair : seats.pairs(day)) {
        boost::json::array posts;
        for (const auto& post : pair.posts)
            posts.push_back(post_json(post));
        pairs.push_back(
            {{"boards", boost::json::array{pair.board, pair.other}},
             {"count", pair.posts.size()},
             {"posts", std::move(posts)},
             {"invitees", invitees_json(seats.invited_to_both(pair.board, pair.other, day))}});
    }
    return boost::json::serialize(boost::json::object{
        {"date", workflows::iso(day)}, {"boards", std::move(codes)}, {"pairs", std::move(pairs)}});
}

std::string shared_seats_csv(const SharedSeats& seats, Day day) {
    auto text = workflows::text::csv_line({"board", "other_board", "person", "post", "organisation",
                                           "role", "from", "to", "other_role", "other_from",
                                           "other_to", "seat_organisation", "standing",
                                           "other_seat_organisation", "other_standing"});
    for (const auto& pair : seats.pairs(day)) {
        for (const auto& [person, here, there] : pair.posts)
            text += workflows::text::csv_line(
                {pair.board, pair.other, person.key, person.post, person.organisation,
                 joined_roles(here), joined_days(here, &Membership::from_day),
                 joined_days(here, &Membership::to_day), joined_roles(there),
                 joined_days(there, &Membership::from_day), joined_days(there, &Membership::to_day),
                 joined_organisations(here), joined_standings(here), joined_organisations(there),
                 joined_standings(there)});
    }
    return text;
}

}  // namespace server::boards
