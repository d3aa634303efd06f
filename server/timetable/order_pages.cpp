// In which order boards deal with a report, beside what its purposes ask: the county's own rows and
// those that come with the program.
#include <algorithm>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/county.hpp"
#include "db/timetable_settings.hpp"
#include "server/timetable/timetable_choices.hpp"
#include "server/timetable/timetable_handlers.hpp"
#include "server/timetable/words.hpp"
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
    std::vector<Choice> choices{{.value = "", .label = "Select a board"}};
    for (const auto& board : db::list_boards(tx))
        choices.push_back({.value = board.code, .label = board.name});
    return choices;
}

Result<ReportOrder> read_order(db::ReadTx& tx, const web::Form& form) {
    const ReportOrder order{form.get("report"), form.get("first"), form.get("then"),
                            form.get("source")};
    const auto cells = db::list_timetable(tx);
    if (std::ranges::none_of(cells, [&](const auto& cell) { return cell.report == order.report; }))
        return workflows::invalid("report", words::select_listed_report);
    if (!db::find_board(tx, order.first))
        return workflows::invalid("first", words::select_first_board);
    if (!db::find_board(tx, order.then) || order.then == order.first)
        return workflows::invalid("then", words::select_next_board);
    if (workflows::text::is_blank(order.source))
        return workflows::invalid("source", words::enter_source);
    if (workflows::text::characters(order.source) > source_characters_max)
        return workflows::invalid("source", words::source_too_long);
    return order;
}

void write_down(db::WriteTx& tx, const ReportOrder& order, const char* what) {
    db::append_audit(tx, {"timetable.order", "timetable:orders", "",
                          order.report + ": " + order.first + " before " + order.then + what});
}

void add_form(const web::Context& context, db::ReadTx& tx, web::BlockPage& page) {
    auto& form =
        page.form(web::form_facts(context, web::href(routes::timetable_orders), "Add this order"));
    form.add("fields", templates::select_field(web::typed_field(context, {"report", "Report"}),
                                               report_choices(tx)));
    form.add("fields",
             templates::select_field(web::typed_field(context, {"first", words::first_board}),
                                     board_choices(tx)));
    form.add("fields",
             templates::select_field(web::typed_field(context, {"then", words::next_board}),
                                     board_choices(tx)));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"source", "Source", "", words::source_example})));
    page.layout().errors = web::error_links_of(context, form);
}

}  // namespace

Result<net::Response> show_report_orders(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Order of boards");
    page.crumb("Reporting timetable", web::href(routes::timetable));
    page.paragraph(words::orders_intro);
    for (const auto& order : db::list_report_orders(tx)) {
        page.paragraph(words::order_line(order.report, order.first, order.then, order.source));
        auto facts =
            web::form_facts(context, web::href(routes::timetable_orders_end), words::remove_order);
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
