// Who can speak for a document at each of its stops: the posts on both boards.
#pragma once

#include "server/circulation/circulation_queries.hpp"
#include "server/web/context.hpp"
#include "templates/view.hpp"

namespace server::circulation {

/// Keys `has_speakers` and `speakers` of pages/circulation.html: for each stop, who sits on its
/// board and on the owner's on the day of the meeting, or today while that day is open.
void add_speakers(const web::Context& context, db::ReadTx& tx, const CirculationStatus& status,
                  templates::View& view);

}  // namespace server::circulation
