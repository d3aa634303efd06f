#include "server/partnership_register/return_commands.hpp"

#include <algorithm>
#include <charconv>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/access/office.hpp"
#include "server/base/app.hpp"
#include "server/boards/board_facts.hpp"
#include "server/partnership_register/return_words.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::partnership_register {
namespace {

using workflows::Day;
using workflows::ReturnEvent;
using workflows::ReturnState;

void write_down(db::WriteTx& tx, const db::RegisterReturn& row, const std::string& action,
                const std::string& detail) {
    db::append_audit(
        tx, {"return." + action, "return:" + row.board + "/" + std::to_string(row.year), row.board,
             detail});
}

// A month that is over counts by its last day, as everywhere in the register.
workflows::PlannedDate planned_of(const std::optional<db::MeetingRow>& meeting) {
    return meeting ? meeting->planned : workflows::PlannedDate();
}

Result<void> submit(const base::Acting& acting, db::WriteTx& tx, db::RegisterReturn& row,
                    const FileReturn& command) {
    const auto board = db::load_board(tx, row.board);
    if (!board) return board.error();
    const auto meetings = boards::board_entry(tx, *board, acting.today);
    const auto last = planned_of(meetings.last);
    const auto completed = command.completed.value_or(acting.today);
    const auto good =
        workflows::check_submission(row.texts, completed, acting.today, last, command.use_anyway);
    if (!good) return good;
    row.completed = completed;
    row.last_meeting = last;
    row.next_meeting = planned_of(meetings.next);
    row.submitted_by = acting.person;
    row.comment.clear();
    return {};
}

Error stale() {
    return {workflows::Code::stale, words::return_changed, ""};
}

}  // namespace

Result<int> read_return_year(const std::string& text) {
    const auto year = text.empty() ? Result<std::optional<int>>(workflows::not_found(""))
                                   : timetable::read_timetable_year(text);
    if (!year || !*year) return workflows::not_found(words::no_such_year);
    return **year;
}

workflows::ReturnActor return_actor(const base::Acting& acting, db::ReadTx& tx,
                                    const db::RegisterReturn& row) {
    const bool serves = acting.is_officer(row.board);
    return {.board = serves || acting.administrator,
            .office = base::may(acting, workflows::Action::chase_register_returns),
            .submitted_it = row.submitted_by == acting.person,
            .serves_filer = serves && row.board != access::office_board(tx)};
}

std::string return_href(const std::string& board_slug, int year) {
    return web::href(routes::return_form, board_slug, year);
}

Result<void> ask_for_return(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                            const std::string& board, int year, Day due) {
    db::RegisterReturn row;
    row.board = board;
    row.year = year;
    const auto step =
        workflows::decide(std::nullopt, ReturnEvent::ask, "", return_actor(acting, tx, row));
    if (!step) return step.error();
    row.state = (*step)->to;
    row.due = due;
    if (auto added = db::insert_return(tx, row); !added) return added;
    write_down(tx, row, "ask", "due " + workflows::iso(due));
    queue_return_letter(app, tx, row, (*step)->mail, "asked", acting.post);
    return {};
}

Result<void> file_return(const base::Acting& acting, db::WriteTx& tx, db::RegisterReturn row,
                         const FileReturn& command) {
    const auto event = command.event;
    const auto step = workflows::decide(row.state, event, "", return_actor(acting, tx, row));
    if (!step) return step.error();
    if (command.version != row.version) return stale();
    if (auto good = workflows::check_draft(command.texts); !good) return good;
    row.texts = command.texts;
    if (event == ReturnEvent::submit)
        if (auto good = submit(acting, tx, row, command); !good) return good;
    row.state = (*step)->to;
    if (auto saved = db::save_return(tx, row); !saved) return saved;
    tx.touch("board:" + row.board);
    write_down(tx, row, std::string(workflows::to_text(event)),
               event == ReturnEvent::submit ? "completed " + workflows::iso(row.completed) : "");
    return {};
}

Result<void> judge_return(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                          db::RegisterReturn row, const JudgeReturn& command) {
    const auto& [event, version, comment] = command;
    const auto step = workflows::decide(row.state, event, comment, return_actor(acting, tx, row));
    if (!step) return step.error();
    if (version != row.version) return stale();
    row.state = (*step)->to;
    if (event == ReturnEvent::send_back) row.comment = comment;
    if (auto saved = db::save_return(tx, row); !saved) return saved;
    write_down(tx, row, std::string(workflows::to_text(event)), comment);
    if (!(*step)->mail.empty())
        queue_return_letter(app, tx, row, (*step)->mail, std::to_string(row.version), acting.post);
    return {};
}

workflows::ReturnTexts prefilled_texts(db::ReadTx& tx, const std::string& board, int year) {
    workflows::ReturnTexts texts;
    for (const auto& row : db::list_returns_of(tx, board)) {
        const bool filed =
            row.state == ReturnState::submitted || row.state == ReturnState::accepted;
        if (row.year >= year || !filed) continue;
        texts = row.texts;
        break;
    }
    if (const auto found = db::find_board(tx, board); found && !found->website.empty())
        texts.website = found->website;
    const auto record = db::find_register_record(tx, board);
    if (texts.website.empty() && record) texts.website = record->website;
    return texts;
}

std::vector<db::RegisterReturn> returns_to_chase(db::ReadTx& tx, int year, Day today) {
    auto rows = db::list_open_returns(tx);
    std::erase_if(rows, [&](const db::RegisterReturn& row) {
        const bool chased_today =
            row.chased_at &&
            workflows::to_local(*row.chased_at, workflows::county_zone).day == today;
        return row.year != year || chased_today;
    });
    return rows;
}

int chase_returns(base::App& app, const base::Acting& acting, db::WriteTx& tx, int year) {
    const auto today = acting.today;
    int boards = 0;
    for (const auto& row : returns_to_chase(tx, year, today)) {
        const auto queued =
            queue_return_letter(app, tx, row, "return_chased", workflows::iso(today), acting.post);
        if (queued == 0) continue;
        db::record_chase(tx, row.board, row.year);
        write_down(tx, row, "chase", std::to_string(queued) + " letters");
        ++boards;
    }
    return boards;
}

}  // namespace server::partnership_register
