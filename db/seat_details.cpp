#include "db/seat_details.hpp"

#include "db/memberships.hpp"
#include "db/statement.hpp"
#include "db/words.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(SeatDetail, (), (organisation, standing, on_behalf_of, version))
BOOST_DESCRIBE_STRUCT(OfficeHandOver, (), (board, office, on, from_person, to_person, last_day))
template <>
inline constexpr std::array columns_from<OfficeHandOver>{From{"on", "on_day"}};

namespace {

using workflows::Code;
using workflows::Error;
using workflows::Membership;
using workflows::Result;
using S = std::string;

struct DetailRow {
    S membership;
    SeatDetail detail;
};
BOOST_DESCRIBE_STRUCT(DetailRow, (), (membership, detail))

constexpr Query<DetailRow> list_of_board{"seat_details.list_of_board", R"(
    SELECT {d.columns}
    FROM membership m JOIN membership_detail d ON d.membership = m.id WHERE m.board = :board)"};
constexpr Query<DetailRow> list_all{"seat_details.list_all", R"(
    SELECT {columns} FROM membership_detail)"};
constexpr Query<DetailRow> find{"seat_details.find", R"(
    SELECT {columns} FROM membership_detail
    WHERE membership = :membership)"};
constexpr Sql insert{"seat_details.insert", R"(
    INSERT INTO membership_detail(membership, organisation, standing, on_behalf_of)
    VALUES (:membership, :organisation, :standing, :on_behalf_of) ON CONFLICT DO NOTHING)"};
constexpr Sql update{"seat_details.update", R"(
    UPDATE membership_detail SET organisation = :organisation, standing = :standing,
        on_behalf_of = :on_behalf_of, version = version + 1
    WHERE membership = :membership AND version = :version)"};
constexpr Query<int> find_quorum{"seat_details.find_quorum",
                                 "SELECT votes_needed FROM board_quorum WHERE board = :board"};
constexpr Sql set_quorum{"seat_details.set_quorum", R"(
    INSERT INTO board_quorum(board, votes_needed) VALUES (:board, :votes_needed)
    ON CONFLICT (board) DO UPDATE SET votes_needed = excluded.votes_needed)"};
constexpr Query<OfficeHandOver> list_planned{"seat_details.list_hand_overs", R"(
    SELECT {columns} FROM office_hand_over
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

SeatDetails by_membership(std::vector<DetailRow> rows) {
    SeatDetails details;
    for (auto& row : rows)
        details[row.membership] = std::move(row.detail);
    return details;
}

}  // namespace

bool SeatDetail::says_as(const SeatDetail& other) const {
    return organisation == other.organisation && standing == other.standing &&
           on_behalf_of == other.on_behalf_of;
}

SeatDetails details_of_board(ReadTx& tx, const S& board) {
    return by_membership(select(tx.session(), list_of_board, {{"board", board}}));
}

SeatDetails all_seat_details(ReadTx& tx) {
    return by_membership(select(tx.session(), list_all));
}

SeatDetail find_seat_detail(ReadTx& tx, const S& membership) {
    return value(tx.session(), find, {{"membership", membership}}).detail;
}

Result<void> save_seat_detail(WriteTx& tx, const Membership& membership, const SeatDetail& detail) {
    const Sql& sql = detail.version == 0 ? insert : update;
    const auto rows = run(tx.session(), sql, fields_of(DetailRow{membership.id, detail}));
    if (rows == 0) return Error{Code::stale, words::changed_since_form_opened("membership")};
    tx.touch("board:" + membership.board);
    tx.touch("people");
    return {};
}

int quorum_of(ReadTx& tx, const S& board) {
    return value(tx.session(), find_quorum, {{"board", board}});
}

void save_quorum(WriteTx& tx, const S& board, int votes_needed) {
    run(tx.session(), set_quorum, {{"board", board}, {"votes_needed", votes_needed}});
    tx.touch("board:" + board);
}

std::vector<OfficeHandOver> list_hand_overs(ReadTx& tx, const S& board, workflows::Day from) {
    auto list = select(tx.session(), list_planned, {{"from_day", from}});
    std::erase_if(list, [&](const auto& row) { return !board.empty() && row.board != board; });
    return list;
}

Result<OfficeHandOver> plan_hand_over(WriteTx& tx, const Membership& from_seat,
                                      workflows::Office office, const S& to_person,
                                      workflows::Day on) {
    if (to_person == from_seat.person)
        return workflows::invalid("to_person", words::hand_over_to_the_same);
    const OfficeHandOver planned{from_seat.board,  office,    on,
                                 from_seat.person, to_person, from_seat.to_day};
    auto ended = end_membership(tx, from_seat.id, on - std::chrono::days(1), from_seat.version);
    if (!ended && ended.error().field == "to_day")
        return workflows::invalid("on", words::hand_over_too_early);
    if (!ended) return ended.error();
    Membership seat;
    seat.board = from_seat.board;
    seat.person = to_person;
    seat.role = workflows::role_of(office);
    seat.from_day = on;
    const auto added = insert_membership(tx, std::move(seat));
    if (!added) {
        auto error = added.error();
        error.field = error.field == "role" ? "on" : "to_person";
        return error;
    }
    run(tx.session(), insert_planned, fields_of(planned));
    return planned;
}

Result<void> undo_hand_over(WriteTx& tx, const OfficeHandOver& planned) {
    const auto on = workflows::iso(planned.on);
    const auto role = workflows::role_of(planned.office);
    if (run(tx.session(), remove_planned,
            {{"board", planned.board},
             {"office", planned.office},
             {"on_day", on},
             {"from_person", planned.from_person}}) == 0)
        return workflows::not_found(words::hand_over_gone);
    run(tx.session(), remove_detail,
        {{"board", planned.board},
         {"person", planned.to_person},
         {"role", role},
         {"from_day", on}});
    run(tx.session(), remove_seat,
        {{"board", planned.board},
         {"person", planned.to_person},
         {"role", role},
         {"from_day", on}});
    run(tx.session(), reopen_seat,
        {{"last_day", planned.last_day},
         {"board", planned.board},
         {"person", planned.from_person},
         {"role", role},
         {"to_day", planned.on - std::chrono::days(1)}});
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
