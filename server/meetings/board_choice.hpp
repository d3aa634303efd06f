// Which of their boards a secretariat is about to plan something for.
#pragma once

#include <string>
#include <vector>

#include "server/web/context.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"

namespace server::meetings {

/// The slug in the form that came back, else in the address; of one board only, that one. Empty:
/// not chosen yet.
std::string chosen_board_slug(const web::Context& context, db::ReadTx& tx,
                              const std::vector<std::string>& codes);

/// Whether boards that have ended are offered: a meeting of theirs may be recorded afterwards.
enum class EndedBoards { offered, left_out };

/// A link for each board, to `address` with "?board=SLUG".
net::Response choose_board(const web::Context& context, web::BlockPage& page, db::ReadTx& tx,
                           const std::vector<std::string>& codes, const web::Address& address,
                           EndedBoards ended);

}  // namespace server::meetings
