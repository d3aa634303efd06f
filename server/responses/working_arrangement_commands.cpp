#include "server/responses/working_arrangement_commands.hpp"

#include "db/audit.hpp"
#include "server/responses/response_commands.hpp"
#include "server/responses/words.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::responses {

Result<void> add_arrangement(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                             const AddArrangement& command) {
    const auto row = db::insert_arrangement(tx, command.arrangement);
    db::append_audit(tx, {"arrangement.add", "arrangement:" + row.id, row.owing_board,
                          row.owing_board + " to " + row.asking_board});
    queue_arrangement_letter(app, tx, row, row.asking_board, acting.post);
    return {};
}

Result<void> end_arrangement(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                             const EndArrangement& command) {
    auto row = db::load_arrangement(tx, command.arrangement);
    if (!row) return row.error();
    const auto& own = command.boards;
    const bool asker = own.contains(row->asking_board);
    if (!asker && !own.contains(row->owing_board))
        return workflows::not_found(words::no_such_arrangement);
    if (row->ended_on) return workflows::refused(words::already_ended);
    const auto& reason = command.reason;
    if (!asker && workflows::text::is_blank(reason))
        return workflows::invalid("reason", words::end_reason_missing);
    if (workflows::text::characters(reason) > workflows::comment_characters_max)
        return workflows::invalid("reason", words::end_reason_too_long);
    row->ended_on = acting.today;
    row->end_reason = asker ? std::string() : reason;
    if (auto saved = db::save_arrangement(tx, *row); !saved) return saved.error();
    const auto& by = asker ? row->asking_board : row->owing_board;
    db::append_audit(tx, {"arrangement.end", "arrangement:" + row->id, by,
                          row->owing_board + " to " + row->asking_board});
    queue_arrangement_letter(app, tx, *row, by, acting.post);
    return {};
}

}  // namespace server::responses
