#include "db/memberships.hpp"

#include <algorithm>
#include <array>

#include "db/boards.hpp"
#include "db/people.hpp"
#include "db/person_row.hpp"
#include "db/statement.hpp"
#include "db/words.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(Membership, (), (id, board, person, role, label, from_day, to_day, version))
}  // namespace workflows

namespace db {

BOOST_DESCRIBE_STRUCT(Seat, (), (membership, person))
BOOST_DESCRIBE_STRUCT(StandingInvitation, (), (board, person, reason, to_day, version))

namespace {

using workflows::Board;
using workflows::Code;
using workflows::Error;
using workflows::Membership;
using workflows::Result;

constexpr const char* every_seat =
    "SELECT {m.membership}, {p.person} FROM membership m JOIN person p ON p.key = m.person";
constexpr const char* in_order_of_roles =
    " ORDER BY CASE m.role WHEN 'chair' THEN 1 WHEN 'vice-chair' THEN 2 WHEN 'lead-member' THEN 3"
    " WHEN 'lead-officer' THEN 4 WHEN 'member' THEN 5 ELSE 6 END,"
    " p.post, p.organisation, m.from_day";
constexpr Query<Seat> list_of_board{"memberships.list_of_board", every_seat,
                                    " WHERE m.board = :board", in_order_of_roles};
constexpr Query<Seat> list_of_boards{"memberships.list_of_boards", every_seat, in_order_of_roles};
constexpr Query<Membership> list_of_person{"memberships.list_of_person", R"(
    SELECT {m.columns} FROM membership m WHERE m.person = :person 
    ORDER BY m.board, m.role, m.from_day)"};
constexpr Query<Membership> list_on_day{"memberships.list_on_day", R"(
    SELECT {m.columns} FROM membership m WHERE m.from_day <= :day 
    AND (m.to_day = '' OR m.to_day >= :day) ORDER BY m.person, m.board, m.role)"};
constexpr Query<Membership> list_all{"memberships.list_all", R"(
    SELECT {m.columns} FROM membership m ORDER BY m.person, m.board, m.role, m.from_day)"};
constexpr Query<Membership> find_by_id{"memberships.find_by_id", R"(
    SELECT {m.columns} FROM membership m WHERE m.id = :id)"};
constexpr Sql insert{"memberships.insert", R"(
    INSERT INTO membership(id, board, person, role, label, from_day, to_day)
    VALUES (:id, :board, :person, :role, :label, :from_day, :to_day) ON CONFLICT DO NOTHING)"};
constexpr Sql set_end{"memberships.set_end", R"(
    UPDATE membership SET to_day = :to_day, version = version + 1
    WHERE id = :id AND version = :version)"};
constexpr Query<StandingInvitation> list_invitations{
    "memberships.list_invitations",
    "SELECT {columns} FROM standing_invitation ORDER BY board, person"};
constexpr Sql insert_invitation{"memberships.insert_invitation", R"(
    INSERT INTO standing_invitation(board, person, reason, to_day)
    VALUES (:board, :person, :reason, :to_day) ON CONFLICT DO NOTHING)"};
constexpr Sql update_invitation{"memberships.update_invitation", R"(
    UPDATE standing_invitation SET reason = :reason, to_day = :to_day, version = version + 1
    WHERE board = :board AND person = :person AND version = :version)"};

using S = std::string;

bool ends_before_it_begins(const Membership& a, const Membership& b) {
    return b.from_day && a.ends_before(*b.from_day);
}
bool overlap(const Membership& a, const Membership& b) {
    return !ends_before_it_begins(a, b) && !ends_before_it_begins(b, a);
}

std::string number_word(int number) {
    constexpr std::array words{"no",   "one", "two",   "three", "four",
                               "five", "six", "seven", "eight", "nine"};
    return words.at(static_cast<std::size_t>(number));
}

Error too_many_chairs(const Board& board, const std::vector<Seat>& chairs) {
    S posts;
    for (const auto& seat : chairs)
        posts += (posts.empty() ? "" : "; ") + seat.person.post;
    return workflows::conflict(
        "role", board.chairs == 0 ? words::has_no_chair(board.name)
                : board.chairs == 1
                    ? words::only_chair_is(board.name, posts)
                    : words::chairs_are(board.name, number_word(board.chairs), posts));
}

// The seat itself, when its last day moves, is not in its own way.
bool in_the_way(const Membership& seat, const Membership& added) {
    return seat.id != added.id && overlap(seat, added);
}

// The number of chairs rises only on a first day, so only first days need counting.
Result<void> check_chairs(ReadTx& tx, const Board& board, const Membership& added) {
    std::vector<Seat> chairs;
    for (auto& seat : list_memberships(tx, board.code))
        if (seat.membership.role == workflows::Role::chair && in_the_way(seat.membership, added))
            chairs.push_back(std::move(seat));
    std::vector<std::optional<workflows::Day>> first_days{added.from_day};
    for (const auto& seat : chairs)
        first_days.push_back(std::max(seat.membership.from_day, added.from_day));
    for (const auto& day : first_days) {
        std::vector<Seat> sitting;
        for (const auto& seat : chairs)
            if (seat.membership.from_day <= day && !(day && seat.membership.ends_before(*day)))
                sitting.push_back(seat);
        if (std::ssize(sitting) >= board.chairs) return too_many_chairs(board, sitting);
    }
    return {};
}

Result<void> check_not_seated(ReadTx& tx, const Board& board, const Membership& added) {
    for (const auto& seat : list_seats_of(tx, added.person))
        if (seat.board == added.board && seat.role == added.role && in_the_way(seat, added))
            return workflows::conflict(
                "person", words::already_seated(workflows::to_text(added.role), board.name));
    return {};
}

Result<void> check_days(const Membership& membership) {
    if (ends_before_it_begins(membership, membership))
        return workflows::invalid("to_day", words::ends_before_it_starts);
    return {};
}

// As for a new seat; an earlier last day only makes room.
Result<void> check_later_end(ReadTx& tx, const Membership& membership) {
    const auto board = load_board(tx, membership.board);
    if (!board) return board.error();
    auto free = check_not_seated(tx, *board, membership);
    if (free && membership.role == workflows::Role::chair)
        free = check_chairs(tx, *board, membership);
    if (!free) return workflows::conflict("to_day", free.error().message);
    return {};
}

}  // namespace

bool sits_on(const Membership& membership, workflows::Day day) {
    return membership.holds_on(day);
}

std::vector<Seat> list_memberships(ReadTx& tx, const std::string& board) {
    return select(tx.session(), list_of_board, {{"board", board}});
}

std::map<std::string, std::vector<Seat>> seats_by_board(ReadTx& tx) {
    std::map<std::string, std::vector<Seat>> seats;
    each(tx.session(), list_of_boards, {},
         [&](Seat seat) { seats[seat.membership.board].push_back(std::move(seat)); });
    return seats;
}

std::vector<Membership> list_seats_of(ReadTx& tx, const std::string& person) {
    return select(tx.session(), list_of_person, {{"person", person}});
}

std::vector<Membership> seats_on(ReadTx& tx, workflows::Day day) {
    return select(tx.session(), list_on_day, {{"day", day}});
}

std::vector<Membership> list_all_memberships(ReadTx& tx) {
    return select(tx.session(), list_all);
}

std::optional<Membership> find_membership(ReadTx& tx, const std::string& id) {
    return select_one(tx.session(), find_by_id, {{"id", id}});
}

Result<Membership> insert_membership(WriteTx& tx, Membership m) {
    if (auto ok = check_days(m); !ok) return ok.error();
    const auto board = load_board(tx, m.board);
    if (!board) return board.error();
    if (const auto person = load_person(tx, m.person); !person) return person.error();
    if (auto ok = check_not_seated(tx, *board, m); !ok) return ok.error();
    if (m.role == workflows::Role::chair)
        if (auto ok = check_chairs(tx, *board, m); !ok) return ok.error();
    if (m.id.empty()) m.id = tx.ids().id();
    if (run(tx.session(), insert, fields_of(m)) == 0)
        return workflows::conflict("person", words::membership_exists);
    tx.touch("board:" + m.board);
    tx.touch("people");
    m.version = 1;
    return m;
}

Result<void> end_membership(WriteTx& tx, const std::string& id, workflows::Day last, int version) {
    auto membership = find_membership(tx, id);
    if (!membership) return workflows::not_found(words::cannot_find("membership"));
    const bool later = membership->ends_before(last);
    membership->to_day = last;
    if (auto ok = check_days(*membership); !ok) return ok;
    if (later && membership->version == version)
        if (auto ok = check_later_end(tx, *membership); !ok) return ok;
    if (run(tx.session(), set_end,
            {{"to_day", membership->to_day}, {"id", id}, {"version", version}}) == 0)
        return Error{Code::stale, words::changed_since_form_opened("membership")};
    tx.touch("board:" + membership->board);
    tx.touch("people");
    return {};
}

std::vector<StandingInvitation> list_standing_invitations(ReadTx& tx) {
    return select(tx.session(), list_invitations);
}

bool invites_on(const StandingInvitation& invitation, workflows::Day day) {
    return !invitation.to_day || *invitation.to_day >= day;
}

Result<void> save_standing_invitation(WriteTx& tx, const StandingInvitation& invitation) {
    if (run(tx.session(), update_invitation, fields_of(invitation)) == 0)
        return Error{Code::stale, words::changed_since_form_opened("invitation")};
    tx.touch("board:" + invitation.board);
    return {};
}

Result<void> insert_standing_invitation(WriteTx& tx, const StandingInvitation& invitation) {
    if (run(tx.session(), insert_invitation, fields_of(invitation)) == 0)
        return workflows::conflict("person", words::invitation_exists);
    tx.touch("board:" + invitation.board);
    return {};
}

std::vector<const Sql*> memberships_statements() {
    return {&list_of_board,    &list_of_boards,    &list_of_person,   &list_on_day,
            &list_all,         &find_by_id,        &insert,           &set_end,
            &list_invitations, &insert_invitation, &update_invitation};
}

}  // namespace db
