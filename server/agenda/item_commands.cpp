#include "server/agenda/item_commands.hpp"

#include "db/audit.hpp"
#include "db/papers.hpp"
#include "db/people.hpp"
#include "server/agenda/agenda_queries.hpp"
#include "server/agenda/author_letters.hpp"
#include "server/agenda/words.hpp"
#include "server/web/site.hpp"
#include "workflows/text/utf8.hpp"

namespace server::agenda {
namespace {

using workflows::invalid;
using workflows::ItemPurpose;
using workflows::PaperStatus;
using workflows::Visibility;

Result<void> check_lengths(const db::AgendaItemRow& item) {
    if (workflows::text::characters(item.summary) > workflows::comment_characters_max) {
        return invalid("summary", words::summary_characters_max(workflows::comment_characters_max));
    }
    if (workflows::text::characters(item.presenter) > workflows::title_characters_max) {
        return invalid("presenter",
                       words::presenter_characters_max(workflows::title_characters_max));
    }
    return {};
}

Result<void> take_choices(db::ReadTx& tx, const ItemFacts& facts, db::AgendaItemRow& item) {
    if (!facts.purpose) return invalid("purpose", words::select_what_the_board_is_asked);
    if (!facts.visibility) return invalid("visibility", words::select_who_can_read_this_item);
    item.purpose = *facts.purpose;
    item.visibility = *facts.visibility;
    item.owner = facts.owner;
    if (!item.owner.empty() && !db::find_person(tx, item.owner))
        return invalid("owner", words::select_an_author_from_the_list);
    const bool has_papers = !item.id.empty() && !db::list_papers(tx, item.id).empty();
    if (has_papers && facts.verbal)
        return invalid("paper", words::this_item_has_papers_remove_them);
    item.paper_status = facts.verbal ? PaperStatus::none
                        : has_papers ? PaperStatus::received
                                     : PaperStatus::expected;
    return {};
}

Result<db::AgendaItemRow> with_facts(db::ReadTx& tx, const ItemFacts& facts,
                                     db::AgendaItemRow item) {
    item.title = facts.title;
    item.public_title = facts.public_title;
    item.summary = facts.summary;
    item.presenter = facts.presenter;
    item.minutes = facts.minutes;
    if (const auto chosen = take_choices(tx, facts, item); !chosen) return chosen.error();
    const workflows::AgendaItem rules{item.title, item.public_title, item.purpose, item.visibility,
                                      item.minutes};
    if (const auto good = workflows::check_item(rules); !good) return good.error();
    if (const auto good = check_lengths(item); !good) return good.error();
    return item;
}

// Not to those who name themselves, nor for an item that needs no paper.
void tell_author(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                 const db::AgendaItemRow& item, const std::string& owner_before) {
    const bool is_new = !item.owner.empty() && item.owner != owner_before;
    if (is_new && item.owner != acting.person && item.paper_status == PaperStatus::expected)
        queue_paper_wanted(app, tx, item.id, item.owner);
}

Result<db::AgendaItemRow> load_open_item(const base::Acting& acting, db::ReadTx& tx,
                                         const std::string& id) {
    auto item = db::load_item(tx, id);
    if (!item) return item;
    const auto meeting = db::load_meeting(tx, item->meeting);
    if (!meeting) return meeting.error();
    if (const auto open = check_open(*meeting, acting.today); !open) return open.error();
    return item;
}

Error moved_meanwhile() {
    return {workflows::Code::stale, words::somebody_else_changed_the_order_after};
}

Result<void> save_changed(db::WriteTx& tx, const db::AgendaItemRow& item) {
    if (const auto saved = db::save_item(tx, item); !saved) return saved.error();
    db::append_audit(tx,
                     {"agenda.change", "item:" + item.id, "", words::item_number(item.position)});
    return {};
}

}  // namespace

db::AgendaItemRow new_item(const db::MeetingRow& meeting) {
    db::AgendaItemRow item;
    item.meeting = meeting.id;
    item.visibility =
        meeting.held_in == workflows::HeldIn::public_ ? Visibility::public_ : Visibility::members;
    return item;
}

Result<void> add_item(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                      const AddItem& command) {
    const auto meeting = db::load_meeting(tx, command.meeting);
    if (!meeting) return meeting.error();
    if (const auto open = check_open(*meeting, acting.today); !open) return open.error();
    const auto item = with_facts(tx, command.facts, new_item(*meeting));
    if (!item) return item.error();
    const auto added = db::insert_item(tx, *item);
    tell_author(app, acting, tx, added, "");
    db::append_audit(
        tx, {"agenda.add", "item:" + added.id, meeting->board, words::item_number(added.position)});
    return {};
}

Result<void> change_item(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                         const ChangeItem& command) {
    const auto stored = load_open_item(acting, tx, command.item);
    if (!stored) return stored.error();
    auto item = with_facts(tx, command.facts, *stored);
    if (!item) return item.error();
    item->version = command.version;
    if (auto saved = save_changed(tx, *item); !saved) return saved;
    tell_author(app, acting, tx, *item, stored->owner);
    return {};
}

Result<void> tighten_item(const base::Acting& acting, db::WriteTx& tx, const TightenItem& command) {
    auto item = db::load_item(tx, command.item);
    if (!item) return item.error();
    const auto meeting = db::load_meeting(tx, item->meeting);
    if (!meeting) return meeting.error();
    const auto& chosen = command.visibility;
    if (!chosen || !workflows::tightens(item->visibility, *chosen)) {
        if (const auto open = check_open(*meeting, acting.today); !open) return open.error();
        return invalid("visibility", words::select_who_can_read_this_item);
    }
    item->visibility = *chosen;
    item->version = command.version;
    return save_changed(tx, *item);
}

Result<void> move_item(const base::Acting& acting, db::WriteTx& tx, const MoveItem& command) {
    const auto item = load_open_item(acting, tx, command.item);
    if (!item) return item.error();
    if (command.position != std::to_string(item->position)) return moved_meanwhile();
    const auto items = db::list_items(tx, item->meeting);
    const auto order = workflows::moved(items.size(), static_cast<std::size_t>(item->position) - 1,
                                        command.direction);
    if (!order) return order.error();
    std::vector<std::string> ids;
    for (const auto old : *order)
        ids.push_back(items[old].id);
    db::reorder_items(tx, item->meeting, ids);
    db::append_audit(
        tx, {"agenda.move", "item:" + item->id, "",
             command.direction == workflows::Direction::up ? words::moved_up : words::moved_down});
    return {};
}

Result<void> remove_item(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                         const RemoveItem& command) {
    auto item = load_open_item(acting, tx, command.item);
    if (!item) return item.error();
    if (!item->request.empty()) {
        return workflows::refused(words::this_item_comes_from_a_request);
    }
    item->version = command.version;
    const bool published = was_published(tx, *item);
    const auto& followers = app.site->followers.item_removed;
    if (auto followed = web::follow(followers, tx, item->id); !followed) return followed.error();
    item->struck = true;
    const auto removed = published ? db::save_item(tx, *item) : db::erase_item(tx, *item);
    if (!removed) return removed.error();
    db::append_audit(tx,
                     {"agenda.remove", "item:" + item->id, "",
                      published ? words::withdrawn_after_publication : words::before_publication});
    return {};
}

}  // namespace server::agenda
