// In which order boards deal with a report, beside what its purposes ask: the county's own rows and
// those that come with the program.
#include "db/boards.hpp"
#include "db/timetable_settings.hpp"
#include "server/timetable/handlers.hpp"
#include "server/timetable/order_commands.hpp"
#include "server/timetable/timetable_choices.hpp"
#include "server/timetable/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

namespace server::timetable {
namespace {

using templates::Choice;

std::vector<Choice> board_choices(db::ReadTx& tx) {
    std::vector<Choice> choices{{.value = "", .label = "Select a board"}};
    for (const auto& board : db::list_boards(tx))
        choices.push_back({.value = board.code, .label = board.name});
    return choices;
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
    const auto& form = context.form();
    const AddReportOrder command{
        {form.get("report"), form.get("first"), form.get("then"), form.get("source")}};
    if (auto added = add_report_order(web::acting(context, tx), tx, command); !added)
        return added.error();
    return web::href(routes::timetable_orders) + "?done=added";
}

Result<web::Location> end_report_order(const web::Context& context, db::WriteTx& tx) {
    const auto& form = context.form();
    const EndReportOrder command{
        {form.get("ended_report"), form.get("ended_first"), form.get("ended_then"), {}}};
    if (auto ended = end_report_order(web::acting(context, tx), tx, command); !ended)
        return ended.error();
    return web::href(routes::timetable_orders) + "?done=saved";
}

}  // namespace server::timetable
