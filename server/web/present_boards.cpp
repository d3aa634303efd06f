#include "server/web/present_boards.hpp"

#include <string>

#include "db/boards.hpp"
#include "server/base/app.hpp"
#include "server/web/site.hpp"
#include "server/web/words.hpp"

namespace server::web {
namespace {

Result<void> check_one(db::ReadTx& tx, const std::string& field, const std::string& name,
                       workflows::Day today) {
    auto board = db::find_board(tx, name);
    if (!board) board = db::find_board_by_slug(tx, name);
    if (!board || board->is_active(today)) return {};
    const auto successor = db::find_board(tx, board->succeeded_by);
    return workflows::invalid(
        field,
        words::board_replaced(board->name, successor ? successor->name : board->succeeded_by));
}

}  // namespace

Result<void> check_boards_present(const Context& context, db::ReadTx& tx, Address address) {
    const auto today = context.today(tx);
    for (const auto& form : context.app.site->boards_present) {
        if (form.address->pattern != address.pattern) continue;
        const std::string field(form.field);
        for (const auto& name : context.form().all(field))
            if (auto present = check_one(tx, field, name, today); !present) return present;
    }
    return {};
}

}  // namespace server::web
