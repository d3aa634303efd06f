#include "server/circulation/stop_holder.hpp"

#include <algorithm>

#include "db/boards.hpp"
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

}  // namespace server::circulation
