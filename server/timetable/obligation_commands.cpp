#include "server/timetable/obligation_commands.hpp"

#include "db/boards.hpp"
#include "db/report_owners.hpp"
#include "server/base/app.hpp"
#include "server/boards/board_business.hpp"
#include "server/casework/take_step.hpp"
#include "server/timetable/obligation_item_commands.hpp"
#include "server/timetable/obligation_responses.hpp"
#include "server/timetable/words.hpp"

namespace server::timetable {
namespace {

using workflows::ObligationEvent;
using workflows::ObligationItem;
using workflows::ObligationState;

std::optional<workflows::SlotMeeting> find_slot(const base::App& app, db::ReadTx& tx,
                                                const std::string& id) {
    const auto meeting = id.empty() ? std::nullopt : db::find_meeting(tx, id);
    const auto board = meeting ? db::find_board(tx, meeting->board) : std::nullopt;
    if (!board) return std::nullopt;
    return slot_meeting(*meeting, *board, app.holidays(tx));
}

bool is_officer(const base::Viewer& viewer, const std::string& board) {
    return viewer.is_officer(board);
}

db::AuditNote audit_note(const db::ObligationRow& row, ObligationEvent event) {
    return {"obligation." + std::string(workflows::to_text(event)), "obligation:" + row.id,
            row.what.board,
            row.what.report + " " + std::to_string(row.year) + ": " +
                std::string(workflows::to_words(event))};
}

/// The row of an obligation that nothing had happened to.
Result<db::ObligationRow> begin(db::WriteTx& tx, const db::ObligationRow& unbegun) {
    auto row = db::insert_obligation(tx, unbegun);
    if (!row) return row;
    db::append_case_event(tx, db::CaseKind::obligation, row->id,
                          {.event = "expect", .to_state = "expected"});
    return row;
}

Result<void> carry_out(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                       const ObligationSubject& subject, const ObligationMove& move,
                       ObligationItem item, db::ObligationRow& row) {
    if (item == ObligationItem::stays) return {};
    if (item == ObligationItem::removed) {
        take_item_off(tx, row.item);
        row.item.clear();
        row.meeting.clear();
        return {};
    }
    const auto meeting = db::load_meeting(tx, move.meeting);
    if (!meeting) return meeting.error();
    const auto author = author_of_report(tx, row.what.report, subject.owners, acting.today);
    row.item = item == ObligationItem::created ? place_item(app, acting, tx, row, *meeting, author)
                                               : carry_item(app, acting, tx, row, *meeting, author);
    row.meeting = meeting->id;
    row.version_label.clear();
    return {};
}

void keep_words(db::ObligationRow& row, const ObligationMove& move) {
    const auto& command = move.command;
    if (command.event == ObligationEvent::deliver) row.version_label = command.version_label;
    if (command.event == ObligationEvent::await_response) row.respond_by = command.respond_by;
    if (command.event == ObligationEvent::recall) row.version_label.clear();
    if (command.event == ObligationEvent::correct && row.state == ObligationState::delivered)
        row.respond_by.reset();
    if (command.event == ObligationEvent::reinstate) {
        row.meeting.clear();
        row.item.clear();
    }
}

std::string said(const ObligationMove& move) {
    const auto& command = move.command;
    std::string words = command.comment;
    const auto add = [&](const std::string& more) { words += (words.empty() ? "" : "\n") + more; };
    if (command.event == ObligationEvent::deliver) add("Version: " + command.version_label);
    if (command.event == ObligationEvent::await_response)
        add("By " + workflows::long_date(*command.respond_by));
    return words;
}

/// A paper that came over with its item is there at once.
void follow_facts(db::WriteTx& tx, const db::ObligationRow& row) {
    if (row.state == ObligationState::slotted) follow_paper(tx, row.item);
}

}  // namespace

workflows::ObligationActor obligation_actor(const base::Viewer& viewer,
                                            const ObligationSubject& subject) {
    workflows::ObligationActor actor{is_officer(viewer, subject.row.what.board), false};
    for (const auto& owner : subject.owners)
        actor.owner = actor.owner || is_officer(viewer, owner);
    return actor;
}

workflows::ObligationFacts obligation_facts(base::App& app, const base::Acting& acting,
                                            db::ReadTx& tx, const ObligationSubject& subject,
                                            const std::string& chosen) {
    workflows::ObligationFacts facts;
    facts.today = acting.today;
    facts.actor = obligation_actor(acting, subject);
    facts.purpose = subject.row.what.purpose;
    facts.season =
        workflows::season_window(db::load_seasons(tx), subject.row.what.season, subject.row.year);
    facts.meeting = find_slot(app, tx, subject.row.meeting);
    facts.chosen = find_slot(app, tx, chosen);
    const auto meeting = chosen.empty() ? std::nullopt : db::find_meeting(tx, chosen);
    if (meeting &&
        (meeting->board != subject.row.what.board || !boards::carries_business(*meeting)))
        facts.chosen.reset();
    return facts;
}

namespace {

// Its row begins with the first step, once that is decided.
struct ObligationCase {
    using Row = db::ObligationRow;
    using Move = ObligationMove;
    using Facts = workflows::ObligationFacts;
    using Decision = workflows::ObligationDecision;
    using Decided = casework::Decided<ObligationCase>;
    static constexpr auto kind = db::CaseKind::obligation;

    base::App& app;
    const base::Acting& acting;
    const ObligationSubject& subject;

    Facts load_facts(db::ReadTx& tx, const Row&, const Move& move) const {
        return obligation_facts(app, acting, tx, subject, move.meeting);
    }
    static Result<Decision> decide(const Row& row, const Move& move, const Facts& facts) {
        return workflows::decide(row.state, move.command, facts);
    }
    static const db::Actor& actor(const db::WriteTx& tx, const Row&, const Decision&) {
        return tx.actor();
    }
    Result<db::CaseEventRow> apply(db::WriteTx& tx, Row& row, const Decided& decided) const;
    static std::string_view state(const Row& row) { return workflows::to_text(row.state); }
    static const std::string& id(const Row& row) { return row.id; }
    static std::string_view event(const Move& move) {
        return workflows::to_text(move.command.event);
    }
    static db::AuditNote audit(const Row& row, const Move& move) {
        return audit_note(row, move.command.event);
    }
    // It has no letters: deadlines tell of it.
    static void tell(db::WriteTx& tx, const Row& row, const Decided&, const casework::Recorded&) {
        follow_facts(tx, row);
    }
};

Result<db::CaseEventRow> ObligationCase::apply(db::WriteTx& tx, Row& row,
                                               const Decided& decided) const {
    const auto& [move, facts, decision] = decided;
    if (row.id.empty()) {
        auto begun = begin(tx, row);
        if (!begun) return begun.error();
        row = *std::move(begun);
    }
    row.state = decision.to;
    if (auto done = carry_out(app, acting, tx, subject, move, decision.item, row); !done)
        return done.error();
    keep_words(row, move);
    if (auto saved = db::save_obligation(tx, row); !saved) return saved.error();
    return db::CaseEventRow{.comment = said(move), .meeting = row.meeting};
}

}  // namespace

Result<db::ObligationRow> take_obligation_step(base::App& app, const base::Acting& acting,
                                               db::WriteTx& tx, const ObligationSubject& subject,
                                               const ObligationMove& move) {
    const auto row =
        casework::take_step(ObligationCase{app, acting, subject}, tx, subject.row, move);
    if (!row) return row;
    if (auto followed = follow_obligation(app, acting, tx, subject, move, *row); !followed)
        return followed.error();
    return db::load_obligation(tx, row->id);
}

std::size_t roll_forward(base::App& app, db::WriteTx& tx, int year) {
    const auto grid = load_grid(app, tx, year);
    std::size_t made = 0;
    for (const auto& row : grid.rows) {
        if (!row.id.empty()) continue;
        if (begin(tx, row)) ++made;
    }
    if (made > 0)
        db::append_audit(tx, {"timetable.roll_forward", "timetable:" + std::to_string(year), "",
                              std::to_string(made) + " obligations of " + std::to_string(year)});
    return made;
}

}  // namespace server::timetable
