// The items of a meeting's agenda as they stand now; what was published is in agenda_versions.hpp.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/core/result.hpp"

namespace db {

/// A row of `agenda_item`.
struct AgendaItemRow {
    std::string id;
    std::string meeting;
    int position = 0;  // from 1, without gaps: the item's number
    std::string title;
    std::string public_title;  // what those see who may not see the item
    workflows::ItemPurpose purpose = workflows::ItemPurpose::discuss;
    std::string summary;
    std::string owner;      // person key of the author, or empty
    std::string presenter;  // in words
    int minutes = 0;        // 0: not timed
    workflows::Visibility visibility = workflows::Visibility::public_;
    workflows::PaperStatus paper_status = workflows::PaperStatus::expected;
    std::string request;  // the request between chairs it came from, or empty
    bool struck = false;  // withdrawn after publication; keeps its number
    int version = 1;
};

std::optional<AgendaItemRow> find_item(ReadTx& tx, const std::string& id);
/// Code::not_found.
workflows::Result<AgendaItemRow> load_item(ReadTx& tx, const std::string& id);
/// By position, struck ones too.
std::vector<AgendaItemRow> list_items(ReadTx& tx, const std::string& meeting);
/// The same of many meetings, by id; one without items is left out.
std::map<std::string, std::vector<AgendaItemRow>> list_items(ReadTx& tx,
                                                             const std::set<std::string>& meetings);

/// At the end of the agenda; fills in the position, and the id when it is empty.
AgendaItemRow insert_item(WriteTx& tx, AgendaItemRow item);
/// Writes every field but id, meeting, position and request of the row whose version is
/// `item.version`. Code::stale.
workflows::Result<void> save_item(WriteTx& tx, const AgendaItemRow& item);
/// Without a new version: a form that is open meanwhile stays good.
void set_paper_status(WriteTx& tx, const AgendaItemRow& item, workflows::PaperStatus status);
/// `ids` are all items of the meeting in their new order.
void reorder_items(WriteTx& tx, const std::string& meeting, const std::vector<std::string>& ids);
/// Removes the item with its papers and closes the gap; for one that was never published.
/// Code::stale.
workflows::Result<void> erase_item(WriteTx& tx, const AgendaItemRow& item);

std::vector<const Sql*> agenda_statements();

}  // namespace db
