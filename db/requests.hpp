// Requests between the chairs of two boards, what happened to each, and the items they bring.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/meetings.hpp"
#include "db/sql.hpp"
#include "workflows/core/result.hpp"
#include "workflows/requests/agenda_request.hpp"

namespace db {

/// A row of `agenda_request`. `request` is what workflows::decide() takes; its offer names the
/// meeting in `meeting`, and it has an item when `item` is not empty.
struct RequestRow {
    std::string id;
    workflows::AgendaRequest request;
    std::string wanted_meeting;  // the meeting the asker has in mind, or empty
    std::string meeting;         // accepted onto, offered, or made because of it; or empty
    std::string item;            // agenda item, or empty
    std::string late_reason;     // why it was accepted after requests had closed
    std::string answer;
    workflows::Instant created_at;
    std::string created_by;  // person key
    int version = 1;
};

std::optional<RequestRow> find_request(ReadTx& tx, const std::string& id);
/// Those of `ids` that are there, by id, in one read.
std::map<std::string, RequestRow> find_requests(ReadTx& tx, const std::set<std::string>& ids);
/// Code::not_found.
workflows::Result<RequestRow> load_request(ReadTx& tx, const std::string& id);
/// Newest first.
std::vector<RequestRow> list_requests_from(ReadTx& tx, const std::string& asking_board);
std::vector<RequestRow> list_requests_to(ReadTx& tx, const std::string& asked_board);

/// Fills in id, created_at, created_by and version.
RequestRow insert_request(WriteTx& tx, RequestRow row);
/// Writes all but the boards and the kind of the row whose version is `row.version`. Code::stale.
workflows::Result<void> save_request(WriteTx& tx, const RequestRow& row);

/// The extract of the minutes that went back since the request was answered, or empty.
std::string find_request_extract(ReadTx& tx, const std::string& request);
/// The same of many requests, by id; one without an extract is left out.
std::map<std::string, std::string> find_request_extracts(ReadTx& tx,
                                                         const std::set<std::string>& requests);
/// In place of an earlier one.
void save_request_extract(WriteTx& tx, const std::string& request, const std::string& extract);
/// The request is open again: what was sent is in the thread, and another extract will be due.
void erase_request_extract(WriteTx& tx, const std::string& request);

/// Puts an item at the end of the meeting's agenda, linked to the request; its id. The asker is
/// its author. The public sees it only where the meeting is held in public and once it is
/// published.
std::string create_item_for_request(WriteTx& tx, const RequestRow& row, const MeetingRow& meeting);
enum class ItemGone { removed, struck };
/// Takes the item off the agenda. One that was published, or has papers, is struck instead: it
/// stays listed.
ItemGone remove_item_of_request(WriteTx& tx, const RequestRow& row, bool published);

std::vector<const Sql*> requests_statements();

}  // namespace db
