#include "server/succession/succession_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "server/boards/officers.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/succession/hand_over_meetings.hpp"
#include "server/succession/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::succession {
namespace {

using workflows::Board;
using workflows::ChangeEvent;
using workflows::ChangeKind;
using workflows::ChangeState;
using workflows::Day;
using workflows::Result;

constexpr std::size_t name_bytes_max = 200;
constexpr std::chrono::hours take_over_letter_life{24 * 30};

workflows::BoardChange facts_of(const db::BoardChangeRow& row) {
    return {row.state, row.on};
}

// Two changes of one board at a time would not know of each other.
Result<void> check_unchanged(db::ReadTx& tx, const Board& board, const std::string& field,
                             const std::string& own_batch) {
    if (!board.succeeded_by.empty())
        return workflows::conflict(field, words::already_replaced(board.name, board.succeeded_by));
    for (const auto& row : db::list_changes_of(tx, board.code))
        if (row.state == ChangeState::planned && row.batch != own_batch)
            return workflows::conflict(
                field, words::change_recorded(board.name, workflows::long_date(row.on)));
    return {};
}

Result<void> check_slug(db::ReadTx& tx, const std::string& board, const std::string& slug) {
    if (auto plain = workflows::check_slug(slug); !plain) return plain;
    for (const auto& row : db::list_board_changes(tx))
        if (row.state == ChangeState::planned && row.slug == slug && row.board != board)
            return workflows::conflict("slug", words::address_taken(row.board));
    return db::check_slug_free(tx, board, slug);
}

Result<void> check_rename(db::ReadTx& tx, const Board& board, const std::string& name,
                          const std::string& slug) {
    const bool blank = name.find_first_not_of(" \t") == std::string::npos;
    if (blank || name.size() > name_bytes_max) return workflows::invalid("name", words::enter_name);
    if (name == board.name && slug == board.slug)
        return workflows::invalid("name", words::nothing_changed);
    return check_slug(tx, board.code, slug);
}

Result<void> check_succession(db::ReadTx& tx, const std::string& old, const std::string& successor,
                              const std::string& batch) {
    const auto board = db::find_board(tx, old);
    if (!board) return workflows::invalid("boards", words::select_boards);
    if (old == successor) return workflows::invalid("successor", words::itself);
    return check_unchanged(tx, *board, "boards", batch);
}

Result<std::vector<db::BoardChangeRow>> load_batch(db::ReadTx& tx, const std::string& batch) {
    auto rows = db::list_batch(tx, batch);
    if (rows.empty()) return workflows::not_found(words::no_such_change);
    return rows;
}

Result<void> set_successor(db::WriteTx& tx, const std::string& code, const std::string& successor,
                           std::optional<Day> on) {
    auto board = db::load_board(tx, code);
    if (!board) return board.error();
    board->succeeded_by = successor;
    board->succeeded_on = on;
    auto saved = db::save_board(tx, *board);
    if (!saved && saved.error().field == "succeeded_by")
        return workflows::invalid("successor", saved.error().message);
    return saved;
}

// The officers of both hear what is theirs now.
void tell_officers(base::App& app, db::WriteTx& tx, const db::BoardChangeRow& row,
                   const db::HandOver& change,
                   const std::vector<std::pair<std::string, std::string>>& moved) {
    const auto old_board = db::load_board(tx, change.from).value();
    const auto new_board = db::load_board(tx, change.to).value();
    letters::Letter letter;
    letter.kind = "board_taken_over";
    letter.subject_id = row.id;
    letter.revision = "1";
    letter.board = change.to;
    letter.not_after = tx.now() + take_over_letter_life;
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        view.set("old_name", old_board.name).set("new_name", new_board.name);
        view.set("day", workflows::long_date(row.on));
        view.set("link", app.config.base_url + web::href(routes::board, new_board.slug));
        for (const auto& [label, value] : moved)
            view.add("facts").set("label", label).set("value", value);
    };
    auto people = boards::officers_of(tx, change.from, row.on - std::chrono::days(1));
    for (auto& person : boards::officers_of(tx, change.to, db::county_day(tx))) {
        const bool known =
            std::ranges::any_of(people, [&](const auto& other) { return other.key == person.key; });
        if (!known) people.push_back(std::move(person));
    }
    if (letters::queue_letter(app, tx, letter, people) > 0) tx.touch("mail");
}

void succeed(base::App& app, db::WriteTx& tx, const db::BoardChangeRow& row) {
    const auto change = hand_over_of(tx, row);
    const auto guests = guests_of_meetings(tx, change);
    const auto moved = hand_all_over(tx, change);
    std::string words;
    for (const auto& [what, count] : moved)
        words += "; " + what + ": " + count;
    db::append_audit(tx, {"board.succeed", "change:" + row.batch, change.from,
                          change.from + " to " + change.to + words});
    // What a file says of the past is known to those concerned.
    if (!row.made_by.empty()) {
        tell_guests(app, tx, change, guests);
        tell_officers(app, tx, row, change, moved);
    }
    tx.touch("board:" + change.from);
    tx.touch("board:" + change.to);
    tx.touch("themes");
    tx.touch("timetable");
}

// A name or address that was taken meanwhile is not forced on anybody.
ChangeState rename(db::WriteTx& tx, const db::BoardChangeRow& row) {
    const auto renamed = db::rename_board(tx, row.board, row.name, row.slug);
    db::append_audit(
        tx, {renamed ? "board.rename" : "board.rename_refused", "change:" + row.batch, row.board,
             renamed ? row.name + ", /boards/" + row.slug : renamed.error().message});
    return renamed ? ChangeState::done : ChangeState::undone;
}

Result<void> carry_out(base::App& app, db::WriteTx& tx, const db::BoardChangeRow& row) {
    const auto to = workflows::decide(facts_of(row), ChangeEvent::carry_out, db::county_day(tx));
    if (!to) return to.error();
    if (!db::set_change_state(tx, row.id, row.state, *to)) return {};  // somebody was first
    if (row.kind == ChangeKind::succession) {
        succeed(app, tx, row);
    } else if (rename(tx, row) == ChangeState::undone) {
        db::set_change_state(tx, row.id, *to, ChangeState::undone);
    }
    return {};
}

Result<void> record(base::App& app, db::WriteTx& tx, db::BoardChangeRow row) {
    const auto today = db::county_day(tx);
    const auto to = workflows::decide(facts_of(row), ChangeEvent::record, today);
    if (!to) return to.error();
    const auto board = db::load_board(tx, row.board);
    if (!board) return board.error();
    const bool succession = row.kind == ChangeKind::succession;
    auto sound = succession ? check_succession(tx, row.board, row.successor, row.batch)
                            : check_rename(tx, *board, row.name, row.slug);
    if (sound && succession) sound = set_successor(tx, row.board, row.successor, row.on);
    if (!sound) return sound;
    db::set_change_state(tx, row.id, row.state, *to);
    row.state = *to;
    if (row.on > today) return {};
    return carry_out(app, tx, row);
}

// Successions that no row stands for came with an import.
std::vector<db::BoardChangeRow> unknown_successions(db::ReadTx& tx) {
    std::vector<db::BoardChangeRow> unknown;
    for (const auto& one : db::list_successions(tx)) {
        const auto rows = db::list_changes_of(tx, one.board);
        const bool known = std::ranges::any_of(rows, [&](const auto& row) {
            return row.kind == ChangeKind::succession && row.successor == one.successor &&
                   (row.state == ChangeState::planned || row.state == ChangeState::done);
        });
        if (known) continue;
        db::BoardChangeRow row;
        row.board = one.board;
        row.successor = one.successor;
        row.on = one.on == Day::min() ? db::county_day(tx) : one.on;
        row.state = ChangeState::planned;
        unknown.push_back(std::move(row));
    }
    return unknown;
}

}  // namespace

Result<std::string> propose_rename(db::WriteTx& tx, const Rename& rename) {
    const auto board = db::find_board(tx, rename.board);
    if (!board) return workflows::invalid("board", words::select_board);
    if (auto free = check_unchanged(tx, *board, "board", ""); !free) return free.error();
    if (auto sound = check_rename(tx, *board, rename.name, rename.slug); !sound)
        return sound.error();
    db::BoardChangeRow row;
    row.kind = ChangeKind::rename;
    row.board = rename.board;
    row.name = rename.name;
    row.slug = rename.slug;
    row.on = rename.on;
    return db::insert_board_change(tx, std::move(row)).batch;
}

Result<std::string> propose_succession(db::WriteTx& tx, const Succession& succession) {
    if (succession.boards.empty()) return workflows::invalid("boards", words::select_ending);
    if (!db::find_board(tx, succession.successor))
        return workflows::invalid("successor", words::select_successor);
    std::string batch;
    for (const auto& board : succession.boards) {
        if (auto sound = check_succession(tx, board, succession.successor, ""); !sound)
            return sound.error();
        db::BoardChangeRow row;
        row.batch = batch;
        row.board = board;
        row.successor = succession.successor;
        row.meetings = succession.meetings;
        row.on = succession.on;
        batch = db::insert_board_change(tx, std::move(row)).batch;
    }
    return batch;
}

Result<void> record_change(base::App& app, db::WriteTx& tx, const std::string& batch) {
    const auto rows = load_batch(tx, batch);
    if (!rows) return rows.error();
    for (const auto& row : *rows) {
        if (auto recorded = record(app, tx, row); !recorded) return recorded;
        db::append_audit(tx, {"board.change", "change:" + batch, row.board,
                              row.board + ": " + std::string(workflows::to_words(row.kind)) +
                                  " from " + workflows::long_date(row.on)});
    }
    return {};
}

Result<void> undo_change(db::WriteTx& tx, const std::string& batch) {
    const auto rows = load_batch(tx, batch);
    if (!rows) return rows.error();
    for (const auto& row : *rows) {
        const bool proposed = row.state == ChangeState::proposed;
        const auto event = proposed ? ChangeEvent::discard : ChangeEvent::undo;
        const auto to = workflows::decide(facts_of(row), event, db::county_day(tx));
        if (!to) return to.error();
        if (!proposed && row.kind == ChangeKind::succession)
            if (auto cleared = set_successor(tx, row.board, "", {}); !cleared) return cleared;
        db::set_change_state(tx, row.id, row.state, *to);
        db::append_audit(tx, {"board.change_undone", "change:" + batch, row.board,
                              row.board + ": " + std::string(workflows::to_words(row.kind)) +
                                  " from " + workflows::long_date(row.on)});
    }
    return {};
}

db::HandOver hand_over_of(db::ReadTx& tx, const db::BoardChangeRow& row) {
    const auto successions = db::list_successions(tx);
    const auto day = std::max(row.on, db::county_day(tx));
    return {row.board, workflows::holder(row.successor, successions, day), row.on, row.meetings};
}

int carry_out_due_changes(base::App& app) {
    {
        const auto tx = app.database.begin_read();
        if (unknown_successions(*tx).empty() &&
            db::list_changes_due(*tx, db::county_day(*tx)).empty())
            return 0;
    }
    const auto tx = app.database.begin_write();
    for (auto& row : unknown_successions(*tx))
        db::insert_board_change(*tx, std::move(row));
    int count = 0;
    for (const auto& row : db::list_changes_due(*tx, db::county_day(*tx)))
        count += carry_out(app, *tx, row) ? 1 : 0;
    tx->commit();
    return count;
}

std::vector<std::pair<std::string, std::string>> hand_all_over(db::WriteTx& tx,
                                                               const db::HandOver& change) {
    std::vector<std::pair<std::string, std::string>> counts;
    for (const auto& kind : hand_over_kinds()) {
        const auto all = kind.hand_over(tx, change);
        for (const auto& resource : all)
            db::append_audit(tx, {"board.hand_over", resource, change.to,
                                  "From " + change.from + " to " + change.to});
        counts.emplace_back(kind.what, std::to_string(all.size()));
    }
    return counts;
}

}  // namespace server::succession
