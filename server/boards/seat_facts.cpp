#include "server/boards/seat_facts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "db/people.hpp"
#include "server/boards/board_facts.hpp"
#include "server/boards/member_words.hpp"

namespace server::boards {
namespace {

using workflows::Day;
using workflows::Membership;
using workflows::Person;

using People = std::map<std::string, Person>;

People people_to_come(db::ReadTx& tx, const std::vector<db::OfficeHandOver>& planned) {
    std::set<std::string> keys;
    for (const auto& one : planned)
        keys.insert(one.to_person);
    return keys.empty() ? People{} : db::find_people(tx, keys);
}

std::string passes_words(const People& people, const db::OfficeHandOver& planned) {
    const auto to = people.find(planned.to_person);
    return member_words::office_passes_to(
        workflows::to_words(planned.office),
        to == people.end() ? planned.to_person : post_words(to->second),
        workflows::long_date(planned.on));
}

}  // namespace

std::string organisation_of(const Person& person, const db::SeatDetail& detail) {
    return detail.organisation.empty() ? person.organisation : detail.organisation;
}

workflows::Standing standing_of(const Membership& seat, const db::SeatDetail& detail) {
    if (detail.standing) return *detail.standing;
    return workflows::default_standing(seat.role);
}

std::string represents_words(const Person& person, const db::SeatDetail& detail) {
    auto organisation = organisation_of(person, detail);
    if (detail.on_behalf_of.empty()) return organisation;
    return member_words::on_behalf_of(organisation, detail.on_behalf_of);
}

std::vector<BoardSeat> board_seats(db::ReadTx& tx, const std::string& board, Day day) {
    const auto details = db::details_of_board(tx, board);
    std::vector<BoardSeat> seats;
    for (auto& [membership, person] : db::list_memberships(tx, board)) {
        if (!db::sits_on(membership, day)) continue;
        const auto found = details.find(membership.id);
        auto detail = found == details.end() ? db::SeatDetail() : found->second;
        seats.push_back({std::move(membership), std::move(person), std::move(detail)});
    }
    return seats;
}

Quorum board_quorum(db::ReadTx& tx, const std::string& board, Day day) {
    std::vector<workflows::VotingSeat> seats;
    for (const auto& seat : board_seats(tx, board, day))
        seats.push_back({seat.person.key, standing_of(seat.membership, seat.detail)});
    return {db::quorum_of(tx, board), workflows::voters(seats)};
}

boost::json::array seats_json(const std::vector<BoardSeat>& seats) {
    boost::json::array rows;
    for (const auto& seat : seats)
        rows.push_back({{"post", seat.person.post},
                        {"role", workflows::to_text(seat.membership.role)},
                        {"label", seat.membership.label},
                        {"organisation", organisation_of(seat.person, seat.detail)},
                        {"standing", workflows::to_text(standing_of(seat.membership, seat.detail))},
                        {"on_behalf_of", seat.detail.on_behalf_of},
                        {"from", workflows::iso(seat.membership.from_day)},
                        {"to", workflows::iso(seat.membership.to_day)}});
    return rows;
}

std::vector<std::string> hand_over_words(db::ReadTx& tx, const std::string& board, Day today) {
    std::vector<std::string> words;
    const auto planned = db::list_hand_overs(tx, board, today);
    const auto people = people_to_come(tx, planned);
    for (const auto& one : planned)
        words.push_back(passes_words(people, one));
    return words;
}

void add_hand_over_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                          std::vector<workflows::Duty>& duties) {
    const auto all = db::list_hand_overs(tx, "", facts.from);
    const auto to_come = people_to_come(tx, all);
    for (const auto& planned : all) {
        const auto board = facts.boards.find(planned.board);
        if (planned.on > facts.to || board == facts.boards.end()) continue;
        workflows::Duty duty;
        duty.kind = workflows::ReminderKind::handover_due;
        duty.board = planned.board;
        duty.subject = planned.board + "-" + std::string(workflows::to_text(planned.office)) + "-" +
                       workflows::iso(planned.on) + "-" + planned.from_person;
        duty.title =
            member_words::office_at(workflows::to_words(planned.office), board->second.name);
        duty.due = planned.on;
        duty.useful_until = planned.on;
        duty.zone = facts.zone_of(planned.board);
        duty.words = passes_words(to_come, planned) + ".";
        duty.path = board_href(board->second);
        std::vector<std::string> people = facts.seats.officers(planned.board);
        people.push_back(planned.from_person);
        people.push_back(planned.to_person);
        for (const auto& person : people) {
            const bool known = std::ranges::any_of(
                duty.people, [&](const auto& reminded) { return reminded.person == person; });
            if (!known) duty.people.push_back({person, workflows::RemindedAs::secretariat});
        }
        duties.push_back(std::move(duty));
    }
}

void add_hand_over_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                         std::vector<workflows::Todo>& todos) {
    const auto all = db::list_hand_overs(tx, "", facts.today);
    const auto to_come = people_to_come(tx, all);
    for (const auto& planned : all) {
        const auto board = facts.boards.find(planned.board);
        const bool concerned = facts.speaks_for(planned.board) ||
                               facts.viewer.person == planned.from_person ||
                               facts.viewer.person == planned.to_person;
        if (!concerned || board == facts.boards.end()) continue;
        todos.push_back({workflows::TodoKind::board_change, planned.on,
                         member_words::hand_over_office(workflows::to_words(planned.office),
                                                        board->second.name),
                         board_href(board->second), planned.board});
    }
}

}  // namespace server::boards
