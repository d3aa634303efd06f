// What boards owe each other regularly becomes owed some weeks before its day, once each.
#include "db/audit.hpp"
#include "db/response_arrangements.hpp"
#include "server/responses/response_commands.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::responses {
namespace {

using workflows::Day;

/// Working days for one whose day went by while the program did not run.
constexpr int days_when_missed = 20;

Day last_day(Day today) {
    return today + std::chrono::days(arrangement_lead_days);
}

void raise(base::App& app, db::WriteTx& tx, db::ArrangementRow row, Day today) {
    NewResponse wish{workflows::ResponseSource::arrangement, row.id, "working arrangement",
                     workflows::Visibility::members,         {},     {}};
    wish.response.asking_board = row.asking_board;
    wish.response.owing_board = row.owing_board;
    wish.response.recommendation = row.title;
    wish.response.required = row.required;
    wish.response.due =
        row.next_due > today
            ? row.next_due
            : workflows::working_days_after(today, days_when_missed, app.holidays(tx)).day;
    const auto named = raise_response(app, tx, {.service = true}, wish).value();
    deliver_responses_of(app, tx, workflows::ResponseSource::arrangement, row.id);
    // Those that were missed altogether are one.
    while (row.next_due <= *named.response.due)
        row.next_due = workflows::months_later(row.next_due, row.every_months);
    db::save_arrangement(tx, row).value();
}

}  // namespace

int raise_due_arrangements(base::App& app) {
    {
        const auto tx = app.database.begin_read();
        const auto today = db::county_day(*tx);
        if (db::list_arrangements_due(*tx, last_day(today)).empty()) return 0;
    }
    auto tx = app.database.begin_write();
    const auto today = db::county_day(*tx);
    const auto rows = db::list_arrangements_due(*tx, last_day(today));
    for (const auto& row : rows)
        raise(app, *tx, row, today);
    tx->commit();
    return static_cast<int>(rows.size());
}

}  // namespace server::responses
