#include "db/agenda.hpp"

#include <tuple>

#include "db/lookups.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

#define ITEM_COLUMNS                                                                   \
    "id, meeting, position, title, public_title, purpose, summary, owner, presenter, " \
    "minutes, visibility, paper_status, request, struck, version"

namespace db {
namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Sql find_by_id{"agenda.find", "SELECT " ITEM_COLUMNS " FROM agenda_item WHERE id = :id"};
constexpr Sql list_of_meeting{"agenda.list", "SELECT " ITEM_COLUMNS
                                             " FROM agenda_item WHERE meeting = :meeting"
                                             " ORDER BY position, id"};
constexpr Sql insert{"agenda.insert", R"(
    INSERT INTO agenda_item(id, meeting, position, title, public_title, purpose, summary, owner,
        presenter, minutes, visibility, paper_status, request, created_at)
    VALUES (:id, :meeting, :position, :title, :public_title, :purpose, :summary, :owner,
        :presenter, :minutes, :visibility, :paper_status, :request, :created_at))"};
constexpr Sql update{"agenda.update", R"(
    UPDATE agenda_item SET title = :title, public_title = :public_title, purpose = :purpose,
        summary = :summary, owner = :owner, presenter = :presenter, minutes = :minutes,
        visibility = :visibility, paper_status = :paper_status, struck = :struck,
        version = version + 1
    WHERE id = :id AND version = :version)"};
constexpr Sql update_status{"agenda.update_status",
                            "UPDATE agenda_item SET paper_status = :status WHERE id = :id"};
constexpr Sql update_position{"agenda.update_position",
                              "UPDATE agenda_item SET position = :position WHERE id = :id"};
constexpr Sql erase_papers{"agenda.erase_papers", "DELETE FROM paper WHERE item = :item"};
constexpr Sql erase{"agenda.erase",
                    "DELETE FROM agenda_item WHERE id = :id AND version = :version"};

template <class... C>
AgendaItemRow read_item(const C&... column) {
    AgendaItemRow i;
    std::tie(i.id, i.meeting, i.position, i.title, i.public_title, i.purpose, i.summary, i.owner,
             i.presenter, i.minutes, i.visibility, i.paper_status, i.request, i.struck, i.version) =
        std::tie(column...);
    return i;
}

std::vector<AgendaItemRow> query(ReadTx& tx, const Sql& sql, const S& argument) {
    std::vector<AgendaItemRow> items;
    each<S, S, int, S, S, S, S, S, S, int, S, S, S, int, int>(
        tx.session(), sql, [&](const auto&... column) { items.push_back(read_item(column...)); },
        argument);
    return items;
}

// The agenda is part of the meeting's page and of the lists that count its papers.
void touch(WriteTx& tx, const S& meeting) {
    tx.touch("meeting:" + meeting);
    if (const auto board = board_of_meeting(tx, meeting)) tx.touch("meetings:" + *board);
}

Error stale_item() {
    return {Code::stale,
            "Somebody else changed this item since you opened the form. Open it again."};
}

}  // namespace

std::optional<AgendaItemRow> find_item(ReadTx& tx, const S& id) {
    auto items = query(tx, find_by_id, id);
    if (items.empty()) return std::nullopt;
    return std::move(items.front());
}

Result<AgendaItemRow> load_item(ReadTx& tx, const S& id) {
    auto item = find_item(tx, id);
    if (!item) return workflows::not_found("There is no such agenda item.");
    return *std::move(item);
}

std::vector<AgendaItemRow> list_items(ReadTx& tx, const S& meeting) {
    return query(tx, list_of_meeting, meeting);
}

AgendaItemRow insert_item(WriteTx& tx, AgendaItemRow item) {
    if (item.id.empty()) item.id = tx.ids().id();
    item.position = static_cast<int>(list_items(tx, item.meeting).size()) + 1;
    item.version = 1;
    run(tx.session(), insert, item.id, item.meeting, item.position, item.title, item.public_title,
        item.purpose, item.summary, item.owner, item.presenter, item.minutes, item.visibility,
        item.paper_status, item.request, seconds(tx.now()));
    touch(tx, item.meeting);
    return item;
}

Result<void> save_item(WriteTx& tx, const AgendaItemRow& item) {
    const auto rows = run(tx.session(), update, item.title, item.public_title, item.purpose,
                          item.summary, item.owner, item.presenter, item.minutes, item.visibility,
                          item.paper_status, item.struck, item.id, item.version);
    if (rows == 0) return stale_item();
    touch(tx, item.meeting);
    return {};
}

void set_paper_status(WriteTx& tx, const AgendaItemRow& item, const S& status) {
    run(tx.session(), update_status, status, item.id);
    touch(tx, item.meeting);
}

void reorder_items(WriteTx& tx, const S& meeting, const std::vector<S>& ids) {
    int position = 0;
    for (const auto& id : ids)
        run(tx.session(), update_position, ++position, id);
    touch(tx, meeting);
}

Result<void> erase_item(WriteTx& tx, const AgendaItemRow& item) {
    run(tx.session(), erase_papers, item.id);
    if (run(tx.session(), erase, item.id, item.version) == 0) return stale_item();
    std::vector<S> ids;
    for (const auto& left : list_items(tx, item.meeting))
        ids.push_back(left.id);
    reorder_items(tx, item.meeting, ids);
    return {};
}

std::vector<const Sql*> agenda_statements() {
    return {&find_by_id,    &list_of_meeting, &insert,       &update,
            &update_status, &update_position, &erase_papers, &erase};
}

}  // namespace db
