// Reports of the timetable follow what happens to their agenda: a paper that comes, an agenda that
// goes out, an item that is taken off. The program takes the step, by the same table as people.
#include "db/agenda.hpp"
#include "db/audit.hpp"
#include "db/case_log.hpp"
#include "server/timetable/obligation_commands.hpp"
#include "server/timetable/words.hpp"

namespace server::timetable {
namespace {

using workflows::ObligationEvent;
using workflows::ObligationState;

/// Nothing when the table has no such step from here.
void take(db::WriteTx& tx, db::ObligationRow row, const workflows::ObligationCommand& command,
          const std::string& why) {
    workflows::ObligationFacts facts;
    facts.actor.board = true;
    facts.purpose = row.what.purpose;
    const auto decision = workflows::decide(row.state, command, facts);
    if (!decision) return;
    db::CaseEventRow line;
    line.event = workflows::to_text(command.event);
    line.from_state = workflows::to_text(row.state);
    line.to_state = workflows::to_text(decision->to);
    line.comment = why;
    row.state = decision->to;
    if (command.event == ObligationEvent::deliver) row.version_label = command.version_label;
    if (command.event == ObligationEvent::unslot) {
        row.meeting.clear();
        row.item.clear();
    }
    line.meeting = row.meeting;
    db::save_obligation(tx, row).value();
    db::append_case_event(tx, db::CaseKind::obligation, row.id, line);
    db::append_audit(tx, {"obligation." + line.event, "obligation:" + row.id, row.what.board, why});
}

}  // namespace

void follow_paper(db::WriteTx& tx, const std::string& id) {
    const auto row = db::find_obligation_of_item(tx, id);
    const auto item = row ? db::find_item(tx, id) : std::nullopt;
    if (!item) return;
    const bool there = item->paper_status == "received";
    if (there && row->state == ObligationState::slotted)
        take(tx, *row, {ObligationEvent::prepare}, words::paper_added);
    if (!there && row->state == ObligationState::prepared)
        take(tx, *row, {ObligationEvent::recall}, words::paper_removed);
}

void follow_publication(db::WriteTx& tx, const std::string& meeting, int agenda_version) {
    const auto label = "agenda version " + std::to_string(agenda_version);
    for (auto row : db::list_obligations_at(tx, meeting)) {
        const auto item = db::find_item(tx, row.item);
        const bool out = item && !item->struck && item->paper_status == "received";
        if (!out) continue;
        // A later version of the agenda may carry another paper: the board has that one.
        if (row.state == ObligationState::delivered && row.version_label != label) {
            row.version_label = label;
            db::save_obligation(tx, row).value();
        } else {
            take(tx, row, {ObligationEvent::deliver, {}, label, {}},
                 words::published_with_paper(label));
        }
    }
}

void follow_response(db::WriteTx& tx, const std::string& id, const std::string& answer) {
    const auto row = db::find_obligation(tx, id);
    if (row && row->state == ObligationState::response_due)
        take(tx, *row, {ObligationEvent::respond, answer, {}, {}},
             words::response_confirmed(answer));
}

void follow_removal(db::WriteTx& tx, const std::string& item) {
    if (const auto row = db::find_obligation_of_item(tx, item)) {
        const std::string why = words::item_removed;
        take(tx, *row, {ObligationEvent::unslot, why}, why);
    }
}

}  // namespace server::timetable
