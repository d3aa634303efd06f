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
Result<std::string> take(db::WriteTx& tx, db::ObligationRow row,
                         const workflows::ObligationCommand& command, const std::string& why) {
    workflows::ObligationFacts facts;
    facts.actor.service = true;
    facts.purpose = row.what.purpose;
    const auto decision = workflows::decide(row.state, command, facts);
    if (!decision) return std::string();
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
    if (const auto saved = db::save_obligation(tx, row); !saved) return saved.error();
    db::append_case_event(tx, db::CaseKind::obligation, row.id, line);
    db::append_audit(tx, {"obligation." + line.event, "obligation:" + row.id, row.what.board, why});
    return std::string();
}

}  // namespace

Result<std::string> follow_paper(db::WriteTx& tx, const std::string& id) {
    const auto row = db::find_obligation_of_item(tx, id);
    const auto item = row ? db::find_item(tx, id) : std::nullopt;
    if (!item) return std::string();
    const bool there = item->paper_status == workflows::PaperStatus::received;
    if (there && row->state == ObligationState::slotted)
        return take(tx, *row, {ObligationEvent::prepare}, words::paper_added);
    if (!there && row->state == ObligationState::prepared)
        return take(tx, *row, {ObligationEvent::recall}, words::paper_removed);
    return std::string();
}

Result<std::string> follow_publication(base::App&, db::WriteTx& tx, const db::MeetingRow& meeting) {
    const auto label = "agenda version " + std::to_string(meeting.published);
    for (auto row : db::list_obligations_at(tx, meeting.id)) {
        const auto item = db::find_item(tx, row.item);
        const bool out =
            item && !item->struck && item->paper_status == workflows::PaperStatus::received;
        if (!out) continue;
        // A later version of the agenda may carry another paper: the board has that one.
        if (row.state == ObligationState::delivered && row.version_label != label) {
            row.version_label = label;
            if (const auto saved = db::save_obligation(tx, row); !saved) return saved.error();
        } else if (const auto taken = take(tx, row, {ObligationEvent::deliver, {}, label, {}},
                                           words::published_with_paper(label));
                   !taken) {
            return taken;
        }
    }
    return std::string();
}

Result<std::string> follow_response(db::WriteTx& tx, const std::string& id,
                                    const std::string& answer) {
    const auto row = db::find_obligation(tx, id);
    if (row && row->state == ObligationState::response_due)
        return take(tx, *row, {ObligationEvent::respond, answer, {}, {}},
                    words::response_confirmed(answer));
    return std::string();
}

Result<std::string> follow_removal(db::WriteTx& tx, const std::string& item) {
    if (const auto row = db::find_obligation_of_item(tx, item)) {
        const std::string why = words::item_removed;
        return take(tx, *row, {ObligationEvent::unslot, why}, why);
    }
    return std::string();
}

}  // namespace server::timetable
