#include "server/circulation/stop_speakers.hpp"

#include "db/boards.hpp"
#include "server/boards/board_facts.hpp"
#include "server/boards/seats_parts.hpp"
#include "server/boards/shared_seats.hpp"

namespace server::circulation {

void add_speakers(const web::Context& context, db::ReadTx& tx, const CirculationStatus& status,
                  templates::View& view) {
    view.list("speakers");
    view.flag("has_speakers", boards::may_read_seats(context) && !status.rows.empty());
    if (!boards::may_read_seats(context)) return;
    const boards::SharedSeats seats(tx);
    const auto successions = db::list_successions(tx);
    for (const auto& stop : status.rows) {
        const auto day = stop.planned.day().value_or(status.today);
        const auto board = workflows::holder(stop.board, successions, day);
        const auto owner = workflows::holder(status.circulation.owner, successions, day);
        const auto posts = seats.on_both(board, owner, day);
        auto& row = view.add("speakers");
        row.set("board", stop.board).set("board_name", stop.board_name).list("posts");
        for (const auto& post : posts)
            row.add("posts")
                .set("post", boards::post_words(post.person))
                .set("here", boards::seats_words(post.here));
        row.flag("own", board == owner).flag("nobody", board != owner && posts.empty());
    }
}

}  // namespace server::circulation
