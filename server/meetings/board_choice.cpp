#include "server/meetings/board_choice.hpp"

#include "db/boards.hpp"

namespace server::meetings {

std::string chosen_board_slug(const web::Context& context, db::ReadTx& tx,
                              const std::vector<std::string>& codes) {
    const auto asked =
        context.error() ? context.form().get("board") : context.request.query_value("board");
    if (!asked.empty() || codes.size() != 1) return asked;
    const auto only = db::find_board(tx, codes.front());
    return only ? only->slug : "";
}

net::Response choose_board(const web::Context& context, web::BlockPage& page, db::ReadTx& tx,
                           const std::vector<std::string>& codes, const web::Address& address,
                           EndedBoards ended) {
    std::vector<templates::Crumb> links;
    for (const auto& code : codes) {
        const auto board = db::find_board(tx, code);
        if (board && (ended == EndedBoards::offered || board->is_active(context.today(tx))))
            links.push_back({board->name, web::href(address) + "?board=" + board->slug});
    }
    page.list(links);
    return page.finish();
}

}  // namespace server::meetings
