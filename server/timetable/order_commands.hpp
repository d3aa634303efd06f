// In which order boards deal with a report, beside what its purposes ask.
#pragma once

#include "db/timetable_settings.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"

namespace server::timetable {

struct AddReportOrder {
    workflows::ReportOrder order;
};
/// Code::invalid, naming the field of ReportOrder.
Result<void> add_report_order(const base::Acting&, db::WriteTx& tx, const AddReportOrder& command);

struct EndReportOrder {
    workflows::ReportOrder order;  // its source does not matter
};
/// No longer asks for it; does nothing where nobody does.
Result<void> end_report_order(const base::Acting&, db::WriteTx& tx, const EndReportOrder& command);

}  // namespace server::timetable
