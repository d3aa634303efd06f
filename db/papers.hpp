// Papers of agenda items: what each file is called and where its bytes are.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/date.hpp"
#include "workflows/core/result.hpp"

namespace db {

/// A row of `paper`. The bytes are in the DocumentStore under `sha256`.
struct PaperRow {
    std::string id;
    std::string item;
    int position = 0;  // from 1
    std::string title;
    std::string file_name;
    std::string sha256;
    long long size_bytes = 0;
    int pages = 0;
    std::string uploaded_by;  // person key
    workflows::Instant uploaded_at{};
    bool removed =
        false;  // from the item; a published version names it still, but does not show it
};

std::optional<PaperRow> find_paper(ReadTx& tx, const std::string& id);
/// Code::not_found.
workflows::Result<PaperRow> load_paper(ReadTx& tx, const std::string& id);
/// Of one item, by position, without removed ones.
std::vector<PaperRow> list_papers(ReadTx& tx, const std::string& item);
/// Of all items of a meeting, by item and position, without removed ones.
std::vector<PaperRow> list_papers_of_meeting(ReadTx& tx, const std::string& meeting);
/// The same of many meetings, by meeting.
std::map<std::string, std::vector<PaperRow>> list_papers_of_meetings(
    ReadTx& tx, const std::set<std::string>& meetings);

/// The ids of those that were removed from items of a meeting.
std::vector<std::string> list_removed_papers(ReadTx& tx, const std::string& meeting);
/// The same of many meetings, by meeting.
std::map<std::string, std::vector<std::string>> list_removed_papers(
    ReadTx& tx, const std::set<std::string>& meetings);

/// As the item's last paper, uploaded now by who acts; fills in the id when it is empty.
PaperRow insert_paper(WriteTx& tx, PaperRow paper);
/// Code::stale when it was removed already.
workflows::Result<void> remove_paper(WriteTx& tx, const PaperRow& paper);

std::vector<const Sql*> papers_statements();

}  // namespace db
