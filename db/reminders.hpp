// Reminder rules, what reminders are about in a window of days, and which of them were sent.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/openness.hpp"
#include "workflows/overview/reminders.hpp"

namespace db {

/// The county's defaults first, then by board.
std::vector<workflows::ReminderRule> list_reminder_rules(ReadTx& tx);
/// Replaces the board's own rules of one kind; none: the county's default holds again.
void save_reminder_rules(WriteTx& tx, const std::string& board, workflows::ReminderKind kind,
                         const std::vector<workflows::ReminderRule>& rules);

bool was_reminder_fired(ReadTx& tx, const std::string& key);
/// Those of `keys` that were.
std::set<std::string> list_fired_reminders(ReadTx& tx, const std::set<std::string>& keys);
/// False when it was recorded before.
bool record_reminder_fired(WriteTx& tx, const std::string& key);

/// Both days belong to it. Each of the three below reads an index over it, so the cost grows with
/// the days, not with the county's past and future.
struct DayWindow {
    workflows::Day from;
    workflows::Day to;
};

/// An item of a meeting to come (provisional or confirmed) that expects a paper and has none.
struct PaperlessItem {
    std::string id;
    std::string meeting;
    std::string owner;  // person key, or empty
    std::string title;
    std::string public_title;
    workflows::Visibility visibility = workflows::Visibility::public_;
    std::optional<workflows::Instant> created_at;  // nothing: not recorded
};
/// Of meetings planned within the window; by meeting and position.
std::vector<PaperlessItem> list_paperless_items(ReadTx& tx, DayWindow meetings);

/// A stop of a circulation whose papers have not gone out.
struct PlannedStop {
    std::string id;
    std::string meeting;
    std::string circulation;
    std::string document;
    std::string owner;  // board code
};
std::vector<PlannedStop> list_planned_stops(ReadTx& tx, DayWindow meetings);

/// A request that waits for the asked board and was to be dealt with within the window.
struct WaitingRequestRow {
    std::string id;
    std::string title;
    std::string asking_board;
    std::string asked_board;
    workflows::Day consider_by;
};
std::vector<WaitingRequestRow> list_waiting_requests(ReadTx& tx, DayWindow consider_by);

/// What a letter says about its subject.
struct ItemText {
    std::string meeting;
    std::string title;
    std::string public_title;
    workflows::Visibility visibility = workflows::Visibility::public_;
    int number = 0;  // on the agenda, from 1
};
std::optional<ItemText> find_item_text(ReadTx& tx, const std::string& item);
struct StopText {
    std::string meeting;
    std::string circulation;
    std::string document;
    std::string owner;  // board code
};
std::optional<StopText> find_stop_text(ReadTx& tx, const std::string& stop);
std::optional<WaitingRequestRow> find_request_text(ReadTx& tx, const std::string& request);

std::vector<const Sql*> reminders_statements();

}  // namespace db
