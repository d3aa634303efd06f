#include "server/succession/hand_over_obligations.hpp"

#include "db/obligations.hpp"
#include "server/succession/words.hpp"
#include "server/timetable/obligation_item_commands.hpp"
#include "workflows/succession/merger.hpp"

namespace server::succession {
namespace {

std::optional<db::ObligationRow> same_of_successor(db::ReadTx& tx, const db::HandOver& change,
                                                   const db::ObligationRow& row) {
    return db::find_obligation(tx, row.year, row.what.report, change.to, row.what.purpose);
}

std::string pass_on(db::WriteTx& tx, const db::HandOver& change, const db::ObligationRow& row) {
    const auto other = same_of_successor(tx, change, row);
    const bool others_stays = other && workflows::prevails(other->state, row.state);
    const auto& stays = others_stays ? *other : row;
    auto words = change.from + " to " + change.to;
    if (other) {
        const auto& goes = others_stays ? row : *other;
        timetable::take_item_off(tx, goes.item);
        db::join_obligations(tx, stays, goes);
        words += ": one with that of " + goes.what.board +
                 ", which was: " + std::string(workflows::to_words(goes.state));
    }
    db::pass_obligation_on(tx, stays, change.to, words);
    return "obligation:" + stays.id;
}

}  // namespace

std::vector<std::string> hand_over_obligations(db::WriteTx& tx, const db::HandOver& change) {
    std::vector<std::string> all;
    for (const auto& row : db::list_open_obligations_of(tx, change.from))
        all.push_back(pass_on(tx, change, row));
    return all;
}

db::HandOverNames obligations_to_hand_over(db::ReadTx& tx, const db::HandOver& change) {
    db::HandOverNames names;
    for (const auto& row : db::list_open_obligations_of(tx, change.from)) {
        auto text = words::report_line(row.what.report, workflows::to_words(row.what.season),
                                       row.year, workflows::to_words(row.state));
        if (const auto other = same_of_successor(tx, change, row))
            text = words::joined_report(text, change.to, workflows::to_words(other->state));
        names.push_back(std::move(text));
    }
    return names;
}

}  // namespace server::succession
