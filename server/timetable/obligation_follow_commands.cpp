// Reports of the timetable follow what happens to their agenda: a paper that comes, an agenda that
// goes out, an item that is taken off. The program takes the step, by the same table as people.
#include "db/agenda.hpp"
#include "server/casework/take_step.hpp"
#include "server/timetable/obligation_commands.hpp"
#include "server/timetable/words.hpp"

namespace server::timetable {
namespace {

using workflows::ObligationEvent;
using workflows::ObligationState;

struct Following {
    workflows::ObligationCommand command;
    std::string why;
};

// What the program does by itself: no meeting is looked at, and the trail says what it followed.
struct FollowedObligation {
    using Row = db::ObligationRow;
    using Move = Following;
    using Facts = workflows::ObligationFacts;
    using Decision = workflows::ObligationDecision;
    using Decided = casework::Decided<FollowedObligation>;
    static constexpr auto kind = db::CaseKind::obligation;

    static Facts load_facts(db::ReadTx&, const Row& row, const Move&) {
        Facts facts;
        facts.actor.service = true;
        facts.purpose = row.what.purpose;
        return facts;
    }
    static Result<Decision> decide(const Row& row, const Move& move, const Facts& facts) {
        return workflows::decide(row.state, move.command, facts);
    }
    static const db::Actor& actor(const db::WriteTx& tx, const Row&, const Decision&) {
        return tx.actor();
    }
    static Result<db::CaseEventRow> apply(db::WriteTx& tx, Row& row, const Decided& decided);
    static std::string_view state(const Row& row) { return workflows::to_text(row.state); }
    static const std::string& id(const Row& row) { return row.id; }
    static std::string_view event(const Move& move) {
        return workflows::to_text(move.command.event);
    }
    static db::AuditNote audit(const Row& row, const Move& move) {
        return {"obligation." + std::string(event(move)), "obligation:" + row.id, row.what.board,
                move.why};
    }
    static void tell(db::WriteTx&, const Row&, const Decided&, const casework::Recorded&) {}
};

Result<db::CaseEventRow> FollowedObligation::apply(db::WriteTx& tx, Row& row,
                                                   const Decided& decided) {
    const auto& command = decided.move.command;
    row.state = decided.decision.to;
    if (command.event == ObligationEvent::deliver) row.version_label = command.version_label;
    if (command.event == ObligationEvent::unslot) {
        row.meeting.clear();
        row.item.clear();
    }
    if (const auto saved = db::save_obligation(tx, row); !saved) return saved.error();
    return db::CaseEventRow{.comment = decided.move.why, .meeting = row.meeting};
}

/// Nothing when the table has no such step from here.
Result<std::string> take(db::WriteTx& tx, const db::ObligationRow& row, Following move) {
    using Case = FollowedObligation;
    if (!Case::decide(row, move, Case::load_facts(tx, row, move))) return std::string();
    const auto taken = casework::take_step(Case{}, tx, row, move);
    if (!taken) return taken.error();
    return std::string();
}

}  // namespace

Result<std::string> follow_paper(db::WriteTx& tx, const std::string& id) {
    const auto row = db::find_obligation_of_item(tx, id);
    const auto item = row ? db::find_item(tx, id) : std::nullopt;
    if (!item) return std::string();
    const bool there = item->paper_status == workflows::PaperStatus::received;
    if (there && row->state == ObligationState::slotted)
        return take(tx, *row, {{ObligationEvent::prepare}, words::paper_added});
    if (!there && row->state == ObligationState::prepared)
        return take(tx, *row, {{ObligationEvent::recall}, words::paper_removed});
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
        } else if (const auto taken = take(tx, row,
                                           {{ObligationEvent::deliver, {}, label, {}},
                                            words::published_with_paper(label)});
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
        return take(
            tx, *row,
            {{ObligationEvent::respond, answer, {}, {}}, words::response_confirmed(answer)});
    return std::string();
}

Result<std::string> follow_removal(db::WriteTx& tx, const std::string& item) {
    if (const auto row = db::find_obligation_of_item(tx, item)) {
        const std::string why = words::item_removed;
        return take(tx, *row, {{ObligationEvent::unslot, why}, why});
    }
    return std::string();
}

}  // namespace server::timetable
