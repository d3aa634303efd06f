#include "server/timetable/obligation_commands.hpp"

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/report_owners.hpp"
#include "server/base/app.hpp"
#include "server/base/secrets.hpp"
#include "server/boards/board_business.hpp"
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

bool is_officer(const web::Viewer& viewer, const std::string& board) {
    return viewer.is_officer(board);
}

void write_down(db::WriteTx& tx, const db::ObligationRow& row, ObligationEvent event) {
    db::append_audit(tx, {"obligation." + std::string(workflows::to_text(event)),
                          "obligation:" + row.id, row.what.board,
                          row.what.report + " " + std::to_string(row.year) + ": " +
                              std::string(workflows::to_words(event))});
}

void append_event(db::WriteTx& tx, const db::ObligationRow& row, ObligationEvent event,
                  ObligationState from, const std::string& comment) {
    db::append_case_event(tx, db::CaseKind::obligation, row.id,
                          {.event = std::string(workflows::to_text(event)),
                           .from_state = std::string(workflows::to_text(from)),
                           .to_state = std::string(workflows::to_text(row.state)),
                           .comment = comment,
                           .meeting = row.meeting});
    write_down(tx, row, event);
}

/// The row of an obligation that nothing had happened to.
Result<db::ObligationRow> begin(db::WriteTx& tx, const db::ObligationRow& unbegun) {
    auto row = db::insert_obligation(tx, unbegun);
    if (!row) return row;
    db::append_case_event(tx, db::CaseKind::obligation, row->id,
                          {.event = "expect", .to_state = "expected"});
    return row;
}

Result<void> carry_out(const web::Context& context, db::WriteTx& tx,
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
    const auto author = author_of_report(tx, row.what.report, subject.owners, context.today(tx));
    row.item = item == ObligationItem::created ? place_item(context, tx, row, *meeting, author)
                                               : carry_item(context, tx, row, *meeting, author);
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

workflows::ObligationActor obligation_actor(const web::Viewer& viewer,
                                            const ObligationSubject& subject) {
    workflows::ObligationActor actor{is_officer(viewer, subject.row.what.board), false};
    for (const auto& owner : subject.owners)
        actor.owner = actor.owner || is_officer(viewer, owner);
    return actor;
}

workflows::ObligationFacts obligation_facts(const web::Context& context, db::ReadTx& tx,
                                            const ObligationSubject& subject,
                                            const std::string& chosen) {
    workflows::ObligationFacts facts;
    facts.today = context.today(tx);
    facts.actor = obligation_actor(context.viewer, subject);
    facts.purpose = subject.row.what.purpose;
    facts.season =
        workflows::season_window(db::load_seasons(tx), subject.row.what.season, subject.row.year);
    facts.meeting = find_slot(context.app, tx, subject.row.meeting);
    facts.chosen = find_slot(context.app, tx, chosen);
    const auto meeting = chosen.empty() ? std::nullopt : db::find_meeting(tx, chosen);
    if (meeting &&
        (meeting->board != subject.row.what.board || !boards::carries_business(*meeting)))
        facts.chosen.reset();
    return facts;
}

Result<db::ObligationRow> take_obligation_step(const web::Context& context, db::WriteTx& tx,
                                               const ObligationSubject& subject,
                                               const ObligationMove& move) {
    const auto facts = obligation_facts(context, tx, subject, move.meeting);
    const auto decision = workflows::decide(subject.row.state, move.command, facts);
    if (!decision) return decision.error();
    auto row = subject.row;
    if (row.id.empty()) {
        auto begun = begin(tx, row);
        if (!begun) return begun;
        row = *std::move(begun);
    }
    const auto from = row.state;
    row.state = decision->to;
    if (auto done = carry_out(context, tx, subject, move, decision->item, row); !done)
        return done.error();
    keep_words(row, move);
    if (auto saved = db::save_obligation(tx, row); !saved) return saved.error();
    append_event(tx, row, move.command.event, from, said(move));
    follow_facts(tx, row);
    if (auto followed = follow_obligation(context, tx, subject, move, row); !followed)
        return followed.error();
    return db::load_obligation(tx, row.id);
}

std::vector<std::size_t> own_proposals(const TimetableGrid& grid, const web::Viewer& viewer) {
    std::vector<std::size_t> own;
    for (std::size_t i = 0; i < grid.proposals.size(); ++i)
        if (grid.proposals[i].meeting && is_officer(viewer, grid.placed[i].what.board))
            own.push_back(i);
    return own;
}

std::string proposals_seen(const TimetableGrid& grid, const std::vector<std::size_t>& own) {
    std::string text;
    for (const auto i : own)
        text += obligation_name(grid.rows[i]) + " " + std::to_string(grid.rows[i].version) + " " +
                grid.proposals[i].meeting->id + " " + grid.proposals[i].meeting->date.key() + "\n";
    return base::sha256_hex(text);
}

Result<std::size_t> confirm_proposals(const web::Context& context, db::WriteTx& tx, int year,
                                      const std::string& seen) {
    const auto grid = load_grid(context.app, tx, year);
    const auto own = own_proposals(grid, context.viewer);
    if (own.empty()) return workflows::refused(words::nothing_to_confirm);
    if (proposals_seen(grid, own) != seen)
        return Error{workflows::Code::stale, words::suggestions_changed};
    std::map<std::string, std::vector<std::string>> owners;
    for (const auto i : own) {
        const auto& row = grid.rows[i];
        const auto [at, added] = owners.try_emplace(row.what.report);
        if (added) at->second = db::owners_of_report(tx, row.what.report, year);
        const auto done =
            take_obligation_step(context, tx, {row, at->second},
                                 {{ObligationEvent::slot}, grid.proposals[i].meeting->id});
        if (!done) return done.error();
    }
    return own.size();
}

std::size_t roll_forward(const web::Context& context, db::WriteTx& tx, int year) {
    const auto grid = load_grid(context.app, tx, year);
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
