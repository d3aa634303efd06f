#include "server/consultation/comment_commands.hpp"

#include "db/audit.hpp"
#include "server/circulation/words.hpp"
#include "server/consultation/words.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"

namespace server::consultation {

std::string reply_field(const db::StopAnswer& answer) {
    return "reply-" + answer.stop + "-" + std::to_string(answer.number);
}

Result<void> reply_to_comments(const base::Acting&, db::WriteTx& tx,
                               const ReplyToComments& command) {
    const auto row = db::load_circulation(tx, command.circulation);
    if (!row) return row.error();
    for (const auto& answer : command.replies) {
        if (workflows::text::characters(answer.reply) > workflows::comment_characters_max)
            return workflows::invalid(reply_field(answer), circulation::words::too_long(
                                                               workflows::comment_characters_max));
        if (auto done = db::save_stop_reply(tx, answer); !done) return done.error();
    }
    if (command.replies.empty()) return {};
    db::append_audit(tx, {"circulation.reply", "circulation:" + row->id, row->owner,
                          std::to_string(command.replies.size()) + " replies to comments"});
    tx.touch("circulation:" + row->id);
    return {};
}

}  // namespace server::consultation
