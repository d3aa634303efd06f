#include "server/circulation/stop_holder.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/hand_over.hpp"
#include "server/circulation/stop_facts.hpp"
#include "server/circulation/words.hpp"
#include "workflows/timetable/timetable.hpp"

namespace server::circulation {

std::string holder_today(db::ReadTx& tx, const std::string& board) {
    return workflows::holder(board, db::list_successions(tx), county_today(tx));
}

workflows::Result<void> check_no_other_stop(db::ReadTx& tx, const db::StopRow& stop,
                                            const std::string& holder) {
    const auto stops = db::list_stops(tx, stop.circulation);
    if (std::ranges::find(stops, holder, &db::StopRow::board) == stops.end()) return {};
    return workflows::conflict("meeting", words::duties_passed(stop.board_name, holder));
}

db::StopRow pass_stop_to(db::WriteTx& tx, const db::StopRow& stop, const std::string& holder) {
    const db::HandOver change{stop.board, holder, county_today(tx)};
    const auto stays = db::hand_over_stop(tx, change, stop.id);
    db::append_audit(
        tx, {"board.hand_over", "stop:" + stays, holder, "From " + stop.board + " to " + holder});
    return db::load_stop(tx, stays).value();
}

}  // namespace server::circulation
