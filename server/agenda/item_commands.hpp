// Items of an agenda: added, changed, moved, taken off.
#pragma once

#include <string>

#include "db/agenda.hpp"
#include "db/meetings.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/agenda/agenda.hpp"

namespace server::agenda {

/// What a secretariat says of an item.
struct ItemFacts {
    std::string title;
    std::string public_title;
    std::string summary;
    std::string presenter;
    int minutes = 0;                                  // -1: no whole number
    std::optional<workflows::ItemPurpose> purpose;    // nothing: none was chosen
    std::optional<workflows::Visibility> visibility;  // as purpose
    std::string owner;                                // person key, or empty
    bool verbal = false;                              // no paper is expected
};

/// One that is not added yet, read by those whom the meeting is open to.
db::AgendaItemRow new_item(const db::MeetingRow& meeting);

struct AddItem {
    std::string meeting;
    ItemFacts facts;
};
/// Code::invalid, naming the field of ItemFacts (verbal: "paper"); Code::refused once the agenda is
/// closed. The author is told.
Result<void> add_item(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                      const AddItem& command);

struct ChangeItem {
    std::string item;
    ItemFacts facts;
    int version = 0;
};
/// As add_item(); Code::stale.
Result<void> change_item(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                         const ChangeItem& command);

struct TightenItem {
    std::string item;
    std::optional<workflows::Visibility> visibility;  // nothing: none was chosen
    int version = 0;
};
/// Of an agenda that is closed only who may read an item can change, and only to fewer: else
/// Code::refused. Code::stale.
Result<void> tighten_item(const base::Acting& acting, db::WriteTx& tx, const TightenItem& command);

struct MoveItem {
    std::string item;
    std::string position;  // as it was shown
    workflows::Direction direction = workflows::Direction::up;
};
/// Code::stale when it stands elsewhere by now, so that two people who move at once do not undo
/// each other unseen.
Result<void> move_item(const base::Acting& acting, db::WriteTx& tx, const MoveItem& command);

struct RemoveItem {
    std::string item;
    int version = 0;
};
/// One that was published is struck and keeps its number. Code::refused once the agenda is closed
/// and for one that comes from a request; Code::stale.
Result<void> remove_item(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                         const RemoveItem& command);

}  // namespace server::agenda
