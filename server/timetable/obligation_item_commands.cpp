#include "server/timetable/obligation_item_commands.hpp"

#include "db/audit.hpp"
#include "db/papers.hpp"
#include "server/agenda/agenda_subject.hpp"
#include "server/agenda/author_letters.hpp"
#include "server/meetings/meeting_words.hpp"
#include "workflows/agenda/agenda.hpp"

namespace server::timetable {
namespace {

bool is_open(db::ReadTx& tx, const db::AgendaItemRow& item) {
    const auto meeting = db::find_meeting(tx, item.meeting);
    return meeting && workflows::check_agenda_open(meetings::state_of(*meeting), meeting->planned,
                                                   db::county_day(tx));
}

void write_down(db::WriteTx& tx, const db::AgendaItemRow& item, const std::string& action,
                const std::string& detail) {
    db::append_audit(tx, {action, "item:" + item.id, "", detail});
}

workflows::ItemPurpose item_purpose(workflows::ReportPurpose purpose) {
    switch (purpose) {
        case workflows::ReportPurpose::agree:
            return workflows::ItemPurpose::agree;
        case workflows::ReportPurpose::consult:
            return workflows::ItemPurpose::consult;
        case workflows::ReportPurpose::inform:
            return workflows::ItemPurpose::inform;
    }
    return workflows::ItemPurpose::discuss;
}

}  // namespace

std::string place_item(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                       const db::ObligationRow& row, const db::MeetingRow& meeting,
                       const std::string& author) {
    db::AgendaItemRow item;
    item.meeting = meeting.id;
    item.title = row.what.report;
    item.purpose = item_purpose(row.what.purpose);
    item.owner = author;
    item.visibility = meeting.held_in == workflows::HeldIn::public_
                          ? workflows::Visibility::public_
                          : workflows::Visibility::members;
    item = db::insert_item(tx, item);
    write_down(tx, item, "agenda.add", "from the reporting timetable");
    if (!author.empty() && author != acting.person)
        agenda::queue_paper_wanted(app, tx, item.id, author);
    return item.id;
}

std::string carry_item(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                       const db::ObligationRow& row, const db::MeetingRow& to,
                       const std::string& author) {
    const auto item = db::find_item(tx, row.item);
    const bool carries = item && !item->struck && is_open(tx, *item) &&
                         !agenda::was_published(tx, *item) &&
                         !db::list_papers(tx, item->id).empty();
    if (!carries) {
        take_item_off(tx, row.item);
        return place_item(app, acting, tx, row, to, author);
    }
    db::move_item_to(tx, *item, to.id);
    write_down(tx, *item, "agenda.add", "with its papers, from the meeting before");
    return item->id;
}

void take_item_off(db::WriteTx& tx, const std::string& id) {
    auto item = id.empty() ? std::nullopt : db::find_item(tx, id);
    if (!item || item->struck || !is_open(tx, *item)) return;
    const bool seen = agenda::was_published(tx, *item) || !db::list_papers(tx, item->id).empty();
    item->struck = true;
    (seen ? db::save_item(tx, *item) : db::erase_item(tx, *item)).value();
    write_down(tx, *item, "agenda.remove", seen ? "struck through" : "before publication");
}

}  // namespace server::timetable
