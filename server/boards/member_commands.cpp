#include "server/boards/member_commands.hpp"

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/boards/member_words.hpp"
#include "server/boards/seat_facts.hpp"
#include "server/boards/seat_queries.hpp"

namespace server::boards {

Result<void> add_member(const base::Acting&, db::WriteTx& tx, const AddMember& command) {
    const auto board = db::load_board(tx, command.seat.board);
    if (!board) return board.error();
    const auto added = db::insert_membership(tx, command.seat);
    if (!added && added.error().code == workflows::Code::not_found)
        return workflows::invalid("person", member_words::select_a_post_from_the_list);
    if (!added) return added.error();
    if (!command.detail.says_as({})) {
        if (auto saved = db::save_seat_detail(tx, *added, command.detail); !saved)
            return saved.error();
    }
    db::append_audit(tx, {"membership.add", "person:" + added->person, board->code,
                          member_words::member_from(labelled_role_words(*added), board->name,
                                                    workflows::iso(added->from_day))});
    return {};
}

Result<void> edit_seat(const base::Acting&, db::WriteTx& tx, const EditSeat& command) {
    const auto seat = load_seat(tx, command.membership);
    if (!seat) return seat.error();
    const auto& [membership, board, person] = *seat;
    if (auto saved = db::save_seat_detail(tx, membership, command.detail); !saved)
        return saved.error();
    db::append_audit(tx, {"membership.edit", "person:" + person.key, board.code,
                          member_words::membership_changed(
                              role_words(membership), board.name,
                              workflows::to_words(standing_of(membership, command.detail)),
                              represents_words(person, command.detail))});
    return {};
}

Result<void> end_membership(const base::Acting&, db::WriteTx& tx, const EndMembership& command) {
    const auto seat = load_seat(tx, command.membership);
    if (!seat) return seat.error();
    const auto saved =
        db::end_membership(tx, seat->membership.id, command.last_day, command.version);
    if (!saved) return saved.error();
    db::append_audit(
        tx, {"membership.end", "person:" + seat->person.key, seat->board.code,
             member_words::member_until(labelled_role_words(seat->membership), seat->board.name,
                                        workflows::iso(command.last_day))});
    return {};
}

}  // namespace server::boards
