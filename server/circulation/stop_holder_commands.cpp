#include "server/circulation/stop_holder_commands.hpp"

#include "db/audit.hpp"
#include "db/hand_over.hpp"
#include "server/circulation/stop_facts.hpp"

namespace server::circulation {

db::StopRow pass_stop_to(db::WriteTx& tx, const db::StopRow& stop, const std::string& holder) {
    const db::HandOver change{stop.board, holder, county_today(tx)};
    const auto stays = db::hand_over_stop(tx, change, stop.id);
    db::append_audit(
        tx, {"board.hand_over", "stop:" + stays, holder, "From " + stop.board + " to " + holder});
    return db::load_stop(tx, stays).value();
}

}  // namespace server::circulation
