// In which order boards deal with a report, beside what its purposes ask: the county's own rows and
// those that come with the program.
#include <algorithm>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/county.hpp"
#include "db/timetable_settings.hpp"
#include "server/timetable/timetable_choices.hpp"
#include "server/timetable/timetable_handlers.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::timetable {
namespace {

using templates::Choice;
using workflows::ReportOrder;

constexpr std::size_t source_characters_max = 200;
std::vector<Choice> board_choices(db::ReadTx& tx) {
    std::vector<Choice> choices{{.value = "", .label = "Choose a board"}};
    for (const auto& board : db::list_boards(tx))
        choices.push_back({.value = board.code, .label = board.name});
    return choices;
}

Result<ReportOrder> read_order(db::ReadTx& tx, const web::Form& form) {
    const ReportOrder order{form.get("report"), form.get("first"), form.get("then"),
                            form.get("source")};
    const auto cells = db::list_timetable(tx);
    if (std::ranges::none_of(cells, [&](const auto& cell) { return cell.report == order.report; }))
        return workflows::invalid("report", "Choose a report of the timetable.");
    if (!db::find_board(tx, order.first))
        return workflows::invalid("first", "Choose the board that deals with it first.");
    if (!db::find_board(tx, order.then) || order.then == order.first)
        return workflows::invalid("then", "Choose another board, which deals with it afterwards.");
    if (workflows::text::is_blank(order.source))
        return workflows::invalid("source", "Enter where that is said, such as protocol 4.4.");
    if (workflows::text::characters(order.source) > source_characters_max)
        return workflows::invalid("source", "Shorten this to 200 characters or fewer.");
    return order;
}

void write_down(db::WriteTx& tx, const ReportOrder& order, const char* what) {
    db::append_audit(tx, {"timetable.order", "timetable:orders", "",
                          order.report + ": " + order.first + " before " + order.then + what});
}

void add_form(const web::Context& context, db::ReadTx& tx, web::BlockPage& page) {
    auto& form = page.form(
        web::form_facts(context, web::href(routes::timetable_orders), "Ask for this order"));
    form.add("fields", templates::select_field(web::typed_field(context, {"report", "Report"}),
                                               report_choices(tx)));
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"first", "Board that deals with it first"}),
                           board_choices(tx)));
    form.add("fields",
             templates::select_field(
                 web::typed_field(context, {"then", "Board that deals with it afterwards"}),
                 board_choices(tx)));
    form.add("fields",
             templates::text_field(web::typed_field(
                 context, {"source", "Where that is said", "", "For example, protocol 4.4"})));
    page.layout().errors = web::error_links_of(context, form);
}

}  // namespace

Result<net::Response> show_report_orders(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Order of boards");
    page.crumb("Reporting timetable", web::href(routes::timetable));
    page.paragraph(
        "Boards that give views come before those that agree, and the owner agrees a report before "
        "others are told of it. Here stands what is asked beside that; a board out of order, or "
        "one that waits for a board without a meeting, is marked in the timetable.");
    for (const auto& order : db::list_report_orders(tx)) {
        page.paragraph(order.report + ": " + order.first + " before " + order.then + " (" +
                       order.source + ").");
        auto facts = web::form_facts(context, web::href(routes::timetable_orders_end),
                                     "No longer ask for this order");
        facts.button = templates::FormButton::warning;
        auto& form = page.form(facts);
        form.add("fields", templates::hidden_field("ended_report", order.report));
        form.add("fields", templates::hidden_field("ended_first", order.first));
        form.add("fields", templates::hidden_field("ended_then", order.then));
    }
    add_form(context, tx, page);
    return page.finish();
}

Result<web::Location> add_report_order(const web::Context& context, db::WriteTx& tx) {
    const auto order = read_order(tx, context.form());
    if (!order) return order.error();
    db::save_report_order(tx, *order, true);
    write_down(tx, *order, "");
    return web::href(routes::timetable_orders) + "?done=added";
}

Result<web::Location> end_report_order(const web::Context& context, db::WriteTx& tx) {
    const auto& form = context.form();
    for (const auto& order : db::list_report_orders(tx)) {
        const bool meant = order.report == form.get("ended_report") &&
                           order.first == form.get("ended_first") &&
                           order.then == form.get("ended_then");
        if (!meant) continue;
        db::save_report_order(tx, order, false);
        write_down(tx, order, ", no longer");
    }
    return web::href(routes::timetable_orders) + "?done=saved";
}

}  // namespace server::timetable
