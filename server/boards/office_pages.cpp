// Which board is the county's partnership office; administrators name it.
#include "db/boards.hpp"
#include "server/access/office.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::boards {

Result<net::Response> show_office(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Partnership office");
    page.crumb("Register of partnerships", web::href(routes::register_of_boards));
    page.lead("The secretariat of one board keeps what belongs to all boards.");
    page.paragraph(
        "It asks the boards for their yearly returns, accepts them and publishes the annual "
        "update, and it keeps the seasons, the sources and the years of the reporting timetable. "
        "The return of a board is never accepted by an officer of that board, but for the "
        "office’s own.");
    std::vector<templates::Choice> choices;
    const auto today = context.today(tx);
    for (const auto& board : db::list_boards(tx)) {
        if (board.is_active(today)) choices.push_back({.value = board.code, .label = board.name});
    }
    auto& form = page.form(web::form_facts(context, web::href(routes::office), "Save"));
    form.add("fields",
             templates::select_field(
                 web::typed_field(context, {"board", "Board", access::office_board(tx)}), choices));
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> name_office(const web::Context& context, db::WriteTx& tx) {
    const auto board = context.form().get("board");
    if (!db::find_board(tx, board))
        return workflows::invalid("board", "Choose a board from the list.");
    access::name_office_board(tx, board);
    return web::href(routes::office) + "?done=saved";
}

}  // namespace server::boards
