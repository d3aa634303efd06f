// Which board is the county's partnership office; administrators name it.
#include "db/boards.hpp"
#include "server/access/office.hpp"
#include "server/boards/member_words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::boards {

Result<net::Response> show_office(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, member_words::partnership_office);
    page.crumb(member_words::partnership_register, web::href(routes::register_of_boards));
    page.lead(member_words::one_boards_secretariat_looks_after_what);
    page.paragraph(member_words::it_requests_and_accepts_annual_returns);
    std::vector<templates::Choice> choices;
    const auto today = context.today(tx);
    for (const auto& board : db::list_boards(tx)) {
        if (board.is_active(today)) choices.push_back({.value = board.code, .label = board.name});
    }
    auto& form = page.form(web::form_facts(context, web::href(routes::office), member_words::save));
    form.add("fields",
             templates::select_field(web::typed_field(context, {"board", member_words::board_label,
                                                                access::office_board(tx)}),
                                     choices));
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> name_office(const web::Context& context, db::WriteTx& tx) {
    const auto board = context.form().get("board");
    if (!db::find_board(tx, board))
        return workflows::invalid("board", member_words::select_a_board_from_the_list);
    access::name_office_board(tx, board);
    return web::href(routes::office) + "?done=saved";
}

}  // namespace server::boards
