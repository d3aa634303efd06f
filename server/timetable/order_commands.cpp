#include "server/timetable/order_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/county.hpp"
#include "server/timetable/words.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::timetable {
namespace {

using workflows::ReportOrder;

constexpr std::size_t source_characters_max = 200;

Result<void> check_order(db::ReadTx& tx, const ReportOrder& order) {
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
    return {};
}

void audit_order(db::WriteTx& tx, const ReportOrder& order, const char* what) {
    db::append_audit(tx, {"timetable.order", "timetable:orders", "",
                          order.report + ": " + order.first + " before " + order.then + what});
}

}  // namespace

Result<void> add_report_order(const base::Acting&, db::WriteTx& tx, const AddReportOrder& command) {
    if (auto good = check_order(tx, command.order); !good) return good;
    db::save_report_order(tx, command.order, true);
    audit_order(tx, command.order, "");
    return {};
}

Result<void> end_report_order(const base::Acting&, db::WriteTx& tx, const EndReportOrder& command) {
    const auto& ended = command.order;
    for (const auto& order : db::list_report_orders(tx)) {
        const bool meant =
            order.report == ended.report && order.first == ended.first && order.then == ended.then;
        if (!meant) continue;
        db::save_report_order(tx, order, false);
        audit_order(tx, order, ", no longer");
    }
    return {};
}

}  // namespace server::timetable
