#include "server/boards/office_change_commands.hpp"

#include "db/audit.hpp"
#include "db/seat_details.hpp"
#include "server/boards/member_words.hpp"

namespace server::boards {

using workflows::invalid;

std::optional<workflows::Office> office_of(const workflows::Membership& seat) {
    for (const auto& office : workflows::names<workflows::Office>)
        if (seat.role == workflows::role_of(office.value)) return office.value;
    return std::nullopt;
}

Result<workflows::Membership> find_office_seat(db::ReadTx& tx, const std::string& board,
                                               const std::string& membership) {
    auto seat = db::find_membership(tx, membership);
    if (!seat || seat->board != board || !office_of(*seat))
        return invalid("from_seat", member_words::select_the_current_postholder);
    return *std::move(seat);
}

Result<void> plan_hand_over(const base::Acting& acting, db::WriteTx& tx,
                            const PlanHandOver& command) {
    const auto seat = find_office_seat(tx, command.board, command.from_seat);
    if (!seat) return seat.error();
    const auto on = command.on;
    if (!on || *on <= acting.today) return invalid("on", member_words::enter_a_date_in_the_future);
    if (seat->ends_before(*on - std::chrono::days(1)))
        return invalid("on", member_words::the_current_postholders_term_ends_before);
    if (command.to_person.empty())
        return invalid("to_person", member_words::select_the_new_postholder);
    const auto office = office_of(*seat).value();
    const auto planned = db::plan_hand_over(tx, *seat, office, command.to_person, *on);
    if (!planned) return planned.error();
    db::append_audit(
        tx, {"office.hand_over", "person:" + planned->to_person, command.board,
             member_words::office_from_on(workflows::to_words(office), planned->from_person,
                                          workflows::iso(planned->on))});
    return {};
}

Result<void> take_back_hand_over(const base::Acting& acting, db::WriteTx& tx,
                                 const TakeBackHandOver& command) {
    const auto tomorrow = acting.today + std::chrono::days(1);
    for (const auto& planned : db::list_hand_overs(tx, command.board, tomorrow)) {
        const bool meant = workflows::iso(planned.on) == command.on &&
                           planned.from_person == command.from_person &&
                           workflows::to_text(planned.office) == command.office;
        if (!meant) continue;
        if (auto undone = db::undo_hand_over(tx, planned); !undone) return undone.error();
        db::append_audit(tx,
                         {"office.hand_over_undone", "person:" + planned.to_person, command.board,
                          member_words::office_on(workflows::to_words(planned.office),
                                                  workflows::iso(planned.on))});
        return {};
    }
    return workflows::refused(member_words::we_cannot_find_this_scheduled_handover);
}

}  // namespace server::boards
