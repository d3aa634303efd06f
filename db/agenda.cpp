#include "db/agenda.hpp"

#include "db/lookups.hpp"
#include "db/statement.hpp"
#include "db/wanted.hpp"
#include "db/words.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(AgendaItemRow, (),
                      (id, meeting, position, title, public_title, purpose, summary, owner,
                       presenter, minutes, visibility, paper_status, request, struck, version))

namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Query<AgendaItemRow> find_by_id{"agenda.find", R"(
    SELECT {columns} FROM agenda_item WHERE id = :id)"};
constexpr Query<AgendaItemRow> list_of_meeting{"agenda.list", R"(
    SELECT {columns} FROM agenda_item WHERE meeting = :meeting ORDER BY position, id)"};
constexpr Query<AgendaItemRow> list_of_meetings{"agenda.list_of_meetings", with_wanted, R"(
    SELECT {i.columns} FROM agenda_item i WHERE i.meeting IN (SELECT wanted.id FROM wanted)
    ORDER BY i.meeting, i.position, i.id)"};
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

// The agenda is part of the meeting's page and of the lists that count its papers.
void touch(WriteTx& tx, const S& meeting) {
    tx.touch("meeting:" + meeting);
    if (const auto board = board_of_meeting(tx, meeting)) tx.touch("meetings:" + *board);
}

Error stale_item() {
    return {Code::stale, words::changed_since_form_opened("item")};
}

}  // namespace

std::optional<AgendaItemRow> find_item(ReadTx& tx, const S& id) {
    return select_one(tx.session(), find_by_id, {{"id", id}});
}

Result<AgendaItemRow> load_item(ReadTx& tx, const S& id) {
    auto item = find_item(tx, id);
    if (!item) return workflows::not_found(words::cannot_find("agenda item"));
    return *std::move(item);
}

std::vector<AgendaItemRow> list_items(ReadTx& tx, const S& meeting) {
    return select(tx.session(), list_of_meeting, {{"meeting", meeting}});
}

std::map<S, std::vector<AgendaItemRow>> list_items(ReadTx& tx, const std::set<S>& meetings) {
    std::map<S, std::vector<AgendaItemRow>> items;
    each(tx.session(), list_of_meetings, wanted(meetings),
         [&](AgendaItemRow item) { items[item.meeting].push_back(std::move(item)); });
    return items;
}

AgendaItemRow insert_item(WriteTx& tx, AgendaItemRow item) {
    if (item.id.empty()) item.id = tx.ids().id();
    item.position = static_cast<int>(list_items(tx, item.meeting).size()) + 1;
    item.version = 1;
    run(tx.session(), insert, fields_of(item, {{"created_at", tx.now()}}));
    touch(tx, item.meeting);
    return item;
}

Result<void> save_item(WriteTx& tx, const AgendaItemRow& item) {
    if (run(tx.session(), update, fields_of(item)) == 0) return stale_item();
    touch(tx, item.meeting);
    return {};
}

void set_paper_status(WriteTx& tx, const AgendaItemRow& item, workflows::PaperStatus status) {
    run(tx.session(), update_status, {{"status", status}, {"id", item.id}});
    touch(tx, item.meeting);
}

void reorder_items(WriteTx& tx, const S& meeting, const std::vector<S>& ids) {
    int position = 0;
    for (const auto& id : ids)
        run(tx.session(), update_position, {{"position", ++position}, {"id", id}});
    touch(tx, meeting);
}

Result<void> erase_item(WriteTx& tx, const AgendaItemRow& item) {
    run(tx.session(), erase_papers, {{"item", item.id}});
    if (run(tx.session(), erase, {{"id", item.id}, {"version", item.version}}) == 0)
        return stale_item();
    std::vector<S> ids;
    for (const auto& left : list_items(tx, item.meeting))
        ids.push_back(left.id);
    reorder_items(tx, item.meeting, ids);
    return {};
}

std::vector<const Sql*> agenda_statements() {
    return {&find_by_id,    &list_of_meeting, &list_of_meetings, &insert, &update,
            &update_status, &update_position, &erase_papers,     &erase};
}

}  // namespace db
