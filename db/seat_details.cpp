#include "db/seat_details.hpp"

#include "db/memberships.hpp"
#include "db/statement.hpp"

namespace db {
namespace {

using workflows::Code;
using workflows::Error;
using workflows::Membership;
using workflows::Result;
using S = std::string;

constexpr Sql list_of_board{"seat_details.list_of_board", R"(
    SELECT d.membership, d.organisation, d.standing, d.on_behalf_of, d.version
    FROM membership m JOIN membership_detail d ON d.membership = m.id WHERE m.board = :board)"};
constexpr Sql list_all{"seat_details.list_all", R"(
    SELECT membership, organisation, standing, on_behalf_of, version FROM membership_detail)"};
constexpr Sql find{"seat_details.find", R"(
    SELECT membership, organisation, standing, on_behalf_of, version FROM membership_detail
    WHERE membership = :membership)"};
constexpr Sql insert{"seat_details.insert", R"(
    INSERT INTO membership_detail(membership, organisation, standing, on_behalf_of)
    VALUES (:membership, :organisation, :standing, :on_behalf_of) ON CONFLICT DO NOTHING)"};
constexpr Sql update{"seat_details.update", R"(
    UPDATE membership_detail SET organisation = :organisation, standing = :standing,
        on_behalf_of = :on_behalf_of, version = version + 1
    WHERE membership = :membership AND version = :version)"};
constexpr Sql find_quorum{"seat_details.find_quorum",
                          "SELECT votes_needed FROM board_quorum WHERE board = :board"};
constexpr Sql set_quorum{"seat_details.set_quorum", R"(
    INSERT INTO board_quorum(board, votes_needed) VALUES (:board, :votes_needed)
    ON CONFLICT (board) DO UPDATE SET votes_needed = excluded.votes_needed)"};
constexpr Sql list_planned{"seat_details.list_hand_overs", R"(
    SELECT board, office, on_day, from_person, to_person, last_day FROM office_hand_over
    WHERE on_day >= :from_day ORDER BY on_day, board, office, from_person)"};
constexpr Sql insert_planned{"seat_details.insert_hand_over", R"(
    INSERT INTO office_hand_over(board, office, on_day, from_person, to_person, last_day)
    VALUES (:board, :office, :on_day, :from_person, :to_person, :last_day)
    ON CONFLICT DO NOTHING)"};
constexpr Sql remove_planned{"seat_details.remove_hand_over", R"(
    DELETE FROM office_hand_over WHERE board = :board AND office = :office AND on_day = :on_day
    AND from_person = :from_person)"};
constexpr Sql remove_detail{"seat_details.remove_new_detail", R"(
    DELETE FROM membership_detail WHERE membership IN (SELECT id FROM membership
    WHERE board = :board AND person = :person AND role = :role AND from_day = :from_day))"};
constexpr Sql remove_seat{"seat_details.remove_new_seat", R"(
    DELETE FROM membership WHERE board = :board AND person = :person AND role = :role
    AND from_day = :from_day)"};
constexpr Sql reopen_seat{"seat_details.reopen_seat", R"(
    UPDATE membership SET to_day = :last_day, version = version + 1
    WHERE board = :board AND person = :person AND role = :role AND to_day = :to_day)"};

template <class... A>
SeatDetails query(ReadTx& tx, const Sql& sql, const A&... arguments) {
    SeatDetails details;
    each<S, S, S, S, int>(
        tx.session(), sql,
        [&](const S& membership, const S& organisation, const S& standing, const S& on_behalf_of,
            int version) {
            details[membership] = {organisation,
                                   workflows::from_text<workflows::Standing>(standing),
                                   on_behalf_of, version};
        },
        arguments...);
    return details;
}

S standing_text(const SeatDetail& detail) {
    return detail.standing ? S(workflows::to_text(*detail.standing)) : S();
}

S role_text(workflows::Office office) {
    return S(workflows::to_text(workflows::role_of(office)));
}

}  // namespace

bool SeatDetail::says_as(const SeatDetail& other) const {
    return organisation == other.organisation && standing == other.standing &&
           on_behalf_of == other.on_behalf_of;
}

SeatDetails details_of_board(ReadTx& tx, const S& board) {
    return query(tx, list_of_board, board);
}

SeatDetails all_seat_details(ReadTx& tx) {
    return query(tx, list_all);
}

SeatDetail find_seat_detail(ReadTx& tx, const S& membership) {
    auto found = query(tx, find, membership);
    return found.empty() ? SeatDetail() : std::move(found.begin()->second);
}

Result<void> save_seat_detail(WriteTx& tx, const Membership& membership, const SeatDetail& detail) {
    const auto rows = detail.version == 0
                          ? run(tx.session(), insert, membership.id, detail.organisation,
                                standing_text(detail), detail.on_behalf_of)
                          : run(tx.session(), update, detail.organisation, standing_text(detail),
                                detail.on_behalf_of, membership.id, detail.version);
    if (rows == 0)
        return Error{Code::stale,
                     "Somebody else changed this seat since you opened the form. Open it again."};
    tx.touch("board:" + membership.board);
    tx.touch("people");
    return {};
}

int quorum_of(ReadTx& tx, const S& board) {
    return value<int>(tx.session(), find_quorum, board);
}

void save_quorum(WriteTx& tx, const S& board, int votes_needed) {
    run(tx.session(), set_quorum, board, votes_needed);
    tx.touch("board:" + board);
}

std::vector<OfficeHandOver> list_hand_overs(ReadTx& tx, const S& board, workflows::Day from) {
    std::vector<OfficeHandOver> list;
    each<S, S, S, S, S, S>(
        tx.session(), list_planned,
        [&](const S& code, const S& office, const S& on, const S& from_person, const S& to_person,
            const S& last_day) {
            if (!board.empty() && code != board) return;
            list.push_back({code, workflows::from_text<workflows::Office>(office).value(),
                            workflows::parse_day(on).value(), from_person, to_person, last_day});
        },
        workflows::iso(from));
    return list;
}

Result<OfficeHandOver> plan_hand_over(WriteTx& tx, const Membership& from_seat,
                                      workflows::Office office, const S& to_person,
                                      workflows::Day on) {
    if (to_person == from_seat.person)
        return workflows::invalid("to_person", "Choose another post than the one that holds it");
    const OfficeHandOver planned{from_seat.board,  office,    on,
                                 from_seat.person, to_person, from_seat.to_day};
    auto ended = end_membership(tx, from_seat.id, on - std::chrono::days(1), from_seat.version);
    if (!ended && ended.error().field == "to_day")
        return workflows::invalid("on", "Enter a day after the first day of the present seat");
    if (!ended) return ended.error();
    Membership seat;
    seat.board = from_seat.board;
    seat.person = to_person;
    seat.role = role_text(office);
    seat.from_day = workflows::iso(on);
    const auto added = insert_membership(tx, std::move(seat));
    if (!added) {
        auto error = added.error();
        error.field = error.field == "role" ? "on" : "to_person";
        return error;
    }
    run(tx.session(), insert_planned, planned.board, workflows::to_text(office), workflows::iso(on),
        planned.from_person, to_person, planned.last_day);
    return planned;
}

Result<void> undo_hand_over(WriteTx& tx, const OfficeHandOver& planned) {
    const auto on = workflows::iso(planned.on);
    const auto role = role_text(planned.office);
    if (run(tx.session(), remove_planned, planned.board, workflows::to_text(planned.office), on,
            planned.from_person) == 0)
        return workflows::not_found("There is no such hand-over any more.");
    run(tx.session(), remove_detail, planned.board, planned.to_person, role, on);
    run(tx.session(), remove_seat, planned.board, planned.to_person, role, on);
    run(tx.session(), reopen_seat, planned.last_day, planned.board, planned.from_person, role,
        workflows::iso(planned.on - std::chrono::days(1)));
    tx.touch("board:" + planned.board);
    tx.touch("people");
    return {};
}

std::vector<const Sql*> seat_details_statements() {
    return {&list_of_board, &list_all,    &find,         &insert,         &update,
            &find_quorum,   &set_quorum,  &list_planned, &insert_planned, &remove_planned,
            &remove_detail, &remove_seat, &reopen_seat};
}

}  // namespace db
